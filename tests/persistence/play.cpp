#include "tests/persistence/play.hpp"

#include "rules/state/constants.hpp"

#include <doctest/doctest.h>

#include "rules/rules.hpp"
#include "rules/state/scenario_text.hpp"

namespace tt::test {

namespace {

persistence::WorldFile made(const std::filesystem::path& path, std::uint64_t seed) {
  auto file = persistence::WorldFile::create(path, hamlet(seed));
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return std::move(*file);
}

}  // namespace

persistence::Genesis hamlet(std::uint64_t seed) {
  rules::Scenario scenario = *rules::find_scenario("hamlet");
  scenario.title = "Played";
  return {"played", rules::to_text(scenario), "Played",
          seed,     rules::kRulesVersion,     rules::state_hash(rules::found_world(scenario, seed))};
}

Play::Play(const std::filesystem::path& path, std::uint64_t seed)
    : world_([&] {
        rules::Scenario scenario = *rules::find_scenario("hamlet");
        scenario.title = "Played";
        return rules::found_world(scenario, seed);
      }()),
      file_(made(path, seed)),
      last_close_(rules::public_view(world_)),
      draws_(seed),
      me_(rules::free_seat(world_, rules::Role::kCapitalist)) {
  const rules::HostAction sit = rules::TakeSeat{me_, 42, "Ada", rules::Controller::kPlayer};
  REQUIRE(rules::apply(world_, sit) == rules::SeatRefusal::kNone);
  append({persistence::Command{sit, 42, next_request_++}});
}

rules::Action Play::draw() {
  const rules::EnterpriseId enterprise{static_cast<std::uint32_t>(draws_.below(world_.enterprises.count()))};
  switch (draws_.below(6)) {
    case 0:
      return rules::SetEffort{static_cast<rules::Bp>(draws_.between(5'000, 12'000))};
    case 1:
      return rules::SetSpending{static_cast<rules::Bp>(draws_.between(0, 20'000))};
    case 2:
      return rules::OfferWork{enterprise, draws_.between(500, 1'500) * rules::kCrown, 12};
    case 3:
      return rules::SetProduction{enterprise, draws_.between(5, 20) * rules::kCrown, draws_.between(0, 1'000)};
    case 4:
      return rules::PlaceOrder{rules::Good::kProvisions, rules::Side::kBuy, draws_.between(0, 5), 12 * rules::kCrown};
    default:
      return rules::Invest{enterprise, draws_.between(1, 10) * rules::kCrown};
  }
}

void Play::act(int tries) {
  std::vector<persistence::Entry> accepted;
  for (int at = 0; at < tries; ++at) {
    const rules::Action action = draw();
    if (rules::apply(world_, me_, action) == rules::Rejection::kNone)
      accepted.push_back(persistence::Command{persistence::SeatedAction{me_, action}, 42, next_request_++});
  }
  append(std::move(accepted));
}

void Play::ruin() {
  std::vector<persistence::Entry> accepted;
  for (const rules::EnterpriseId id : world_.enterprises.ids())
    for (const rules::Action& action : {rules::Action{rules::OfferWork{id, rules::kCrown, 0}},
                                        rules::Action{rules::SetProduction{id, rules::kMaxPrice, 0}}})
      if (rules::apply(world_, me_, action) == rules::Rejection::kNone)
        accepted.push_back(persistence::Command{persistence::SeatedAction{me_, action}, 42, next_request_++});
  append(std::move(accepted));
}

void Play::leave() {
  const rules::HostAction handed_over = rules::SetController{me_, rules::Controller::kCaretaker};
  REQUIRE(rules::apply(world_, handed_over) == rules::SeatRefusal::kNone);
  append({persistence::Command{handed_over, 42, next_request_++}});
}

void Play::close() {
  rules::close_tick(world_);
  append({persistence::TickClose{world_.clock, rules::state_hash(world_)}});
  last_close_ = rules::public_view(world_);
}

void Play::save_snapshot() {
  const auto saved = file_.save_snapshot(file_.last_index(), rules::save(world_));
  REQUIRE_MESSAGE(saved.has_value(), (saved ? "" : saved.error().text()));
}

void Play::append(std::vector<persistence::Entry> entries) {
  const auto appended = file_.append(entries);
  REQUIRE_MESSAGE(appended.has_value(), (appended ? "" : appended.error().text()));
}

}  // namespace tt::test
