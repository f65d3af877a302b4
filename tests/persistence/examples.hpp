// Journal entries and founding rows to try the store with. They need not make sense to the rules.
#pragma once

#include <string>
#include <vector>

#include "persistence/world_file.hpp"
#include "tests/support/seed.hpp"

namespace tt::test {

[[nodiscard]] persistence::Genesis genesis();

/// A function of the index alone, so that a reader can tell whether an entry is the one that was written. All kinds
/// take turns.
[[nodiscard]] persistence::Entry entry_at(std::uint64_t index);
/// entry_at(first) … entry_at(first + count − 1).
[[nodiscard]] std::vector<persistence::Entry> entries_from(std::uint64_t first, std::uint64_t count);

/// Every field in words; equal words, equal entries.
[[nodiscard]] std::string words(const persistence::Entry& entry);

/// How many entries in a row, from 1, are entry_at of their index; fails the test on a gap or a strange one.
[[nodiscard]] std::uint64_t count_expected(persistence::WorldFile& file);

}  // namespace tt::test
