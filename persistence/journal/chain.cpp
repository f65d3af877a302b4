#include "persistence/journal/chain.hpp"

#include <sodium.h>

namespace tt::persistence {

namespace {

// The terminating zero is part of each: no title can run into the next field.
constexpr std::string_view kWorldDomain{"technotariat.world.1", 21};
constexpr std::string_view kSnapshotDomain{"technotariat.snapshot.1", 24};

class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }

  Sha256& raw(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return *this;
  }
  template <class Unsigned>
  Sha256& number(Unsigned value) {
    std::array<char, sizeof(Unsigned)> bytes{};
    for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<char>((value >> (8 * at)) & 0xFFU);
    return raw({bytes.data(), bytes.size()});
  }
  Sha256& text(std::string_view bytes) { return number(static_cast<std::uint64_t>(bytes.size())).raw(bytes); }

  [[nodiscard]] ChainHash finish() {
    ChainHash hash;
    crypto_hash_sha256_final(&state_, hash.data());
    return hash;
  }

 private:
  crypto_hash_sha256_state state_;
};

}  // namespace

ChainHash genesis_hash(const Genesis& genesis) {
  return Sha256()
      .raw(kWorldDomain)
      .text(genesis.world)
      .text(genesis.scenario)
      .text(genesis.title)
      .number(genesis.seed)
      .number(genesis.rules_version)
      .number(genesis.state_hash)
      .finish();
}

ChainHash row_hash(const ChainHash& before, std::uint64_t first_index, std::uint64_t count, std::string_view entries) {
  return Sha256().raw(bytes_of(before)).number(first_index).number(count).raw(entries).finish();
}

ChainHash snapshot_seal(const ChainHash& row, std::uint64_t after_index, std::string_view state) {
  return Sha256().raw(kSnapshotDomain).raw(bytes_of(row)).number(after_index).raw(state).finish();
}

std::string_view bytes_of(const ChainHash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace tt::persistence
