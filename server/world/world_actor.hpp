// One world, one strand: everything that happens to a world happens here, one thing after the other. Takes requests
// from a bounded inbox, asks the rules, journals, and tells only what is on the disk. Knows no socket and no file.
#pragma once

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "persistence/ghost.hpp"
#include "persistence/restore.hpp"
#include "protocol/codec/figures.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/house/hasher.hpp"
#include "server/house/house.hpp"
#include "server/metrics.hpp"
#include "server/named_buckets.hpp"
#include "server/routines/routines.hpp"
#include "server/session/token_bucket.hpp"
#include "server/world/attendance.hpp"
#include "server/world/bots.hpp"
#include "server/world/ending.hpp"
#include "server/world/fan_out.hpp"
#include "server/world/gallery.hpp"
#include "server/world/inbox.hpp"
#include "server/world/journal.hpp"
#include "server/world/name_book.hpp"
#include "server/world/news.hpp"
#include "server/world/outbox.hpp"
#include "server/world/public_feed.hpp"
#include "server/world/request_memory.hpp"
#include "server/world/tick_clock.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

class Downloads;

class Keyframes;
class Reel;

namespace v1 = technotariat::v1;

/// Who asks, and whom to answer.
struct Caller {
  std::uint64_t guest = 0;
  std::string name;      ///< as they call themselves; past the inbox, as they are called in this world
  std::string address;   ///< as it is counted; empty: not counted
  bool claimed = false;  ///< has a passphrase
  bool machine = false;  ///< the host's machine: stands where the owner stands, and is not in the world
  std::uint64_t request_id = 0;
  std::uint64_t content = 0;  ///< RequestMemory::content_of the request
  std::shared_ptr<Subscriber> to;
  std::shared_ptr<Inbox::Place> place;  ///< until answered; given by the offer
};

struct Enter {
  std::uint64_t resume_after = 0;
  std::string epoch;
  std::string key;  ///< an invitation's code or the password
};
struct Sit {
  std::optional<rules::HouseholdId> seat;
  rules::Role role = rules::Role::kWorker;
};
struct Stand {};
struct Act {
  rules::Action action;
};
struct Ready {
  bool ready = false;
  rules::Tick tick = 0;
};
/// What is not said stays as it is.
struct ChangeClock {
  ChangeClock() = default;
  /// Of SetClock and ClockWish.
  template <class Message>
  explicit ChangeClock(const Message& said)
      : paused(said.has_paused() ? std::optional(said.paused()) : std::nullopt),
        tick_seconds(said.tick_seconds()),
        extend_seconds(said.extend_seconds()) {}

  std::optional<bool> paused;
  std::uint32_t tick_seconds = 0;
  std::uint32_t extend_seconds = 0;
  bool operator==(const ChangeClock&) const = default;
};
/// Do this now and at the opening of every tick.
struct Keep {
  std::uint32_t id = 0;  ///< 0: a new one
  rules::Action action;
  google::protobuf::RepeatedPtrField<v1::StopCondition> stops;
};
struct AskForecast {
  std::vector<rules::Action> draft;
};
struct AskWhy {
  protocol::FigureQuestion question;
};
struct AskScores {};
using WorldRequest = std::variant<Enter, Sit, Stand, Act, Ready, ChangeClock, AskForecast, AskWhy, AskScores, v1::Say,
                                  v1::ReadHouse, v1::SetHouse, v1::MakeInvitation, v1::RevokeInvitation,
                                  v1::TakeMeasure, v1::ReadPast, v1::ReadCourse, v1::AskCopy, Keep, v1::EndRoutine>;

/// Where copies for players are made, and where they are fetched.
struct Copies {
  Downloads* downloads = nullptr;  ///< outlives the world; null: there are none
  std::filesystem::path folder;
};

struct WorldParts {
  std::string name;
  std::string epoch;
  persistence::Restored restored;
  std::shared_ptr<Journal> journal;
  std::shared_ptr<FanOut> fan_out;
  std::shared_ptr<FanOut> gallery;  ///< for those who are shown less; another one than `fan_out`
  milliseconds tick{};
  milliseconds first_more{0};  ///< time of the first tick beyond its length
  MakeBot make_bot;
  Caps caps;
  Metrics* metrics = nullptr;                           ///< outlives the world
  Hasher* hasher = nullptr;                             ///< outlives the world
  Clock* clock = nullptr;                               ///< outlives the world
  std::uint64_t host = 0;                               ///< 0: nobody yet
  std::function<void(std::uint64_t guest)> host_found;  ///< set where the first to sit down becomes host
  std::function<void()> reload;                         ///< asked for by the host of a failed world
  std::function<void()> finished;                       ///< the last tick has closed
  TellNews news;                                        ///< empty: nobody outside wants to know
  Keyframes* keyframes = nullptr;                       ///< outlives the world; null: nobody looks back
  Copies copies;
};

class WorldActor : public std::enable_shared_from_this<WorldActor> {
 public:
  WorldActor(const boost::asio::any_io_executor& pool, WorldParts parts);

  /// Sets the clock going. Once.
  void start();
  /// From any thread. False if the inbox is full; then nothing happens. Otherwise the caller is answered, always.
  [[nodiscard]] bool offer(Caller caller, WorldRequest request);
  /// The connection watches this world no more. From any thread.
  void go(std::uint64_t guest, std::shared_ptr<Subscriber> connection);
  /// Comes to rest for good if no tick has closed, nobody is in here, and nobody has a seat unless `seats`. `done`
  /// hears whether it has; on the strand. From any thread.
  void go_if_unplayed(bool seats, std::function<void(bool gone)> done);
  /// The same of any world, if nobody is in it.
  void go_if_empty(std::function<void(bool gone)> done);
  /// Takes nothing new; `done` when everything is on the disk, or has failed. From any thread.
  void drain(std::function<void()> done);
  /// For lists. From any thread.
  [[nodiscard]] v1::WorldSummary summary(std::uint64_t guest) const;
  /// Whether it is in this guest's list. From any thread.
  [[nodiscard]] bool listed_for(std::uint64_t guest) const;
  /// Whether anybody may find it and come in. From any thread.
  [[nodiscard]] bool is_open_to_all() const;
  /// Those with a seat or a part in here, unless it has ended. From any thread.
  void add_people(std::unordered_set<std::uint64_t>& to) const;
  /// A copy of the file as of now. From any thread; `done` on any thread.
  void copy_to(std::filesystem::path copy, Journal::Done done);
  /// For metrics. From any thread.
  [[nodiscard]] WorldGauges gauges() const;
  /// Those known here, as they come in elsewhere: nothing unless this world has ended and is `owner`'s. From any
  /// thread; `done` on the strand.
  void group_of(std::uint64_t owner, std::function<void(std::vector<HouseEvent>)> done);
  /// Tells this world's people where they play on. From any thread.
  void note_rematch(std::uint64_t owner, std::string owner_name, std::string world);
  /// From any thread. Whoever owned it stays as a player.
  void set_owner(std::uint64_t guest);
  /// How this world ended; not called back while it runs, or has failed. From any thread; `done` on the strand.
  void tell_ending(HearEnding done);

 private:
  // Inbox and journal (world_actor.cpp).
  void take(Caller caller, const WorldRequest& request);
  void write(persistence::Entry entry);
  void flush();
  void on_commit(std::uint64_t up_to, const persistence::Result<void>& result);
  void fail(const std::string& why);
  void cancel_alarms();
  void go(const std::function<void(bool gone)>& done);
  void refresh_board();
  [[nodiscard]] Time now() const { return parts_.clock->now(); }

  // Requests (world_requests.cpp).
  void on(const Caller& caller, const Enter& enter);
  void on(const Caller& caller, const Sit& sit);
  void on(const Caller& caller, const Stand& stand);
  void on(const Caller& caller, const Act& act);
  void on(const Caller& caller, const Ready& ready);
  void on(const Caller& caller, const ChangeClock& change);
  void on(const Caller& caller, const AskForecast& question);
  void on(const Caller& caller, const AskWhy& question);
  void on(const Caller& caller, const AskScores& question);

  // The house (world_house.cpp).
  void on(const Caller& caller, const v1::Say& line);
  void on(const Caller& caller, const v1::ReadHouse& question);
  void on(const Caller& caller, const v1::SetHouse& wish);
  void on(const Caller& caller, const v1::MakeInvitation& wish);
  void on(const Caller& caller, const v1::RevokeInvitation& wish);
  void on(const Caller& caller, const v1::TakeMeasure& wish);
  void tell_all(std::uint64_t speaker, const v1::ChatLine& line);
  void tell(std::uint64_t reader, const v1::ChatLine& line);
  void try_key(const Caller& caller, const Enter& enter, v1::ErrorCode door);
  [[nodiscard]] bool still_knocks(const Caller& caller, std::uint64_t knock);
  void let_in(const Caller& caller, const Enter& enter);
  void set_house(const Caller& caller, const v1::SetHouse& wish, const std::string& password_hash);
  void put_measure(const Caller& caller, v1::Measure measure, std::uint64_t about, const std::string& name);
  void set_clock(const Caller& caller, const ChangeClock& change, bool by_vote);
  void come_in(std::uint64_t guest, const std::string& name, v1::HouseRole role, std::uint32_t invitation);
  void free_seat(std::uint64_t guest, std::uint64_t by, std::uint64_t request_id);
  /// Whether a bot's seat that nobody has is its own again. Of `by`'s request, if any.
  bool bring_bot_back(rules::HouseholdId household, std::uint64_t by, std::uint64_t request_id);
  void show_out(std::uint64_t guest, v1::ErrorCode why);
  /// Signed by the caller and dated; the house has it from then on.
  void write_house(const Caller& caller, HouseEvent event);
  [[nodiscard]] v1::HouseRole role_of(const Caller& caller) const {
    return caller.machine ? v1::HOUSE_ROLE_OWNER : house_.role_of(caller.guest);
  }
  [[nodiscard]] bool is_host(const Caller& caller) const { return caller.machine || house_.is_host(caller.guest); }
  [[nodiscard]] std::string name_of(std::uint64_t guest) const;
  /// What this one is called here: by their seat, by a host, or as they wish unless that looks like another's name.
  std::string called(const Caller& caller);
  /// Whoever has neither seat nor part, and has gone, may come back under another name, and others may take theirs.
  void let_name_go(std::uint64_t guest);
  /// Whether it would bear a name that everybody would take for another enterprise's.
  [[nodiscard]] bool looks_like_another(const rules::FoundEnterprise& founding);
  [[nodiscard]] std::vector<std::uint32_t> homes_of(std::uint64_t guest) const;
  /// A tick takes so long that people come and go in it: whoever is away has not agreed to anything.
  [[nodiscard]] bool is_slow() const { return clock_.tick() >= kSlowTick; }
  [[nodiscard]] std::uint32_t wishes_needed() const {
    return (is_slow() ? static_cast<std::uint32_t>(seat_of_guest_.size()) : present()) / 2 + 1;
  }
  void tend_quiet_hours();

  // Those without a seat, where they are shown less than players (world_watchers.cpp).
  /// Whether this guest stands in the gallery.
  [[nodiscard]] bool watches(std::uint64_t guest) const { return gallery_ && seat_of(guest) == nullptr; }
  /// The last close that they are shown.
  [[nodiscard]] rules::Tick watched() const;
  /// The chat they hear is that of ticks after closes before this one.
  [[nodiscard]] rules::Tick heard() const;
  [[nodiscard]] FanOut& fan_out_of(std::uint64_t guest) {
    return watches(guest) ? gallery_->fan_out() : *parts_.fan_out;
  }
  /// The rules of the house have changed, or the server has started.
  void tend_gallery();
  void open_gallery();
  /// From `next` to `last`, one after the other.
  void recall_views(rules::Tick next, rules::Tick last, std::vector<rules::PublicView> views);
  void show_gallery();
  void publish_to_gallery(PublicFrame frame);
  /// The guest has turned from player into watcher or back.
  void move(std::uint64_t guest);
  [[nodiscard]] std::vector<SharedBytes> arrival(std::uint64_t guest, std::uint64_t request_id,
                                                 protocol::Mapping mapping, const Enter& enter);
  void unsubscribe(const Subscriber* connection);

  // The past (world_past.cpp).
  void on(const Caller& caller, const v1::ReadPast& question);
  void on(const Caller& caller, const v1::ReadCourse& question);
  /// Answered with a refusal unless it is true; then a question of this guest is on its way.
  [[nodiscard]] bool may_look_back(const Caller& caller);
  /// A tick that has closed, and that the caller is shown already.
  [[nodiscard]] bool may_look_at(const Caller& caller, rules::Tick tick, std::string_view field);
  void explain_past(const Caller& caller, const protocol::FigureQuestion& question);
  /// From any thread.
  void tell_past(const Caller& caller, std::variant<v1::ServerEnvelope, v1::Error> told);
  [[nodiscard]] v1::Error unreadable(const persistence::Failure& failure) const;

  // What seats have done for them (world_routines.cpp).
  void on(const Caller& caller, const Keep& wish);
  void on(const Caller& caller, const v1::EndRoutine& wish);
  void end_routine(const Caller& by, std::uint32_t id);
  /// The seat is given up.
  void end_routines(std::uint64_t guest);
  /// A tick has opened.
  void run_routines();
  void run_routine(const Routine& routine);

  // A copy to take home (world_copy.cpp).
  void on(const Caller& caller, const v1::AskCopy& question);
  void make_copy();
  void offer_copy(const persistence::Result<std::string>& content);

  void work_scores_out();
  using Scores = std::optional<std::vector<persistence::SeatScore>>;
  using HearScores = std::function<void(const Scores&)>;
  /// False if this world is too large for it, or has failed; else `heard` on the strand, nothing if it went wrong.
  [[nodiscard]] bool with_scores(HearScores heard);
  void tell_scores(Scores scores);
  void answer_scores(const Caller& caller, const Scores& scores);
  [[nodiscard]] bool answered_before(const Caller& caller);
  [[nodiscard]] rules::HouseholdId seat_for(const Sit& sit) const;
  void set_controller(rules::HouseholdId household, rules::Controller controller, std::uint64_t guest,
                      std::uint64_t request_id);
  void accept(const Caller& caller, bool remember);
  void refuse(const Caller& caller, const v1::Error& error, bool remember);
  void answer(const Caller& caller, v1::ServerEnvelope envelope);
  void send_me(std::uint64_t guest);
  void send_due_me();
  [[nodiscard]] const rules::Seat* seat_of(std::uint64_t guest) const;
  [[nodiscard]] SharedBytes me_frame(rules::HouseholdId household, protocol::Mapping mapping) const;

  // Clock, closing, presence (world_ticks.cpp).
  void close_tick();
  void refuse_close(const std::string& broken);
  void close_if_all_ready();
  void tend_clock();
  void on_deadline();
  void publish_soon();
  void publish_seats();
  void publish(std::optional<PublicFrame> frame);
  void publish_clock(bool closing);
  void tend_graces();
  void on_graces();
  // What is known outside (world_news.cpp).
  void tell_news(WorldNews::What what);
  void tell_open_tick();
  void tell_end();
  void tend_nudge();
  void nudge();

  [[nodiscard]] std::string pause_reason() const;
  // A match of a ladder (world_match.cpp).
  [[nodiscard]] bool is_match() const { return house_.rules().match_wait_seconds() != 0; }
  /// Before its first tick: people are still waited for.
  [[nodiscard]] bool gathers() const;
  /// Somebody is on the way here, or back, and has not been given up.
  [[nodiscard]] bool expects_somebody() const;
  void start_gathering();
  [[nodiscard]] std::uint32_t present() const;
  [[nodiscard]] std::vector<bool> ready_rows() const;
  [[nodiscard]] v1::ServerEnvelope clock_envelope(bool closing) const;

  /// Does something on the strand, then hands what was written to the journal.
  template <class Work>
  void on_strand(Work work);

  boost::asio::strand<boost::asio::any_io_executor> strand_;
  WorldParts parts_;  ///< its world, journal and view have moved into the members below
  Inbox inbox_;

  // From here on: the strand's own.
  rules::World world_;
  std::shared_ptr<const rules::World> before_close_;  ///< as of the close before the last; null if that was not seen
  std::shared_ptr<const rules::World> at_close_;   ///< what may be known to everybody: shared with forecasts under way
  std::vector<persistence::Command> pending_;      ///< since then
  std::unordered_set<std::uint64_t> forecasting_;  ///< guests whose forecast is being worked out
  std::optional<std::vector<persistence::SeatScore>> scores_;  ///< of a finished world, once worked out
  std::vector<HearScores> awaiting_scores_;
  std::shared_ptr<Journal> journal_;                ///< null once failed
  std::shared_ptr<Reel> reel_;                      ///< made when somebody first looks back
  std::unordered_set<std::uint64_t> looking_back_;  ///< guests with a question about the past on its way
  std::unordered_map<std::uint64_t, TokenBucket> past_buckets_;
  v1::WorldCopy copy_;  ///< of a finished world, once somebody asked
  std::vector<Caller> awaiting_copy_;
  PublicFeed feed_;
  std::optional<Gallery> gallery_;  ///< none where everybody is shown the same
  bool recalling_ = false;          ///< the gallery's first views are on their way
  rules::Tick told_talk_ = 0;       ///< what players said before this close has been told to the gallery
  Outbox outbox_;
  Attendance attendance_;
  RequestMemory memory_;
  TickClock clock_;
  Bots bots_;
  std::unordered_map<std::uint64_t, std::size_t> seat_of_guest_;  ///< index into the world's seats
  std::vector<std::uint64_t> me_due_;  ///< guests whose private view has to be sent since the last close
  std::vector<persistence::Entry> unwritten_;
  std::uint64_t last_index_ = 0;
  std::uint64_t flushed_index_ = 0;
  House house_;
  Routines routines_;
  struct Visitor {
    std::string wish;    ///< as they call themselves; empty: what they are called is not kept for them any more
    std::string called;  ///< in this world
  };
  std::unordered_map<std::uint64_t, Visitor> names_;  ///< of those who have been here
  NameBook book_;
  std::map<std::uint32_t, std::string> bot_of_;  ///< by household: whose seat it is while no person has it
  std::unordered_map<std::uint64_t, TokenBucket> chat_buckets_;
  NamedBuckets chat_from_;
  TokenBucket wrong_keys_;
  NamedBuckets wrong_keys_from_;  ///< of each address, or guest where addresses are not counted
  std::unordered_map<std::string, std::vector<std::string>> looks_;  ///< of enterprises' names
  std::unordered_map<const Subscriber*, std::uint64_t> knocking_;    ///< whose key is being looked at, by their knock
  std::uint64_t knocks_ = 0;
  std::unordered_map<std::uint64_t, ChangeClock> wishes_;  ///< votes on the clock, of guests with a seat
  bool paused_by_host_ = false;
  bool failed_ = false;
  bool draining_ = false;
  bool gone_ = false;  ///< for good; `draining_` as well
  bool close_in_flight_ = false;
  bool close_due_ = false;  ///< the deadline came while the last close was on its way to the disk
  bool publishing_ = false;
  bool seats_changed_ = false;
  std::optional<Time> armed_;  ///< what the tick timer waits for
  Time gathers_until_{};
  bool first_tick_told_ = false;
  rules::Tick nudged_ = 0;  ///< the tick, from 1, that somebody has been reminded of
  Time close_started_{};
  milliseconds last_close_took_{0};
  std::uint64_t last_close_index_ = 0;
  std::unique_ptr<Alarm> tick_alarm_;
  std::unique_ptr<Alarm> publish_alarm_;
  std::unique_ptr<Alarm> grace_alarm_;
  std::unique_ptr<Alarm> quiet_alarm_;
  std::unique_ptr<Alarm> nudge_alarm_;
  std::unique_ptr<Alarm> gather_alarm_;

  // Any thread's:
  std::atomic<std::uint64_t> lag_ms_{0};
  std::atomic<std::uint64_t> close_ms_{0};
  std::atomic<bool> books_broken_{false};  ///< a tick did not close for it
  mutable std::mutex board_mutex_;
  v1::WorldSummary board_;  ///< without `mine`
  std::unordered_set<std::uint64_t> board_seated_;
  std::unordered_set<std::uint64_t> board_known_;  ///< to the house
};

template <class Work>
void WorldActor::on_strand(Work work) {
  boost::asio::post(strand_, [self = shared_from_this(), work = std::move(work)]() mutable {
    work();
    self->flush();
  });
}

}  // namespace tt::server
