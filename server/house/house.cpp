#include "server/house/house.hpp"

#include <algorithm>
#include <charconv>

#include "protocol/limits.hpp"
#include "rules/core/text.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

/// A said event as the line with this number.
v1::ChatLine line_of(std::uint64_t number, const HouseEvent& event) {
  v1::ChatLine line;
  line.set_index(number);
  line.set_time_ms(event.time_ms());
  line.set_channel(event.said().channel());
  line.set_guest_id(std::to_string(event.player()));
  line.set_name(event.by_name());
  if (event.said().to() != 0) line.set_to_guest_id(std::to_string(event.said().to()));
  line.set_enterprise_id(event.said().enterprise_id());
  line.set_text(event.said().text());
  line.set_tick(event.said().tick());
  return line;
}

/// Whether both belong to one conversation: of the world, of an enterprise, or of two people.
bool same_talk(const v1::ChatLine& a, const v1::ChatLine& b) {
  if (a.channel() != b.channel()) return false;
  if (a.channel() == v1::CHAT_CHANNEL_ENTERPRISE) return a.enterprise_id() == b.enterprise_id();
  if (a.channel() != v1::CHAT_CHANNEL_PRIVATE) return true;
  return (a.guest_id() == b.guest_id() && a.to_guest_id() == b.to_guest_id()) ||
         (a.guest_id() == b.to_guest_id() && a.to_guest_id() == b.guest_id());
}

}  // namespace

std::uint64_t guest_of(const std::string& text) {
  std::uint64_t guest = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), guest);
  return error == std::errc{} && end == text.data() + text.size() ? guest : 0;
}

bool is_house(const v1::HouseRules& rules) {
  constexpr std::uint32_t kDayMinutes = 24 * 60;
  return rules.start_players() <= kStartPlayersMax && rules.quiet_from_minute() < kDayMinutes &&
         rules.quiet_to_minute() < kDayMinutes && rules.spectator_delay_ticks() <= kSpectatorDelayMax &&
         rules.match_wait_seconds() <= kMatchWaitSecondsMax && v1::SpectatorSight_IsValid(rules.spectator_sight());
}

bool is_sound(const HouseEvent& event) {
  if (event.has_rules()) return is_house(event.rules());
  if (event.has_invitation_made()) return event.invitation_made().uses() <= kInvitationUsesMax;
  if (!event.has_clock_set()) return true;
  return event.clock_set().tick_seconds() <= kTickSecondsMax && event.clock_set().extend_seconds() <= kExtendSecondsMax;
}

bool is_password(const std::string& text) {
  return rules::is_name(text, protocol::kPasswordCharsMin, protocol::kPasswordCharsMax);
}

v1::HouseRole House::role_of(std::uint64_t guest) const {
  if (guest == owner_ && guest != 0) return v1::HOUSE_ROLE_OWNER;
  const auto at = guests_.find(guest);
  return at == guests_.end() ? v1::HOUSE_ROLE_UNSPECIFIED : at->second.role;
}

bool House::knows(std::uint64_t guest) const {
  return role_of(guest) != v1::HOUSE_ROLE_UNSPECIFIED;
}

std::string_view House::given_name(std::uint64_t guest) const {
  const auto at = guests_.find(guest);
  return at != guests_.end() && at->second.renamed ? std::string_view(at->second.name) : std::string_view();
}

bool House::is_muted(std::uint64_t guest) const {
  const auto at = guests_.find(guest);
  return at != guests_.end() && at->second.muted;
}

bool House::is_banned(std::uint64_t guest) const {
  const auto at = guests_.find(guest);
  return at != guests_.end() && at->second.banned && guest != owner_;
}

v1::ErrorCode House::door(std::uint64_t guest) const {
  if (is_banned(guest)) return v1::ERROR_CODE_BANNED;
  return rules_.by_invitation() && !knows(guest) ? v1::ERROR_CODE_KEY_NEEDED : v1::ERROR_CODE_UNSPECIFIED;
}

std::uint32_t House::good_invitation(const std::string& code_hash, std::uint64_t now_ms) const {
  for (const Invite& one : invitations_)
    if (one.code_hash == code_hash && one.good(now_ms)) return one.shown.id();
  return 0;
}

std::string_view House::why_spent(const std::string& code_hash, std::uint64_t now_ms) const {
  for (const Invite& one : invitations_) {
    if (one.code_hash != code_hash) continue;
    if (one.shown.revoked()) return "This invitation has been taken back; ask the host for another.";
    if (one.shown.used() >= one.shown.uses())
      return "As many people as this invitation was for have come in by it; ask the host for another.";
    if (now_ms >= one.shown.expires_ms()) return "This invitation has run out; ask the host for another.";
  }
  return {};
}

std::size_t House::open_invitations(std::uint64_t now_ms) const {
  return static_cast<std::size_t>(
      std::count_if(invitations_.begin(), invitations_.end(), [&](const Invite& one) { return one.good(now_ms); }));
}

v1::ErrorCode House::may(v1::HouseRole mine, v1::Measure measure, std::uint64_t about) const {
  if (mine != v1::HOUSE_ROLE_OWNER && mine != v1::HOUSE_ROLE_MODERATOR) return v1::ERROR_CODE_NOT_MODERATOR;
  if (measure == v1::MEASURE_UNSPECIFIED || !v1::Measure_IsValid(measure)) return v1::ERROR_CODE_MALFORMED;
  if (about == 0) return v1::ERROR_CODE_UNKNOWN_GUEST;
  const v1::HouseRole theirs = role_of(about);
  const bool above = mine == v1::HOUSE_ROLE_OWNER
                         ? theirs != v1::HOUSE_ROLE_OWNER
                         : theirs != v1::HOUSE_ROLE_OWNER && theirs != v1::HOUSE_ROLE_MODERATOR;
  if (!above) return v1::ERROR_CODE_NOT_MODERATOR;
  if (measure == v1::MEASURE_MAKE_MODERATOR && mine != v1::HOUSE_ROLE_OWNER) return v1::ERROR_CODE_NOT_MODERATOR;
  return v1::ERROR_CODE_UNSPECIFIED;
}

void House::take_measure(const HouseEvent& event) {
  const auto& taken = event.measure_taken();
  HouseGuest& guest = guests_[taken.guest()];
  if (guest.name.empty() || taken.measure() == v1::MEASURE_RENAME) guest.name = taken.name();
  guest.renamed = guest.renamed || taken.measure() == v1::MEASURE_RENAME;
  switch (static_cast<int>(taken.measure())) {
    case v1::MEASURE_MUTE:
    case v1::MEASURE_UNMUTE:
      guest.muted = taken.measure() == v1::MEASURE_MUTE;
      break;
    case v1::MEASURE_BAN:
    case v1::MEASURE_UNBAN:
      guest.banned = taken.measure() == v1::MEASURE_BAN;
      if (guest.banned && guest.role == v1::HOUSE_ROLE_MODERATOR) guest.role = v1::HOUSE_ROLE_PLAYER;
      break;
    case v1::MEASURE_MAKE_MODERATOR:
      guest.role = v1::HOUSE_ROLE_MODERATOR;
      break;
    case v1::MEASURE_MAKE_PLAYER:
      guest.role = v1::HOUSE_ROLE_PLAYER;
      break;
    case v1::MEASURE_MAKE_SPECTATOR:
      guest.role = v1::HOUSE_ROLE_SPECTATOR;
      break;
    case v1::MEASURE_SHOW_OUT:
    case v1::MEASURE_FREE_SEAT:
    case v1::MEASURE_RENAME:
    case v1::MEASURE_UNSPECIFIED:
      break;  // of the moment: nothing more of it stays but the row in the log
  }
}

/// What others say among themselves neither shows in a line's number, which is the time, nor crowds out what is said
/// elsewhere.
void House::keep_line(const HouseEvent& event) {
  constexpr std::uint64_t kNumbersInMs = 1000;
  last_line_ = std::max(event.time_ms() * kNumbersInMs, last_line_ + 1);
  chat_.push_back({line_of(last_line_, event), event.said().from_gallery()});
  const v1::ChatLine& said = chat_.back().shown;
  const auto of_this_talk = [&](const Line& one) { return same_talk(one.shown, said); };
  if (static_cast<std::size_t>(std::count_if(chat_.begin(), chat_.end(), of_this_talk)) > kChatKept)
    chat_.erase(std::find_if(chat_.begin(), chat_.end(), of_this_talk));
  else if (chat_.size() > kChatKept + kPrivateTalkKept)
    chat_.erase(std::find_if(chat_.begin(), chat_.end(),
                             [](const Line& one) { return one.shown.channel() != v1::CHAT_CHANNEL_WORLD; }));
}

void House::take(const HouseEvent& event) {
  switch (event.what_case()) {
    case HouseEvent::kRules:
      rules_ = event.rules();
      sight_.set(rules_, event.tick());
      break;
    case HouseEvent::kPasswordSet:
      password_hash_ = event.password_set().hash();
      break;
    case HouseEvent::kInvitationMade: {
      const auto& made = event.invitation_made();
      Invite invite;
      invite.code_hash = made.code_hash();
      invite.shown.set_id(static_cast<std::uint32_t>(invitations_.size() + 1));
      invite.shown.set_role(made.role());
      invite.shown.set_uses(made.uses());
      invite.shown.set_expires_ms(made.expires_ms());
      invite.shown.set_note(made.note());
      invite.shown.set_by_name(event.by_name());
      invitations_.push_back(std::move(invite));
      break;
    }
    case HouseEvent::kInvitationRevoked:
      if (has_invitation(event.invitation_revoked()))
        invitations_[event.invitation_revoked() - 1].shown.set_revoked(true);
      break;
    case HouseEvent::kCameIn: {
      const auto& came = event.came_in();
      HouseGuest& guest = guests_[came.guest()];
      if (!guest.renamed) guest.name = came.name();
      // Who owns a world is in the accounts; nobody comes in as its owner.
      guest.role = came.role() == v1::HOUSE_ROLE_OWNER ? v1::HOUSE_ROLE_PLAYER : came.role();
      if (has_invitation(came.invitation())) {
        v1::Invitation& used = invitations_[came.invitation() - 1].shown;
        used.set_used(used.used() + 1);
      }
      break;
    }
    case HouseEvent::kMeasureTaken:
      take_measure(event);
      break;
    case HouseEvent::kSaid:
      keep_line(event);
      return;  // what is said is no deed of the log
    case HouseEvent::kClockSet:
      paused_ = event.clock_set().paused();
      if (event.clock_set().tick_seconds() != 0) tick_seconds_ = event.clock_set().tick_seconds();
      break;
    case HouseEvent::kRematch:
      rematch_ = event.rematch();
      break;
    case HouseEvent::kRoutineSet:
    case HouseEvent::kRoutineTurn:
    case HouseEvent::kRoutineEnded:
    case HouseEvent::WHAT_NOT_SET:
      return;  // what is kept up for a seat is its owner's alone
  }
  note(event);
}

v1::Chat House::chat_for(std::uint64_t guest, const std::vector<std::uint32_t>& enterprises, rules::Tick heard) const {
  v1::Chat chat;
  const std::string mine = std::to_string(guest);
  for (const auto& [line, from_gallery] : chat_) {
    const bool for_me = line.channel() == v1::CHAT_CHANNEL_WORLD ||
                        (line.channel() == v1::CHAT_CHANNEL_PRIVATE && line.to_guest_id() == mine) ||
                        (line.channel() == v1::CHAT_CHANNEL_ENTERPRISE &&
                         std::find(enterprises.begin(), enterprises.end(), line.enterprise_id()) != enterprises.end());
    const bool out = from_gallery || line.tick() < heard;
    if (line.guest_id() == mine || (for_me && out)) *chat.add_lines() = line;
  }
  return chat;
}

std::vector<v1::ChatLine> House::come_out(rules::Tick from, rules::Tick heard) const {
  std::vector<v1::ChatLine> lines;
  for (const auto& [line, from_gallery] : chat_)
    if (!from_gallery && line.channel() != v1::CHAT_CHANNEL_ENTERPRISE && line.tick() >= from && line.tick() < heard)
      lines.push_back(line);
  return lines;
}

bool House::is_quiet(std::uint32_t minute) const {
  const std::uint32_t from = rules_.quiet_from_minute();
  const std::uint32_t to = rules_.quiet_to_minute();
  if (from == to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

std::vector<v1::Invitation> House::invitations(std::uint64_t now_ms) const {
  std::vector<v1::Invitation> shown;
  std::size_t spent = 0;
  for (auto one = invitations_.rbegin(); one != invitations_.rend(); ++one)
    if (one->good(now_ms) || spent++ < kSpentInvitationsShown) shown.push_back(one->shown);
  std::reverse(shown.begin(), shown.end());
  return shown;
}

void House::note(const HouseEvent& event) {
  v1::HouseLogRow row;
  row.set_index(++deeds_);
  row.set_time_ms(event.time_ms());
  row.set_by_name(event.by_name());
  switch (event.what_case()) {
    case HouseEvent::kRules:
      row.set_deed(v1::HOUSE_DEED_RULES);
      *row.mutable_rules() = event.rules();
      break;
    case HouseEvent::kPasswordSet:
      row.set_deed(event.password_set().hash().empty() ? v1::HOUSE_DEED_NO_PASSWORD : v1::HOUSE_DEED_PASSWORD);
      break;
    case HouseEvent::kInvitationMade:
      row.set_deed(v1::HOUSE_DEED_INVITATION);
      row.set_role(event.invitation_made().role());
      row.set_value(event.invitation_made().uses());
      break;
    case HouseEvent::kInvitationRevoked:
      row.set_deed(v1::HOUSE_DEED_REVOKED);
      row.set_value(event.invitation_revoked());
      break;
    case HouseEvent::kCameIn:
      row.set_deed(v1::HOUSE_DEED_CAME_IN);
      row.set_about_name(event.came_in().name());
      row.set_role(event.came_in().role());
      row.set_value(event.came_in().invitation());
      break;
    case HouseEvent::kMeasureTaken:
      row.set_deed(v1::HOUSE_DEED_MEASURE);
      row.set_measure(event.measure_taken().measure());
      row.set_about_name(event.measure_taken().was().empty() ? event.measure_taken().name()
                                                             : event.measure_taken().was());
      if (event.measure_taken().measure() == v1::MEASURE_RENAME) row.set_new_name(event.measure_taken().name());
      break;
    case HouseEvent::kClockSet: {
      const auto& set = event.clock_set();
      row.set_deed(set.extend_seconds() != 0 ? v1::HOUSE_DEED_EXTENDED
                   : set.tick_seconds() != 0 ? v1::HOUSE_DEED_PACE
                   : set.paused()            ? v1::HOUSE_DEED_PAUSED
                                             : v1::HOUSE_DEED_RESUMED);
      row.set_value(set.extend_seconds() != 0 ? set.extend_seconds() : set.tick_seconds());
      row.set_by_vote(set.by_vote());
      break;
    }
    case HouseEvent::kRematch:
      row.set_deed(v1::HOUSE_DEED_REMATCH);
      row.set_world(event.rematch());
      break;
    case HouseEvent::kSaid:
    case HouseEvent::kRoutineSet:
    case HouseEvent::kRoutineTurn:
    case HouseEvent::kRoutineEnded:
    case HouseEvent::WHAT_NOT_SET:
      return;
  }
  log_.push_back(std::move(row));
  if (log_.size() > kHouseLogShown) log_.pop_front();
}

}  // namespace tt::server
