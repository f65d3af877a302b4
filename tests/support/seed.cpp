#include "tests/support/seed.hpp"

namespace tt::test {
namespace {

std::uint64_t& run_seed() {
  static std::uint64_t value = 1;
  return value;
}

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

}  // namespace

std::uint64_t seed() {
  return run_seed();
}
void set_seed(std::uint64_t seed) {
  run_seed() = seed;
}

Draws::Draws(std::uint64_t stream) : state_(mix(run_seed()) ^ mix(stream + 0x9E3779B97F4A7C15ULL)) {}

std::uint64_t Draws::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  return mix(state_);
}

std::int64_t Draws::below(std::int64_t n) {
  return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(n));
}

std::int64_t Draws::between(std::int64_t least, std::int64_t most) {
  return least + below(most - least + 1);
}

bool Draws::one_in(std::int64_t n) {
  return below(n) == 0;
}

}  // namespace tt::test
