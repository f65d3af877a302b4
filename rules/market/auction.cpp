#include "rules/market/auction.hpp"

#include <algorithm>
#include <limits>

#include "rules/core/assert.hpp"
#include "rules/market/selection.hpp"

namespace tt::rules {
namespace {

using Orders = std::span<const LimitOrder>;

Lots total(Orders orders) {
  Lots sum = 0;
  for (const LimitOrder& order : orders) sum += order.lots;
  return sum;
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

/// Both sides at one price, and how far down and up the price could go without a change of either.
struct Segment {
  Lots demand = 0;
  Lots supply = 0;
  Mils low = 1;
  Mils high = std::numeric_limits<Mils>::max();

  [[nodiscard]] Candidate nearest(Mils last_price) const {
    return {std::clamp(last_price, low, std::max(low, high)), std::min(demand, supply), distance(demand, supply)};
  }
};

/// Demand steps down just above a bid's limit, supply steps up at an ask's.
Segment segment_at(Orders bids, Orders asks, Mils price) {
  Segment here;
  for (const LimitOrder& bid : bids) {
    if (bid.lots == 0) continue;
    const bool buys = bid.limit >= price;
    here.demand += buys ? bid.lots : 0;
    if (buys)
      here.high = std::min(here.high, bid.limit);
    else
      here.low = std::max(here.low, bid.limit + 1);
  }
  for (const LimitOrder& ask : asks) {
    if (ask.lots == 0) continue;
    const bool sells = ask.limit <= price;
    here.supply += sells ? ask.lots : 0;
    if (sells)
      here.low = std::max(here.low, ask.limit);
    else
      here.high = std::min(here.high, ask.limit - 1);
  }
  return here;
}

/// Demand falls with the price and supply rises, so the volume is greatest where they cross: at the least price at
/// which supply is no less than demand, or in the segment just below. Supply at p less demand at p, plus all demand, is
/// the lots of asks up to p and of bids below p; so the crossing is where those reach all demand.
Candidate best_price(Orders bids, Orders asks, Mils last_price, std::vector<PricePoint>& points) {
  const Lots demanded = total(bids);
  if (demanded == 0 || total(asks) == 0) return {last_price, 0, 0};
  points.clear();
  points.reserve(bids.size() + asks.size());
  for (const LimitOrder& bid : bids) points.push_back({bid.limit + 1, bid.lots});
  for (const LimitOrder& ask : asks) points.push_back({ask.limit, ask.lots});
  const Mils crossing = price_reaching(points, demanded);
  const Candidate at = segment_at(bids, asks, crossing).nearest(last_price);
  const Candidate below = segment_at(bids, asks, crossing - 1).nearest(last_price);
  const Candidate& best = better(below, at, last_price) ? below : at;
  return best.volume > 0 ? best : Candidate{last_price, 0, 0};
}

/// The limit at which this side's `volume` runs out, best limits first. 1 ≤ volume ≤ all lots.
Mils marginal_limit(Orders orders, bool buying, Lots volume, std::vector<PricePoint>& points) {
  points.clear();
  for (const LimitOrder& order : orders) points.push_back({order.limit, order.lots});
  return price_reaching(points, buying ? total(orders) - volume + 1 : volume);
}

/// Hands `volume` to the orders: all that is asked for by limits better than the marginal one, there pro rata.
void fill(Orders orders, bool buying, Lots volume, std::uint64_t draw, std::vector<PricePoint>& points,
          std::vector<Lots>& fills) {
  const Mils margin = marginal_limit(orders, buying, volume, points);
  std::vector<std::uint32_t> level;
  Lots wanted = 0;
  for (std::uint32_t i = 0; i < orders.size(); ++i) {
    const auto& [limit, lots] = orders[i];
    if (limit == margin) {
      if (lots == 0) continue;
      level.push_back(i);
      wanted += lots;
    } else if ((limit > margin) == buying) {
      fills[i] = lots;
      volume -= lots;
    }
  }
  TT_ASSERT(volume > 0 && volume <= wanted);
  Lots left = volume;
  for (const std::uint32_t i : level) left -= fills[i] = mul_div(orders[i].lots, volume, wanted);
  for (std::size_t k = static_cast<std::size_t>(draw % level.size()); left > 0; k = (k + 1) % level.size()) {
    const std::uint32_t i = level[k];
    if (fills[i] == orders[i].lots) continue;
    ++fills[i];
    --left;
  }
}

}  // namespace

Clearing clear_auction(std::span<const LimitOrder> bids, std::span<const LimitOrder> asks, Mils last_price,
                       std::uint64_t remainder_draw, std::vector<Lots>& bid_fills, std::vector<Lots>& ask_fills) {
  bid_fills.assign(bids.size(), 0);
  ask_fills.assign(asks.size(), 0);
  std::vector<PricePoint> points;
  const Candidate best = best_price(bids, asks, last_price, points);
  if (best.volume == 0) return {last_price, 0};
  fill(bids, true, best.volume, remainder_draw, points, bid_fills);
  fill(asks, false, best.volume, remainder_draw, points, ask_fills);
  return {best.price, best.volume};
}

}  // namespace tt::rules
