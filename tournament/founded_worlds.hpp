// The worlds that matches begin from. Founding one takes as long as many matches' ticks, so each is founded once for
// all matches of its block and its neighbours'.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

#include "rules/rules.hpp"
#include "tournament/schedule.hpp"

namespace tt::tournament {

/// May be used from any thread.
class FoundedWorlds {
 public:
  /// `jobs`: threads that ask.
  FoundedWorlds(const rules::Scenario& scenario, unsigned jobs) : scenario_(scenario), kept_(kKept + jobs) {}

  enum class State : std::uint8_t {
    kNone,
    kBegun,  ///< somebody is to found it, or at it
    kThere,
  };
  [[nodiscard]] State state(std::uint32_t world) const;
  /// Whoever calls this is to call `of` for the same world.
  void begin(std::uint32_t world);

  /// The founded world of a plan; made once, however many ask at the same time.
  [[nodiscard]] std::shared_ptr<const rules::World> of(const MatchPlan& plan);

 private:
  static constexpr std::size_t kKept = 4;  ///< and one a thread; those of the schedule's past go first

  struct Slot {
    std::once_flag once;
    std::atomic<bool> founded = false;
    rules::World world;
  };
  const rules::Scenario& scenario_;
  std::size_t kept_;
  mutable std::mutex mutex_;
  std::map<std::uint32_t, std::shared_ptr<Slot>> slots_;

  [[nodiscard]] std::shared_ptr<Slot> slot_of(std::uint32_t world);
};

}  // namespace tt::tournament
