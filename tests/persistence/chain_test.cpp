#include "persistence/journal/chain.hpp"

#include <doctest/doctest.h>

#include "tests/persistence/examples.hpp"

namespace tt::persistence {

namespace {

std::string hex(const ChainHash& hash) {
  std::string text;
  for (const unsigned char byte : hash) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

}  // namespace

TEST_CASE("the chain is what its grammar says, byte for byte") {
  // Worked out apart from the program, with Python's hashlib over the bytes the grammar names.
  const Genesis genesis{"w", "hamlet", "T", 1, 2, 3};
  CHECK(hex(genesis_hash(genesis)) == "99387fd1ee3bed9612126623fa16bb060ec2e84bb36a0f7731d9976699b55b68");
  const ChainHash row = row_hash(genesis_hash(genesis), 1, 2, "abc");
  CHECK(hex(row) == "77ffe68f5de743036a6ac34fd8477f2797f6499df3850cfc50d467c7a2dfc110");
  CHECK(hex(snapshot_seal(row, 2, "state")) == "87ef4e64b05771ec0599efebf41df873e3141af7626c260e1307edaf9d22bed9");
}

TEST_CASE("every part of the founding row is in its hash") {
  const Genesis original = test::genesis();
  const auto differs = [&](auto change) {
    Genesis other = original;
    change(other);
    return genesis_hash(other) != genesis_hash(original);
  };
  CHECK(differs([](Genesis& g) { g.world += "x"; }));
  CHECK(differs([](Genesis& g) { g.scenario += "x"; }));
  CHECK(differs([](Genesis& g) { g.title += "x"; }));
  CHECK(differs([](Genesis& g) { ++g.seed; }));
  CHECK(differs([](Genesis& g) { ++g.rules_version; }));
  CHECK(differs([](Genesis& g) { ++g.state_hash; }));
  CHECK_MESSAGE(differs([](Genesis& g) {
                  g.title.insert(0, 1, g.scenario.back());
                  g.scenario.pop_back();
                }),
                "a letter moved from one text to the next");
}

}  // namespace tt::persistence
