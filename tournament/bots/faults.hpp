// What can go wrong with a program in a seat. Closed, in the order in which they are stored: add at the end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rules/core/units.hpp"

namespace tt::tournament {

enum class Fault : std::uint8_t {
  kNone = 0,
  kNotStarted,     ///< no `ready` within the start-up limit, three times over
  kLate,           ///< orders after the limit and the bank: none taken
  kUnreadable,     ///< not a message of the protocol, or not the one that was due: none taken
  kImpostor,       ///< orders for somebody else's seat: none taken
  kTooManyOrders,  ///< more than the rules take in a tick: the first are taken
  kFlood,          ///< more bytes than a message may have, or messages nobody asked for
  kCrashed,        ///< the process ended, or closed its output
  kHung,           ///< has said nothing any more since it was late for the first time
  kTooManyProcesses,
};
inline constexpr std::size_t kFaults = static_cast<std::size_t>(Fault::kTooManyProcesses) + 1;

/// "late", "did-not-start": lower case, joined by hyphens; stands in results as it is. Empty for kNone.
[[nodiscard]] std::string_view name_of(Fault fault);

/// How a program behaved in one match.
struct Conduct {
  std::array<std::uint32_t, kFaults> counts{};
  Fault out = Fault::kNone;  ///< why its seat gave no orders from then on
  rules::Tick out_tick = 0;  ///< the first tick without it; of meaning only if it is out
  bool operator==(const Conduct&) const = default;
};

}  // namespace tt::tournament
