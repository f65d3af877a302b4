// Slow hashes and tries of secrets: who has to wait for whom, and what is not worked out at all.
#include "server/house/hasher.hpp"

#include <doctest/doctest.h>

#include <array>
#include <future>
#include <memory>
#include <string>

#include "server/named_buckets.hpp"

using namespace tt::server;
using Line = Hasher::Line;

namespace {

/// Keeps the threads of a hasher busy until they are let go.
class Jam {
 public:
  explicit Jam(Hasher& hasher) {
    for (std::promise<void>& gate : gates_) {
      const auto busy = std::make_shared<std::promise<void>>();
      REQUIRE(hasher.hash(Line::kLogIn, {}, "jam", [busy, open = gate.get_future().share()](const std::string&) {
        busy->set_value();
        open.wait();
      }));
      busy->get_future().wait();
    }
  }
  ~Jam() {
    while (let_one_go()) {
    }
  }
  bool let_one_go() {
    if (gone_ == gates_.size()) return false;
    gates_[gone_++].set_value();
    return true;
  }

 private:
  std::array<std::promise<void>, Hasher::kAtOnce> gates_;
  std::size_t gone_ = 0;
};

}  // namespace

TEST_CASE("a guest has one hash at a time, an address a few, and each another when it is done") {
  std::promise<void> done;
  Hasher hasher;
  const auto nothing = [](const std::string&) {};
  Jam jam(hasher);
  CHECK(hasher.hash(Line::kChange, {1, "a"}, "x", [&](const std::string&) {
    // Whoever hears the answer may ask again at once.
    CHECK(hasher.hash(Line::kChange, {1, "a"}, "x", [&](const std::string&) { done.set_value(); }));
  }));
  CHECK_FALSE(hasher.hash(Line::kLogIn, {1, "b"}, "x", nothing));
  for (std::uint64_t guest = 2; guest <= kHashesPerAddressMax; ++guest)
    CHECK(hasher.hash(Line::kLogIn, {guest, "a"}, "x", nothing));
  CHECK_FALSE(hasher.hash(Line::kLogIn, {9, "a"}, "x", nothing));
  CHECK(hasher.hash(Line::kLogIn, {9, "b"}, "x", nothing));
  jam.let_one_go();
  done.get_future().wait();
}

TEST_CASE("log-ins go before doors, and doors before new secrets") {
  std::promise<void> all;
  std::string order;
  Hasher hasher;
  Jam jam(hasher);
  const auto ask = [&](Line line, std::uint64_t guest, char letter) {
    return hasher.hash(line, {guest, {}}, "x", [&, letter](const std::string&) {
      order += letter;
      if (order.size() == 6) all.set_value();
    });
  };
  CHECK(ask(Line::kChange, 1, 'c'));
  CHECK(ask(Line::kChange, 2, 'c'));
  CHECK(ask(Line::kDoor, 3, 'd'));
  CHECK(ask(Line::kDoor, 4, 'd'));
  CHECK(ask(Line::kLogIn, 5, 'l'));
  CHECK(ask(Line::kLogIn, 6, 'l'));
  jam.let_one_go();  // one thread, so that there is one order
  all.get_future().wait();
  CHECK(order == "llddcc");
}

TEST_CASE("a line that is full keeps no other line from being asked") {
  Hasher hasher;
  const auto nothing = [](const std::string&) {};
  Jam jam(hasher);
  for (std::size_t n = 0; n < kHashesWaitingMax; ++n) CHECK(hasher.hash(Line::kChange, {}, "x", nothing));
  CHECK_FALSE(hasher.hash(Line::kChange, {}, "x", nothing));
  CHECK(hasher.hash(Line::kLogIn, {}, "x", nothing));
}

TEST_CASE("a hash that names another price than ours is nobody's, the right secret or not") {
  Hasher hasher;
  const auto right = [&](const std::string& hash) {
    const auto told = std::make_shared<std::promise<bool>>();
    REQUIRE(hasher.verify(Line::kLogIn, {}, hash, "a warm bread oven", [told](bool is) { told->set_value(is); }));
    return told->get_future().get();
  };
  CHECK(right("$argon2id$v=19$m=19456,t=2,p=1$y97LjmOwrofxh5Wihj7YyQ$ooGrVMxJivblpjugY7CwbBmxJkPMl5sCEOxPG1dCP4Y"));
  CHECK_FALSE(right("$argon2id$v=19$m=8,t=1,p=1$bnEoNlZJluwHw5D1DTnC7w$0e5BpU+YCyBvB06DbAIBQ8slzooFxVJTJCVxgAPAryk"));
  CHECK_FALSE(
      right("$argon2id$v=19$m=19456,t=3,p=1$9naDexLRSP2W8r72ZQ/7sQ$Bes3dQq6Hpk1BiLzPfleGJaaN5nQsWZUpZt2VD3WFYg"));
  CHECK_FALSE(right("removed"));
  CHECK_FALSE(right(""));
}

TEST_CASE("tries run out and come back one by one, each name's for itself") {
  NamedBuckets tries(0.05, 3, 100);
  const NamedBuckets::Time start;
  for (int n = 0; n < 3; ++n) CHECK(tries.take("ann", start));
  CHECK_FALSE(tries.take("ann", start));
  CHECK(tries.take("bob", start));
  CHECK_FALSE(tries.take("ann", start + std::chrono::seconds(19)));
  CHECK(tries.take("ann", start + std::chrono::seconds(21)));
  CHECK_FALSE(tries.take("ann", start + std::chrono::seconds(21)));
  tries.give_back("ann");
  CHECK(tries.take("ann", start + std::chrono::seconds(21)));
  tries.give_back("nobody");
}

TEST_CASE("a flood of names does not wash away the tries of the one under attack") {
  NamedBuckets tries(0.05, 3, 100);
  const NamedBuckets::Time start;
  for (int n = 0; n < 3; ++n) CHECK(tries.take("ann", start));
  for (int n = 0; n < 1'000; ++n) CHECK(tries.take("name " + std::to_string(n), start));
  CHECK_FALSE(tries.take("ann", start));
}
