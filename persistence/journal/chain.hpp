// The hash chain of a world file: SQLite has no checksums of its own, and a flipped bit can turn one sound row into
// another. It proves integrity, not authorship: whoever can write the file can forge a whole new chain.
//
//   hash(0) = SHA-256( "technotariat.world.1" 00 ‖ str(world) ‖ str(scenario) ‖ str(title)
//                      ‖ u64(seed) ‖ u32(rules_version) ‖ u64(state_hash) )          the genesis row
//   hash(n) = SHA-256( hash(n−1) ‖ u64(first_index) ‖ u64(count) ‖ entries )          the n-th journal row
//   seal    = SHA-256( "technotariat.snapshot.1" 00 ‖ hash(n) ‖ u64(after_index) ‖ state )   row n holds entry
//   after_index
//
//   u32, u64: little-endian.  str(s): u64(bytes of s) ‖ s.  entries: the row's technotariat.store.v1.Batch, as stored.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "persistence/world_file.hpp"

namespace tt::persistence {

using ChainHash = std::array<unsigned char, 32>;

[[nodiscard]] ChainHash genesis_hash(const Genesis& genesis);
[[nodiscard]] ChainHash row_hash(const ChainHash& before, std::uint64_t first_index, std::uint64_t count,
                                 std::string_view entries);
[[nodiscard]] ChainHash snapshot_seal(const ChainHash& row, std::uint64_t after_index, std::string_view state);

[[nodiscard]] std::string_view bytes_of(const ChainHash& hash);

}  // namespace tt::persistence
