#include "rules/market/auction.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "rules/core/assert.hpp"

namespace tt::rules {
namespace {

using Indices = std::vector<std::uint32_t>;

/// Indices of the orders with lots, best limit first; ties in order of index.
Indices best_first(std::span<const LimitOrder> orders, bool buying) {
  Indices order;
  order.reserve(orders.size());
  for (std::uint32_t i = 0; i < orders.size(); ++i)
    if (orders[i].lots > 0) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (orders[a].limit != orders[b].limit) return (orders[a].limit > orders[b].limit) == buying;
    return a < b;
  });
  return order;
}

Lots total(std::span<const LimitOrder> orders) {
  return std::accumulate(orders.begin(), orders.end(), Lots{0},
                         [](Lots sum, const LimitOrder& o) { return sum + o.lots; });
}

struct Candidate {
  Mils price = 0;
  Lots volume = 0;
  Lots imbalance = 0;
};

Mils distance(Mils a, Mils b) {
  return a > b ? a - b : b - a;
}

bool better(const Candidate& a, const Candidate& b, Mils last_price) {
  if (a.volume != b.volume) return a.volume > b.volume;
  if (a.imbalance != b.imbalance) return a.imbalance < b.imbalance;
  const Mils da = distance(a.price, last_price);
  const Mils db = distance(b.price, last_price);
  return da != db ? da < db : a.price < b.price;
}

/// Walks the prices upwards. Demand steps down just above a bid's limit, supply steps up at an ask's; between two steps
/// both are constant, so one candidate a segment, the point nearest the last price, is enough.
Candidate best_price(std::span<const LimitOrder> bids, std::span<const LimitOrder> asks, const Indices& bid_order,
                     const Indices& ask_order, Mils last_price) {
  constexpr Mils kNever = std::numeric_limits<Mils>::max();
  Candidate best{last_price, 0, 0};
  Lots demand = total(bids);
  Lots supply = 0;
  auto bid = bid_order.rbegin();
  auto ask = ask_order.begin();
  const auto next_step = [&] {
    const Mils asked = ask != ask_order.end() ? asks[*ask].limit : kNever;
    const Mils ended = bid != bid_order.rend() ? bids[*bid].limit + 1 : kNever;
    return std::min(asked, ended);
  };
  while (demand > 0) {
    const Mils low = next_step();
    for (; ask != ask_order.end() && asks[*ask].limit == low; ++ask) supply += asks[*ask].lots;
    for (; bid != bid_order.rend() && bids[*bid].limit + 1 == low; ++bid) demand -= bids[*bid].lots;
    if (supply == 0 || demand == 0) continue;
    const Mils high = next_step() - 1;
    const Candidate here{std::clamp(last_price, low, high), std::min(demand, supply), distance(demand, supply)};
    if (best.volume == 0 || better(here, best, last_price)) best = here;
  }
  return best;
}

/// Hands `volume` to the orders in this order; the limit at which it runs out is shared pro rata.
void fill(std::span<const LimitOrder> orders, const Indices& order, Lots volume, std::uint64_t draw,
          std::vector<Lots>& fills) {
  for (std::size_t first = 0; first < order.size() && volume > 0;) {
    std::size_t last = first;
    Lots level = 0;
    for (; last < order.size() && orders[order[last]].limit == orders[order[first]].limit; ++last)
      level += orders[order[last]].lots;
    const Lots given = std::min(level, volume);
    Lots left = given;
    for (std::size_t i = first; i < last; ++i) {
      Lots& f = fills[order[i]];
      f = mul_div(orders[order[i]].lots, given, level);
      left -= f;
    }
    const std::size_t n = last - first;
    for (std::size_t k = static_cast<std::size_t>(draw % n); left > 0; k = (k + 1) % n) {
      const std::uint32_t i = order[first + k];
      if (fills[i] == orders[i].lots) continue;
      ++fills[i];
      --left;
    }
    volume -= given;
    first = last;
  }
  TT_ASSERT(volume == 0);
}

}  // namespace

Clearing clear_auction(std::span<const LimitOrder> bids, std::span<const LimitOrder> asks, Mils last_price,
                       std::uint64_t remainder_draw, std::vector<Lots>& bid_fills, std::vector<Lots>& ask_fills) {
  bid_fills.assign(bids.size(), 0);
  ask_fills.assign(asks.size(), 0);
  const Indices bid_order = best_first(bids, true);
  const Indices ask_order = best_first(asks, false);
  const Candidate best = best_price(bids, asks, bid_order, ask_order, last_price);
  if (best.volume == 0) return {last_price, 0};
  fill(bids, bid_order, best.volume, remainder_draw, bid_fills);
  fill(asks, ask_order, best.volume, remainder_draw, ask_fills);
  return {best.price, best.volume};
}

}  // namespace tt::rules
