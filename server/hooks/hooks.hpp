// All webhooks of a server, each on a thread of its own: one that is slow, or whose name nobody can resolve, holds up
// neither a world nor another hook.
#pragma once

#include <memory>
#include <vector>

#include "server/hooks/hook_plan.hpp"
#include "server/metrics.hpp"
#include "server/world/news.hpp"

namespace tt::server {

class Hooks {
 public:
  /// The plans have their secrets already. `metrics` outlives this.
  Hooks(const std::vector<HookPlan>& plans, HookPace pace, Metrics& metrics);
  /// Finishes if that has not been done.
  ~Hooks();
  Hooks(const Hooks&) = delete;
  Hooks& operator=(const Hooks&) = delete;

  /// To those hooks that the operator wants to hear it. Never waits. From any thread, until `close`.
  void tell(const WorldNews& news);
  /// Nothing new from here on; what is queued has a last try, in the time of a farewell.
  void close();
  /// Waits for that, at most so long from `close` on, and ends the threads.
  void finish();

 private:
  struct Runner;
  std::vector<std::unique_ptr<Runner>> runners_;
  HookPace pace_;
  std::chrono::steady_clock::time_point until_{};
  bool closed_ = false;
};

}  // namespace tt::server
