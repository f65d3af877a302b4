#include "tests/simulation/fake_chance.hpp"

#include <sodium.h>

#include <stdexcept>

#include "tests/support/seed.hpp"

namespace tt::test {
namespace {

// libsodium's interface is functions without an argument for their state.
Draws& draws() {
  static Draws all(0);
  return all;
}

const char* name() {
  return "simulation";
}
std::uint32_t number() {
  return static_cast<std::uint32_t>(draws().next());
}
void buffer(void* const to, const std::size_t size) {
  for (std::size_t at = 0; at < size; ++at) static_cast<unsigned char*>(to)[at] = static_cast<unsigned char>(number());
}

}  // namespace

void use_fake_chance(std::uint64_t seed) {
  static randombytes_implementation implementation{name, number, nullptr, nullptr, buffer, nullptr};
  // The library draws for itself when it starts: before the story, or the first story of a program would be another.
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  draws() = Draws(seed);
  randombytes_set_implementation(&implementation);
}

}  // namespace tt::test
