// Chance comes in at the edge, here: seeds, epochs, names of worlds and guests. All of it is libsodium's, as tokens and
// codes are, so that a simulation replaces one source (randombytes_set_implementation) and has replaced them all.
#pragma once

#include <cstdint>
#include <string>

namespace tt::server {

[[nodiscard]] std::uint64_t random_number();
/// Uniform in 0 … n−1; n > 0.
[[nodiscard]] std::uint32_t random_below(std::uint32_t n);
/// So many letters and digits of 27 that make no words: 4.75 bits each.
[[nodiscard]] std::string random_text(std::size_t length);

}  // namespace tt::server
