// The units of the economy. Integers only: the same journal must give the same state on every machine.
#pragma once

#include <cstdint>

namespace tt::rules {

using Mils = std::int64_t;      ///< money: 1/1000 of a cent; 100 000 to the crown
using Lots = std::int64_t;      ///< goods, whole lots: quantity × price is exact
using Bp = std::int32_t;        ///< rates, shares, skill, effort: 10 000 = 1
using ShortBp = std::uint16_t;  ///< the same of what millions have each: 0 to 6.5535
using Tick = std::uint32_t;     ///< ticks closed since players could enter; one tick is one week of work
using Hash = std::uint64_t;

inline constexpr Mils kCrown = 100'000;
inline constexpr Bp kOne = 10'000;

/// a × b ÷ c as if through 128 bits, truncated towards zero. c ≠ 0; the quotient must fit 64 bits. Nearly every product
/// fits 64 bits, and there the division costs a fifth.
[[nodiscard]] constexpr std::int64_t mul_div(std::int64_t a, std::int64_t b, std::int64_t c) {
  std::int64_t product = 0;
  if (!__builtin_mul_overflow(a, b, &product)) [[likely]]
    return product / c;
  __extension__ using Wide = __int128;
  return static_cast<std::int64_t>(static_cast<Wide>(a) * b / c);
}

/// The share `bp` of `whole`, truncated towards zero.
[[nodiscard]] constexpr std::int64_t share_of(std::int64_t whole, std::int64_t bp) {
  return mul_div(whole, bp, kOne);
}

}  // namespace tt::rules
