#include "server/world/world_actor.hpp"

#include <boost/asio/post.hpp>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "rules/core/assert.hpp"
#include "server/log.hpp"

namespace tt::server {

using persistence::Entry;
using rules::Controller;
using rules::Role;

WorldActor::WorldActor(const boost::asio::any_io_executor& pool, WorldParts parts)
    : strand_(boost::asio::make_strand(pool)),
      parts_(std::move(parts)),
      world_(std::move(parts_.restored.world)),
      at_close_(std::make_shared<const rules::World>(std::move(parts_.restored.at_close))),
      pending_(std::move(parts_.restored.pending)),
      journal_(std::move(parts_.journal)),
      feed_(parts_.name, parts_.epoch, std::move(parts_.restored.last_close)),
      clock_(parts_.tick, parts_.first_more),
      bots_(parts_.make_bot),
      last_index_(parts_.restored.last_index),
      flushed_index_(parts_.restored.last_index),
      house_(parts_.host),
      chat_from_(parts_.caps.chat_per_address_per_minute / 60, parts_.caps.chat_per_address_burst, kTalkersWatched),
      wrong_keys_(kWrongKeysPerSecond, kWrongKeysBurst, now()),
      wrong_keys_from_(kKeysPerSecondFromOne, kKeysBurstFromOne, kAddressesWatched),
      tick_alarm_(parts_.clock->alarm(strand_)),
      publish_alarm_(parts_.clock->alarm(strand_)),
      grace_alarm_(parts_.clock->alarm(strand_)),
      quiet_alarm_(parts_.clock->alarm(strand_)),
      nudge_alarm_(parts_.clock->alarm(strand_)),
      gather_alarm_(parts_.clock->alarm(strand_)) {
  memory_.remember(parts_.restored.recent);
  parts_.restored.recent.clear();
  for (const auto& [index, event] : std::exchange(parts_.restored.house, {})) {
    house_.take(event);
    routines_.take(event);
  }
  paused_by_host_ = house_.paused().value_or(false);
  outbox_.start_at(last_index_);
  for (std::size_t at = 0; at < world_.seats.size(); ++at)
    if (world_.seats[at].player != 0) seat_of_guest_[world_.seats[at].player] = at;
  for (rules::TakeSeat& bot : std::exchange(parts_.restored.bots, {})) {
    book_.keep(NameBook::kBots, bot.name);
    // Where there are no more seats than places, so that a bot always finds its own free.
    if (world_.seats[world_.households.seat[bot.household]].role != Role::kWorker)
      bot_of_[bot.household.value] = std::move(bot.name);
  }
  for (const rules::Seat& seat : world_.seats)
    if (!seat.name.empty()) book_.keep(seat.player, seat.name);
  for (const auto& [guest, known] : house_.guests())
    if (house_.knows(guest) || known.renamed) book_.keep(guest, known.name);
  refresh_board();
}

void WorldActor::start() {
  on_strand([this] {
    for (const auto& [guest, at] : seat_of_guest_)
      if (world_.seats[at].controller == Controller::kPlayer)
        attendance_.start_grace(guest, now() + parts_.caps.presence_grace);
    start_gathering();
    for (const auto& [household, name] : bot_of_) bring_bot_back(rules::HouseholdId{household}, 0, 0);
    tend_gallery();
    publish_seats();
    tend_graces();
    tend_clock();
    tend_quiet_hours();
  });
}

bool WorldActor::offer(Caller caller, WorldRequest request) {
  caller.place = inbox_.take(parts_.caps.inbox);
  if (!caller.place) return false;
  on_strand([this, caller = std::move(caller), request = std::move(request)] { take(caller, request); });
  return true;
}

void WorldActor::take(Caller caller, const WorldRequest& request) {
  if (failed_) {
    const bool retry = std::holds_alternative<ChangeClock>(request) && is_host(caller) && parts_.reload;
    if (retry) parts_.reload();
    const char* const text = retry           ? "The world is being loaded again; enter it again in a moment."
                             : books_broken_ ? "The world has stopped: at this close its books would not have added up."
                                             : "";
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_WORLD_FAILED, text), false);
  }
  if (gone_) return refuse(caller, protocol::make_error(v1::ERROR_CODE_UNKNOWN_WORLD), false);
  if (draining_)
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_BUSY, "The server is stopping; come back in a moment."),
                  false);
  // Whoever was not let in, or has been shown out, has only one thing to ask.
  if (!std::holds_alternative<Enter>(request) && !caller.machine && !attendance_.is_here(caller.guest, caller.to.get()))
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_NOT_IN_WORLD), false);
  // Whoever is not in yet is called nothing here.
  if (!std::holds_alternative<Enter>(request) && !caller.machine) caller.name = called(caller);
  std::visit([&](const auto& r) { on(caller, r); }, request);
}

void WorldActor::go(std::uint64_t guest, std::shared_ptr<Subscriber> connection) {
  on_strand([this, guest, connection = std::move(connection)] {
    // In its turn: it may not even be subscribed yet.
    outbox_.after(last_index_, [self = shared_from_this(), connection](bool) { self->unsubscribe(connection.get()); });
    knocking_.erase(connection.get());
    const bool last = attendance_.go(guest, connection.get());
    if (last) let_name_go(guest);
    if (!last || failed_ || draining_ || seat_of(guest) == nullptr) return;
    attendance_.start_grace(guest, now() + parts_.caps.presence_grace);
    tend_graces();
    wishes_.erase(guest);
    seats_changed_ = true;
    publish_soon();
    tend_clock();
    close_if_all_ready();
  });
}

void WorldActor::go_if_unplayed(bool seats, std::function<void(bool gone)> done) {
  on_strand([this, seats, done = std::move(done)] {
    if (world_.tick != 0 || close_in_flight_ || (!seats && !seat_of_guest_.empty())) return done(false);
    go(done);
  });
}

void WorldActor::go_if_empty(std::function<void(bool gone)> done) {
  on_strand([this, done = std::move(done)] { go(done); });
}

void WorldActor::go(const std::function<void(bool gone)>& done) {
  if (failed_ || draining_ || !attendance_.guests().empty()) return done(false);
  gone_ = draining_ = true;
  cancel_alarms();
  outbox_.after(last_index_, [self = shared_from_this(), done](bool durable) {
    self->reel_.reset();
    self->journal_.reset();
    done(durable);
  });
}

void WorldActor::drain(std::function<void()> done) {
  on_strand([this, done = std::move(done)] {
    draining_ = true;
    cancel_alarms();
    outbox_.after(last_index_, [self = shared_from_this(), done](bool durable) {
      if (durable && self->journal_ && self->last_close_index_ != 0)
        self->journal_->save_snapshot(self->last_close_index_, rules::save(*self->at_close_));
      self->journal_.reset();
      done();
    });
  });
}

void WorldActor::write(Entry entry) {
  if (const auto* const command = std::get_if<persistence::Command>(&entry)) pending_.push_back(*command);
  if (std::holds_alternative<persistence::TickClose>(entry)) pending_.clear();
  unwritten_.push_back(std::move(entry));
  ++last_index_;
}

void WorldActor::flush() {
  if (unwritten_.empty() || !journal_) return unwritten_.clear();
  journal_->append(flushed_index_, std::exchange(unwritten_, {}),
                   [self = shared_from_this(), up_to = last_index_](const persistence::Result<void>& result) {
                     boost::asio::post(self->strand_, [self, up_to, result] {
                       self->on_commit(up_to, result);
                       self->flush();
                     });
                   });
  flushed_index_ = last_index_;
}

void WorldActor::on_commit(std::uint64_t up_to, const persistence::Result<void>& result) {
  if (failed_) return;
  if (!result) return fail(result.error().text());
  outbox_.durable_up_to(up_to);
  if (!close_in_flight_ || outbox_.durable() < last_close_index_) return;
  close_in_flight_ = false;
  last_close_took_ = std::chrono::duration_cast<milliseconds>(now() - close_started_);
  close_ms_ = static_cast<std::uint64_t>(last_close_took_.count());
  if (draining_) return;
  if (std::exchange(close_due_, false) && pause_reason().empty()) return close_tick();
  tend_clock();
  close_if_all_ready();
}

void WorldActor::fail(const std::string& why) {
  log::error("world " + parts_.name + " has failed: " + why);
  failed_ = true;
  cancel_alarms();
  outbox_.fail();
  journal_.reset();
  refresh_board();
}

void WorldActor::cancel_alarms() {
  for (Alarm* const alarm : {tick_alarm_.get(), publish_alarm_.get(), grace_alarm_.get(), quiet_alarm_.get(),
                             nudge_alarm_.get(), gather_alarm_.get()})
    alarm->cancel();
}

void WorldActor::refresh_board() {
  v1::WorldSummary board;
  board.set_name(parts_.name);
  board.set_title(world_.scenario.title);
  board.set_scenario(world_.scenario.name);
  board.set_tick(world_.tick);
  board.set_final_tick(world_.scenario.final_tick);
  board.set_status(world_.finished ? v1::WORLD_STATUS_FINISHED : v1::WORLD_STATUS_RUNNING);
  board.set_players(static_cast<std::uint32_t>(seat_of_guest_.size()));
  // A bot's place is free: it gives way.
  const auto open = [&](Role role) {
    std::uint32_t free = rules::free_seats(world_, role);
    for (const rules::Seat& seat : world_.seats)
      if (seat.role == role && seat.controller == Controller::kBot) ++free;
    return free;
  };
  board.set_free_capitalist_seats(open(Role::kCapitalist));
  board.set_free_member_seats(open(Role::kMember));
  board.set_free_worker_seats(open(Role::kWorker));
  board.set_paused(!pause_reason().empty());
  board.set_failed(failed_);
  board.set_unlisted(house_.rules().unlisted());
  board.set_by_invitation(house_.rules().by_invitation());
  const std::lock_guard lock(board_mutex_);
  board_ = std::move(board);
  board_seated_.clear();
  for (const auto& [guest, at] : seat_of_guest_) board_seated_.insert(guest);
  board_known_.clear();
  if (house_.owner() != 0) board_known_.insert(house_.owner());
  for (const auto& [guest, known] : house_.guests())
    if (house_.knows(guest) && !known.banned) board_known_.insert(guest);
}

v1::WorldSummary WorldActor::summary(std::uint64_t guest) const {
  const std::lock_guard lock(board_mutex_);
  v1::WorldSummary summary = board_;
  summary.set_mine(board_seated_.contains(guest));
  summary.set_by_invitation(board_.by_invitation() && !board_known_.contains(guest));
  return summary;
}

WorldGauges WorldActor::gauges() const {
  WorldGauges now{
      .name = parts_.name, .listed = listed_for(0), .queue = inbox_.taken(), .lag_ms = lag_ms_, .close_ms = close_ms_};
  const std::lock_guard lock(board_mutex_);
  now.tick = board_.tick();
  now.failed = board_.failed();
  now.books_broken = books_broken_;
  return now;
}

void WorldActor::copy_to(std::filesystem::path copy, Journal::Done done) {
  on_strand([this, copy = std::move(copy), done = std::move(done)]() mutable {
    if (journal_) return journal_->copy_to(std::move(copy), std::move(done));
    done(persistence::Failure("The world has stopped.", parts_.name, "Load it again first."));
  });
}

bool WorldActor::is_open_to_all() const {
  const std::lock_guard lock(board_mutex_);
  return !board_.unlisted() && !board_.by_invitation();
}

void WorldActor::add_people(std::unordered_set<std::uint64_t>& to) const {
  const std::lock_guard lock(board_mutex_);
  if (board_.status() == v1::WORLD_STATUS_FINISHED) return;
  to.insert(board_seated_.begin(), board_seated_.end());
  to.insert(board_known_.begin(), board_known_.end());
}

bool WorldActor::listed_for(std::uint64_t guest) const {
  const std::lock_guard lock(board_mutex_);
  return !board_.unlisted() || board_seated_.contains(guest) || board_known_.contains(guest);
}

}  // namespace tt::server
