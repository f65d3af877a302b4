// The numbers of the economy that no scenario changes, each with its reason.
#pragma once

#include <array>

#include "rules/core/units.hpp"

namespace tt::rules {

inline constexpr std::int64_t kTicksAYear = 52;

// Production.
inline constexpr Lots kLotsPerWorker = 100;  ///< a standard worker's tick: skill and effort 10 000
/// Made of what labour the missing materials leave idle, by scavenging and mending: so that no trade can stop for ever
/// for want of another.
inline constexpr Bp kMakeDo = 3'000;

// Work. The margin of hours lets pay and output give way before jobs do.
inline constexpr Bp kMinHours = 6'000;  ///< of a normal week
inline constexpr Bp kMaxHours = 11'000;
inline constexpr Bp kLeastSecondShare = 1'000;  ///< of one's time in a second job
inline constexpr Bp kMostSecondShare = 5'000;
inline constexpr Bp kNewcomers = 7'000;  ///< a newcomer's productivity; full after the training ticks

// Money at the start: five weeks' pay a household keeps trade liquid without idle hoards; four a worker carry an
// enterprise to its first sale.
inline constexpr Mils kStartWage = 1'000 * kCrown;
inline constexpr std::int64_t kStartWeeksHousehold = 5;
inline constexpr std::int64_t kStartWeeksEnterprise = 4;
inline constexpr std::int64_t kStartWeeksOwner = 20;
inline constexpr std::int64_t kStartBankDivisor = 10;  ///< the bank starts with a tenth of a week's pay a head

// Enterprises.
inline constexpr std::uint32_t kWorkersPerEnterprise = 400;  ///< the most places one may offer
inline constexpr std::uint16_t kTicksEmptyToClose = 8;
/// The asking price's steps: a stock offered at one price sells all or nothing and makes supply jump.
inline constexpr std::array<Bp, 5> kAskSteps{8'400, 9'200, 10'000, 10'800, 11'600};

// Co-operatives. The default split follows Mondragon's practice in kind (reserves first, then accounts), leaning to
// pay-out.
inline constexpr std::int64_t kWorkingWeeks = 4;  ///< base pay held back before anything counts as surplus
inline constexpr Bp kSurplusPerTick = 2'000;      ///< of what is divisible, so a good week does not empty the till
inline constexpr std::int64_t kAccountWeeks = 6;  ///< of base pay a capital account may hold; the excess is paid out
inline constexpr std::int64_t kReserveWeeks = 4;  ///< of base pay per member; a full reserve's part is distributed
inline constexpr std::size_t kOpenMotionsPerAssembly = 6;

// Technostism: machines do nearly all, and have for half a year. Past it prices fall without end, so a world stops.
inline constexpr Bp kTechnostismShare = 9'000;
inline constexpr std::uint32_t kTechnostismTicks = 26;

// Treasury.
inline constexpr std::int64_t kTreasuryHeadWeeksDivisor =
    4;  ///< above a quarter week's pay a head, an eighth is paid out: no idle hoard

// Actions.
inline constexpr std::uint32_t kActionsPerTick = 32;
inline constexpr Mils kMaxPrice = 100'000 * kCrown;  ///< × kMaxQuantity = 1e16 mils, far inside 64 bits
inline constexpr Lots kMaxQuantity = 1'000'000;
inline constexpr Mils kMaxWage = 100'000 * kCrown;
inline constexpr Mils kMaxAmount = 1'000'000'000 * kCrown;
inline constexpr Bp kMinEffort = 5'000;
inline constexpr Bp kMaxEffort = 12'000;
inline constexpr Bp kMaxSpending = 20'000;

}  // namespace tt::rules
