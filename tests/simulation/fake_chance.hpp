// libsodium's generator, replaced by a seeded one: tokens, codes, epochs and names repeat with the seed.
#pragma once

#include <cstdint>

namespace tt::test {

/// For the whole program, from here on.
void use_fake_chance(std::uint64_t seed);

}  // namespace tt::test
