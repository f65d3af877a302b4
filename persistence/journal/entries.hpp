// Entries as bytes: technotariat.store.v1.Batch. Bytes from a file are hostile until they have passed here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"

namespace tt::persistence {

/// One row holds at most this many entries and bytes: a hostile row of 256 KiB unpacks to some 8 MiB of messages, and
/// the largest sound entry (a line of chat: 280 characters of four bytes) is
/// below 1 300 bytes.
inline constexpr std::size_t kRowEntriesMax = 4096;
inline constexpr std::size_t kRowBytesMax = 256 * 1024;
inline constexpr std::size_t kEntryBytesMax = 1536;

/// What one journal row will hold.
struct Row {
  std::uint64_t count = 0;
  std::string entries;
};

/// Packs the entries into as few rows as the limits allow. Fails, naming the entry by its position (from 1), if one
/// could not be read back: a number the store cannot hold, a name that is not UTF-8, or more than kEntryBytesMax.
Result<std::vector<Row>> pack(std::span<const Entry> entries);

/// The entries of one row; fails unless there are exactly `count` sound ones. `first_index` is for the words of the
/// failure.
Result<std::vector<Entry>> unpack(std::string_view row, std::uint64_t first_index, std::uint64_t count);

}  // namespace tt::persistence
