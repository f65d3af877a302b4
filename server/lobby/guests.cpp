#include "server/lobby/guests.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "protocol/limits.hpp"
#include "rules/core/text.hpp"
#include "server/chance.hpp"
#include "server/house/house.hpp"
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

constexpr double kMinuteS = 60;
constexpr double kHourS = 3'600;

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
    return Guests::Answer(Welcomed{made->guest, made->token, 0});
  }
  auto found = accounts.find_by_token(token, visit);
  if (!found) return found.error();
  if (!*found) return Guests::Answer(protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "", "hello.token"));
  Welcomed welcomed{**found, token, 0};
  if (already != 0 && welcomed.guest.id != already)
    return Guests::Answer(
        protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "This connection is another guest's.", "hello.token"));
  if (!name.empty() && name != welcomed.guest.name && !welcomed.guest.bot) {  // a bot plays under its owner's name
    auto renamed = accounts.rename(welcomed.guest.id, name);
    if (!renamed) return renamed.error();
    welcomed.guest.name = name;
  }
  return Guests::Answer(std::move(welcomed));
}

}  // namespace

Guests::Guests(Storage& storage, Hasher& hasher, Clock& clock, AccountsFile accounts, const Caps& caps)
    : storage_(storage),
      hasher_(hasher),
      clock_(clock),
      tries_(caps.login_tries_per_minute / kMinuteS, caps.login_tries_burst, kLoginsWatched),
      tries_from_(caps.login_tries_per_address_per_minute / kMinuteS, caps.login_tries_per_address_burst,
                  kLoginsWatched),
      newcomers_from_(caps.guests_per_address_per_hour / kHourS, caps.guests_per_address_per_hour, kAddressesWatched),
      idle_(caps.idle_guest),
      accounts_(std::make_shared<AccountsFile>(std::move(accounts))) {}

Guests::~Guests() {
  storage_.post([accounts = std::move(accounts_)]() mutable { accounts.reset(); });
}

persistence::Visit Guests::visit_of(const std::string& client) const {
  return {rules::is_name(client, 1, protocol::kClientTextBytesMax / 4) ? client : std::string(), clock_.wall_ms()};
}

void Guests::welcome(std::string token, std::string name, const Asker& already, std::string client,
                     std::function<void(Answer)> answer) {
  if (!name.empty()) {
    auto sound = sound_name(name, 1, protocol::kDisplayNameCharsMax);
    if (!sound) return answer(protocol::make_error(v1::ERROR_CODE_BAD_NAME, "", "hello.name"));
    name = std::move(*sound);
  }
  if (token.size() > protocol::kTokenBytesMax)
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_TOKEN, "", "hello.token"));
  storage_.post([this, token = std::move(token), name = std::move(name), already, visit = visit_of(client),
                 answer = std::move(answer)] {
    const bool counted = token.empty() && !already.address.empty();
    if (counted && !newcomers_from_.take(already.address, clock_.now()))
      return answer(protocol::make_error(v1::ERROR_CODE_GUEST_LIMIT, "", "hello.token"));
    auto found = look_up(*accounts_, token, name, already.guest, visit);
    *healthy_ = found.has_value();
    answer(found ? std::move(*found) : Answer(unreachable(found.error())));
  });
}

std::optional<v1::Error> Guests::take_try(const std::string& name, const std::string& address, const char* field) {
  const auto too_many = [field] {
    return protocol::make_error(v1::ERROR_CODE_RATE_LIMITED, "Too many tries; wait a minute.", field);
  };
  if (!address.empty() && !tries_from_.take(address, clock_.now())) return too_many();
  if (!tries_.take(name, clock_.now())) return too_many();
  return std::nullopt;
}

void Guests::give_back_try(const std::string& name, const std::string& address) {
  storage_.post([this, name, address] {
    tries_.give_back(name);
    tries_from_.give_back(address);
  });
}

std::optional<v1::Error> Guests::fault_of(const persistence::Guest& caller, Right right) const {
  auto there = accounts_->has_session(caller.id, caller.session);
  if (!there) return unreachable(there.error());
  if (!*there) return protocol::make_error(v1::ERROR_CODE_SESSION_ENDED);
  if (right == Right::kChange && caller.bot) return protocol::make_error(v1::ERROR_CODE_NOT_FOR_BOTS);
  return std::nullopt;
}

void Guests::prove(const persistence::Account& account, Hasher::Line line, const Asker& asker, std::string secret,
                   const char* field, Heard heard) {
  if (!account.recovery.empty() && fast_hash(secret) == account.recovery) return heard(std::nullopt);
  const bool taken = hasher_.verify(line, asker, account.passphrase, std::move(secret), [heard, field](bool right) {
    heard(right ? std::nullopt : std::optional(protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", field)));
  });
  if (!taken) heard(protocol::make_error(v1::ERROR_CODE_BUSY));
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

void Guests::claim(const persistence::Guest& guest, std::string address, const v1::Claim& wish,
                   std::function<void(Card)> answer) {
  if (!persistence::is_login(wish.login()))
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_LOGIN, "", "claim.login"));
  if (!rules::is_name(wish.passphrase(), protocol::kPassphraseCharsMin, protocol::kPassphraseCharsMax))
    return answer(protocol::make_error(v1::ERROR_CODE_BAD_PASSPHRASE, "", "claim.passphrase"));
  if (wish.old_secret().size() > protocol::kSecretBytesMax)
    return answer(protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", "claim.old_secret"));
  storage_.post([this, guest, address = std::move(address), wish, answer = std::move(answer)] {
    judge_claim(guest, address, wish, answer);
  });
}

void Guests::judge_claim(const persistence::Guest& guest, const std::string& address, const v1::Claim& wish,
                         const std::function<void(Card)>& answer) {
  if (auto fault = fault_of(guest, Right::kChange)) return answer(std::move(*fault));
  auto before = accounts_->account_of(guest.id);
  if (!before) return answer(unreachable(before.error()));
  // Counted as tries of the login they have, whichever they wish for. No login has a "#" in it.
  const std::string name = *before ? (*before)->login : "#" + std::to_string(guest.id);
  if (auto fault = take_try(name, address, "claim")) return answer(std::move(*fault));
  const auto owner = accounts_->guest_of_login(wish.login());
  if (!owner) return answer(unreachable(owner.error()));
  if (*owner && **owner != guest.id && !*before)
    return answer(protocol::make_error(v1::ERROR_CODE_LOGIN_TAKEN, "", "claim.login"));
  const auto told = [this, name, address, answer](Card card) {
    const auto* const error = std::get_if<v1::Error>(&card);
    if (error != nullptr && error->code() == v1::ERROR_CODE_BUSY) give_back_try(name, address);
    answer(std::move(card));
  };
  if (!*before) return write_claim(guest, address, wish, {}, told);
  prove(**before, Hasher::Line::kChange, {guest.id, address}, wish.old_secret(), "claim.old_secret",
        [this, guest, address, wish, told, proved = (*before)->passphrase](std::optional<v1::Error> fault) {
          if (fault) return told(std::move(*fault));
          write_claim(guest, address, wish, proved, told);
        });
}

void Guests::write_claim(const persistence::Guest& guest, const std::string& address, const v1::Claim& wish,
                         const std::string& proved, const std::function<void(Card)>& answer) {
  const auto write = [this, guest, wish, proved, answer](const std::string& hash) {
    if (auto fault = fault_of(guest, Right::kChange)) return answer(std::move(*fault));
    // Another claim of theirs may have been granted meanwhile: then this one has proved nothing.
    auto now = accounts_->account_of(guest.id);
    if (!now) return answer(unreachable(now.error()));
    if ((*now ? (*now)->passphrase : std::string()) != proved)
      return answer(protocol::make_error(v1::ERROR_CODE_BUSY, "Another claim of yours was granted just now."));
    const std::string code = random_code();
    auto claimed = accounts_->claim(guest.id, {wish.login(), hash, fast_hash(code)});
    if (!claimed) return answer(unreachable(claimed.error()));
    if (!*claimed) return answer(protocol::make_error(v1::ERROR_CODE_LOGIN_TAKEN, "", "claim.login"));
    Card card = card_of(guest);
    if (auto* const account = std::get_if<v1::Account>(&card)) account->set_recovery_code(code);
    answer(std::move(card));
  };
  const bool taken = hasher_.hash(Hasher::Line::kChange, {guest.id, address}, wish.passphrase(),
                                  [this, write, answer](const std::string& hash) {
                                    if (hash.empty()) return answer(protocol::make_error(v1::ERROR_CODE_BUSY));
                                    storage_.post([write, hash] { write(hash); });
                                  });
  if (!taken) answer(protocol::make_error(v1::ERROR_CODE_BUSY));
}

void Guests::log_in(const Asker& asker, const v1::LogIn& wish, std::function<void(Answer)> answer) {
  if (!persistence::is_login(wish.login()) || wish.secret().size() > protocol::kSecretBytesMax)
    return answer(protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", "log_in.secret"));
  storage_.post([this, asker, wish, answer = std::move(answer)] {
    if (auto fault = take_try(wish.login(), asker.address, "log_in")) return answer(std::move(*fault));
    auto guest = accounts_->guest_of_login(wish.login());
    if (!guest) return answer(unreachable(guest.error()));
    auto account = accounts_->account_of(guest->value_or(0));
    if (!account) return answer(unreachable(account.error()));
    // Who has no account waits as long as who has: the time must not tell which logins there are.
    const persistence::Account known = account->value_or(persistence::Account{{}, kNobodysHash, {}});
    prove(known, Hasher::Line::kLogIn, asker, wish.secret(), "log_in.secret",
          [this, asker, wish, answer, id = guest->value_or(0)](std::optional<v1::Error> fault) {
            if (!fault && id == 0) fault = protocol::make_error(v1::ERROR_CODE_WRONG_SECRET, "", "log_in.secret");
            if (fault && fault->code() == v1::ERROR_CODE_BUSY) give_back_try(wish.login(), asker.address);
            if (fault) return answer(std::move(*fault));
            storage_.post([this, wish, answer, id] {
              const persistence::Visit visit = visit_of(wish.client());
              auto opened = accounts_->open_session(id, visit);
              if (!opened) return answer(unreachable(opened.error()));
              auto welcomed = look_up(*accounts_, opened->token, {}, 0, visit);
              if (!welcomed) return answer(unreachable(welcomed.error()));
              if (auto* const known_now = std::get_if<Welcomed>(&*welcomed)) known_now->ended = opened->ended;
              answer(std::move(*welcomed));
            });
          });
  });
}

void Guests::read(const persistence::Guest& guest, std::function<void(Card)> answer) {
  storage_.post([this, guest, answer = std::move(answer)] {
    if (auto fault = fault_of(guest, Right::kRead)) return answer(std::move(*fault));
    answer(card_of(guest));
  });
}

void Guests::end_session(const persistence::Guest& guest, std::uint64_t session, std::function<void(Card)> answer) {
  storage_.post([this, guest, session, answer = std::move(answer)] {
    if (auto fault = fault_of(guest, Right::kChange)) return answer(std::move(*fault));
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

void Guests::which_are_gone(std::vector<std::uint64_t> guests, std::function<void(std::vector<std::uint64_t>)> answer) {
  storage_.post([accounts = accounts_, guests = std::move(guests), answer = std::move(answer)] {
    std::vector<std::uint64_t> gone;
    for (const std::uint64_t guest : guests) {
      const auto found = accounts->find(guest);
      if (!found) unreachable(found.error());
      if (found && !*found) gone.push_back(guest);
    }
    answer(std::move(gone));
  });
}

void Guests::make_token(const persistence::Guest& guest, std::string client, std::function<void(std::uint64_t)> ended,
                        std::function<void(Card)> answer) {
  storage_.post([this, guest, visit = visit_of(client), ended = std::move(ended), answer = std::move(answer)] {
    if (auto fault = fault_of(guest, Right::kChange)) return answer(std::move(*fault));
    auto made = accounts_->open_session(guest.id, visit, AccountsFile::For::kBot, guest.session);
    if (!made) return answer(unreachable(made.error()));
    if (made->ended != 0) ended(made->ended);
    Card card = card_of(guest);
    if (auto* const account = std::get_if<v1::Account>(&card)) account->set_token(made->token);
    answer(std::move(card));
  });
}

void Guests::set_host(std::string world, std::uint64_t guest, std::uint64_t founded_ms,
                      std::function<void(bool written)> done) {
  storage_.post([accounts = accounts_, world = std::move(world), guest, founded_ms, done = std::move(done)] {
    const auto set = accounts->set_host(world, guest, founded_ms);
    if (!set) log::error("accounts: " + set.error().text());
    if (done) done(set.has_value());
  });
}

void Guests::clear_host(std::string world) {
  storage_.post([accounts = accounts_, world = std::move(world)] {
    if (auto gone = accounts->clear_host(world); !gone) log::error("accounts: " + gone.error().text());
  });
}

void Guests::name_owner(std::string world, std::string who, std::function<void(std::uint64_t)> done) {
  storage_.post([accounts = accounts_, world = std::move(world), who = std::move(who), done = std::move(done)] {
    const auto named = [&]() -> persistence::Result<std::uint64_t> {
      auto owner = accounts->guest_called(who);
      if (!owner || *owner == 0) return owner;
      if (auto set = accounts->set_host(world, *owner); !set) return set.error();
      return owner;
    }();
    if (!named) log::error("accounts: " + named.error().text());
    done(named ? *named : 0);
  });
}

Guests::Hosting Guests::host_of_at_start(const std::string& world) {
  const auto host = accounts_->host_of(world);
  if (!host) log::error("accounts: " + host.error().text());
  const auto founded = accounts_->founded_ms(world);
  if (!founded) log::error("accounts: " + founded.error().text());
  return {host ? host->value_or(0) : 0, founded ? *founded : 0};
}

void Guests::sweep(std::vector<persistence::Guest> here, std::unordered_set<std::uint64_t> needed) {
  if (idle_.count() == 0) return;
  const std::uint64_t now = clock_.wall_ms();
  const auto sweep = std::make_shared<Sweep>();
  sweep->needed = std::move(needed);
  sweep->before_ms = now - std::min(now, static_cast<std::uint64_t>(idle_.count()));
  storage_.post([this, here = std::move(here), sweep, now] {
    for (const persistence::Guest& guest : here)
      if (auto seen = accounts_->see(guest.id, guest.session, now); !seen) unreachable(seen.error());
    sweep_on(sweep);
  });
}

void Guests::sweep_on(const std::shared_ptr<Sweep>& sweep) {
  const auto page = accounts_->forget_idle(sweep->after, kGuestsPerSweep, sweep->before_ms,
                                           [&](std::uint64_t guest) { return sweep->needed.contains(guest); });
  if (!page) return void(unreachable(page.error()));
  sweep->after = page->last;
  sweep->gone += page->gone;
  // Whoever says hello meanwhile has their turn in between.
  if (page->more) return storage_.post([this, sweep] { sweep_on(sweep); });
  if (sweep->gone != 0)
    log::info(std::to_string(sweep->gone) + " guests who had not come by for " +
              std::to_string(std::chrono::duration_cast<std::chrono::hours>(idle_) / kDay) + " days are forgotten");
}

void Guests::end_all_sessions(std::uint64_t guest, std::function<void(std::size_t)> done) {
  storage_.post([accounts = accounts_, guest, done = std::move(done)] {
    std::size_t ended = 0;
    const auto sessions = accounts->sessions_of(guest);
    if (!sessions) log::error("accounts: " + sessions.error().text());
    for (const persistence::DeviceSession& one : sessions ? *sessions : std::vector<persistence::DeviceSession>{})
      if (const auto gone = accounts->end_session(guest, one.id); gone && *gone) ++ended;
    done(ended);
  });
}

}  // namespace tt::server
