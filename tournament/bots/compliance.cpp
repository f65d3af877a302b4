#include "tournament/bots/compliance.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/views.hpp"
#include "rules/core/assert.hpp"
#include "rules/rules.hpp"
#include "tournament/bots/exchange.hpp"
#include "tournament/bots/hello.hpp"
#include "tournament/bots/pool.hpp"
#include "tournament/bots/tick_messages.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {
namespace {

using rules::Role;
using rules::Tick;
using std::chrono::milliseconds;

constexpr std::uint64_t kSeed = 20;
constexpr const char* kScenario = "hamlet";
constexpr std::size_t kErrorsKept = 4'096;

/// What happens in a match beside playing.
struct Plan {
  Role role = Role::kWorker;
  Tick first = 0;  ///< ticks closed before the program comes in
  Tick ticks = 0;  ///< played, fewer than hello announces
};

double ms_of(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

std::string remedy_of(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return "";
    case Fault::kNotStarted:
      return R"(Answer "hello" with {"ready": {}}: one line, and flush it at once.)";
    case Fault::kLate:
      return "Decide in less time, and flush the answer at once.";
    case Fault::kUnreadable:
      return "Write one message of the protocol for each that asks, and nothing else to standard output; what you want "
             "to see goes to standard error.";
    case Fault::kImpostor:
      return "Leave seat_id out, or give the one of hello.";
    case Fault::kTooManyOrders:
      return "Give at most max_orders of hello in a tick.";
    case Fault::kFlood:
      return "End every message with a line break (protobuf: put its length before it).";
    case Fault::kCrashed:
      return "See what it wrote to its standard error. If it is for some roles only, check those: --role worker.";
    case Fault::kHung:
      return "Answer every tick, also without orders: {\"orders\": {\"tick\": N}}.";
    case Fault::kTooManyProcesses:
      return "Have at most " + std::to_string(kCaps.processes) + " processes.";
  }
  return "";
}

/// The message with a field in it that no version has yet.
std::string with_unknown_field(std::string message, protocol::Mapping mapping) {
  if (mapping == protocol::Mapping::kBinary) return message + "\xBA\x3E\x01x";  // field 999, a string
  constexpr std::string_view kUnknown = R"("of_a_later_version":{"list":[1,"two"]},)";
  message.insert(1, kUnknown);
  const std::string_view inner = R"("tick":{)";
  return message.insert(message.find(inner) + inner.size(), kUnknown);
}

class Examination {
 public:
  Examination(const Program& program, const TimeControl& time) : program_(program), time_(time), pool_({}) {
    time_.bank_ms = 0;
  }

  Compliance examine(std::span<const Plan> plans) {
    for (const Plan& plan : plans) {
      match_ = std::string(name_of(plan.role)) + ", from tick " + std::to_string(plan.first);
      if (!channel_ && !start()) break;
      play(plan);
    }
    finish();
    return std::move(found_);
  }

 private:
  const Program& program_;
  TimeControl time_;
  BotPool pool_;
  std::unique_ptr<Channel> channel_;
  Compliance found_;
  std::string match_;
  std::size_t notes_told_ = 0;

  /// The same again is counted.
  void add(Trouble trouble) {
    trouble.match = match_;
    for (Trouble& before : found_.troubles)
      if (before.match == match_ && before.kind == trouble.kind) {
        ++before.times;
        return;
      }
    found_.troubles.push_back(std::move(trouble));
  }

  bool start() {
    auto started = pool_.take(program_);
    if (started) {
      channel_ = *std::move(started);
      return true;
    }
    const persistence::Failure& failure = started.error();
    add({.kind = std::string(name_of(Fault::kNotStarted)), .what = failure.what, .remedy = failure.remedy});
    return false;
  }

  void wait_for(BotSeat& seat) {
    std::array<BotSeat*, 1> seats{&seat};
    await_all(seats);
    for (; notes_told_ < seat.notes().size(); ++notes_told_) {
      const Note& note = seat.notes()[notes_told_];
      add({.kind = std::string(name_of(note.fault)),
           .tick = note.tick,
           .message = note.message,
           .what = note.text,
           .remedy = remedy_of(note.fault)});
    }
  }

  void play(const Plan& plan) {
    rules::World world = rules::found_world(*rules::find_scenario(kScenario), kSeed);
    const rules::HouseholdId household = free_seat(world, plan.role);
    const rules::HostAction take{rules::TakeSeat{household, 1, "you", rules::Controller::kBot}};
    const rules::SeatRefusal taken = apply(world, take);
    TT_ASSERT(taken == rules::SeatRefusal::kNone);  // a scenario of ours has seats of every role
    while (world.tick < plan.first) close_tick(world);

    BotSeat seat(program_, time_, protocol::to_wire(household));
    notes_told_ = 0;
    seat.take(std::move(channel_));
    seat.greet(hello_to(program_, household, plan.role, kSeed, 2 * plan.ticks, time_));
    wait_for(seat);
    Trial& trial = found_.trials.emplace_back();
    trial.name = match_;
    if (!seat.is_ready()) return keep_errors(seat);
    trial.ready_ms = ms_of(seat.used());
    play_ticks(plan, world, household, seat, trial);
    let_go(world, seat);
  }

  void play_ticks(const Plan& plan, rules::World& world, rules::HouseholdId household, BotSeat& seat, Trial& trial) {
    std::optional<rules::PublicView> before;
    std::vector<double> times;
    std::vector<v1::Error> refused;
    for (Tick tick = 0; tick < plan.ticks && !seat.out(); ++tick) {
      rules::PublicView view = public_view(world);
      TickMessages messages(before ? &*before : nullptr, view);
      v1::BotTick own;
      *own.mutable_me() = protocol::encode_me(*private_view(world, household));
      for (v1::Error& error : refused) *own.add_refused() = std::move(error);
      refused.clear();
      std::string message = messages.message(seat.mapping(), seat.sight(), own);
      if (tick % 3 == 1) message = with_unknown_field(std::move(message), seat.mapping());
      const int times_sent = tick == plan.ticks / 2 ? 2 : 1;
      for (int sent = 0; sent < times_sent && !seat.out(); ++sent) {
        const auto faults = notes_told_;
        seat.ask(world.tick, message);
        wait_for(seat);
        ++trial.asked;
        if (notes_told_ > faults) continue;
        ++trial.answered;
        times.push_back(ms_of(seat.used()));
      }
      take_orders(tick == plan.ticks / 3, world, household, seat, trial, refused);
      before = std::move(view);
      close_tick(world);
    }
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    trial.median_ms = times[times.size() / 2];
    trial.slowest_ms = times.back();
  }

  /// `all_fail`: in this tick nothing is accepted, and one more is refused than was given.
  void take_orders(bool all_fail, rules::World& world, rules::HouseholdId household, BotSeat& seat, Trial& trial,
                   std::vector<v1::Error>& refused) {
    const auto note = [&](std::size_t at, v1::Error why) {
      why.set_field(order_path(at, why.field()));
      refused.push_back(std::move(why));
      return refused.back();
    };
    const auto orders = seat.take_orders();
    for (std::size_t at = 0; at < orders.size(); ++at) {
      ++trial.orders;
      const auto told = [&](const char* kind, bool fails, const v1::Error& error, const char* remedy) {
        ++trial.refused;
        add({.kind = kind,
             .fails = fails,
             .tick = world.tick,
             .message = seat.has_channel() ? seat.channel().taken() : 0,
             .what = error.field() + ": " + error.text(),
             .remedy = remedy});
      };
      if (!orders[at]) {
        told("unknown-order", true, note(at, protocol::make_error(orders[at].error())),
             "Set one action, and all it needs; docs/protocol.md has every one.");
        continue;
      }
      if (all_fail) {
        note(at, protocol::make_error(v1::ERROR_CODE_NOT_ENOUGH_CASH));
        continue;
      }
      const rules::Rejection rejection = apply(world, household, *orders[at]);
      if (rejection == rules::Rejection::kNone) continue;
      told("refused", false, note(at, protocol::make_error(rejection, *orders[at])),
           "A refused order costs nothing and does nothing; \"refused\" of the next tick tells the bot.");
    }
    if (all_fail) note(orders.size(), protocol::make_error(v1::ERROR_CODE_NOT_ENOUGH_CASH));
  }

  void let_go(const rules::World& world, BotSeat& seat) {
    v1::BotEnd end;
    end.set_tick(world.tick);
    end.set_place(1);
    seat.tell_end(end);
    keep_errors(seat);
    if (!seat.has_channel()) return;
    if (seat.channel().process().processes() > kCaps.processes)
      add({.kind = std::string(name_of(Fault::kTooManyProcesses)),
           .tick = world.tick,
           .message = seat.channel().taken(),
           .what = "It has more than " + std::to_string(kCaps.processes) + " processes.",
           .remedy = remedy_of(Fault::kTooManyProcesses)});
    channel_ = seat.give_back();
  }

  void keep_errors(BotSeat& seat) {
    seat.read_errors();
    for (std::string_view left = seat.log(); !left.empty();) {
      const std::size_t end = std::min(left.find('\n'), left.size() - 1) + 1;
      if (!left.starts_with("[referee]")) found_.errors += left.substr(0, end);
      left.remove_prefix(end);
    }
    if (found_.errors.size() > kErrorsKept) found_.errors.erase(0, found_.errors.size() - kErrorsKept);
  }

  /// The input ends, and so should the program.
  void finish() {
    match_.clear();
    if (!channel_) return;
    const std::size_t before = channel_->taken();
    found_.ending = channel_->process().end(milliseconds(time_.start_ms));
    for (int left = 64; left > 0 && channel_->read(); --left) {
    }
    if (channel_->next())
      add({.kind = "after-the-end",
           .message = before + 1,
           .what = "It wrote a message after \"end\", which nobody had asked for.",
           .remedy = "Answer \"end\" with nothing; wait for \"hello\" or the end of the input."});
    std::string rest;
    if (channel_->read_errors(rest)) found_.errors += rest;
    if (found_.ending == "exit code 0") return;
    const bool ran_on = found_.ending == kKilledByUs;
    add({.kind = "end",
         .what = ran_on ? "It went on running after its input had ended." : "It ended with " + found_.ending + ".",
         .remedy = "End when the input ends, with exit code 0: a tournament closes it, and kills soon after."});
  }
};

/// The three of it; a single role is played three times.
std::vector<Plan> plans_for(std::span<const Role> roles) {
  std::vector<Plan> plans{{Role::kWorker, 0, 20}, {Role::kCapitalist, 12, 16}, {Role::kMember, 5, 14}};
  for (std::size_t at = 0; at < plans.size(); ++at)
    if (std::find(roles.begin(), roles.end(), plans[at].role) == roles.end()) plans[at].role = roles[at % roles.size()];
  return plans;
}

}  // namespace

bool Compliance::passed() const {
  return std::none_of(troubles.begin(), troubles.end(), [](const Trouble& trouble) { return trouble.fails; });
}

Compliance check_program(const Program& program, std::span<const Role> roles, const TimeControl& time) {
  return Examination(program, time).examine(plans_for(roles));
}

}  // namespace tt::tournament
