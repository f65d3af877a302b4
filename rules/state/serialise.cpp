// Saving, loading and hashing of the state. Format: kStateFormat as u32, then every field of fields.hpp in order, last
// the state hash; integers little-endian at their own width, counts and text lengths as u64.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

#include "rules/rules.hpp"
#include "rules/state/consistent.hpp"
#include "rules/state/fields.hpp"

namespace tt::rules {
namespace {

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

struct Writer : Visitor<Writer> {
  std::string out;

  template <class T>
  void scalar(const T& x) {
    const std::uint64_t bits = bits_of(x);
    for (std::size_t i = 0; i < sizeof(T); ++i) out.push_back(static_cast<char>((bits >> (8 * i)) & 0xFFU));
  }
  void text(const std::string& x) {
    scalar(std::uint64_t{x.size()});
    out += x;
  }
  std::size_t size(std::size_t n) {
    scalar(std::uint64_t{n});
    return n;
  }
  std::size_t choice(std::size_t index, std::size_t) {
    scalar(static_cast<std::uint8_t>(index));
    return index;
  }
};

/// Never reads past the end; after the first fault everything it gives is empty.
struct Reader : Visitor<Reader> {
  std::string_view in;
  bool sound = true;

  template <class T>
  void scalar(T& x) {
    if (in.size() < sizeof(T)) {
      sound = false;
      in = {};
      x = T{};
      return;
    }
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
      bits |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(in[i])) << (8 * i);
    in.remove_prefix(sizeof(T));
    if constexpr (std::is_same_v<T, bool>) {
      sound = sound && bits <= 1;
      x = bits != 0;
    } else {
      x = static_cast<T>(bits);
    }
  }
  void text(std::string& x) {
    x.resize(size(0));
    in.copy(x.data(), x.size());
    in.remove_prefix(x.size());
  }
  /// An item is at least a byte, so no count may exceed what is left: a damaged count cannot ask for more memory than
  /// 200 times the input.
  std::size_t size(std::size_t) {
    std::uint64_t n = 0;
    scalar(n);
    if (n > in.size()) {
      sound = false;
      n = 0;
    }
    return static_cast<std::size_t>(n);
  }
  std::size_t choice(std::size_t, std::size_t alternatives) {
    std::uint8_t index = 0;
    scalar(index);
    if (index < alternatives) return index;
    sound = false;
    return 0;
  }
};

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
  void word(std::uint64_t x) {
    take(lanes[next], x);
    next = (next + 1) % kLanes;
  }
  template <class T>
  void scalar(const T& x) {
    word(bits_of(x));
  }
  /// A column as the bytes a little-endian machine holds.
  template <class T>
  void numbers(const std::vector<T>& values) {
    static_assert(std::endian::native == std::endian::little, "elsewhere the bytes of each number must be turned");
    word(values.size());
    const auto* const bytes = reinterpret_cast<const char*>(values.data());
    const std::size_t count = values.size() * sizeof(T);
    std::size_t at = 0;
    for (std::array<std::uint64_t, kLanes> words; at + sizeof words <= count; at += sizeof words) {
      std::memcpy(words.data(), bytes + at, sizeof words);
      for (std::size_t lane = 0; lane < kLanes; ++lane) take(lanes[lane], words[lane]);
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

/// Writers and hashers only read; the one list of fields serves both ways, so constness is set aside here and nowhere
/// else.
World& visitable(const World& world) {
  return const_cast<World&>(world);
}

}  // namespace

Hash state_hash(const World& world) {
  Hasher hasher;
  visit_world(hasher, visitable(world));
  return hasher.result();
}

std::string save(const World& world) {
  Writer writer;
  writer.scalar(kStateFormat);
  visit_world(writer, visitable(world));
  writer.scalar(state_hash(world));
  writer.scalar(world.last_hash);
  return std::move(writer.out);
}

std::optional<World> load(std::string_view bytes) {
  Reader reader;
  reader.in = bytes;
  std::uint32_t format = 0;
  reader.scalar(format);
  if (format != kStateFormat) return std::nullopt;
  World world;
  Hash hash = 0;
  visit_world(reader, world);
  reader.scalar(hash);
  reader.scalar(world.last_hash);
  if (!reader.sound || !reader.in.empty() || !is_consistent(world) || hash != state_hash(world)) return std::nullopt;
  return world;
}

}  // namespace tt::rules
