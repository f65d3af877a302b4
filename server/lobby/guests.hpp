// Who comes by: new guests, known guests by their token, and who hosts which world. All of it on the accounts' lane of
// the disk.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "persistence/accounts.hpp"
#include "server/address_buckets.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/house/hasher.hpp"
#include "server/limits.hpp"
#include "server/named_buckets.hpp"
#include "server/storage/storage.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

struct Welcomed {
  persistence::Guest guest;
  std::string token;
  std::uint64_t ended = 0;  ///< the session that made room for this one; 0: none had to
};

class Guests {
 public:
  using Answer = std::variant<Welcomed, technotariat::v1::Error>;
  using Card = std::variant<technotariat::v1::Account, technotariat::v1::Error>;

  Guests(Storage& storage, Hasher& hasher, Clock& clock, persistence::AccountsFile accounts, const Caps& caps = {});
  ~Guests();

  /// Who this is, or a new guest if there is no token; a name that is not empty becomes theirs. `already` is who the
  /// connection is known to be, guest 0 at first, when another's token is refused; and from where: there are so many
  /// new guests of each address. The answer comes on that lane.
  void welcome(std::string token, std::string name, const Asker& already, std::string client,
               std::function<void(Answer)> answer);
  /// Gives the guest a login and a passphrase; where there are some, only to who knows them. `address` as it is
  /// counted, empty if it is not. The answers of these come on any thread; SESSION_ENDED if the guest's session is no
  /// more.
  void claim(const persistence::Guest& guest, std::string address, const technotariat::v1::Claim& wish,
             std::function<void(Card)> answer);
  void log_in(const Asker& asker, const technotariat::v1::LogIn& wish, std::function<void(Answer)> answer);
  void read(const persistence::Guest& guest, std::function<void(Card)> answer);
  void end_session(const persistence::Guest& guest, std::uint64_t session, std::function<void(Card)> answer);
  /// Of any guest, by the host's own hand: how many have ended. On that lane.
  void end_all_sessions(std::uint64_t guest, std::function<void(std::size_t)> done);
  /// Whether one of these logins is the guest's. On that lane.
  void has_login(std::uint64_t guest, std::vector<std::string> logins, std::function<void(bool)> answer);
  /// Those of them whom the accounts no longer know. On that lane.
  void which_are_gone(std::vector<std::uint64_t> guests, std::function<void(std::vector<std::uint64_t>)> answer);
  /// For a bot. `ended` hears first which session made room for it, if one had to.
  void make_token(const persistence::Guest& guest, std::string client, std::function<void(std::uint64_t)> ended,
                  std::function<void(Card)> answer);
  /// `founded_ms`: see AccountsFile::set_host.
  /// `done`, if any, is called on any thread when it is on the disk, or is not.
  void set_host(std::string world, std::uint64_t guest, std::uint64_t founded_ms = 0,
                std::function<void(bool written)> done = {});
  void clear_host(std::string world);
  /// The same for a guest's number or login, by the host's own hand: the guest, once it is written; 0 if there is none,
  /// or it could not be written. On that lane.
  void name_owner(std::string world, std::string who, std::function<void(std::uint64_t)> done);
  struct Hosting {
    std::uint64_t guest = 0;       ///< 0 if nobody hosts it
    std::uint64_t founded_ms = 0;  ///< from the lobby; 0: it was not
  };
  /// Before anything has been posted: at the start only.
  [[nodiscard]] Hosting host_of_at_start(const std::string& world);
  /// Forgets whoever has not come by for as long as an idle guest is kept: but for `here`, who are seen now, for the
  /// `needed`, and for those with an account or a world. From any thread.
  void sweep(std::vector<persistence::Guest> here, std::unordered_set<std::uint64_t> needed);
  /// False once the accounts could not be read or written.
  [[nodiscard]] bool healthy() const { return *healthy_; }

 private:
  using Heard = std::function<void(std::optional<technotariat::v1::Error>)>;
  /// Hears nothing if the secret is the account's passphrase or recovery code, and else why not; `field` is where.
  void prove(const persistence::Account& account, Hasher::Line line, const Asker& asker, std::string secret,
             const char* field, Heard heard);
  /// RATE_LIMITED if this name, or this address, has had enough tries for now. On the lane.
  [[nodiscard]] std::optional<technotariat::v1::Error> take_try(const std::string& name, const std::string& address,
                                                                const char* field);
  /// For a try that came to nothing because the server was busy. From any thread.
  void give_back_try(const std::string& name, const std::string& address);
  enum class Right : std::uint8_t { kRead, kChange };
  /// Why this guest may not do that with the account: their session has ended, or is a bot's. On the lane, in the same
  /// go as what it is asked for.
  [[nodiscard]] std::optional<technotariat::v1::Error> fault_of(const persistence::Guest& caller, Right right) const;
  void judge_claim(const persistence::Guest& guest, const std::string& address, const technotariat::v1::Claim& wish,
                   const std::function<void(Card)>& answer);
  void write_claim(const persistence::Guest& guest, const std::string& address, const technotariat::v1::Claim& wish,
                   const std::string& proved, const std::function<void(Card)>& answer);
  [[nodiscard]] Card card_of(const persistence::Guest& guest) const;

  struct Sweep {
    std::unordered_set<std::uint64_t> needed;
    std::uint64_t before_ms = 0;
    std::int64_t after = persistence::AccountsFile::kFromTheFirst;
    std::size_t gone = 0;
  };
  void sweep_on(const std::shared_ptr<Sweep>& sweep);

  /// The client's own word for itself, cut to what is kept, and now.
  [[nodiscard]] persistence::Visit visit_of(const std::string& client) const;

  Storage& storage_;
  Hasher& hasher_;
  Clock& clock_;
  // The lane's:
  NamedBuckets tries_;
  NamedBuckets tries_from_;
  AddressBuckets newcomers_from_;
  milliseconds idle_;
  std::shared_ptr<persistence::AccountsFile> accounts_;
  std::shared_ptr<std::atomic<bool>> healthy_ = std::make_shared<std::atomic<bool>>(true);
};

}  // namespace tt::server
