// What a guest asks about the own account, for tests.
#pragma once

#include <string>

#include "tests/server/support/client.hpp"

namespace tt::test {

v1::ServerEnvelope claim(Guest& guest, const std::string& login, const std::string& passphrase,
                         const std::string& old_secret = {});
v1::ServerEnvelope log_in(Guest& guest, const std::string& login, const std::string& secret);
v1::ServerEnvelope end_session(Guest& guest, const std::string& session);
v1::ServerEnvelope make_token(Guest& guest, const std::string& client);
/// Fails the test if it is not told.
v1::Account account(Guest& guest);

}  // namespace tt::test
