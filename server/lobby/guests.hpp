// Who comes by: new guests, known guests by their token, and who hosts which world. All of it on the accounts' lane of
// the disk.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "persistence/accounts.hpp"
#include "server/clock.hpp"
#include "server/house/hasher.hpp"
#include "server/session/token_bucket.hpp"
#include "server/storage/storage.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

struct Welcomed {
  persistence::Guest guest;
  std::string token;
};

class Guests {
 public:
  using Answer = std::variant<Welcomed, technotariat::v1::Error>;
  using Card = std::variant<technotariat::v1::Account, technotariat::v1::Error>;

  Guests(Storage& storage, Hasher& hasher, Clock& clock, persistence::AccountsFile accounts);
  ~Guests();

  /// Who this is, or a new guest if there is no token; a name that is not empty becomes theirs. `already` is who the
  /// connection is known to be, 0 at first: another's token is refused then. The answer comes on that lane.
  void welcome(std::string token, std::string name, std::uint64_t already, std::string client,
               std::function<void(Answer)> answer);
  /// Gives the guest a login and a passphrase; where there are some, only to who knows them. The answers of these come
  /// on any thread.
  void claim(const persistence::Guest& guest, const technotariat::v1::Claim& wish, std::function<void(Card)> answer);
  void log_in(const technotariat::v1::LogIn& wish, std::function<void(Answer)> answer);
  void read(const persistence::Guest& guest, std::function<void(Card)> answer);
  void end_session(const persistence::Guest& guest, std::uint64_t session, std::function<void(Card)> answer);
  /// Of any guest, by the host's own hand: the sessions that have ended. On that lane.
  void end_all_sessions(std::uint64_t guest, std::function<void(std::vector<std::uint64_t>)> done);
  /// Whether one of these logins is the guest's. On that lane.
  void has_login(std::uint64_t guest, std::vector<std::string> logins, std::function<void(bool)> answer);
  void make_token(const persistence::Guest& guest, std::string client, std::function<void(Card)> answer);
  void set_host(std::string world, std::uint64_t guest);
  /// 0 if nobody hosts it. Before anything has been posted: at the start only.
  [[nodiscard]] std::uint64_t host_of_at_start(const std::string& world);
  /// False once the accounts could not be read or written.
  [[nodiscard]] bool healthy() const { return *healthy_; }

 private:
  /// Whether the secret is the account's passphrase or recovery code.
  void prove(const persistence::Account& account, std::string secret, std::function<void(bool right, bool busy)> done);
  /// The same, and whether so many tries of this login are allowed.
  [[nodiscard]] bool may_try(const std::string& login);
  [[nodiscard]] Card card_of(const persistence::Guest& guest) const;

  /// The client's own word for itself, cut to what is kept, and now.
  [[nodiscard]] persistence::Visit visit_of(const std::string& client) const;

  Storage& storage_;
  Hasher& hasher_;
  Clock& clock_;
  std::unordered_map<std::string, TokenBucket> tries_;  ///< the network thread's
  std::shared_ptr<persistence::AccountsFile> accounts_;
  std::shared_ptr<std::atomic<bool>> healthy_ = std::make_shared<std::atomic<bool>>(true);
};

}  // namespace tt::server
