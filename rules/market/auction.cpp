#include "rules/market/auction.hpp"

#include <algorithm>
#include <array>
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
  Lots demand = 0;
  Lots supply = 0;
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
    return {std::clamp(last_price, low, std::max(low, high)), std::min(demand, supply), distance(demand, supply),
            demand, supply};
  }
};

/// The segments at a price and just below it. Demand steps down just above a bid's limit, supply steps up at an ask's.
std::array<Segment, 2> segments_at(Orders bids, Orders asks, Mils price) {
  std::array<Segment, 2> here;
  for (const LimitOrder& bid : bids) {
    if (bid.lots == 0) continue;
    for (Mils below = 0; below < 2; ++below) {
      Segment& segment = here[static_cast<std::size_t>(below)];
      const bool buys = bid.limit >= price - below;
      segment.demand += buys ? bid.lots : 0;
      segment.high = std::min(segment.high, buys ? bid.limit : segment.high);
      segment.low = std::max(segment.low, buys ? segment.low : bid.limit + 1);
    }
  }
  for (const LimitOrder& ask : asks) {
    if (ask.lots == 0) continue;
    for (Mils below = 0; below < 2; ++below) {
      Segment& segment = here[static_cast<std::size_t>(below)];
      const bool sells = ask.limit <= price - below;
      segment.supply += sells ? ask.lots : 0;
      segment.low = std::max(segment.low, sells ? ask.limit : segment.low);
      segment.high = std::min(segment.high, sells ? segment.high : ask.limit - 1);
    }
  }
  return here;
}

/// Demand falls with the price and supply rises, so the volume is greatest where they cross: at the least price at
/// which supply is no less than demand, or in the segment just below. Supply at p less demand at p, plus all demand, is
/// the lots of asks up to p and of bids below p; so the crossing is where those reach all demand.
Candidate best_price(Orders bids, Orders asks, Mils last_price, std::vector<PricePoint>& points) {
  const Lots demanded = total(bids);
  if (demanded == 0 || total(asks) == 0) return {.price = last_price};
  const auto steps = [&](auto&& take) {
    for (const LimitOrder& bid : bids) take(PricePoint{bid.limit + 1, bid.lots});
    for (const LimitOrder& ask : asks) take(PricePoint{ask.limit, ask.lots});
  };
  const Mils crossing = price_reaching(steps, demanded, points);
  const auto [segment, segment_below] = segments_at(bids, asks, crossing);
  const Candidate at = segment.nearest(last_price);
  const Candidate below = segment_below.nearest(last_price);
  const Candidate& best = better(below, at, last_price) ? below : at;
  return best.volume > 0 ? best : Candidate{.price = last_price};
}

/// The limit at which this side's `volume` runs out, best limits first. 1 ≤ volume ≤ all lots.
Mils marginal_limit(Orders orders, bool buying, Lots volume, std::vector<PricePoint>& points) {
  const auto limits = [&](auto&& take) {
    for (const LimitOrder& order : orders) take(PricePoint{order.limit, order.lots});
  };
  return price_reaching(limits, buying ? total(orders) - volume + 1 : volume, points);
}

/// The side that the price leaves nothing of: each of its orders that the price meets is filled.
void fill_all(Orders orders, bool buying, Mils price, std::vector<Lots>& fills) {
  for (std::size_t i = 0; i < orders.size(); ++i)
    if (buying ? orders[i].limit >= price : orders[i].limit <= price) fills[i] = orders[i].lots;
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
  const auto serve = [&](Orders orders, bool buying, Lots wanted, std::vector<Lots>& fills) {
    if (wanted == best.volume)
      fill_all(orders, buying, best.price, fills);
    else
      fill(orders, buying, best.volume, remainder_draw, points, fills);
  };
  serve(bids, true, best.demand, bid_fills);
  serve(asks, false, best.supply, ask_fills);
  return {best.price, best.volume};
}

}  // namespace tt::rules
