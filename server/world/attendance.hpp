// Who is here: the connections of each guest in one world, who is ready, and whose grace runs out.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/world/fan_out.hpp"

namespace tt::server {

class Attendance {
 public:
  using Time = std::chrono::steady_clock::time_point;

  void come(std::uint64_t guest, std::shared_ptr<Subscriber> connection);
  /// True if it was the guest's last connection here.
  bool go(std::uint64_t guest, const Subscriber* connection);

  [[nodiscard]] bool is_here(std::uint64_t guest) const { return connections_.contains(guest); }
  [[nodiscard]] bool is_here(std::uint64_t guest, const Subscriber* connection) const;
  [[nodiscard]] const std::vector<std::shared_ptr<Subscriber>>& connections_of(std::uint64_t guest) const;
  /// Everybody here, by number.
  [[nodiscard]] std::vector<std::uint64_t> guests() const;
  [[nodiscard]] bool anybody_uses_json() const { return json_ > 0; }

  void set_ready(std::uint64_t guest, bool ready);
  [[nodiscard]] bool is_ready(std::uint64_t guest) const { return ready_.contains(guest); }
  void clear_ready() { ready_.clear(); }

  /// A seated guest has gone; at `until` somebody else has to take care.
  void start_grace(std::uint64_t guest, Time until) { graces_[guest] = until; }
  void end_grace(std::uint64_t guest) { graces_.erase(guest); }
  [[nodiscard]] std::optional<Time> next_grace() const;
  /// Takes out those whose grace is over.
  [[nodiscard]] std::vector<std::uint64_t> graces_over(Time now);

 private:
  std::unordered_map<std::uint64_t, std::vector<std::shared_ptr<Subscriber>>> connections_;
  std::unordered_set<std::uint64_t> ready_;
  std::unordered_map<std::uint64_t, Time> graces_;
  std::size_t json_ = 0;
};

}  // namespace tt::server
