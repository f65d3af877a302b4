// One program in one seat of one match: what it is asked, what it answers in time, and what it is held to.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/actions/action.hpp"
#include "tournament/bots/channel.hpp"
#include "tournament/bots/faults.hpp"
#include "tournament/bots/program.hpp"
#include "tournament/bots/sight.hpp"

namespace tt::tournament {

namespace v1 = protocol::v1;

/// What the referee noted about a program.
struct Note {
  rules::Tick tick = 0;
  std::size_t message = 0;  ///< how many the program had written by then
  Fault fault = Fault::kNone;
  std::string text;
};

class BotSeat {
 public:
  BotSeat(const Program& program, const TimeControl& time, std::uint32_t seat_id)
      : program_(program), time_(time), seat_id_(seat_id), bank_ms_(time.clocks ? time.bank_ms : 0) {}

  [[nodiscard]] const Program& program() const { return program_; }
  [[nodiscard]] protocol::Mapping mapping() const { return mapping_of(program_.transport); }
  [[nodiscard]] const Conduct& conduct() const { return conduct_; }
  [[nodiscard]] bool out() const { return conduct_.out != Fault::kNone; }
  [[nodiscard]] std::uint32_t bank_ms() const { return bank_ms_; }
  [[nodiscard]] const Sight& sight() const { return sight_; }
  [[nodiscard]] std::string& log() { return log_; }
  /// The first of them.
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  /// How long the last answer took that came in time.
  [[nodiscard]] Clock::duration used() const { return used_; }

  /// Who speaks for the seat from now on.
  void take(std::unique_ptr<Channel> channel) { channel_ = std::move(channel); }
  [[nodiscard]] std::unique_ptr<Channel> give_back() { return std::move(channel_); }
  [[nodiscard]] bool has_channel() const { return channel_ != nullptr; }
  [[nodiscard]] Channel& channel() { return *channel_; }

  /// Sends hello, and waits for ready.
  void greet(const v1::BotHello& hello);
  /// Sends a tick, and waits for orders. Nothing if the seat is out.
  void ask(rules::Tick tick, std::string_view message);
  /// Sends the end, and waits for nothing.
  void tell_end(const v1::BotEnd& end);

  /// The orders of the tick; none where there were none in time. Those that say nothing the rules know count as
  /// `unknown`.
  [[nodiscard]] std::vector<protocol::Decoded<rules::Action>> take_orders() { return std::move(orders_); }
  [[nodiscard]] bool is_ready() const { return ready_; }

  /// No orders from this seat any more. The first reason stays.
  void put_out(Fault fault, const std::string& why);

  /// What the exchange calls: when something can be read or written, and when the time is over.
  [[nodiscard]] bool waiting() const { return waiting_ != Waiting::kNothing; }
  [[nodiscard]] Clock::time_point deadline() const;
  void write();
  void read();
  void read_errors();
  [[nodiscard]] bool errors_open() const { return errors_open_; }
  void run_out_of_time();

 private:
  enum class Waiting : std::uint8_t { kNothing, kReady, kOrders };

  const Program& program_;
  const TimeControl& time_;
  std::uint32_t seat_id_;
  std::uint32_t bank_ms_;
  std::unique_ptr<Channel> channel_;
  bool errors_open_ = true;
  Conduct conduct_;
  std::string log_;
  std::vector<Note> notes_;
  Sight sight_;
  Clock::duration used_{};
  std::uint32_t strikes_ = 0;
  bool silent_since_late_ = false;
  bool ready_ = false;
  Waiting waiting_ = Waiting::kNothing;
  rules::Tick tick_ = 0;
  Clock::time_point asked_;
  std::optional<Clock::time_point> written_;  ///< when all of it was: the clock begins
  std::vector<protocol::Decoded<rules::Action>> orders_;

  void wait_for(Waiting what);
  void note(Fault fault, const std::string& text);
  void strike(Fault fault, const std::string& why);
  void hear(const std::string& message);
  void hear_ready(const v1::BotReady& ready);
  void hear_orders(const v1::BotOrders& orders);
  void pay_for_time();
  void lose(Fault fault, const std::string& why);
};

}  // namespace tt::tournament
