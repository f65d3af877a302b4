// SHA-256, for two uses: the name of a tournament's conditions, and seeds that say nothing about each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tt::tournament {

/// 64 hexadecimal digits.
[[nodiscard]] std::string digest(std::string_view text);

/// A seed for one purpose and number: the first eight bytes, little-endian, of SHA-256(purpose ‖ 0 ‖ master ‖ number).
/// Who knows one of them learns nothing about the master or the others, so a bot's seed does not betray its world's.
[[nodiscard]] std::uint64_t derived_seed(std::uint64_t master, std::string_view purpose, std::uint64_t number);

}  // namespace tt::tournament
