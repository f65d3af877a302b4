// The house as a fold over its events: no server, no clock.
#include "server/house/house.hpp"

#include <doctest/doctest.h>

#include "server/limits.hpp"

using namespace tt::server;

namespace {

constexpr std::uint64_t kOwner = 1;
constexpr std::uint64_t kAnn = 2;
constexpr std::uint64_t kBob = 3;

/// A house that takes events one after the other.
struct Told {
  House house{kOwner};
  std::uint64_t now_ms = 1'700'000'000'000;

  void came(std::uint64_t guest, v1::HouseRole role, std::uint32_t invitation = 0) {
    HouseEvent event;
    event.mutable_came_in()->set_guest(guest);
    event.mutable_came_in()->set_name("Somebody");
    event.mutable_came_in()->set_role(role);
    event.mutable_came_in()->set_invitation(invitation);
    house.take(event);
  }
  void measure(v1::Measure measure, std::uint64_t about) {
    HouseEvent event;
    event.mutable_measure_taken()->set_measure(measure);
    event.mutable_measure_taken()->set_guest(about);
    house.take(event);
  }
  void invite(const std::string& hash, std::uint32_t uses, std::uint64_t expires_ms) {
    HouseEvent event;
    auto& made = *event.mutable_invitation_made();
    made.set_code_hash(hash);
    made.set_role(v1::HOUSE_ROLE_PLAYER);
    made.set_uses(uses);
    made.set_expires_ms(expires_ms);
    house.take(event);
  }
  void rules(const v1::HouseRules& rules) {
    HouseEvent event;
    *event.mutable_rules() = rules;
    house.take(event);
  }
  void said(std::uint64_t by, v1::ChatChannel channel, const std::string& text, std::uint64_t to = 0,
            std::uint32_t enterprise = 0) {
    HouseEvent event;
    event.set_time_ms(now_ms += 3'000);
    event.set_player(by);
    event.mutable_said()->set_channel(channel);
    event.mutable_said()->set_to(to);
    event.mutable_said()->set_enterprise_id(enterprise);
    event.mutable_said()->set_text(text);
    house.take(event);
  }
};

v1::HouseRules private_rules() {
  v1::HouseRules rules;
  rules.set_by_invitation(true);
  return rules;
}

}  // namespace

TEST_CASE("nobody comes in as the owner: that is said by the accounts alone") {
  Told told;
  told.came(kAnn, v1::HOUSE_ROLE_OWNER);
  CHECK(told.house.role_of(kAnn) == v1::HOUSE_ROLE_PLAYER);
  CHECK(told.house.role_of(kOwner) == v1::HOUSE_ROLE_OWNER);
}

TEST_CASE("an invitation is good until it is used up, expired or revoked") {
  Told told;
  told.invite("a", 2, 1'000);
  told.invite("b", 9, 500);
  CHECK(told.house.good_invitation("a", 999) == 1);
  CHECK(told.house.good_invitation("a", 1'000) == 0);
  CHECK(told.house.good_invitation("b", 499) == 2);
  CHECK(told.house.good_invitation("c", 0) == 0);
  CHECK(told.house.open_invitations(600) == 1);
  told.came(kAnn, v1::HOUSE_ROLE_PLAYER, 1);
  CHECK(told.house.good_invitation("a", 0) == 1);
  told.came(kBob, v1::HOUSE_ROLE_PLAYER, 1);
  CHECK(told.house.good_invitation("a", 0) == 0);
  HouseEvent revoke;
  revoke.set_invitation_revoked(2);
  told.house.take(revoke);
  CHECK(told.house.good_invitation("b", 0) == 0);
  CHECK(!told.house.has_invitation(2));
}

TEST_CASE("of the invitations that are not good any more hosts see the latest, and of the others all") {
  Told told;
  const auto revoke = [&](std::uint32_t id) {
    HouseEvent event;
    event.set_invitation_revoked(id);
    told.house.take(event);
  };
  for (std::uint32_t n = 1; n <= 100; ++n) {
    told.invite(std::to_string(n), 1, 1'000);
    if (n % 2 == 0) revoke(n);
  }
  const auto shown = told.house.invitations(999);
  CHECK(shown.size() == 50 + kSpentInvitationsShown);
  CHECK(shown.front().id() == 1);
  CHECK(shown.back().id() == 100);
  CHECK(told.house.invitations(1'000).size() == kSpentInvitationsShown);
  CHECK(told.house.latest_invitation().id() == 100);
}

TEST_CASE("the name that a host gives somebody stays theirs, whatever they come in as") {
  Told told;
  told.came(kAnn, v1::HOUSE_ROLE_PLAYER);
  CHECK(told.house.given_name(kAnn).empty());
  HouseEvent event;
  event.mutable_measure_taken()->set_measure(v1::MEASURE_RENAME);
  event.mutable_measure_taken()->set_guest(kAnn);
  event.mutable_measure_taken()->set_name("Given");
  told.house.take(event);
  told.came(kAnn, v1::HOUSE_ROLE_PLAYER);
  told.measure(v1::MEASURE_MUTE, kAnn);
  CHECK(told.house.given_name(kAnn) == "Given");
  CHECK(told.house.given_name(kBob).empty());
}

TEST_CASE("whoever holds an invitation's code is told why it is not good any more, and a guesser nothing") {
  Told told;
  told.invite("a", 1, 1'000);
  told.invite("b", 9, 500);
  CHECK(told.house.why_spent("a", 999).empty());
  CHECK(told.house.why_spent("guessed", 0).empty());
  CHECK(told.house.why_spent("a", 1'000).find("run out") != std::string_view::npos);
  told.came(kAnn, v1::HOUSE_ROLE_PLAYER, 1);
  CHECK(told.house.why_spent("a", 0).find("As many people") != std::string_view::npos);
  HouseEvent revoke;
  revoke.set_invitation_revoked(2);
  told.house.take(revoke);
  CHECK(told.house.why_spent("b", 0).find("taken back") != std::string_view::npos);
}

TEST_CASE("the door of a private world knows its owner, its guests, and whom it shut out") {
  Told told;
  CHECK(told.house.door(kAnn) == v1::ERROR_CODE_UNSPECIFIED);
  told.rules(private_rules());
  CHECK(told.house.door(kAnn) == v1::ERROR_CODE_KEY_NEEDED);
  CHECK(told.house.door(kOwner) == v1::ERROR_CODE_UNSPECIFIED);
  told.came(kAnn, v1::HOUSE_ROLE_SPECTATOR);
  CHECK(told.house.door(kAnn) == v1::ERROR_CODE_UNSPECIFIED);
  told.measure(v1::MEASURE_BAN, kAnn);
  CHECK(told.house.door(kAnn) == v1::ERROR_CODE_BANNED);
  told.measure(v1::MEASURE_UNBAN, kAnn);
  CHECK(told.house.door(kAnn) == v1::ERROR_CODE_UNSPECIFIED);
  told.measure(v1::MEASURE_BAN, kOwner);
  CHECK(told.house.door(kOwner) == v1::ERROR_CODE_UNSPECIFIED);
}

TEST_CASE("nobody takes a measure about whoever stands beside or above") {
  Told told;
  constexpr std::uint64_t kModerator = 4;
  constexpr std::uint64_t kOther = 5;
  told.came(kModerator, v1::HOUSE_ROLE_MODERATOR);
  told.came(kOther, v1::HOUSE_ROLE_MODERATOR);
  told.came(kAnn, v1::HOUSE_ROLE_PLAYER);
  const auto may = [&](std::uint64_t who, v1::Measure measure, std::uint64_t about) {
    return told.house.may(who, measure, about) == v1::ERROR_CODE_UNSPECIFIED;
  };
  CHECK(may(kOwner, v1::MEASURE_BAN, kModerator));
  CHECK(may(kOwner, v1::MEASURE_MAKE_MODERATOR, kAnn));
  CHECK(may(kModerator, v1::MEASURE_MUTE, kAnn));
  CHECK(may(kModerator, v1::MEASURE_SHOW_OUT, kBob));  // not known yet: below everybody
  CHECK(!may(kModerator, v1::MEASURE_MAKE_MODERATOR, kAnn));
  CHECK(!may(kModerator, v1::MEASURE_MUTE, kOther));
  CHECK(!may(kModerator, v1::MEASURE_BAN, kOwner));
  CHECK(!may(kOwner, v1::MEASURE_BAN, kOwner));
  CHECK(!may(kAnn, v1::MEASURE_MUTE, kBob));
  CHECK(!may(kOwner, static_cast<v1::Measure>(99), kAnn));
}

TEST_CASE("a line is read by those it is for and nobody else") {
  Told told;
  told.said(kAnn, v1::CHAT_CHANNEL_WORLD, "all");
  told.said(kAnn, v1::CHAT_CHANNEL_PRIVATE, "to Bob", kBob);
  told.said(kAnn, v1::CHAT_CHANNEL_ENTERPRISE, "at seven", 0, 7);
  CHECK(told.house.chat_for(kAnn, {}).lines_size() == 3);
  CHECK(told.house.chat_for(kBob, {}).lines_size() == 2);
  CHECK(told.house.chat_for(kBob, {7}).lines_size() == 3);
  CHECK(told.house.chat_for(kOwner, {8}).lines_size() == 1);
  for (std::size_t line = 0; line < kChatKept; ++line) told.said(kBob, v1::CHAT_CHANNEL_WORLD, "more");
  CHECK(told.house.chat_for(kBob, {7}).lines_size() == static_cast<int>(kChatKept) + 2);
  CHECK(told.house.log().empty());
}

TEST_CASE("what others say among themselves shows neither in the numbers of lines nor in how many are kept") {
  Told quiet;
  Told busy;
  for (int round = 0; round < 20; ++round) {
    for (Told* const told : {&quiet, &busy}) told->said(kBob, v1::CHAT_CHANNEL_WORLD, "to all");
    for (std::size_t line = 0; line < kPrivateTalkKept / 10; ++line) {
      busy.said(kOwner, v1::CHAT_CHANNEL_PRIVATE, "psst", kBob);
      busy.said(kBob, v1::CHAT_CHANNEL_PRIVATE, "psst", kOwner);
      busy.said(kBob, v1::CHAT_CHANNEL_ENTERPRISE, "at work", 0, static_cast<std::uint32_t>(line));
    }
    quiet.now_ms = busy.now_ms;
  }
  CHECK(busy.house.chat_for(kAnn, {}).SerializeAsString() == quiet.house.chat_for(kAnn, {}).SerializeAsString());
  CHECK(busy.house.chat_for(kAnn, {}).lines_size() == 20);
  const v1::Chat heard = busy.house.chat_for(kBob, {});
  CHECK(heard.lines_size() > static_cast<int>(kChatKept));
  CHECK(heard.lines_size() <= static_cast<int>(kChatKept + kPrivateTalkKept));
  for (int line = 1; line < heard.lines_size(); ++line)
    CHECK(heard.lines(line).index() > heard.lines(line - 1).index());
}

TEST_CASE("quiet hours may span midnight") {
  Told told;
  CHECK(!told.house.is_quiet(0));
  v1::HouseRules rules;
  rules.set_quiet_from_minute(22 * 60);
  rules.set_quiet_to_minute(7 * 60);
  told.rules(rules);
  CHECK(told.house.is_quiet(23 * 60));
  CHECK(told.house.is_quiet(6 * 60 + 59));
  CHECK(!told.house.is_quiet(7 * 60));
  CHECK(!told.house.is_quiet(21 * 60 + 59));
  rules.set_quiet_from_minute(60);
  rules.set_quiet_to_minute(120);
  told.rules(rules);
  CHECK(told.house.is_quiet(60));
  CHECK(!told.house.is_quiet(120));
  CHECK(!is_house([] {
    v1::HouseRules broken;
    broken.set_quiet_to_minute(1'440);
    return broken;
  }()));
}

TEST_CASE("guests' numbers are read whole or not at all") {
  CHECK(guest_of("18446744073709551615") == 18'446'744'073'709'551'615U);
  for (const char* const text : {"", "-1", "1x", " 1", "18446744073709551616", "0x1"}) CHECK(guest_of(text) == 0);
}
