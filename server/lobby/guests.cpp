#include "server/lobby/guests.hpp"

#include <array>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "protocol/limits.hpp"
#include "rules/core/text.hpp"
#include "server/chance.hpp"
#include "server/limits.hpp"
#include "server/lobby/names.hpp"
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

std::string made_up_name() {
  return std::string(kFirst[random_below(kFirst.size())]) + ' ' + kSecond[random_below(kSecond.size())] + ' ' +
         std::to_string(random_below(90) + 10);
}

/// Of a passphrase that nobody has.
constexpr char kNobodysHash[] =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

v1::Error unreachable(const Failure& failure) {
  log::error("accounts: " + failure.text());
  return protocol::make_error(v1::ERROR_CODE_BUSY, "The host's accounts cannot be reached; try again in a moment.");
}

persistence::Result<Guests::Answer> look_up(AccountsFile& accounts, const std::string& token, const std::string& name,
                                            std::uint64_t already, const persistence::Visit& visit) {
  if (token.empty()) {
    auto made = accounts.create_guest(name.empty() ? made_up_name() : name, visit);
    if (!made) return made.error();
    return Guests::Answer(Welcomed{made->guest, made->token});
  }
  auto found = accounts.find_by_token(token, visit);
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

Guests::Guests(Storage& storage, Hasher& hasher, Clock& clock, AccountsFile accounts)
    : storage_(storage),
      hasher_(hasher),
      clock_(clock),
      accounts_(std::make_shared<AccountsFile>(std::move(accounts))) {}

Guests::~Guests() {
  storage_.post([accounts = std::move(accounts_)]() mutable { accounts.reset(); });
}

persistence::Visit Guests::visit_of(const std::string& client) const {
  return {rules::is_name(client, 1, protocol::kClientTextBytesMax / 4) ? client : std::string(), clock_.wall_ms()};
}

void Guests::welcome(std::string token, std::string name, std::uint64_t already, std::string client,
                     std::function<void(Answer)> answer) {
  if (!name.empty()) {
    auto sound = sound_name(name, 1, protocol::kDisplayNameCharsMax);
    if (!sound) return answer(protocol::make_error(v1::ERROR_CODE_BAD_NAME, "", "hello.name"));
    name = std::move(*sound);
  }
  if (token.size() > protocol::kTokenBytesMax)
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "", "hello.token"));
  storage_.post([accounts = accounts_, healthy = healthy_, token = std::move(token), name = std::move(name), already,
                 visit = visit_of(client), answer = std::move(answer)] {
    auto found = look_up(*accounts, token, name, already, visit);
    *healthy = found.has_value();
    answer(found ? std::move(*found) : Answer(unreachable(found.error())));
  });
}

bool Guests::may_try(const std::string& login) {
  // A flood of logins that are none must not fill the memory; forgetting the others' tries for once is the lesser harm.
  if (tries_.size() >= kLoginsWatched) tries_.clear();
  return tries_.try_emplace(login, kLoginTriesPerSecond, kLoginTriesBurst, clock_.now())
      .first->second.take(clock_.now());
}

void Guests::prove(const persistence::Account& account, std::string secret, std::function<void(bool, bool)> done) {
  if (!account.recovery.empty() && fast_hash(secret) == account.recovery) return done(true, false);
  const bool taken = hasher_.verify(account.passphrase, std::move(secret), [done](bool right) { done(right, false); });
  if (!taken) done(false, true);
}

Guests::Card Guests::card_of(const persistence::Guest& guest) const {
  auto account = accounts_->account_of(guest.id);
  if (!account) return unreachable(account.error());
  auto sessions = accounts_->sessions_of(guest.id);
  if (!sessions) return unreachable(sessions.error());
  v1::Account card;
  if (*account) card.set_login((*account)->login);
  for (const persistence::DeviceSession& session : *sessions) {
    v1::AccountSession& row = *card.add_sessions();
    row.set_session_id(std::to_string(session.id));
    row.set_client(session.client);
    row.set_made_ms(session.made_ms);
    row.set_seen_ms(session.seen_ms);
    row.set_mine(session.id == guest.session);
  }
  return card;
}

void Guests::claim(const persistence::Guest& guest, const v1::Claim& wish, std::function<void(Card)> answer) {
  if (!persistence::is_login(wish.login()))
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_LOGIN, "", "claim.login"));
  if (!rules::is_name(wish.passphrase(), protocol::kPassphraseCharsMin, protocol::kPassphraseCharsMax))
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_PASSPHRASE, "", "claim.passphrase"));
  if (wish.old_secret().size() > protocol::kSecretBytesMax || !may_try(wish.login()))
    return answer(protocol::make_error(v1::ERROR_CODE_RATE_LIMITED, "Too many tries; wait a minute.", "claim"));
  const auto write = [this, guest, wish, answer] {
    const bool taken = hasher_.hash(wish.passphrase(), [this, guest, wish, answer](std::string hash) {
      if (hash.empty()) return answer(protocol::make_error(v1::ERROR_CODE_BUSY));
      storage_.post([this, guest, wish, answer, hash = std::move(hash)] {
        const std::string code = random_code();
        auto claimed = accounts_->claim(guest.id, {wish.login(), hash, fast_hash(code)});
        if (!claimed) return answer(unreachable(claimed.error()));
        if (!*claimed) return answer(protocol::make_error(v1::ERROR_CODE_LOGIN_TAKEN, "", "claim.login"));
        Card card = card_of(guest);
        if (auto* const account = std::get_if<v1::Account>(&card)) account->set_recovery_code(code);
        answer(std::move(card));
      });
    });
    if (!taken) answer(protocol::make_error(v1::ERROR_CODE_BUSY));
  };
  storage_.post([this, guest, wish, answer, write] {
    auto before = accounts_->account_of(guest.id);
    if (!before) return answer(unreachable(before.error()));
    if (!*before) return write();
    prove(**before, wish.old_secret(), [answer, write](bool right, bool busy) {
      if (busy) return answer(protocol::make_error(v1::ERROR_CODE_BUSY));
      if (!right) return answer(protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", "claim.old_secret"));
      write();
    });
  });
}

void Guests::log_in(const v1::LogIn& wish, std::function<void(Answer)> answer) {
  const auto wrong = [answer] { answer(protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", "log_in.secret")); };
  if (!persistence::is_login(wish.login()) || wish.secret().size() > protocol::kSecretBytesMax) return wrong();
  if (!may_try(wish.login()))
    return answer(
        protocol::make_error(v1::ERROR_CODE_RATE_LIMITED, "Too many tries of this login; wait a minute.", "log_in"));
  storage_.post([this, wish, answer, wrong] {
    auto guest = accounts_->guest_of_login(wish.login());
    if (!guest) return answer(unreachable(guest.error()));
    auto account = accounts_->account_of(guest->value_or(0));
    if (!account) return answer(unreachable(account.error()));
    // Who has no account waits as long as who has: the time must not tell which logins there are.
    const persistence::Account known = account->value_or(persistence::Account{{}, kNobodysHash, {}});
    prove(known, wish.secret(), [this, wish, answer, wrong, id = guest->value_or(0)](bool right, bool busy) {
      if (busy) return answer(protocol::make_error(v1::ERROR_CODE_BUSY));
      if (!right || id == 0) return wrong();
      storage_.post([this, wish, answer, id] {
        const persistence::Visit visit = visit_of(wish.client());
        auto token = accounts_->open_session(id, visit);
        if (!token) return answer(unreachable(token.error()));
        auto welcomed = look_up(*accounts_, *token, {}, 0, visit);
        answer(welcomed ? std::move(*welcomed) : Answer(unreachable(welcomed.error())));
      });
    });
  });
}

void Guests::read(const persistence::Guest& guest, std::function<void(Card)> answer) {
  storage_.post([this, guest, answer = std::move(answer)] { answer(card_of(guest)); });
}

void Guests::end_session(const persistence::Guest& guest, std::uint64_t session, std::function<void(Card)> answer) {
  storage_.post([this, guest, session, answer = std::move(answer)] {
    auto ended = accounts_->end_session(guest.id, session);
    if (!ended) return answer(unreachable(ended.error()));
    if (!*ended) return answer(protocol::make_error(v1::ERROR_CODE_UNKNOWN_SESSION, "", "end_session.session_id"));
    answer(card_of(guest));
  });
}

void Guests::has_login(std::uint64_t guest, std::vector<std::string> logins, std::function<void(bool)> answer) {
  storage_.post([this, guest, logins = std::move(logins), answer = std::move(answer)] {
    for (const std::string& login : logins) {
      const auto owner = accounts_->guest_of_login(login);
      if (!owner) unreachable(owner.error());
      if (owner && *owner == guest) return answer(true);
    }
    answer(false);
  });
}

void Guests::make_token(const persistence::Guest& guest, std::string client, std::function<void(Card)> answer) {
  storage_.post([this, guest, visit = visit_of(client), answer = std::move(answer)] {
    auto token = accounts_->open_session(guest.id, visit);
    if (!token) return answer(unreachable(token.error()));
    Card card = card_of(guest);
    if (auto* const account = std::get_if<v1::Account>(&card)) account->set_token(*token);
    answer(std::move(card));
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

void Guests::end_all_sessions(std::uint64_t guest, std::function<void(std::vector<std::uint64_t>)> done) {
  storage_.post([accounts = accounts_, guest, done = std::move(done)] {
    std::vector<std::uint64_t> ended;
    const auto sessions = accounts->sessions_of(guest);
    if (!sessions) log::error("accounts: " + sessions.error().text());
    for (const persistence::DeviceSession& one : sessions ? *sessions : std::vector<persistence::DeviceSession>{})
      if (const auto gone = accounts->end_session(guest, one.id); gone && *gone) ended.push_back(one.id);
    done(std::move(ended));
  });
}

}  // namespace tt::server
