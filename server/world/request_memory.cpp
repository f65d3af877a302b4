#include "server/world/request_memory.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace tt::server {

std::optional<RequestMemory::Known> RequestMemory::find(std::uint64_t guest, std::uint64_t request_id,
                                                        std::uint64_t content) const {
  const auto mine = by_guest_.find(guest);
  if (mine == by_guest_.end()) return std::nullopt;
  const auto same = [&](const Entry& entry) { return entry.request_id == request_id; };
  const auto& latest = mine->second.latest;
  const auto at = std::find_if(latest.rbegin(), latest.rend(), same);
  if (at == latest.rend()) return std::nullopt;
  return Known{at->outcome, at->content != 0 && at->content != content};
}

void RequestMemory::remember(std::uint64_t guest, std::uint64_t request_id, std::uint64_t content, Outcome outcome) {
  auto& mine = by_guest_[guest].latest;
  if (mine.size() >= persistence::kRecentPerPlayer) mine.pop_front();
  mine.push_back({request_id, content, std::move(outcome)});
}

void RequestMemory::remember(const std::vector<persistence::RecentRequest>& recent) {
  for (const auto& request : recent) {
    remember(request.player, request.request_id, 0, {request.number, request.tick, nullptr});
    by_guest_[request.player].numbered = request.number;
  }
}

std::uint64_t RequestMemory::content_of(std::string_view bytes) {
  return std::max<std::uint64_t>(1, std::hash<std::string_view>{}(bytes));
}

}  // namespace tt::server
