// Disputes over pay between an owner and a union: the stages they go through and what they leave behind.
#pragma once

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// Ticks from a demand to the first possible strike: time enough to avert it.
inline constexpr std::uint16_t kNotice = 2;
/// Ticks without another demand after an agreement, and the least wage it binds to meanwhile: half a year.
inline constexpr std::uint16_t kPeace = 26;
/// Density from which a union speaks for the people of an enterprise.
inline constexpr Bp kSpeaksForAll = 5'000;
/// Strike pay of a card holder, of mean pay.
inline constexpr Bp kStrikePay = 3'000;

[[nodiscard]] inline bool on_strike(const World& world, EnterpriseId id) {
  return world.enterprises.dispute[id] == Dispute::kStrike;
}

/// The least wage the owner may offer: what an agreement in force says, or nothing.
[[nodiscard]] inline Mils agreed_wage(const World& world, EnterpriseId id) {
  return world.enterprises.peace_ticks[id] > 0 ? world.enterprises.agreement[id] : 0;
}

/// Smoothed operating profit per worker and tick; below zero at a loss.
[[nodiscard]] inline Mils profit_per_worker(const World& world, EnterpriseId id) {
  return world.enterprises.profit_average[id] / std::max<Mils>(1, world.enterprises.workers[id]);
}

/// What the demand asks for above the present wage, per person and normal week.
[[nodiscard]] inline Mils raise_demanded(const World& world, EnterpriseId id) {
  return std::max<Mils>(0, world.enterprises.demanded[id] - world.enterprises.wage[id]);
}

/// What a card holder there would get of the fund for a tick on strike.
[[nodiscard]] inline Mils strike_pay(const World& world, EnterpriseId id) {
  const Mils holders = std::max<Mils>(1, share_of(world.enterprises.workers[id], world.enterprises.density[id]));
  return std::min(share_of(world.mean_pay, kStrikePay), world.strike_fund / holders);
}

/// A dispute ends with the side that is no more.
inline void forget_dispute(Enterprises& firms, EnterpriseId id) {
  firms.dispute[id] = Dispute::kNone;
  firms.answer[id] = Answer::kNone;
  firms.dispute_ticks[id] = firms.peace_ticks[id] = 0;
  firms.demanded[id] = firms.agreement[id] = 0;
}

}  // namespace tt::rules
