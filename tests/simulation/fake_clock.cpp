#include "tests/simulation/fake_clock.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

namespace tt::test {

class FakeAlarm final : public server::Alarm {
 public:
  FakeAlarm(FakeClock& clock, boost::asio::any_io_executor where) : clock_(clock), where_(std::move(where)) {}
  ~FakeAlarm() override { cancel(); }

  void ring_at(server::Time at, std::function<void()> ring) override {
    cancel();
    key_ = {at, ++clock_.set_};
    clock_.waiting_[key_] = {where_, std::move(ring)};
  }
  void cancel() override {
    // Taken out first: what it would have called may be the last to hold this alarm.
    const auto dropped = clock_.waiting_.extract(key_);
  }

 private:
  FakeClock& clock_;
  boost::asio::any_io_executor where_;
  std::pair<server::Time, std::uint64_t> key_;
};

std::uint64_t FakeClock::wall_ms() const {
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now_.time_since_epoch());
  return 1'700'000'000'000 + static_cast<std::uint64_t>(since.count());
}

std::unique_ptr<server::Alarm> FakeClock::alarm(boost::asio::any_io_executor where) {
  return std::make_unique<FakeAlarm>(*this, std::move(where));
}

std::optional<FakeClock::Time> FakeClock::next() const {
  if (waiting_.empty()) return std::nullopt;
  return waiting_.begin()->first.first;
}

void FakeClock::advance_to(Time to) {
  now_ = std::max(now_, to);
  while (!waiting_.empty() && waiting_.begin()->first.first <= now_) {
    auto due = waiting_.extract(waiting_.begin());
    boost::asio::post(due.mapped().where, std::move(due.mapped().ring));
  }
}

}  // namespace tt::test
