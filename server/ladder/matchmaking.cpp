#include "server/ladder/matchmaking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tt::server {
namespace {

/// Points of rating at first: about β (25/6), the difference at which the better one wins three games in four.
constexpr double kReachAtFirst = 25.0 / 6;
/// So many times that just before everybody is within reach.
constexpr double kReachGrowth = 5;

/// The table of `first`, by the nearest of those who are free.
std::vector<std::size_t> table_of(std::size_t first, std::span<const Waiting> waiting, const std::vector<bool>& seated,
                                  const TableRule& rule) {
  const double reach = reach_after(waiting[first].waited, rule.wait);
  const auto distance = [&](std::size_t at) { return std::fabs(waiting[at].rating - waiting[first].rating); };
  std::vector<std::size_t> near;
  for (std::size_t at = 0; at < waiting.size(); ++at)
    if (at != first && !seated[at] && distance(at) <= reach) near.push_back(at);
  std::stable_sort(near.begin(), near.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  std::vector<std::size_t> table{first};
  for (const std::size_t at : near) {
    if (table.size() == rule.seats) break;
    const bool here = std::any_of(table.begin(), table.end(),
                                  [&](std::size_t one) { return waiting[one].account == waiting[at].account; });
    if (!here) table.push_back(at);
  }
  return table;
}

}  // namespace

double reach_after(std::chrono::milliseconds waited, std::chrono::milliseconds wait) {
  if (waited >= wait) return std::numeric_limits<double>::infinity();
  const double part = static_cast<double>(waited.count()) / static_cast<double>(wait.count());
  return kReachAtFirst * (1 + (kReachGrowth - 1) * part);
}

std::vector<std::vector<std::size_t>> make_tables(std::span<const Waiting> waiting, const TableRule& rule,
                                                  std::size_t tables) {
  std::vector<std::vector<std::size_t>> made;
  std::vector<bool> seated(waiting.size(), false);
  for (std::size_t first = 0; first < waiting.size() && made.size() < tables; ++first) {
    if (seated[first]) continue;
    const std::vector<std::size_t> table = table_of(first, waiting, seated, rule);
    const bool may_fill = rule.fills && waiting[first].waited >= rule.wait && table.size() >= rule.least;
    if (table.size() < rule.seats && !may_fill) continue;
    for (const std::size_t at : table) seated[at] = true;
    made.push_back(table);
  }
  return made;
}

}  // namespace tt::server
