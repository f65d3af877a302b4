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
#include "rules/state/hasher.hpp"
#include "rules/state/record.hpp"

namespace tt::rules {
namespace {

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
  visit_record(writer, visitable(world));
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
  visit_record(reader, world);
  reader.scalar(hash);
  reader.scalar(world.last_hash);
  if (!reader.sound || !reader.in.empty() || !is_consistent(world) || !is_on_record(world) || hash != state_hash(world))
    return std::nullopt;
  return world;
}

}  // namespace tt::rules
