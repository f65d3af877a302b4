#include <doctest/doctest.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>

#include "protocol/codec/events.hpp"
#include "protocol/codec/views.hpp"
#include "rules/rules.hpp"
#include "tests/protocol/replica.hpp"
#include "tests/support/seed.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

/// Equal but for events, of which a replica keeps more: those of `latest` must be its last.
bool agrees(const v1::Snapshot& replica, const v1::Snapshot& latest) {
  v1::Snapshot held = replica;
  const int surplus = held.events_size() - latest.events_size();
  if (surplus < 0) return false;
  held.mutable_events()->DeleteSubrange(0, surplus);
  return pb::util::MessageDifferencer::Equals(held, latest);
}

std::string draw_name(test::Draws& draws) {
  constexpr const char* kNames[] = {"", "Ada", "Brigid", "Cem"};
  return draws.pick(kNames);
}

/// Some rows changed, some added, perhaps a tick closed.
rules::PublicView next_view(const rules::PublicView& before, test::Draws& draws) {
  rules::PublicView after = before;
  for (rules::SeatRow& row : after.seats)
    if (draws.one_in(3)) row.name = draw_name(draws);
  if (draws.one_in(3)) {
    const auto number = static_cast<std::uint32_t>(after.seats.size() * 7 + 3);
    after.seats.push_back({.household = rules::HouseholdId{number}, .name = draw_name(draws)});
  }
  for (rules::EnterpriseRow& row : after.enterprises)
    if (draws.one_in(3)) row.wage = draws.below(1000);
  if (draws.one_in(3)) {
    const auto number = static_cast<std::uint32_t>(after.enterprises.size());
    after.enterprises.push_back({.enterprise = rules::EnterpriseId{number}, .name = draw_name(draws), .open = true});
  }
  if (draws.one_in(2)) return after;

  ++after.world.tick;
  after.world.state_hash = draws.next();
  for (std::size_t good = 0; good < rules::kGoods; ++good) {
    if (draws.one_in(3)) continue;
    after.markets[good].price = draws.below(1000);
    after.markets[good].demand.assign(static_cast<std::size_t>(draws.below(4)), {draws.below(9), draws.below(9)});
  }
  after.history.push_back({.tick = after.world.tick, .employed = static_cast<std::uint32_t>(draws.below(50))});
  for (std::int64_t left = draws.below(6); left > 0; --left)
    after.events.push_back({.tick = after.world.tick, .kind = rules::EventKind::kHired, .value = draws.below(3)});
  while (after.events.size() > 8) after.events.erase(after.events.begin());
  return after;
}

rules::PublicView first_view() {
  rules::PublicView view;
  for (std::size_t good = 0; good < rules::kGoods; ++good) view.markets[good].good = rules::kAllGoods[good];
  view.seats.push_back({.household = rules::HouseholdId{1}, .name = "Ada"});
  view.enterprises.push_back({.enterprise = rules::EnterpriseId{0}, .name = "Bakers"});
  return view;
}

std::vector<bool> draw_readiness(std::size_t seats, test::Draws& draws) {
  std::vector<bool> ready(seats);
  for (std::size_t row = 0; row < seats; ++row) ready[row] = draws.one_in(2);
  return ready;
}

rules::Event event(std::int64_t value) {
  return {.tick = 1, .kind = rules::EventKind::kHired, .value = value};
}

}  // namespace

TEST_CASE("a replica fed with deltas is what a new snapshot says") {
  test::Draws draws(301);
  for (int round = 0; round < 50; ++round) {
    rules::PublicView view = first_view();
    std::vector<bool> ready = draw_readiness(view.seats.size(), draws);
    v1::Snapshot replica = encode_snapshot(view, "harbour", {ready});
    for (int step = 0; step < 20; ++step) {
      const rules::PublicView next = next_view(view, draws);
      const std::vector<bool> next_ready = draw_readiness(next.seats.size(), draws);
      const v1::Delta delta = encode_delta(view, next, "harbour", {next_ready}, ready);
      test::merge(replica, delta);
      REQUIRE_MESSAGE(agrees(replica, encode_snapshot(next, "harbour", {next_ready})), delta.ShortDebugString());
      view = next;
      ready = next_ready;
    }
  }
}

TEST_CASE("a delta holds what changed and nothing else") {
  const rules::PublicView before = first_view();
  CHECK(is_empty(encode_delta(before, before, "harbour")));

  rules::PublicView after = before;
  after.enterprises.push_back({.enterprise = rules::EnterpriseId{1}, .name = "Weavers"});
  after.seats[0].standing = 5;
  const v1::Delta delta = encode_delta(before, after, "harbour");
  CHECK_FALSE(delta.has_world());
  CHECK_FALSE(delta.has_history());
  CHECK(delta.markets().empty());
  REQUIRE(delta.enterprises().id_size() == 1);
  CHECK(delta.enterprises().id(0) == 2);
  REQUIRE(delta.seats().id_size() == 1);
  CHECK(delta.seats().name(0) == "Ada");
}

TEST_CASE("becoming ready alone makes a delta of that seat") {
  rules::PublicView view = first_view();
  view.seats.push_back({.household = rules::HouseholdId{9}, .name = "Cem"});
  const v1::Delta delta = encode_delta(view, view, "harbour", {{false, true}}, {false, false});
  REQUIRE(delta.seats().id_size() == 1);
  CHECK(delta.seats().id(0) == 10);
  CHECK(delta.seats().ready(0));
  CHECK_FALSE(delta.has_world());
}

TEST_CASE("new events are told apart from old ones") {
  using Events = std::vector<rules::Event>;
  CHECK(known_events(Events{}, Events{event(1)}) == 0);
  CHECK(known_events(Events{event(1)}, Events{event(1)}) == 1);
  CHECK(known_events(Events{event(1), event(2)}, Events{event(2), event(3)}) == 1);
  CHECK(known_events(Events{event(1), event(2)}, Events{event(3), event(4)}) == 0);
  CHECK_MESSAGE(known_events(Events{event(1)}, Events{event(1), event(1)}) == 1, "the same thing happened again");
  CHECK(known_events(Events{event(1), event(2), event(1)}, Events{event(1), event(2)}) == 1);
}

TEST_CASE("a real world can be followed by deltas alone") {
  rules::World world = rules::found_world(*rules::find_scenario("hamlet"), test::seed());
  rules::PublicView view = rules::public_view(world);
  v1::Snapshot replica = encode_snapshot(view, "hamlet");
  for (const rules::Role role : {rules::Role::kWorker, rules::Role::kCapitalist, rules::Role::kMember}) {
    const rules::TakeSeat sit{rules::free_seat(world, role), 7, "Ada", rules::Controller::kPlayer};
    REQUIRE(rules::apply(world, rules::HostAction{sit}) == rules::SeatRefusal::kNone);
    for (int tick = 0; tick < 5; ++tick) {
      rules::close_tick(world);
      const rules::PublicView next = rules::public_view(world);
      const v1::Delta delta = encode_delta(view, next, "hamlet");
      CHECK_MESSAGE(delta.history().tick_size() == 1, "the history of one tick, and none again");
      test::merge(replica, delta);
      view = next;
      REQUIRE(agrees(replica, encode_snapshot(view, "hamlet")));
    }
  }
  CHECK(replica.history().tick_size() == static_cast<int>(view.history.size()));
}

}  // namespace tt::protocol
