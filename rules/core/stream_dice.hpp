// The dice of one stream in one tick, for who draws for everybody: what all those draws have in common is mixed once.
#pragma once

#include <cstdint>

#include "rules/core/random.hpp"

namespace tt::rules {

class StreamDice {
 public:
  constexpr StreamDice(const Dice& dice, Stream stream)
      : common_(mix(dice.seed ^ mix((static_cast<std::uint64_t>(stream) << 32U) | dice.tick))) {}

  /// As `Dice::draw` of the stream.
  [[nodiscard]] constexpr std::uint64_t draw(std::uint64_t entity, std::uint64_t k = 0) const {
    return mix(mix(common_ ^ entity) + k * 0xD1B54A32D192ED03ULL);
  }
  /// As `Dice::below` of the stream.
  [[nodiscard]] constexpr std::int64_t below(std::int64_t n, std::uint64_t entity, std::uint64_t k = 0) const {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::int64_t>((static_cast<Wide>(draw(entity, k)) * static_cast<std::uint64_t>(n)) >> 64U);
  }

 private:
  std::uint64_t common_;
};

static_assert(StreamDice({7, 3}, Stream::kSearch).draw(5, 2) == Dice{7, 3}.draw(Stream::kSearch, 5, 2));
static_assert(StreamDice({7, 3}, Stream::kSearch).below(9, 5, 2) == Dice{7, 3}.below(9, Stream::kSearch, 5, 2));

}  // namespace tt::rules
