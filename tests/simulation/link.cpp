#include "tests/simulation/link.hpp"

#include <algorithm>
#include <utility>

namespace tt::test {

void Link::connect(std::shared_ptr<server::ConnectionUser> user) {
  user_ = std::move(user);
  user_->on_open(shared_from_this());
}

void Link::close(server::SharedBytes farewell) {
  put(to_client_, *farewell);
  closing_ = true;
}

void Link::cut() {
  const auto user = std::exchange(user_, nullptr);
  to_server_.clear();
  to_client_.clear();
  if (user) user->on_closed();
}

void Link::vanish() {
  user_.reset();
  to_server_.clear();
  to_client_.clear();
}

void Link::put(Queue& queue, std::string frame) {
  if (closing_ || !is_open()) return;
  const auto delay = [&] {
    return std::chrono::milliseconds(healed_ ? 0 : draws_.one_in(12) ? draws_.below(3'000) : draws_.below(60));
  };
  auto at = clock_.now() + delay();
  if (orderly_ || healed_) {
    if (!queue.empty()) at = std::max(at, queue.back().at);
    queue.push_back({at, std::move(frame)});
    return;
  }
  if (draws_.one_in(25)) return;
  if (draws_.one_in(40))
    frame.resize(static_cast<std::size_t>(draws_.below(static_cast<std::int64_t>(frame.size()) + 1)));
  const auto insert = [&](FakeClock::Time when) {
    const auto later = [](FakeClock::Time time, const Letter& letter) { return time < letter.at; };
    queue.insert(std::upper_bound(queue.begin(), queue.end(), when, later), {when, frame});
  };
  insert(at);
  if (draws_.one_in(12)) insert(clock_.now() + delay());
}

std::optional<FakeClock::Time> Link::next() const {
  std::optional<FakeClock::Time> next;
  if (!to_client_.empty()) next = to_client_.front().at;
  if (!paused_ && !to_server_.empty() && (!next || to_server_.front().at < *next)) next = to_server_.front().at;
  return next;
}

void Link::hand_to_server() {
  const std::string frame = std::move(to_server_.front().frame);
  to_server_.pop_front();
  if (user_ && !closing_) user_->on_frame(frame);
}

std::string Link::take_at_client() {
  std::string frame = std::move(to_client_.front().frame);
  to_client_.pop_front();
  if (closing_ && to_client_.empty()) cut();
  return frame;
}

}  // namespace tt::test
