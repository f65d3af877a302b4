#include "tournament/bots/try_start.hpp"

#include <array>

#include "protocol/codec/kinds.hpp"
#include "tournament/bots/bot_seat.hpp"
#include "tournament/bots/exchange.hpp"
#include "tournament/bots/hello.hpp"
#include "tournament/bots/pool.hpp"

namespace tt::tournament {

persistence::Result<Clock::duration> try_start(const Program& program, const TimeControl& time) {
  BotPool pool({});
  auto channel = pool.take(program);
  if (!channel) return channel.error();
  const rules::HouseholdId seat_id{1};
  BotSeat seat(program, time, protocol::to_wire(seat_id));
  seat.take(*std::move(channel));
  seat.greet(hello_to(program, seat_id, rules::Role::kWorker, 1, 1, time));
  std::array<BotSeat*, 1> seats{&seat};
  await_all(seats);
  if (seat.is_ready()) return seat.used();
  seat.read_errors();
  return persistence::Failure{"'" + program.name + "' does not get ready:\n" + seat.log(), program.words.front(),
                              "`technotariat bot check` tells more."};
}

}  // namespace tt::tournament
