// The people's side of a world, as its actor keeps it: keys at the door, chat, measures, the clock by host or vote.
// Judging is House's; here is what follows from it for connections, seats and the journal.
#include <algorithm>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/limits.hpp"
#include "rules/core/assert.hpp"
#include "server/lobby/names.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

using protocol::make_error;
using rules::Controller;

void WorldActor::write_house(const Caller& caller, HouseEvent event) {
  event.set_player(caller.guest);
  event.set_request_id(caller.request_id);
  event.set_time_ms(parts_.clock->wall_ms());
  event.set_by_name(caller.name);
  event.set_tick(world_.tick);
  house_.take(event);
  routines_.take(event);
  write(std::move(event));
}

std::string WorldActor::name_of(std::uint64_t guest) const {
  if (const rules::Seat* const seat = seat_of(guest)) return seat->name;
  const auto known = house_.guests().find(guest);
  if (known != house_.guests().end() && known->second.renamed) return known->second.name;
  if (const auto seen = names_.find(guest); seen != names_.end()) return seen->second.called;
  return known == house_.guests().end() ? std::string() : known->second.name;
}

std::string WorldActor::called(const Caller& caller) {
  Visitor& visitor = names_[caller.guest];
  const rules::Seat* const seat = seat_of(caller.guest);
  const std::string_view given = seat != nullptr ? seat->name : house_.given_name(caller.guest);
  if (!given.empty())
    visitor = {{}, std::string(given)};
  else if (visitor.wish != caller.name)
    visitor = {caller.name, book_.call(caller.guest, caller.name)};
  return visitor.called;
}

void WorldActor::let_name_go(std::uint64_t guest) {
  if (seat_of(guest) != nullptr || house_.knows(guest) || !house_.given_name(guest).empty()) return;
  if (attendance_.is_here(guest)) return;
  book_.let_go(guest);
  if (const auto visitor = names_.find(guest); visitor != names_.end()) visitor->second.wish.clear();
}

/// The enterprise that the seat is known by, as everybody sees it.
std::vector<std::uint32_t> WorldActor::homes_of(std::uint64_t guest) const {
  const auto at = seat_of_guest_.find(guest);
  if (at == seat_of_guest_.end() || at->second >= feed_.view().seats.size()) return {};
  const rules::EnterpriseId home = feed_.view().seats[at->second].enterprise;
  return home.exists() ? std::vector<std::uint32_t>{protocol::to_wire(home)} : std::vector<std::uint32_t>{};
}

/// Whether this connection still waits at the door for the answer to that key, as the guest it was.
bool WorldActor::still_knocks(const Caller& caller, std::uint64_t knock) {
  const auto at = knocking_.find(caller.to.get());
  if (at == knocking_.end() || at->second != knock) return false;
  knocking_.erase(at);
  return true;
}

void WorldActor::try_key(const Caller& caller, const Enter& enter, v1::ErrorCode door) {
  // A world that is open to all lets in whoever comes with a wrong key, too; only without the part it would have given.
  const auto turn_away = [this, caller, enter, door](v1::ErrorCode code, std::string_view text = {}) {
    if (door == v1::ERROR_CODE_UNSPECIFIED) return let_in(caller, enter);
    refuse(caller, make_error(code, text, "enter_world.key"), false);
  };
  if (enter.key.empty()) return turn_away(door);
  const std::uint32_t invitation = house_.good_invitation(fast_hash(enter.key), parts_.clock->wall_ms());
  if (invitation != 0) {
    // One part at a time: whoever acts in a seat does not also watch.
    const bool to_watch = house_.role_of_invitation(invitation) == v1::HOUSE_ROLE_SPECTATOR;
    if (to_watch && seat_of(caller.guest) != nullptr)
      return refuse(caller, make_error(v1::ERROR_CODE_GET_UP_FIRST, "", "enter_world.key"), false);
    come_in(caller.guest, called(caller), house_.role_of_invitation(invitation), invitation);
    return let_in(caller, enter);
  }
  const std::string_view spent = house_.why_spent(fast_hash(enter.key), parts_.clock->wall_ms());
  if (!spent.empty() || house_.password_hash().empty()) return turn_away(v1::ERROR_CODE_BAD_KEY, spent);
  // Their own first: one who guesses keeps nobody else out.
  const std::string from = caller.address.empty() ? std::to_string(caller.guest) : caller.address;
  if (!wrong_keys_from_.take(from, now()) || !wrong_keys_.take(now()))
    return refuse(caller, make_error(v1::ERROR_CODE_BUSY, "Too many wrong keys were tried here; wait a moment."),
                  false);
  const std::uint64_t knock = ++knocks_;
  knocking_[caller.to.get()] = knock;
  const bool taken =
      parts_.hasher->verify(Hasher::Line::kDoor, {caller.guest, caller.address}, house_.password_hash(), enter.key,
                            [self = shared_from_this(), caller, enter, turn_away, knock, from](bool right) {
                              self->on_strand([self, caller, enter, turn_away, knock, right, from] {
                                if (right) self->wrong_keys_from_.give_back(from);
                                if (self->failed_ || self->draining_ || !self->still_knocks(caller, knock))
                                  return self->refuse(caller, make_error(v1::ERROR_CODE_BUSY), false);
                                if (self->house_.is_banned(caller.guest))
                                  return self->refuse(caller, make_error(v1::ERROR_CODE_BANNED), false);
                                if (!right) return turn_away(v1::ERROR_CODE_BAD_KEY);
                                if (!self->house_.knows(caller.guest))
                                  self->come_in(caller.guest, self->called(caller), v1::HOUSE_ROLE_PLAYER, 0);
                                self->let_in(caller, enter);
                              });
                            });
  if (!taken) refuse(caller, make_error(v1::ERROR_CODE_BUSY), false);
}

void WorldActor::come_in(std::uint64_t guest, const std::string& name, v1::HouseRole role, std::uint32_t invitation) {
  HouseEvent event;
  auto& came = *event.mutable_came_in();
  came.set_guest(guest);
  came.set_name(name);
  came.set_role(role);
  came.set_invitation(invitation);
  Caller self;
  self.guest = guest;
  self.name = name;
  write_house(self, std::move(event));
  refresh_board();
}

void WorldActor::on(const Caller& caller, const v1::Say& line) {
  if (answered_before(caller)) return;
  if (house_.rules().chat_off() && !caller.machine) return refuse(caller, make_error(v1::ERROR_CODE_CHAT_OFF), false);
  if (house_.is_muted(caller.guest)) return refuse(caller, make_error(v1::ERROR_CODE_MUTED), false);
  const auto text = sound_line(line.text(), 1, protocol::kChatCharsMax);
  if (!text) return refuse(caller, make_error(v1::ERROR_CODE_BAD_TEXT, "", "say.text"), false);
  auto bucket = chat_buckets_.try_emplace(caller.guest, kChatPerSecond, kChatBurst, now()).first;
  if (!caller.machine && !bucket->second.take(now()))
    return refuse(
        caller, make_error(v1::ERROR_CODE_RATE_LIMITED, "You talk faster than others can read; wait a moment."), false);
  // Of all who come from there: another guest is made in a moment.
  if (!caller.address.empty() && !chat_from_.take(caller.address, now()))
    return refuse(caller,
                  make_error(v1::ERROR_CODE_RATE_LIMITED,
                             "People at your address talk faster than others can read; wait a moment."),
                  false);
  HouseEvent event;
  auto& said = *event.mutable_said();
  said.set_channel(line.channel());
  said.set_text(*text);
  said.set_tick(world_.tick);
  said.set_from_gallery(watches(caller.guest));
  std::vector<std::uint64_t> readers{caller.guest};
  if (line.channel() == v1::CHAT_CHANNEL_ENTERPRISE) {
    const auto mine = homes_of(caller.guest);
    if (mine.empty())
      return refuse(caller, make_error(v1::ERROR_CODE_MALFORMED, "You are at home in no enterprise.", "say.channel"),
                    false);
    said.set_enterprise_id(mine.front());
    for (const auto& [guest, seat] : seat_of_guest_)
      if (guest != caller.guest && homes_of(guest) == mine) readers.push_back(guest);
  } else if (line.channel() == v1::CHAT_CHANNEL_PRIVATE) {
    const std::uint64_t to = guest_of(line.to_guest_id());
    if (to == 0 || name_of(to).empty())
      return refuse(caller, make_error(v1::ERROR_CODE_UNKNOWN_GUEST, "", "say.to_guest_id"), false);
    said.set_to(to);
    const bool at_once = !watches(to) || watches(caller.guest) || heard() == House::kHearsAll;
    if (to != caller.guest && at_once) readers.push_back(to);
  } else if (line.channel() != v1::CHAT_CHANNEL_WORLD) {
    return refuse(caller, make_error(v1::ERROR_CODE_MALFORMED, "Name a channel.", "say.channel"), false);
  }
  write_house(caller, std::move(event));
  const v1::ChatLine told = house_.last_line();
  accept(caller, true);
  if (line.channel() == v1::CHAT_CHANNEL_WORLD) return tell_all(caller.guest, told);
  for (const std::uint64_t reader : readers) tell(reader, told);
}

/// The gallery hears the players when their tick has come out for it, and itself at once.
void WorldActor::tell_all(std::uint64_t speaker, const v1::ChatLine& line) {
  v1::ServerEnvelope told;
  *told.mutable_chat()->add_lines() = line;
  PublicFrame frame = public_frame_of(told, attendance_.anybody_uses_json());
  if (gallery_ && (watches(speaker) || heard() == House::kHearsAll)) publish_to_gallery(frame);
  publish(std::move(frame));
}

void WorldActor::tell(std::uint64_t reader, const v1::ChatLine& line) {
  v1::ServerEnvelope told;
  *told.mutable_chat()->add_lines() = line;
  for (const auto& connection : attendance_.connections_of(reader))
    outbox_.after(last_index_, [connection, frame = frame_of(told, connection->mapping())](bool durable) {
      if (durable) connection->deliver(frame);
    });
}

void WorldActor::on(const Caller& caller, const v1::ReadHouse&) {
  v1::ServerEnvelope envelope;
  v1::House& house = *envelope.mutable_house();
  house.set_my_role(role_of(caller));
  *house.mutable_rules() = house_.rules();
  house.set_has_password(!house_.password_hash().empty());
  std::vector<std::uint64_t> people;
  if (house_.owner() != 0) people.push_back(house_.owner());
  for (const auto& [guest, known] : house_.guests()) people.push_back(guest);
  for (const auto& [guest, seat] : seat_of_guest_) people.push_back(guest);
  for (const auto& [guest, name] : names_)
    if (attendance_.is_here(guest)) people.push_back(guest);
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  for (const std::uint64_t guest : people) {
    if (house.people_size() >= static_cast<int>(kPeopleShown)) break;
    v1::HousePerson& row = *house.add_people();
    row.set_guest_id(std::to_string(guest));
    row.set_name(name_of(guest));
    row.set_role(house_.role_of(guest));
    row.set_muted(house_.is_muted(guest));
    row.set_banned(house_.is_banned(guest));
    row.set_here(attendance_.is_here(guest));
    if (const rules::Seat* const seat = seat_of(guest)) row.set_seat_id(protocol::to_wire(seat->household));
  }
  if (is_host(caller))
    for (const v1::Invitation& one : house_.invitations(parts_.clock->wall_ms())) *house.add_invitations() = one;
  for (const v1::HouseLogRow& row : house_.log()) *house.add_log() = row;
  answer(caller, std::move(envelope));
}

void WorldActor::on(const Caller& caller, const v1::SetHouse& wish) {
  if (answered_before(caller)) return;
  if (!is_host(caller)) return refuse(caller, make_error(v1::ERROR_CODE_NOT_HOST), false);
  if (!is_hosts_house(wish.rules()))
    return refuse(caller, make_error(v1::ERROR_CODE_MALFORMED, kHouseBounds, "set_house.rules"), false);
  if (house_.sight().forbids(wish.rules(), world_.tick) && !world_.finished)
    return refuse(
        caller,
        make_error(v1::ERROR_CODE_MALFORMED,
                   "Ticks have closed here while spectators were to see nothing before the end; that stays so.",
                   "set_house.rules.spectator_sight"),
        false);
  if (!wish.change_password() || wish.password().empty()) return set_house(caller, wish, "");
  if (!is_password(wish.password()))
    return refuse(caller, make_error(v1::ERROR_CODE_BAD_PASSWORD, "", "set_house.password"), false);
  const bool taken = parts_.hasher->hash(Hasher::Line::kChange, {caller.guest, {}}, wish.password(),
                                         [self = shared_from_this(), caller, wish](std::string hash) {
                                           self->on_strand([self, caller, wish, hash = std::move(hash)] {
                                             if (self->failed_ || self->draining_ || hash.empty())
                                               return self->refuse(caller, make_error(v1::ERROR_CODE_BUSY), false);
                                             self->set_house(caller, wish, hash);
                                           });
                                         });
  if (!taken) refuse(caller, make_error(v1::ERROR_CODE_BUSY), false);
}

void WorldActor::set_house(const Caller& caller, const v1::SetHouse& wish, const std::string& password_hash) {
  HouseEvent event;
  *event.mutable_rules() = wish.rules();
  write_house(caller, std::move(event));
  if (wish.change_password()) {
    HouseEvent password;
    password.mutable_password_set()->set_hash(password_hash);
    Caller same = caller;
    same.request_id = 0;  // the request is in the journal already
    write_house(same, std::move(password));
  }
  // Whoever has a seat belongs here, whatever the door is like from now on.
  for (const auto& [guest, at] : seat_of_guest_)
    if (wish.rules().by_invitation() && !house_.knows(guest))
      come_in(guest, world_.seats[at].name, v1::HOUSE_ROLE_PLAYER, 0);
  // Whoever only looked around while the door stood open does not stay behind it.
  if (wish.rules().by_invitation())
    for (const std::uint64_t guest : std::vector(attendance_.guests()))
      if (!house_.knows(guest)) show_out(guest, v1::ERROR_CODE_KEY_NEEDED);
  tend_gallery();
  accept(caller, true);
  tend_clock();
  tend_quiet_hours();
  close_if_all_ready();
  publish_soon();
  refresh_board();
}

void WorldActor::on(const Caller& caller, const v1::MakeInvitation& wish) {
  if (answered_before(caller)) return;
  const v1::HouseRole mine = role_of(caller);
  if (!is_host(caller)) return refuse(caller, make_error(v1::ERROR_CODE_NOT_HOST), false);
  if (wish.role() <= mine || wish.role() > v1::HOUSE_ROLE_SPECTATOR)
    return refuse(caller, make_error(v1::ERROR_CODE_NOT_MODERATOR, "", "make_invitation.role"), false);
  const bool sane = wish.uses() >= 1 && wish.uses() <= kInvitationUsesMax && wish.hours() >= 1 &&
                    wish.hours() <= kInvitationHoursMax &&
                    (wish.note().empty() || sound_line(wish.note(), 1, protocol::kNoteCharsMax));
  if (!sane)
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED,
                             "An invitation has 1 to 1000 uses, lasts 1 to 8760 hours, and its note has at most 60 "
                             "visible characters.",
                             "make_invitation"),
                  false);
  const std::uint64_t now = parts_.clock->wall_ms();
  if (house_.open_invitations(now) >= kOpenInvitationsMax)
    return refuse(caller, make_error(v1::ERROR_CODE_INVITATION_LIMIT), false);
  const std::string code = random_code();
  HouseEvent event;
  auto& made = *event.mutable_invitation_made();
  made.set_code_hash(fast_hash(code));
  made.set_role(wish.role());
  made.set_uses(wish.uses());
  made.set_expires_ms(now + std::uint64_t{wish.hours()} * 3'600'000);
  made.set_note(wish.note());
  write_house(caller, std::move(event));
  if (!caller.machine)
    memory_.remember(caller.guest, caller.request_id, caller.content,
                     {memory_.next_number(caller.guest), world_.tick, nullptr});
  v1::ServerEnvelope envelope;
  *envelope.mutable_invitation() = house_.latest_invitation();
  envelope.mutable_invitation()->set_code(code);
  answer(caller, std::move(envelope));
}

void WorldActor::on(const Caller& caller, const v1::RevokeInvitation& wish) {
  if (answered_before(caller)) return;
  if (!is_host(caller)) return refuse(caller, make_error(v1::ERROR_CODE_NOT_HOST), false);
  if (!house_.has_invitation(wish.id()))
    return refuse(
        caller,
        make_error(v1::ERROR_CODE_MALFORMED, "There is no open invitation of that number.", "revoke_invitation.id"),
        false);
  HouseEvent event;
  event.set_invitation_revoked(wish.id());
  write_house(caller, std::move(event));
  accept(caller, true);
}

void WorldActor::on(const Caller& caller, const v1::TakeMeasure& wish) {
  if (answered_before(caller)) return;
  const std::uint64_t about = guest_of(wish.guest_id());
  const v1::ErrorCode code = house_.may(role_of(caller), wish.measure(), about);
  const bool above_all = caller.machine && code == v1::ERROR_CODE_NOT_MODERATOR;  // the host's machine, over owners too
  if (code != v1::ERROR_CODE_UNSPECIFIED && !above_all)
    return refuse(caller, make_error(code, "", "take_measure"), false);
  const std::string name = name_of(about);
  if (name.empty()) return refuse(caller, make_error(v1::ERROR_CODE_UNKNOWN_GUEST, "", "take_measure.guest_id"), false);
  if (wish.measure() == v1::MEASURE_FREE_SEAT && seat_of(about) == nullptr)
    return refuse(caller, make_error(v1::ERROR_CODE_NOT_SEATED, "That person has no seat.", "take_measure.guest_id"),
                  false);
  const bool renames = wish.measure() == v1::MEASURE_RENAME;
  const auto new_name = sound_name(wish.name(), 1, protocol::kDisplayNameCharsMax);
  if (renames && !new_name) return refuse(caller, make_error(v1::ERROR_CODE_BAD_NAME, "", "take_measure.name"), false);
  if (renames && !book_.is_free(*new_name, about))
    return refuse(caller, make_error(v1::ERROR_CODE_NAME_TAKEN, "", "take_measure.name"), false);
  put_measure(caller, wish.measure(), about, renames ? *new_name : name);
  accept(caller, true);
  tend_clock();
  close_if_all_ready();
  publish_soon();
  refresh_board();
}

void WorldActor::put_measure(const Caller& caller, v1::Measure measure, std::uint64_t about, const std::string& name) {
  HouseEvent event;
  auto& taken = *event.mutable_measure_taken();
  taken.set_guest(about);
  taken.set_name(name);
  taken.set_measure(measure);
  if (measure == v1::MEASURE_RENAME) {
    taken.set_was(name_of(about));
    book_.let_go(about);
    book_.keep(about, name);
  }
  write_house(caller, std::move(event));
  const rules::Seat* const seat = seat_of(about);
  if (measure == v1::MEASURE_RENAME && seat != nullptr) {
    const rules::HouseholdId household = seat->household;
    const Controller controller = seat->controller;
    set_controller(household, Controller::kVacant, 0, 0);
    const rules::HostAction take = rules::TakeSeat{household, about, name, controller};
    const auto refusal = rules::apply(world_, take);
    TT_ASSERT(refusal == rules::SeatRefusal::kNone);
    write(persistence::Command{take, 0, 0});
    return;
  }
  const bool unseats =
      measure == v1::MEASURE_BAN || measure == v1::MEASURE_FREE_SEAT || measure == v1::MEASURE_MAKE_SPECTATOR;
  if (unseats && seat != nullptr) {
    free_seat(about, 0, 0);
    send_me(about);
  }
  if (measure == v1::MEASURE_BAN) show_out(about, v1::ERROR_CODE_BANNED);
  if (measure == v1::MEASURE_SHOW_OUT) show_out(about, v1::ERROR_CODE_SHOWN_OUT);
}

void WorldActor::show_out(std::uint64_t guest, v1::ErrorCode why) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_shown_out()->mutable_reason() = make_error(why);
  // From here on nothing they send is heard; their session lets go of the world when the frame has come to it.
  const std::vector<std::shared_ptr<Subscriber>> connections = attendance_.connections_of(guest);
  for (const auto& connection : connections) {
    outbox_.after(last_index_,
                  [self = shared_from_this(), connection, frame = frame_of(envelope, connection->mapping())](bool) {
                    self->unsubscribe(connection.get());
                    connection->show_out(self->parts_.name, frame);
                  });
    knocking_.erase(connection.get());
    if (attendance_.go(guest, connection.get()) && seat_of(guest) != nullptr) {
      attendance_.start_grace(guest, now() + parts_.caps.presence_grace);
      tend_graces();
    }
  }
  wishes_.erase(guest);
  seats_changed_ = true;
}

void WorldActor::set_clock(const Caller& caller, const ChangeClock& change, bool by_vote) {
  HouseEvent event;
  auto& set = *event.mutable_clock_set();
  set.set_paused(change.paused.value_or(paused_by_host_));
  set.set_tick_seconds(change.tick_seconds);
  set.set_extend_seconds(change.extend_seconds);
  set.set_by_vote(by_vote);
  write_house(caller, std::move(event));
  wishes_.clear();
  if (change.paused) paused_by_host_ = *change.paused;
  if (change.tick_seconds != 0) clock_.set_tick(seconds(change.tick_seconds), now());
  if (change.extend_seconds != 0) clock_.extend(seconds(change.extend_seconds), now());
}

void WorldActor::group_of(std::uint64_t owner, std::function<void(std::vector<HouseEvent>)> done) {
  on_strand([this, owner, done = std::move(done)] {
    std::vector<HouseEvent> group;
    const auto bring = [&](std::uint64_t guest, v1::HouseRole role) {
      HouseEvent event;
      event.set_time_ms(parts_.clock->wall_ms());
      event.set_by_name(name_of(owner));
      event.mutable_came_in()->set_guest(guest);
      event.mutable_came_in()->set_name(name_of(guest));
      event.mutable_came_in()->set_role(role);
      group.push_back(std::move(event));
    };
    if (!world_.finished || house_.owner() != owner) return done({});
    for (const auto& [guest, known] : house_.guests())
      if (house_.knows(guest) && !known.banned && guest != owner) bring(guest, known.role);
    for (const auto& [guest, at] : seat_of_guest_)
      if (!house_.knows(guest)) bring(guest, v1::HOUSE_ROLE_PLAYER);
    std::sort(group.begin(), group.end(),
              [](const auto& a, const auto& b) { return a.came_in().guest() < b.came_in().guest(); });
    done(std::move(group));
  });
}

void WorldActor::set_owner(std::uint64_t guest) {
  on_strand([this, guest] {
    const std::uint64_t before = house_.owner();
    if (failed_ || draining_ || before == guest) return;
    house_.set_owner(guest);
    if (before != 0 && !house_.knows(before)) come_in(before, name_of(before), v1::HOUSE_ROLE_PLAYER, 0);
    tend_clock();
    refresh_board();
  });
}

void WorldActor::note_rematch(std::uint64_t owner, std::string owner_name, std::string world) {
  on_strand([this, owner, owner_name = std::move(owner_name), world = std::move(world)] {
    if (failed_ || draining_ || !world_.finished || house_.owner() != owner) return;
    HouseEvent rematch;
    rematch.set_rematch(world);
    Caller by;
    by.guest = owner;
    by.name = owner_name;
    write_house(by, std::move(rematch));
    publish_clock(false);
  });
}

}  // namespace tt::server
