// The people's side of a world as a fold over its house events: who may come in, with which part, what was said. Pure:
// time and chance come in as arguments.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "persistence/restore.hpp"
#include "server/house/sight.hpp"
#include "technotariat/v1/house.pb.h"

namespace tt::server {

namespace v1 = technotariat::v1;
using persistence::HouseEvent;

/// Somebody the house knows.
struct HouseGuest {
  std::string name;
  v1::HouseRole role = v1::HOUSE_ROLE_UNSPECIFIED;
  bool renamed = false;  ///< by a host: whatever they call themselves
  bool muted = false;
  bool banned = false;
};

class House {
 public:
  static constexpr rules::Tick kHearsAll = std::numeric_limits<rules::Tick>::max();

  explicit House(std::uint64_t owner) : owner_(owner) {}

  void set_owner(std::uint64_t guest) { owner_ = guest; }
  [[nodiscard]] std::uint64_t owner() const { return owner_; }

  /// What has happened, in the order of the journal.
  void take(const HouseEvent& event);

  [[nodiscard]] const v1::HouseRules& rules() const { return rules_; }
  [[nodiscard]] const Sight& sight() const { return sight_; }
  /// argon2id; empty: there is none.
  [[nodiscard]] const std::string& password_hash() const { return password_hash_; }
  [[nodiscard]] const std::string& rematch() const { return rematch_; }
  /// As the clock was set last; nothing if nobody ever did.
  [[nodiscard]] const std::optional<bool>& paused() const { return paused_; }
  [[nodiscard]] std::uint32_t tick_seconds() const { return tick_seconds_; }

  [[nodiscard]] v1::HouseRole role_of(std::uint64_t guest) const;
  /// Owner or moderator.
  [[nodiscard]] bool is_host(std::uint64_t guest) const {
    return knows(guest) && role_of(guest) <= v1::HOUSE_ROLE_MODERATOR;
  }
  /// Owner, or anybody a house event was about.
  [[nodiscard]] bool knows(std::uint64_t guest) const;
  /// What a host has named them; empty if none has.
  [[nodiscard]] std::string_view given_name(std::uint64_t guest) const;
  [[nodiscard]] bool is_muted(std::uint64_t guest) const;
  [[nodiscard]] bool is_banned(std::uint64_t guest) const;
  [[nodiscard]] const std::unordered_map<std::uint64_t, HouseGuest>& guests() const { return guests_; }

  /// Whether they may come in as they are: 0, or BANNED or KEY_NEEDED.
  [[nodiscard]] v1::ErrorCode door(std::uint64_t guest) const;
  /// The number of the invitation with this code's hash that is still good at that time; 0 if there is none.
  [[nodiscard]] std::uint32_t good_invitation(const std::string& code_hash, std::uint64_t now_ms) const;
  /// Why the invitation with this code's hash is not good any more, for whoever holds the code; empty if it is, or if
  /// there never was such a one.
  [[nodiscard]] std::string_view why_spent(const std::string& code_hash, std::uint64_t now_ms) const;
  [[nodiscard]] v1::HouseRole role_of_invitation(std::uint32_t id) const { return invitations_[id - 1].shown.role(); }
  /// Whether this guest may take this measure about that one: 0, or NOT_MODERATOR, UNKNOWN_GUEST, MALFORMED.
  [[nodiscard]] v1::ErrorCode may(std::uint64_t guest, v1::Measure measure, std::uint64_t about) const {
    return may(role_of(guest), measure, about);
  }
  [[nodiscard]] v1::ErrorCode may(v1::HouseRole mine, v1::Measure measure, std::uint64_t about) const;
  [[nodiscard]] std::size_t open_invitations(std::uint64_t now_ms) const;
  [[nodiscard]] bool has_invitation(std::uint32_t id) const {
    return id >= 1 && id <= invitations_.size() && !invitations_[id - 1].shown.revoked();
  }

  /// As hosts see them at that time: all that are good, and the latest of those that are not any more.
  [[nodiscard]] std::vector<v1::Invitation> invitations(std::uint64_t now_ms) const;
  [[nodiscard]] const v1::Invitation& latest_invitation() const { return invitations_.back().shown; }
  [[nodiscard]] const std::deque<v1::HouseLogRow>& log() const { return log_; }
  /// The latest lines that this guest, at home in these enterprises, may read. What players say in the tick after the
  /// close numbered `heard`, and later, is kept back.
  [[nodiscard]] v1::Chat chat_for(std::uint64_t guest, const std::vector<std::uint32_t>& enterprises,
                                  rules::Tick heard = kHearsAll) const;
  /// What players said in the ticks after the closes from `from` up to, not with, `heard`: to all and to one.
  [[nodiscard]] std::vector<v1::ChatLine> come_out(rules::Tick from, rules::Tick heard) const;
  /// The line that was said last. Somebody must have said one.
  [[nodiscard]] const v1::ChatLine& last_line() const { return chat_.back().shown; }
  /// Whether it is quiet hours at that minute of the day.
  [[nodiscard]] bool is_quiet(std::uint32_t minute) const;

 private:
  struct Invite {
    v1::Invitation shown;
    std::string code_hash;

    [[nodiscard]] bool good(std::uint64_t now_ms) const {
      return !shown.revoked() && shown.used() < shown.uses() && now_ms < shown.expires_ms();
    }
  };
  struct Line {
    v1::ChatLine shown;
    bool from_gallery = false;
  };
  void take_measure(const HouseEvent& event);
  void keep_line(const HouseEvent& event);
  void note(const HouseEvent& event);

  std::uint64_t owner_;
  v1::HouseRules rules_;
  Sight sight_;
  std::string password_hash_;
  std::string rematch_;
  std::optional<bool> paused_;
  std::uint32_t tick_seconds_ = 0;
  std::unordered_map<std::uint64_t, HouseGuest> guests_;
  std::vector<Invite> invitations_;  ///< number n is at n - 1
  // Rows and lines are numbered apart from the journal: its numbers would tell how much else has been decided.
  std::uint64_t deeds_ = 0;
  std::uint64_t last_line_ = 0;  ///< its number
  std::deque<v1::HouseLogRow> log_;
  std::deque<Line> chat_;
};

inline constexpr std::string_view kHouseBounds =
    "Quiet hours are minutes of a day, at most 100 people are waited for, and spectators see at most 20 ticks behind.";

/// Whether these rules make sense, and this is a password.
[[nodiscard]] bool is_house(const v1::HouseRules& rules);
/// … and may be set by a host: what a world is a match of is not theirs to say.
[[nodiscard]] inline bool is_hosts_house(const v1::HouseRules& rules) {
  return is_house(rules) && rules.match_wait_seconds() == 0;
}
/// Whether its numbers are within the bounds of what can be asked of a server.
[[nodiscard]] bool is_sound(const HouseEvent& event);
[[nodiscard]] bool is_password(const std::string& text);
/// Guests' numbers as the wire has them; 0 for what is none.
[[nodiscard]] std::uint64_t guest_of(const std::string& text);

}  // namespace tt::server
