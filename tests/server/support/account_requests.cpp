#include "tests/server/support/account_requests.hpp"

#include <doctest/doctest.h>

namespace tt::test {

v1::ServerEnvelope claim(Guest& guest, const std::string& login, const std::string& passphrase,
                         const std::string& old_secret) {
  auto request = guest.request();
  request.mutable_claim()->set_login(login);
  request.mutable_claim()->set_passphrase(passphrase);
  request.mutable_claim()->set_old_secret(old_secret);
  return guest.ask(request);
}

v1::ServerEnvelope log_in(Guest& guest, const std::string& login, const std::string& secret) {
  auto request = guest.request();
  request.mutable_log_in()->set_login(login);
  request.mutable_log_in()->set_secret(secret);
  request.mutable_log_in()->set_client("the other device");
  return guest.ask(request);
}

v1::ServerEnvelope end_session(Guest& guest, const std::string& session) {
  auto request = guest.request();
  request.mutable_end_session()->set_session_id(session);
  return guest.ask(request);
}

v1::ServerEnvelope make_token(Guest& guest, const std::string& client) {
  auto request = guest.request();
  request.mutable_make_token()->set_client(client);
  return guest.ask(request);
}

v1::Account account(Guest& guest) {
  auto request = guest.request();
  request.mutable_read_account();
  const auto answer = guest.ask(request);
  REQUIRE_MESSAGE(answer.has_account(), answer.ShortDebugString());
  return answer.account();
}

}  // namespace tt::test
