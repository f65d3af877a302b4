// What a host asks for, in tests.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "tests/server/support/client.hpp"

namespace tt::test {

/// A hamlet, unless `wish` says otherwise.
v1::ServerEnvelope ask_for_world(Guest& host, const std::function<void(v1::CreateWorld&)>& wish = {});
/// Founds a world of this guest's; its name.
std::string host_world(Guest& host, const std::function<void(v1::CreateWorld&)>& wish = {});
/// Unlisted, and by invitation.
std::string host_private(Guest& host, const std::string& password = {});
v1::Invitation invite(Guest& host, v1::HouseRole role, std::uint32_t uses = 1);
v1::WorldList list_worlds(Guest& guest);

}  // namespace tt::test
