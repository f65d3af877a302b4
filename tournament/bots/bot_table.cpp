#include "tournament/bots/bot_table.hpp"

#include "protocol/codec/kinds.hpp"
#include "protocol/codec/views.hpp"
#include "tournament/bots/exchange.hpp"
#include "tournament/bots/hello.hpp"

namespace tt::tournament {
namespace {

constexpr int kStartsMax = 3;

}  // namespace

BotTable::~BotTable() {
  for (std::size_t chair = 0; chair < chairs_.size(); ++chair)
    if (chairs_[chair].seat.has_channel()) end(chair, {});
}

std::size_t BotTable::add(const Program& program, rules::HouseholdId seat, rules::Role role, std::uint64_t bot_seed) {
  chairs_.push_back(
      {BotSeat(program, time_, protocol::to_wire(seat)), hello_to(program, seat, role, bot_seed, ticks_, time_), {}});
  return chairs_.size() - 1;
}

void BotTable::start(Chair& chair) {
  auto channel = pool_.take(chair.seat.program());
  if (!channel) {
    chair.seat.log() += "[referee] " + channel.error().text() + "\n";
    return;
  }
  chair.seat.take(*std::move(channel));
  chair.seat.greet(chair.hello);
}

void BotTable::begin() {
  for (int attempt = 0; attempt < kStartsMax; ++attempt) {
    std::vector<BotSeat*> starting;
    for (Chair& chair : chairs_) {
      if (chair.seat.is_ready() || pool_.is_benched(chair.seat.program())) continue;
      static_cast<void>(chair.seat.give_back());  // the process that failed
      start(chair);
      starting.push_back(&chair.seat);
    }
    await_all(starting);
  }
  for (Chair& chair : chairs_) {
    if (chair.seat.is_ready()) continue;
    pool_.bench(chair.seat.program());
    chair.seat.put_out(Fault::kNotStarted, "it did not get ready");
  }
}

void BotTable::show(const rules::PublicView& view) {
  messages_.emplace(before_ ? &*before_ : nullptr, view);
}

void BotTable::ask(std::size_t number, const rules::PrivateView& mine) {
  Chair& chair = chairs_[number];
  if (chair.seat.out()) return;
  v1::BotTick own;
  *own.mutable_me() = protocol::encode_me(mine);
  own.set_bank_ms(chair.seat.bank_ms());
  for (v1::Error& refused : chair.refused) *own.add_refused() = std::move(refused);
  chair.refused.clear();
  chair.seat.ask(messages_->tick(), messages_->message(chair.seat.mapping(), chair.seat.sight(), own));
}

void BotTable::await_answers() {
  std::vector<BotSeat*> seats;
  for (Chair& chair : chairs_) seats.push_back(&chair.seat);
  await_all(seats);
}

std::vector<protocol::Decoded<rules::Action>> BotTable::orders(std::size_t chair) {
  return chairs_[chair].seat.take_orders();
}

void BotTable::refuse(std::size_t chair, std::size_t order, v1::Error why) {
  why.set_field(order_path(order, why.field()));
  chairs_[chair].refused.push_back(std::move(why));
}

Conduct BotTable::end(std::size_t number, const v1::BotEnd& end) {
  BotSeat& seat = chairs_[number].seat;
  seat.tell_end(end);
  seat.read_errors();
  if (seat.has_channel() && !pool_.give_back(seat.program(), seat.give_back()))
    seat.put_out(Fault::kTooManyProcesses, "it has more than " + std::to_string(kCaps.processes) + " processes");
  if (!seat.log().empty())
    pool_.log(seat.program(),
              "--- match " + match_ + ", seat " + std::to_string(chairs_[number].hello.seat_id()) + "\n" + seat.log());
  seat.log().clear();
  return seat.conduct();
}

}  // namespace tt::tournament
