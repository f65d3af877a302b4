// What each guest's latest requests came to, so that a request sent again is answered again and never done again.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "persistence/restore.hpp"
#include "technotariat/v1/error.pb.h"

namespace tt::server {

/// A receipt, or the refusal if `error` is set.
struct Outcome {
  std::uint64_t number = 0;  ///< among the guest's own journaled requests, from 1; 0 for a refusal
  std::uint32_t tick = 0;
  std::shared_ptr<const technotariat::v1::Error> error;
};

class RequestMemory {
 public:
  /// The first answer to this id, if it is remembered. `reused` says that the id was another request's: contents are
  /// compared by `content`, unless the first one is known from the journal only.
  struct Known {
    Outcome outcome;
    bool reused = false;
  };
  [[nodiscard]] std::optional<Known> find(std::uint64_t guest, std::uint64_t request_id, std::uint64_t content) const;

  /// The oldest of the guest's requests is forgotten beyond persistence::kRecentPerPlayer.
  void remember(std::uint64_t guest, std::uint64_t request_id, std::uint64_t content, Outcome outcome);
  void remember(const std::vector<persistence::RecentRequest>& recent);

  /// The number of the guest's next journaled request.
  [[nodiscard]] std::uint64_t next_number(std::uint64_t guest) { return ++by_guest_[guest].numbered; }

  /// A number that stands for a request's bytes.
  [[nodiscard]] static std::uint64_t content_of(std::string_view bytes);

 private:
  struct Entry {
    std::uint64_t request_id = 0;
    std::uint64_t content = 0;  ///< 0: unknown
    Outcome outcome;
  };
  struct Own {
    std::uint64_t numbered = 0;
    std::deque<Entry> latest;
  };
  std::unordered_map<std::uint64_t, Own> by_guest_;
};

}  // namespace tt::server
