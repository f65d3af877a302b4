// The hash of anything whose fields are listed.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "rules/core/random.hpp"
#include "rules/state/fields.hpp"

namespace tt::rules {

template <class Derived>
struct Visitor {
  template <class... T>
  void all(T&... fields) {
    (visit_fields(static_cast<Derived&>(*this), fields), ...);
  }
};

template <class T>
[[nodiscard]] std::uint64_t bits_of(T x) {
  return static_cast<std::uint64_t>(x);
}

/// Four lanes of multiply-and-fold over 64-bit words, taken in turn so that none waits for the one before. Not for
/// security: the journal has its own chain.
struct Hasher : Visitor<Hasher> {
  static constexpr std::size_t kLanes = 4;
  std::array<std::uint64_t, kLanes> lanes{0x5EED'0F'7EC4'0'7A21ULL, 1, 2, 3};
  std::size_t next = 0;

  static void take(std::uint64_t& lane, std::uint64_t x) {
    x = (lane ^ x) * 0xD1B5'4A32'D192'ED03ULL;
    lane = x ^ (x >> 32U);
  }
  /// Two words by one full product, both halves of it.
  static void take(std::uint64_t& lane, std::uint64_t x, std::uint64_t y) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{x ^ 0xA076'1D64'78BD'642FULL} * (y ^ lane);
    lane = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  }
  void word(std::uint64_t x) {
    take(lanes[next], x);
    next = (next + 1) % kLanes;
  }
  template <class T>
  void scalar(const T& x) {
    word(bits_of(x));
  }
  /// Numbers as the bytes a little-endian machine holds.
  template <class T>
  void numbers(std::span<const T> values) {
    static_assert(std::endian::native == std::endian::little, "elsewhere the bytes of each number must be turned");
    const auto* const bytes = reinterpret_cast<const char*>(values.data());
    const std::size_t count = values.size() * sizeof(T);
    std::size_t at = 0;
    for (std::array<std::uint64_t, 2 * kLanes> words; at + sizeof words <= count; at += sizeof words) {
      std::memcpy(words.data(), bytes + at, sizeof words);
      for (std::size_t lane = 0; lane < kLanes; ++lane) take(lanes[lane], words[2 * lane], words[2 * lane + 1]);
    }
    for (; at < count; at += 8) {
      std::uint64_t last = 0;
      std::memcpy(&last, bytes + at, std::min<std::size_t>(8, count - at));
      word(last);
    }
  }
  [[nodiscard]] Hash result() const {
    std::uint64_t all = next;
    for (const std::uint64_t lane : lanes) all = mix(all ^ lane);
    return all;
  }
  void text(const std::string& x) {
    word(x.size());
    for (std::size_t at = 0; at < x.size(); at += 8) {
      std::uint64_t chunk = 0;
      for (std::size_t i = at; i < x.size() && i < at + 8; ++i)
        chunk |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(x[i])) << (8 * (i - at));
      word(chunk);
    }
  }
  std::size_t size(std::size_t n) {
    word(n);
    return n;
  }
  std::size_t choice(std::size_t index, std::size_t) {
    word(index);
    return index;
  }
};

}  // namespace tt::rules
