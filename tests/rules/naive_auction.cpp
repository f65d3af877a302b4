#include "tests/rules/naive_auction.hpp"

#include <algorithm>
#include <cstdlib>

namespace tt::test {
namespace {

using rules::LimitOrder;
using rules::Lots;
using rules::Mils;
using Orders = std::vector<LimitOrder>;

Lots demand_at(const Orders& bids, Mils price) {
  Lots sum = 0;
  for (const LimitOrder& bid : bids) sum += bid.limit >= price ? bid.lots : 0;
  return sum;
}

Lots supply_at(const Orders& asks, Mils price) {
  Lots sum = 0;
  for (const LimitOrder& ask : asks) sum += ask.limit <= price ? ask.lots : 0;
  return sum;
}

/// The highest price anybody names, and one above it.
Mils highest(const Orders& bids, const Orders& asks, Mils last_price) {
  Mils most = last_price;
  for (const Orders* side : {&bids, &asks})
    for (const LimitOrder& order : *side) most = std::max(most, order.limit);
  return most + 1;
}

std::vector<Lots> serve(const Orders& orders, bool highest_first, Lots volume, std::uint64_t draw) {
  std::vector<Lots> fills(orders.size(), 0);
  std::vector<Mils> limits;
  for (const LimitOrder& order : orders) limits.push_back(order.limit);
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  if (highest_first) std::reverse(limits.begin(), limits.end());
  for (const Mils limit : limits) {
    std::vector<std::size_t> level;
    Lots wanted = 0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if (orders[i].limit != limit || orders[i].lots == 0) continue;
      level.push_back(i);
      wanted += orders[i].lots;
    }
    if (level.empty()) continue;
    const Lots given = std::min(wanted, volume);
    Lots left = given;
    for (const std::size_t i : level) left -= fills[i] = orders[i].lots * given / wanted;
    for (std::size_t k = static_cast<std::size_t>(draw % level.size()); left > 0; ++k) {
      const std::size_t i = level[k % level.size()];
      if (fills[i] < orders[i].lots) ++fills[i], --left;
    }
    volume -= given;
  }
  return fills;
}

}  // namespace

NaiveResult naive_auction(const Orders& bids, const Orders& asks, Mils last_price, std::uint64_t remainder_draw) {
  NaiveResult best{last_price, 0, {}, {}};
  Lots best_imbalance = 0;
  const Mils top = highest(bids, asks, last_price);
  for (Mils price = 1; price <= top; ++price) {
    const Lots demand = demand_at(bids, price);
    const Lots supply = supply_at(asks, price);
    const Lots volume = std::min(demand, supply);
    const Lots imbalance = std::abs(demand - supply);
    if (volume == 0 || volume < best.volume) continue;
    const bool more = volume > best.volume;
    const bool evener = imbalance < best_imbalance;
    const bool nearer = imbalance == best_imbalance && std::abs(price - last_price) < std::abs(best.price - last_price);
    if (more || evener || nearer) {
      best.price = price;
      best.volume = volume;
      best_imbalance = imbalance;
    }
  }
  best.bid_fills = serve(bids, true, best.volume, remainder_draw);
  best.ask_fills = serve(asks, false, best.volume, remainder_draw);
  return best;
}

}  // namespace tt::test
