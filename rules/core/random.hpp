// Counter-based randomness: a draw is a function of (world seed, stream, tick, entity, k) and of nothing else, so no
// visiting order, thread or other actor's behaviour can shift it. Finaliser: splitmix64 (Steele, Lea, Flood 2014, "Fast
// splittable pseudorandom number generators").
#pragma once

#include <cstdint>

#include "rules/core/units.hpp"

namespace tt::rules {

/// Every use of chance has a stream of its own.
enum class Stream : std::uint32_t {
  kGenesis = 1,
  kNames,
  kSeparation,
  kSearch,
  kSearchOrder,
  kOffersMet,
  kDismissal,
  kReferencePrice,
  kManagerTemper,
  kRemainder,
  kVoteTemper,
  kShareRemainder,
  kFounding,
  kForesight,
  kDispute,
  kUnionCard,
  kBoard,
  kInvesting,
  kCredit,
  kEnding,
  kLawTemper,
  kSealed,
};

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t z) {
  z += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

/// The draws of one world in one tick.
struct Dice {
  std::uint64_t seed = 0;
  std::uint32_t tick = 0;

  [[nodiscard]] constexpr std::uint64_t draw(Stream stream, std::uint64_t entity, std::uint64_t k = 0) const {
    const auto place = (static_cast<std::uint64_t>(stream) << 32U) | tick;
    return mix(mix(mix(seed ^ mix(place)) ^ entity) + k * 0xD1B54A32D192ED03ULL);
  }
  /// Uniform in 0 … n−1, n > 0 (Lemire's multiply-shift; its bias is below n/2^64).
  [[nodiscard]] constexpr std::int64_t below(std::int64_t n, Stream stream, std::uint64_t entity,
                                             std::uint64_t k = 0) const {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::int64_t>((static_cast<Wide>(draw(stream, entity, k)) * static_cast<std::uint64_t>(n)) >>
                                     64U);
  }
};

}  // namespace tt::rules
