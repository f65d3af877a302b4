#include "server/hooks/hook.hpp"

#include <utility>

#include "server/log.hpp"
#include "server/wall_clock.hpp"

namespace tt::server {

Hook::Hook(const boost::asio::any_io_executor& where, std::size_t number, const HookPlan& plan, HookPace pace,
           Metrics& metrics)
    : name_("webhook " + std::to_string(number) + " (" + plan.address.shown() + ")"),
      pace_(pace),
      metrics_(metrics),
      delivery_(where, plan.address, plan.secret, pace.step),
      pause_(where) {}

void Hook::tell(std::shared_ptr<const HookMessage> message) {
  if (at_rest_) return;
  if (waiting_.size() >= pace_.queue && !waiting_.empty()) {
    waiting_.pop_front();
    ++lost_;
    metrics_.hook(HookFate::kDropped);
  }
  waiting_.push_back(std::move(message));
  if (!current_) next();
}

void Hook::close(std::function<void()> at_rest) {
  at_rest_ = std::move(at_rest);
  if (!current_) return at_rest_();
  if (pause_.cancel() > 0) at_rest_();  // it has failed already
}

void Hook::next() {
  if (waiting_.empty()) {
    if (at_rest_) at_rest_();
    return;
  }
  current_ = std::move(waiting_.front());
  waiting_.pop_front();
  tries_ = 0;
  bring();
}

void Hook::bring() {
  ++tries_;
  delivery_.start(*current_, wall_clock_ms() / 1'000,
                  [self = shared_from_this()](const Delivered& delivered) { self->on_delivered(delivered); });
}

void Hook::on_delivered(const Delivered& delivered) {
  if (delivered.fate == Delivered::Fate::kTaken) {
    note_success();
    return let_go(HookFate::kSent);
  }
  note_failure(delivered.why);
  const bool again = delivered.fate == Delivered::Fate::kNotYet && tries_ < pace_.tries;
  if (at_rest_ && again) return at_rest_();
  if (!again) {
    ++lost_;
    return let_go(HookFate::kFailed);
  }
  milliseconds pause = pace_.first_pause;
  for (unsigned doubled = 1; doubled < tries_; ++doubled) pause *= kHookPauseGrowth;
  pause_.expires_after(pause);
  pause_.async_wait([self = shared_from_this()](boost::system::error_code ec) {
    if (!ec) self->bring();
  });
}

void Hook::let_go(HookFate fate) {
  metrics_.hook(fate);
  current_.reset();
  next();
}

// One line when it begins to fail and one when it is over, however many messages lie between.
void Hook::note_failure(const std::string& why) {
  if (std::exchange(failing_, true)) return;
  log::warn(name_ + " fails: " + why + "; messages are tried " + std::to_string(pace_.tries) +
            " times, and the next line about it comes when it works again");
}

void Hook::note_success() {
  if (std::exchange(failing_, false))
    log::info(name_ + " works again; " + std::to_string(lost_) + " messages were lost");
  lost_ = 0;
}

}  // namespace tt::server
