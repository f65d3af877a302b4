#include "tournament/bots/exchange.hpp"

#include <poll.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace tt::tournament {
namespace {

constexpr std::size_t kEnds = 3;  // of a seat: input, output, errors

/// Milliseconds to the nearest deadline, rounded up so that it has passed when poll comes back.
int wait_ms(std::span<BotSeat* const> waiting) {
  Clock::time_point nearest = Clock::time_point::max();
  for (const BotSeat* seat : waiting) nearest = std::min(nearest, seat->deadline());
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(nearest - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

void watch(BotSeat& seat, std::vector<pollfd>& ends) {
  Process& process = seat.channel().process();
  ends.push_back({seat.channel().wrote_all() ? -1 : process.input(), POLLOUT, 0});
  ends.push_back({process.output(), POLLIN, 0});
  ends.push_back({seat.errors_open() ? process.errors() : -1, POLLIN, 0});
}

void serve(BotSeat& seat, const pollfd* ends) {
  if (ends[2].revents != 0) seat.read_errors();
  if (ends[0].revents != 0) seat.write();
  if (ends[1].revents != 0 && seat.waiting()) seat.read();
}

}  // namespace

void await_all(std::span<BotSeat* const> seats) {
  std::vector<BotSeat*> waiting(seats.begin(), seats.end());
  std::vector<pollfd> ends;
  for (;;) {
    std::erase_if(waiting, [](const BotSeat* seat) { return !seat->waiting(); });
    if (waiting.empty()) return;
    ends.clear();
    for (BotSeat* seat : waiting) watch(*seat, ends);
    ::poll(ends.data(), ends.size(), wait_ms(waiting));
    for (std::size_t at = 0; at < waiting.size(); ++at) serve(*waiting[at], &ends[at * kEnds]);
    const auto now = Clock::now();
    for (BotSeat* seat : waiting)
      if (seat->waiting() && seat->deadline() <= now) seat->run_out_of_time();
  }
}

}  // namespace tt::tournament
