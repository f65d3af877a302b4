// Non-interference: the same server twice, from the same seed, with the same people; but one of them decides something
// else in secret. Until that has a public effect, nobody else may be sent one other byte.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "protocol/codec/envelope.hpp"
#include "protocol/limits.hpp"
#include "server/log.hpp"
#include "technotariat/v1/session.pb.h"
#include "tests/persistence/faulty_disk.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/simulation/fake_chance.hpp"
#include "tests/simulation/fake_process.hpp"
#include "tests/simulation/founded_town.hpp"
#include "tests/simulation/hidden.hpp"
#include "tests/simulation/link.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::test {
namespace {

namespace v1 = technotariat::v1;
using protocol::Mapping;

/// One of the two: its people, and every byte each of them was sent.
class Twin {
 public:
  explicit Twin(std::uint64_t seed, const std::string& town = founded_town()) : seed_(seed), draws_(seed) {
    use_fake_chance(seed);
    std::filesystem::create_directories(folder_ / "worlds");
    replace_bytes(folder_ / "worlds/town.world", town);
    process_ = std::make_unique<FakeProcess>(folder_.path(), clock_);
  }
  ~Twin() {
    for (auto& [name, person] : people_) person.link->vanish();
    disk_.cut_power();
    process_.reset();
  }
  Twin(const Twin&) = delete;
  Twin& operator=(const Twin&) = delete;

  void come(const std::string& name) {
    Person& person = people_[name];
    person.link = std::make_shared<Link>(clock_, draws_, true);
    person.link->heal();
    person.link->connect(process_->new_session(Mapping::kBinary));
    v1::ClientEnvelope hello;
    hello.mutable_hello()->set_protocol_version(protocol::kProtocolVersion);
    hello.mutable_hello()->set_name(name);
    ask(name, hello);
    v1::ClientEnvelope enter;
    enter.mutable_enter_world()->set_world("town");
    ask(name, enter);
  }
  /// The answer.
  v1::ServerEnvelope ask(const std::string& name, v1::ClientEnvelope request) {
    Person& person = people_[name];
    request.set_request_id(++person.last_request);
    person.link->send_to_server(protocol::serialise(request, Mapping::kBinary));
    const std::size_t before = person.frames.size();
    settle();
    for (std::size_t at = before; at < person.frames.size(); ++at) {
      auto envelope = protocol::parse_server(person.frames[at], Mapping::kBinary);
      if (envelope && envelope->request_id() == person.last_request) return std::move(*envelope);
    }
    FAIL("no answer");
    return {};
  }
  /// From here on work comes in an order of its own, however much was asked before.
  void begin_afresh() { draws_ = Draws(~seed_); }
  void sit(const std::string& name, v1::Role role) {
    v1::ClientEnvelope request;
    request.mutable_take_seat()->set_role(role);
    REQUIRE(ask(name, request).has_receipt());
  }
  void pass(std::chrono::milliseconds time) {
    for (const auto end = clock_.now() + time; clock_.now() < end; settle())
      clock_.advance_to(clock_.now() + std::chrono::milliseconds(50));
  }
  [[nodiscard]] const std::vector<std::string>& frames(const std::string& name) { return people_[name].frames; }

 private:
  struct Person {
    std::shared_ptr<Link> link;
    std::uint64_t last_request = 0;
    std::vector<std::string> frames;
  };
  void settle() {
    for (bool busy = true; busy;) {
      busy = process_->step(draws_);
      for (auto& [name, person] : people_) {
        if (person.link->server_has_mail()) person.link->hand_to_server(), busy = true;
        if (person.link->client_has_mail()) person.frames.push_back(person.link->take_at_client()), busy = true;
      }
    }
  }

  std::uint64_t seed_;
  Draws draws_;
  TempFolder folder_;
  FaultyDisk disk_;
  FakeClock clock_;
  std::unique_ptr<FakeProcess> process_;
  std::map<std::string, Person> people_;
};

/// What the secretive one does: the same kinds of things in either world, but others.
v1::ClientEnvelope secret(std::int64_t kind, Draws& draws) {
  v1::ClientEnvelope request;
  switch (kind) {
    case 0:
      request.mutable_act()->mutable_set_effort()->set_effort_bp(
          static_cast<std::uint32_t>(draws.between(1'000, 13'000)));
      break;
    case 1: {
      auto& order = *request.mutable_act()->mutable_place_order();
      order.set_good(v1::GOOD_PROVISIONS);
      order.set_side(v1::SIDE_BUY);
      order.set_quantity_lots(static_cast<std::uint32_t>(draws.between(1, 3)));
      order.set_limit_price_mils(static_cast<std::uint64_t>(draws.between(1, 20)) * 100'000);
      break;
    }
    case 2: {
      auto& routine = *request.mutable_set_routine();
      const auto mils = static_cast<std::uint64_t>(draws.between(1, 1'000));
      routine.mutable_action()->mutable_back_commons()->set_amount_mils(mils);
      routine.add_stops()->set_figure(v1::STOP_FIGURE_TICK);
      routine.mutable_stops(0)->set_value(9);
      break;
    }
    default:
      request.mutable_act()->mutable_set_spending()->set_share_bp(static_cast<std::uint32_t>(draws.below(20'000)));
      break;
  }
  return request;
}

/// What the others ask meanwhile: everything that could tell.
void look_around(Twin& twin) {
  v1::ClientEnvelope effort;
  effort.mutable_act()->mutable_set_effort()->set_effort_bp(9'000);
  twin.ask("Ann", effort);
  v1::ClientEnvelope forecast;
  forecast.mutable_ask_forecast()->add_draft()->mutable_set_effort()->set_effort_bp(11'000);
  twin.ask("Ann", forecast);
  v1::ClientEnvelope why;
  why.mutable_ask_why()->set_figure(v1::FIGURE_CASH);
  twin.ask("Ann", why);
  for (const char* const name : {"Ann", "Eve"}) {
    v1::ClientEnvelope house;
    house.mutable_read_house();
    twin.ask(name, house);
    v1::ClientEnvelope worlds;
    worlds.mutable_list_worlds();
    twin.ask(name, worlds);
    v1::ClientEnvelope course;
    course.mutable_read_course();
    twin.ask(name, course);
    // The last close, and from every seat that could be Bob's.
    for (std::uint32_t seat = 0; seat < 6; ++seat) {
      v1::ClientEnvelope past;
      past.mutable_read_past()->set_tick(1);
      past.mutable_read_past()->set_as_seat_id(seat);
      twin.ask(name, past);
    }
    v1::ClientEnvelope again;
    again.mutable_enter_world()->set_world("town");
    twin.ask(name, again);
  }
}

/// Where somebody sits is told anew whenever anybody is ready or not.
void have_seats_told(Twin& twin) {
  for (const bool ready : {true, false}) {
    v1::ClientEnvelope request;
    request.mutable_set_ready()->set_ready(ready);
    request.mutable_set_ready()->set_tick(1);
    REQUIRE(twin.ask("Ann", request).has_receipt());
    twin.pass(std::chrono::milliseconds(200));
  }
}

struct Seen {
  std::vector<std::string> ann;  ///< up to the close
  std::vector<std::string> eve;
  std::vector<std::string> bob;
  std::vector<std::string> ann_after;
};

/// Bob decides in secret; Ann has a seat, Eve only watches.
Seen live(std::uint64_t seed, v1::Role bobs, const std::function<void(Twin&)>& decide) {
  Twin twin(seed);
  for (const char* const name : {"Bob", "Ann", "Eve"}) twin.come(name);
  twin.sit("Bob", bobs);
  twin.sit("Ann", v1::ROLE_WORKER);
  twin.pass(std::chrono::milliseconds(3'500));
  decide(twin);
  twin.begin_afresh();
  have_seats_told(twin);
  look_around(twin);
  twin.pass(std::chrono::milliseconds(500));
  Seen seen{twin.frames("Ann"), twin.frames("Eve"), twin.frames("Bob"), {}};
  twin.pass(std::chrono::milliseconds(3'500));
  seen.ann_after = twin.frames("Ann");
  return seen;
}

/// By the draws of `choice`.
Seen live(std::uint64_t seed, std::uint64_t choice) {
  return live(seed, v1::ROLE_CAPITALIST, [&](Twin& twin) {
    Draws kinds(seed);
    Draws draws(choice);
    for (int n = 0; n < 6; ++n) twin.ask("Bob", secret(kinds.below(4), draws));
  });
}

struct Probed {
  std::vector<std::string> ann;  ///< up to the close
  std::vector<std::string> ann_after;
  std::size_t hidden = 0;  ///< of Bob's decisions, those that were accepted
  std::size_t taken = 0;   ///< of Ann's probes
  std::size_t refused = 0;
};

/// Bob decides by the draws of `choice` what could matter to others; Ann tries everything whose answer could tell.
Probed probe(std::uint64_t seed, std::uint64_t choice, const std::string& town) {
  Twin twin(seed, town);
  for (const char* const name : {"Bob", "Ann"}) twin.come(name);
  const bool members = seed % 2 == 0;
  twin.sit("Bob", members ? v1::ROLE_MEMBER : v1::ROLE_CAPITALIST);
  twin.sit("Ann", seed % 3 == 0 ? v1::ROLE_WORKER : v1::ROLE_MEMBER);
  twin.pass(std::chrono::milliseconds(3'500));
  Probed probed;
  Draws draws(choice);
  for (const v1::ClientEnvelope& request : hidden_decisions(standing_of(twin.frames("Bob")), draws))
    probed.hidden += twin.ask("Bob", request).has_receipt() ? 1 : 0;
  twin.begin_afresh();
  for (const v1::ClientEnvelope& request : probes(standing_of(twin.frames("Ann")))) {
    const bool taken = twin.ask("Ann", request).has_receipt();
    ++(taken ? probed.taken : probed.refused);
    if ((probed.taken + probed.refused) % 20 == 0) twin.pass(std::chrono::milliseconds(400));
  }
  have_seats_told(twin);
  v1::ClientEnvelope line;
  line.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD);
  line.mutable_say()->set_text("How many are we?");
  twin.ask("Ann", line);
  probed.ann = twin.frames("Ann");
  twin.pass(std::chrono::milliseconds(3'500));
  probed.ann_after = twin.frames("Ann");
  return probed;
}

/// What a watcher asks: everything that could tell, of every tick there is or might be.
void watch_closely(Twin& twin, std::uint32_t closed) {
  const auto ask = [&](const std::function<void(v1::ClientEnvelope&)>& fill) {
    v1::ClientEnvelope request;
    fill(request);
    twin.ask("Eve", request);
  };
  for (std::uint32_t tick = 0; tick <= closed; ++tick) ask([&](auto& e) { e.mutable_read_past()->set_tick(tick); });
  ask([&](auto& e) {
    e.mutable_read_past()->set_tick(closed);
    e.mutable_read_past()->set_as_seat_id(1);
  });
  ask([](auto& e) { e.mutable_read_course(); });
  ask([](auto& e) { e.mutable_read_house(); });
  ask([](auto& e) { e.mutable_list_worlds(); });
  ask([](auto& e) { e.mutable_ask_scores(); });
  ask([](auto& e) { e.mutable_ask_copy(); });
  ask([](auto& e) { e.mutable_ask_why()->set_figure(v1::FIGURE_CASH); });
  ask([](auto& e) {
    e.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD);
    e.mutable_say()->set_text("What are they up to?");
  });
  ask([](auto& e) { e.mutable_enter_world()->set_world("town"); });
}

struct Watched {
  std::vector<std::string> eve;        ///< while the tick is kept from her
  std::vector<std::string> eve_after;  ///< with the close by which it comes out
  std::vector<std::string> ann;
  std::vector<std::string> bob;
};

constexpr std::uint32_t kLate = 2;

/// Bob decides and talks by the draws of `choice` in the second tick; Eve has no seat and sees two ticks behind.
Watched watch(std::uint64_t seed, std::uint64_t choice, const std::string& town) {
  constexpr std::chrono::milliseconds kTick(3'000);
  Twin twin(seed, town);
  for (const char* const name : {"Bob", "Ann", "Eve"}) twin.come(name);
  twin.sit("Bob", v1::ROLE_CAPITALIST);
  twin.sit("Ann", v1::ROLE_WORKER);
  twin.pass(kTick + std::chrono::milliseconds(500));
  Draws kinds(seed);
  Draws draws(choice);
  for (int n = 0; n < 6; ++n) twin.ask("Bob", secret(kinds.below(4), draws));
  v1::ClientEnvelope talk;
  talk.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD);
  talk.mutable_say()->set_text("I have " + std::to_string(draws.between(100, 999)));
  twin.ask("Bob", talk);
  twin.begin_afresh();
  watch_closely(twin, 1);
  for (std::uint32_t closed = 2; closed < 2 + kLate; ++closed) {
    twin.pass(kTick);
    watch_closely(twin, closed);
  }
  Watched seen{twin.frames("Eve"), {}, twin.frames("Ann"), twin.frames("Bob")};
  twin.pass(kTick);
  seen.eve_after = twin.frames("Eve");
  return seen;
}

}  // namespace

TEST_CASE("what somebody decides in secret changes no byte that others are sent, until it has a public effect") {
  server::log::quiet();
  static_cast<void>(founded_town());
  int compared = 0;
  int had_effect = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Seen one = live(seed, 2 * seed);
    const Seen other = live(seed, 2 * seed + 1);
    ++compared;
    CHECK(one.bob != other.bob);
    CHECK_MESSAGE(one.ann == other.ann, "another seat was told");
    CHECK_MESSAGE(one.eve == other.eve, "a watcher was told");
    had_effect += one.ann_after != other.ann_after ? 1 : 0;
  }
  CHECK(compared == 200);
  CHECK(had_effect > 100);
}

TEST_CASE("no answer to any action tells what others have decided in the running tick") {
  server::log::quiet();
  const std::string town = founded_town(0, "mixed-economy");
  int had_effect = 0;
  Probed all;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const Probed one = probe(seed, 2 * seed, town);
    const Probed other = probe(seed, 2 * seed + 1, town);
    CHECK_MESSAGE(one.ann == other.ann, "another seat was told");
    had_effect += one.ann_after != other.ann_after ? 1 : 0;
    all.hidden += one.hidden + other.hidden;
    all.taken += one.taken;
    all.refused += one.refused;
  }
  CHECK(had_effect > 100);
  CHECK(all.hidden > 400);
  CHECK(all.taken > 1'000);
  CHECK(all.refused > 1'000);
}

TEST_CASE("whoever leaves to found an enterprise is shown where they were until the tick closes") {
  server::log::quiet();
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    const auto act = [&](const auto& fill) {
      return live(seed, v1::ROLE_MEMBER, [&](Twin& twin) {
        v1::ClientEnvelope request;
        fill(twin, *request.mutable_act());
        const v1::ServerEnvelope answer = twin.ask("Bob", request);
        REQUIRE_MESSAGE(answer.has_receipt(), answer.ShortDebugString());
      });
    };
    const Seen stays = act([](Twin&, v1::Action& action) { action.mutable_set_effort()->set_effort_bp(7'000); });
    const Seen leaves = act([](Twin& twin, v1::Action& action) {
      auto& found = *action.mutable_found_enterprise();
      found.set_name("Quiet Leaving");
      found.set_form(v1::FORM_PROPRIETARY);
      found.set_product(v1::GOOD_PROVISIONS);
      found.set_capital_mils(standing_of(twin.frames("Bob")).cash_mils);
    });
    CHECK_MESSAGE(stays.ann == leaves.ann, "another seat was told");
    CHECK_MESSAGE(stays.eve == leaves.eve, "a watcher was told");
    CHECK(stays.ann_after != leaves.ann_after);
  }
}

TEST_CASE("what is decided and said in a tick changes no byte that a watcher is sent before that tick has come out") {
  server::log::quiet();
  const std::string town = founded_town(kLate);
  int compared = 0;
  int public_for_players = 0;
  int came_out = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const Watched one = watch(seed, 2 * seed, town);
    const Watched other = watch(seed, 2 * seed + 1, town);
    ++compared;
    CHECK_MESSAGE(one.eve == other.eve, "a watcher was told");
    public_for_players += one.ann != other.ann ? 1 : 0;
    came_out += one.eve_after != other.eve_after ? 1 : 0;
  }
  CHECK(compared == 100);
  CHECK(public_for_players == 100);  // they hear what is said
  CHECK(came_out == 100);
}

}  // namespace tt::test
