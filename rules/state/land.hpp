// Land: parcels that give people room to work. There is always as much of it; each has one owner, a person, an
// enterprise or the commons.
#pragma once

#include <cstdint>

#include "rules/core/units.hpp"

namespace tt::rules {

/// What an enterprise has of land and wants of it.
struct Site {
  Lots parcels = 0;     ///< its own
  Lots used = 0;        ///< in the last tick: its own, rented and common ones
  Lots rented = 0;      ///< of these
  Lots common = 0;      ///< of these, from the commons
  Lots wanted = 0;      ///< to rent, every tick
  Mils rent_limit = 0;  ///< at most, each
  Lots buy = 0;         ///< at the next land auction
  Lots sell = 0;
  Mils limit = 0;  ///< of the order to buy or sell
  std::uint8_t uses_commons = 0;
};

/// The commons: land held for common use. It never sells.
struct Commons {
  Mils cash = 0;
  Lots parcels = 0;
  Mils closing_cash = 0;  ///< as of the last close: what may be shown
  Mils given = 0;         ///< in the running tick
  Mils last_given = 0;    ///< in the last tick
  Mils last_paid = 0;     ///< as commons dividend in the last tick
};

struct Rents {
  Mils price = 0;       ///< of a parcel for the last tick
  Mils slow_price = 0;  ///< smoothed over a season
  Lots parcels = 0;     ///< let
};

inline constexpr std::int64_t kYardWorkers = 2;    ///< standard workers whom an enterprise without land has room for
inline constexpr std::int64_t kParcelWorkers = 6;  ///< and each parcel
inline constexpr std::int64_t kPeopleAParcel = 6;  ///< parcels there are for a population: scarce, but not at first
inline constexpr Bp kCommonLand = 1'000;           ///< part of it that is common from the start
inline constexpr std::int64_t kTicksOfRent = 150;  ///< that a parcel is thought to be worth: three years, as machines

/// Standard workers a site has room for; beyond, each adds half.
[[nodiscard]] constexpr std::int64_t room_on(const Site& site) {
  return kYardWorkers + site.used * kParcelWorkers;
}

}  // namespace tt::rules
