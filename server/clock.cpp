#include "server/clock.hpp"

#include <boost/asio/steady_timer.hpp>
#include <utility>

#include "server/wall_clock.hpp"

namespace tt::server {
namespace {

class TimerAlarm final : public Alarm {
 public:
  explicit TimerAlarm(boost::asio::any_io_executor where) : timer_(std::move(where)) {}

  void ring_at(Time at, std::function<void()> ring) override {
    timer_.expires_at(at);
    timer_.async_wait([ring = std::move(ring)](boost::system::error_code ec) {
      if (!ec) ring();
    });
  }
  void cancel() override { timer_.cancel(); }

 private:
  boost::asio::steady_timer timer_;
};

}  // namespace

std::uint64_t RealClock::wall_ms() const {
  return wall_clock_ms();
}

std::unique_ptr<Alarm> RealClock::alarm(boost::asio::any_io_executor where) {
  return std::make_unique<TimerAlarm>(std::move(where));
}

}  // namespace tt::server
