#include "tests/server/support/hosting.hpp"

#include <doctest/doctest.h>

namespace tt::test {

v1::ServerEnvelope ask_for_world(Guest& host, const std::function<void(v1::CreateWorld&)>& wish) {
  auto request = host.request();
  request.mutable_create_world()->set_scenario("hamlet");
  if (wish) wish(*request.mutable_create_world());
  return host.ask(request);
}

std::string host_world(Guest& host, const std::function<void(v1::CreateWorld&)>& wish) {
  const auto made = ask_for_world(host, wish);
  REQUIRE_MESSAGE(made.has_world_list(), made.ShortDebugString());
  return made.world_list().worlds(0).name();
}

std::string host_private(Guest& host, const std::string& password) {
  return host_world(host, [&](v1::CreateWorld& wish) {
    wish.mutable_rules()->set_by_invitation(true);
    wish.mutable_rules()->set_unlisted(true);
    wish.set_password(password);
  });
}

v1::Invitation invite(Guest& host, v1::HouseRole role, std::uint32_t uses) {
  auto request = host.request();
  request.mutable_make_invitation()->set_role(role);
  request.mutable_make_invitation()->set_uses(uses);
  request.mutable_make_invitation()->set_hours(1);
  const auto made = host.ask(request);
  REQUIRE_MESSAGE(made.has_invitation(), made.ShortDebugString());
  CHECK(made.invitation().code().size() == 22);
  return made.invitation();
}

v1::WorldList list_worlds(Guest& guest) {
  auto request = guest.request();
  request.mutable_list_worlds();
  return guest.ask(request).world_list();
}

}  // namespace tt::test
