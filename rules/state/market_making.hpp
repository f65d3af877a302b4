// What the public market maker would trade, and what it has made of its money. It quotes wide around prices that it
// follows slowly, from a budget that is small against the world's money, so that it is there where nobody else is and
// there is little to be got out of it.
#pragma once

#include <algorithm>

#include "rules/core/units.hpp"
#include "rules/state/maker.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline constexpr Bp kMakerSpread = 1'000;    ///< least distance of a quote from the reference price, either way
inline constexpr Bp kMakerFollows = 100;     ///< of the reference price: the most it moves in a tick
inline constexpr Lots kMakerPart = 2;        ///< at most a half of what it could still buy, or has to sell, at a time
inline constexpr Mils kMakerFunding = 26;    ///< ticks in which the treasury makes up what is missing from the budget
inline constexpr Mils kMakerOfTreasury = 8;  ///< with at most this part of what the treasury has

/// The two orders it places in an auction; of no lots where it does not deal.
struct MakerQuote {
  Mils bid = 1;
  Lots bid_lots = 0;
  Mils ask = 1;
  Lots ask_lots = 0;
};

/// All it may have, in cash and stock; 0 where the law has no market maker.
[[nodiscard]] inline Mils maker_budget(const World& world) {
  return share_of(world.money(), world.scenario.parameters[Parameter::kMarketMaker]);
}

/// What its stock of a good would bring at the reference price.
[[nodiscard]] inline Mils maker_holds(const World& world, Good good) {
  return world.maker.stock[index_of(good)] * world.maker.reference[index_of(good)];
}

[[nodiscard]] inline Mils maker_worth(const World& world) {
  Mils worth = world.maker.cash;
  for (const Good good : kAllGoods) worth += maker_holds(world, good);
  return worth;
}

/// The more it holds of a good, the lower both quotes: a full store is not filled further and an empty one not sold
/// out. Without a budget it sells what it has.
[[nodiscard]] inline MakerQuote maker_quote(const World& world, Good good) {
  MakerQuote quote;
  const Mils reference = world.maker.reference[index_of(good)];
  if (!is_dealt_in(good) || reference == 0) return quote;
  constexpr Mils kDealtIn = std::count_if(kAllGoods.begin(), kAllGoods.end(), is_dealt_in);
  const Lots stock = world.maker.stock[index_of(good)];
  const Mils budget = maker_budget(world) / kDealtIn;
  const Mils room = std::max<Mils>(0, budget - maker_holds(world, good));
  const Bp full = budget > 0 ? static_cast<Bp>(kOne - mul_div(room, kOne, budget)) : Bp{kOne};
  quote.bid = std::max<Mils>(1, share_of(reference, kOne - kMakerSpread - share_of(kMakerSpread, full)));
  quote.bid_lots = std::min(room / kMakerPart, world.maker.cash) / quote.bid;
  quote.ask = share_of(reference, kOne + kMakerSpread + share_of(kMakerSpread, kOne - full)) + 1;
  quote.ask_lots = (stock + kMakerPart - 1) / kMakerPart;
  if (budget == 0) quote.ask = std::max<Mils>(1, share_of(reference, kOne - kMakerSpread));
  return quote;
}

}  // namespace tt::rules
