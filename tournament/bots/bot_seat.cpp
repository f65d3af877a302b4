#include "tournament/bots/bot_seat.hpp"

#include <algorithm>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/write_json.hpp"

namespace tt::tournament {
namespace {

constexpr std::size_t kNotesMax = 50;  // a match; a program that errs in every tick is understood by then

std::chrono::milliseconds milliseconds(std::uint64_t count) {
  return std::chrono::milliseconds(count);
}

std::string written(const v1::BotInput& input, protocol::Mapping mapping) {
  if (mapping == protocol::Mapping::kBinary) return input.SerializeAsString();
  std::string text;
  protocol::append_json(input, text);
  return text;
}

}  // namespace

void BotSeat::wait_for(Waiting what) {
  waiting_ = what;
  asked_ = Clock::now();
  written_.reset();
  write();
}

void BotSeat::greet(const v1::BotHello& hello) {
  v1::BotInput input;
  *input.mutable_hello() = hello;
  channel_->send(written(input, mapping()));
  wait_for(Waiting::kReady);
}

void BotSeat::ask(rules::Tick tick, std::string_view message) {
  orders_.clear();
  tick_ = tick;
  if (out() || !channel_) return;
  channel_->send(message);
  wait_for(Waiting::kOrders);
}

void BotSeat::tell_end(const v1::BotEnd& end) {
  if (out() || !channel_) return;
  v1::BotInput input;
  *input.mutable_end() = end;
  channel_->send(written(input, mapping()));
  if (!channel_->write()) channel_.reset();
}

Clock::time_point BotSeat::deadline() const {
  const Clock::time_point from = written_.value_or(asked_);
  if (waiting_ == Waiting::kReady) return asked_ + milliseconds(time_.start_ms);
  if (!time_.clocks) return from + milliseconds(time_.patience_ms);
  return from + milliseconds(std::uint64_t{time_.decision_ms} + bank_ms_);
}

void BotSeat::write() {
  if (!channel_) return;
  if (!channel_->write()) {
    read();  // what it said before it went tells more
    if (waiting()) lose(Fault::kCrashed, "it reads no more");
    return;
  }
  if (channel_->wrote_all() && !written_) written_ = Clock::now();
}

void BotSeat::read() {
  if (!channel_) return;
  const bool open = channel_->read();
  while (waiting()) {
    const auto message = channel_->next();
    if (!message) break;
    hear(*message);
  }
  if (out() || !channel_) return;
  if (channel_->too_long()) return lose(Fault::kFlood, "it writes more than a message may have");
  if (open || !waiting()) return;
  for (int left = 64; errors_open_ && left > 0; --left) read_errors();
  lose(Fault::kCrashed, channel_->process().end());
}

/// The process is of no use any more. Before it was ready, another may be tried.
void BotSeat::lose(Fault fault, const std::string& why) {
  if (waiting_ != Waiting::kReady) return put_out(fault, why);
  waiting_ = Waiting::kNothing;
  note(fault, std::string(name_of(fault)) + " before it was ready: " + why);
  channel_.reset();
}

void BotSeat::read_errors() {
  if (errors_open_ && channel_) errors_open_ = channel_->read_errors(log_);
}

void BotSeat::run_out_of_time() {
  if (waiting_ == Waiting::kReady) {
    waiting_ = Waiting::kNothing;
    return note(Fault::kNotStarted, "said no ready within " + std::to_string(time_.start_ms) + " ms");
  }
  if (!time_.clocks)
    return put_out(Fault::kHung, "it has said nothing for " + std::to_string(time_.patience_ms) + " ms");
  bank_ms_ = 0;
  if (conduct_.counts[static_cast<std::size_t>(Fault::kLate)] == 0) silent_since_late_ = true;
  strike(Fault::kLate, "no orders in time");
}

void BotSeat::note(Fault fault, const std::string& text) {
  if (notes_.size() == kNotesMax) return;
  notes_.push_back({tick_, channel_ ? channel_->taken() : 0, fault, text});
  log_ += "[referee] tick " + std::to_string(tick_) + ": " + text + "\n";
}

void BotSeat::strike(Fault fault, const std::string& why) {
  ++conduct_.counts[static_cast<std::size_t>(fault)];
  note(fault, std::string(name_of(fault)) + ": " + why);
  orders_.clear();
  waiting_ = Waiting::kNothing;
  if (++strikes_ < time_.strikes) return;
  const bool hung = fault == Fault::kLate && silent_since_late_;
  put_out(hung ? Fault::kHung : fault, "that was strike " + std::to_string(strikes_));
}

void BotSeat::put_out(Fault fault, const std::string& why) {
  orders_.clear();
  waiting_ = Waiting::kNothing;
  if (out()) return;
  conduct_.out = fault;
  conduct_.out_tick = tick_;
  if (conduct_.counts[static_cast<std::size_t>(fault)] == 0) ++conduct_.counts[static_cast<std::size_t>(fault)];
  note(fault, "out (" + std::string(name_of(fault)) + "): " + why + "; the seat gives no orders any more");
  channel_.reset();
}

void BotSeat::hear(const std::string& message) {
  const auto output = protocol::parse_bot(message, mapping());
  const bool ready_is_due = waiting_ == Waiting::kReady;
  if (ready_is_due) {
    waiting_ = Waiting::kNothing;
    if (output && output->has_ready()) return hear_ready(output->ready());
    // Of a match before, or no protocol: the process is as good as not started.
    return note(Fault::kNotStarted, "said something else than ready: " + (output ? "orders" : output.error().text));
  }
  if (!output) return strike(Fault::kUnreadable, output.error().text);
  if (!output->has_orders()) return strike(Fault::kUnreadable, "ready is said once, after hello");
  hear_orders(output->orders());
}

void BotSeat::hear_ready(const v1::BotReady& ready) {
  auto sight = sight_of(ready);
  if (!sight) return note(Fault::kNotStarted, "asked to see what there is not: " + sight.error().text);
  sight_ = *std::move(sight);
  ready_ = true;
  used_ = Clock::now() - asked_;
}

void BotSeat::hear_orders(const v1::BotOrders& orders) {
  const bool was_late = conduct_.counts[static_cast<std::size_t>(Fault::kLate)] > 0;
  if (was_late && orders.tick() < tick_) {
    silent_since_late_ = false;  // the answer to an earlier tick, come at last
    return;
  }
  if (orders.tick() != tick_)
    return strike(Fault::kUnreadable,
                  "orders for tick " + std::to_string(orders.tick()) + "; give those of the tick you were asked for");
  if (orders.seat_id() != 0 && orders.seat_id() != seat_id_)
    return strike(Fault::kImpostor,
                  "orders for seat " + std::to_string(orders.seat_id()) + "; yours is " + std::to_string(seat_id_));
  silent_since_late_ = false;
  pay_for_time();
  waiting_ = Waiting::kNothing;
  for (const v1::Action& action : orders.actions()) {
    if (orders_.size() == kOrdersMax) {
      ++conduct_.counts[static_cast<std::size_t>(Fault::kTooManyOrders)];
      note(Fault::kTooManyOrders, "too-many-orders: " + std::to_string(orders.actions_size()) + "; the first " +
                                      std::to_string(kOrdersMax) + " are taken");
      break;
    }
    orders_.push_back(protocol::decode(action));
  }
}

void BotSeat::pay_for_time() {
  used_ = Clock::now() - written_.value_or(asked_);
  if (!time_.clocks) return;
  const auto used = std::chrono::duration_cast<std::chrono::milliseconds>(used_).count();
  const auto over = std::max<std::int64_t>(used - time_.decision_ms, 0);
  bank_ms_ -= static_cast<std::uint32_t>(std::min<std::int64_t>(over, bank_ms_));
}

}  // namespace tt::tournament
