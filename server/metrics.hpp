// What the server counts while it runs, and telling it in Prometheus' text format. Counting is from any thread and
// never waits.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tt::server {

/// How one world does, for one reading.
struct WorldGauges {
  std::string name;
  bool listed = false;         ///< its name may be told to everybody; else `number` stands for it
  std::uint64_t number = 0;    ///< of this run of the server, and says nothing
  std::size_t queue = 0;       ///< requests on their way to an answer
  std::uint64_t lag_ms = 0;    ///< by which the last tick closed after its time
  std::uint64_t close_ms = 0;  ///< that the last close took, commit included
  std::uint64_t tick = 0;
  bool failed = false;
  bool books_broken = false;  ///< it has stopped because a tick's books would not have added up
  std::string failure;        ///< why it could not be loaded; empty if it was
};

/// How it ended with one message of a webhook.
enum class HookFate {
  kSent,
  kFailed,   ///< refused, or not taken in all its tries
  kDropped,  ///< for want of room in its queue
};

class Metrics {
 public:
  /// From here on the codes of v1::ErrorCode have no row of their own: the wire's own begin at 100, the rules' at 200.
  static constexpr std::size_t kCodesMax = 512;
  /// Upper bounds in µs: an idle disk commits in one or two milliseconds, a busy one in tens.
  static constexpr std::array<std::uint32_t, 9> kCommitBounds{500,    1'000,  2'500,   5'000,    10'000,
                                                              25'000, 50'000, 250'000, 1'000'000};

  void refused(int code) {
    const auto at = static_cast<std::size_t>(code);
    if (code >= 0 && at < kCodesMax) refused_[at].fetch_add(1, std::memory_order_relaxed);
  }
  void committed(std::chrono::steady_clock::duration took);
  void hook(HookFate fate) { hooks_[static_cast<std::size_t>(fate)].fetch_add(1, std::memory_order_relaxed); }
  void commit_failed() { commits_failed_.fetch_add(1, std::memory_order_relaxed); }

  /// Everything, for /metrics. `connections`: open ones.
  [[nodiscard]] std::string text(std::size_t connections, const std::vector<WorldGauges>& worlds) const;

 private:
  std::array<std::atomic<std::uint64_t>, kCodesMax> refused_{};
  std::array<std::atomic<std::uint64_t>, kCommitBounds.size() + 1> commits_{};
  std::atomic<std::uint64_t> commit_us_{0};
  std::atomic<std::uint64_t> commits_failed_{0};
  std::array<std::atomic<std::uint64_t>, 3> hooks_{};  ///< by HookFate
};

}  // namespace tt::server
