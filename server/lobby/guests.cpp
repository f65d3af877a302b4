#include "server/lobby/guests.hpp"

#include <array>
#include <random>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "protocol/limits.hpp"
#include "rules/core/text.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;
using persistence::AccountsFile;
using persistence::Failure;

constexpr std::array kFirst{"Amber", "Brisk", "Calm",   "Dapper", "Early",   "Fair",  "Gentle", "Hardy",
                            "Idle",  "Jolly", "Keen",   "Lively", "Merry",   "Noble", "Open",   "Patient",
                            "Quiet", "Ready", "Steady", "Tall",   "Upright", "Vivid", "Warm",   "Young"};
constexpr std::array kSecond{"Baker",  "Carter", "Dyer",  "Fuller", "Glazier", "Joiner", "Mason",  "Miller",
                             "Potter", "Sawyer", "Smith", "Tanner", "Turner",  "Weaver", "Wright", "Cooper"};

/// Chance comes in at the edge: this is one.
std::string made_up_name() {
  std::random_device chance;
  const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(chance); };
  return std::string(kFirst[pick(kFirst.size())]) + ' ' + kSecond[pick(kSecond.size())] + ' ' +
         std::to_string(pick(90) + 10);
}

v1::Error unreachable(const Failure& failure) {
  log::error("accounts: " + failure.text());
  return protocol::make_error(v1::ERROR_CODE_BUSY, "The host's accounts cannot be reached; try again in a moment.");
}

persistence::Result<Guests::Answer> look_up(AccountsFile& accounts, const std::string& token, const std::string& name,
                                            std::uint64_t already) {
  if (token.empty()) {
    auto made = accounts.create_guest(name.empty() ? made_up_name() : name);
    if (!made) return made.error();
    return Guests::Answer(Welcomed{made->guest, made->token});
  }
  auto found = accounts.find_by_token(token);
  if (!found) return found.error();
  if (!*found) return Guests::Answer(protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "", "hello.token"));
  Welcomed welcomed{**found, token};
  if (already != 0 && welcomed.guest.id != already)
    return Guests::Answer(
        protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "This connection is another guest's.", "hello.token"));
  if (!name.empty() && name != welcomed.guest.name) {
    auto renamed = accounts.rename(welcomed.guest.id, name);
    if (!renamed) return renamed.error();
    welcomed.guest.name = name;
  }
  return Guests::Answer(std::move(welcomed));
}

}  // namespace

Guests::Guests(StorageThread& storage, AccountsFile accounts)
    : storage_(storage), accounts_(std::make_shared<AccountsFile>(std::move(accounts))) {}

Guests::~Guests() {
  storage_.post([accounts = std::move(accounts_)]() mutable { accounts.reset(); });
}

void Guests::welcome(std::string token, std::string name, std::uint64_t already, std::function<void(Answer)> answer) {
  if (!name.empty() && !rules::is_name(name, 1, protocol::kDisplayNameCharsMax))
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_NAME, "", "hello.name"));
  if (token.size() > protocol::kTokenBytesMax)
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "", "hello.token"));
  storage_.post([accounts = accounts_, healthy = healthy_, token = std::move(token), name = std::move(name), already,
                 answer = std::move(answer)] {
    auto found = look_up(*accounts, token, name, already);
    *healthy = found.has_value();
    answer(found ? std::move(*found) : Answer(unreachable(found.error())));
  });
}

void Guests::set_host(std::string world, std::uint64_t guest) {
  storage_.post([accounts = accounts_, world = std::move(world), guest] {
    if (auto set = accounts->set_host(world, guest); !set) log::error("accounts: " + set.error().text());
  });
}

std::uint64_t Guests::host_of_at_start(const std::string& world) {
  auto host = accounts_->host_of(world);
  if (!host) log::error("accounts: " + host.error().text());
  return host && *host ? **host : 0;
}

}  // namespace tt::server
