// One webhook at work: a bounded queue, one message at a time, tried again with growing pauses. All of it on its
// executor; nothing here waits.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "server/hooks/delivery.hpp"
#include "server/hooks/hook_plan.hpp"
#include "server/metrics.hpp"

namespace tt::server {

class Hook : public std::enable_shared_from_this<Hook> {
 public:
  /// `number`: its place in the configuration, for the log. The metrics outlive its work.
  Hook(const boost::asio::any_io_executor& where, std::size_t number, const HookPlan& plan, HookPace pace,
       Metrics& metrics);

  /// Queues a message; beyond the queue's length the oldest is dropped.
  void tell(std::shared_ptr<const HookMessage> message);
  /// What is queued is tried once more each; `at_rest` when nothing is left, or one has failed.
  void close(std::function<void()> at_rest);
  /// From any thread.
  [[nodiscard]] bool resolving() const { return delivery_.resolving(); }

 private:
  void next();
  void bring();
  void on_delivered(const Delivered& delivered);
  void let_go(HookFate fate);
  void note_failure(const std::string& why);
  void note_success();

  const std::string name_;  ///< in the log
  const HookPace pace_;
  Metrics& metrics_;
  Delivery delivery_;
  boost::asio::steady_timer pause_;
  std::deque<std::shared_ptr<const HookMessage>> waiting_;
  std::shared_ptr<const HookMessage> current_;  ///< null: nothing is on its way
  unsigned tries_ = 0;                          ///< of the current one
  bool failing_ = false;                        ///< the log has said so
  std::size_t lost_ = 0;                        ///< since then
  std::function<void()> at_rest_;               ///< set: the server is stopping
};

}  // namespace tt::server
