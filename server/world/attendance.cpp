#include "server/world/attendance.hpp"

#include <algorithm>
#include <utility>

namespace tt::server {

void Attendance::come(std::uint64_t guest, std::shared_ptr<Subscriber> connection) {
  if (is_here(guest, connection.get())) return;
  if (connection->mapping() == protocol::Mapping::kJson) ++json_;
  connections_[guest].push_back(std::move(connection));
}

bool Attendance::go(std::uint64_t guest, const Subscriber* connection) {
  const auto mine = connections_.find(guest);
  if (mine == connections_.end()) return false;
  const auto at =
      std::find_if(mine->second.begin(), mine->second.end(), [&](const auto& c) { return c.get() == connection; });
  if (at == mine->second.end()) return false;
  if ((*at)->mapping() == protocol::Mapping::kJson) --json_;
  mine->second.erase(at);
  if (!mine->second.empty()) return false;
  connections_.erase(mine);
  ready_.erase(guest);
  return true;
}

bool Attendance::is_here(std::uint64_t guest, const Subscriber* connection) const {
  const auto& mine = connections_of(guest);
  return std::any_of(mine.begin(), mine.end(), [&](const auto& c) { return c.get() == connection; });
}

const std::vector<std::shared_ptr<Subscriber>>& Attendance::connections_of(std::uint64_t guest) const {
  static const std::vector<std::shared_ptr<Subscriber>> kNone;
  const auto mine = connections_.find(guest);
  return mine == connections_.end() ? kNone : mine->second;
}

std::vector<std::uint64_t> Attendance::guests() const {
  std::vector<std::uint64_t> here;
  here.reserve(connections_.size());
  for (const auto& [guest, connections] : connections_) here.push_back(guest);
  std::sort(here.begin(), here.end());
  return here;
}

void Attendance::set_ready(std::uint64_t guest, bool ready) {
  if (ready)
    ready_.insert(guest);
  else
    ready_.erase(guest);
}

std::optional<Attendance::Time> Attendance::next_grace() const {
  std::optional<Time> next;
  for (const auto& [guest, until] : graces_)
    if (!next || until < *next) next = until;
  return next;
}

std::vector<std::uint64_t> Attendance::graces_over(Time now) {
  std::vector<std::uint64_t> over;
  for (auto at = graces_.begin(); at != graces_.end();) {
    if (at->second > now) {
      ++at;
      continue;
    }
    over.push_back(at->first);
    at = graces_.erase(at);
  }
  std::sort(over.begin(), over.end());
  return over;
}

}  // namespace tt::server
