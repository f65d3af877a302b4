// Bytes of a world, whole and damaged.
#include <doctest/doctest.h>

#include <string>

#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

/// A world with something in every list.
std::string busy_world() {
  World world = tt::test::seated_hamlet(21);
  Draws draws(600);
  for (int tick = 0; tick < 12; ++tick) tt::test::play_tick(world, 6, draws);
  return save(world);
}

constexpr std::size_t kTrailer =
    sizeof(Hash);  ///< last_hash closes the bytes and is itself not part of the hashed state

}  // namespace

TEST_CASE("loading what was saved gives the same state and the same bytes") {
  const std::string bytes = busy_world();
  const auto world = load(bytes);
  REQUIRE(world.has_value());
  CHECK(!world->motions.empty());
  CHECK(!world->pantries.empty());
  CHECK(!world->events.empty());
  CHECK(save(*world) == bytes);
}

TEST_CASE("a flipped bit anywhere is refused") {
  const std::string bytes = busy_world();
  Draws draws(601);
  for (int round = 0; round < 1'500; ++round) {
    std::string damaged = bytes;
    const auto at = static_cast<std::size_t>(draws.below(std::ssize(bytes) - static_cast<std::ptrdiff_t>(kTrailer)));
    damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1 << draws.below(8)));
    CAPTURE(at);
    REQUIRE(!load(damaged).has_value());
  }
}

TEST_CASE("bytes that end early, go on, or were never a world are refused") {
  const std::string bytes = busy_world();
  Draws draws(602);
  for (int round = 0; round < 300; ++round) {
    const auto length = static_cast<std::size_t>(draws.below(std::ssize(bytes)));
    CAPTURE(length);
    REQUIRE(!load(std::string_view(bytes).substr(0, length)).has_value());
  }
  CHECK(!load(bytes + '\0').has_value());
  CHECK(!load("").has_value());
  for (int round = 0; round < 300; ++round) {
    std::string noise = bytes.substr(0, 4);  // the format number, to get past the door
    for (std::int64_t i = draws.below(4'000); i > 0; --i) noise.push_back(static_cast<char>(draws.below(256)));
    REQUIRE(!load(noise).has_value());
  }
}

TEST_CASE("a damaged stretch never crashes the reader nor makes it take much memory") {
  const std::string bytes = busy_world();
  Draws draws(603);
  for (int round = 0; round < 500; ++round) {
    std::string damaged = bytes;
    const auto from = static_cast<std::size_t>(draws.below(std::ssize(bytes)));
    const char filler = draws.pick({'\0', '\x7F', '\xFF'});
    for (std::size_t i = from; i < std::min(from + static_cast<std::size_t>(draws.between(1, 64)), bytes.size()); ++i)
      damaged[i] = filler;
    const auto world = load(damaged);
    if (world) REQUIRE(save(*world) == damaged);
  }
}

TEST_CASE("rows of figures and events are those that were entered: others are refused, though all else fits") {
  const auto sound = load(busy_world());
  REQUIRE(sound.has_value());
  World other = *sound;
  other.history.back().volume[0] += 1;
  CHECK_FALSE(load(save(other)).has_value());
  other = *sound;
  REQUIRE_FALSE(other.events.empty());
  other.events.front().value += 1;
  CHECK_FALSE(load(save(other)).has_value());
  other.events.front().value -= 1;
  CHECK(load(save(other)).has_value());
}
