#include "server/ladder/roll.hpp"

#include <algorithm>
#include <utility>

namespace tt::server {

void LadderRoll::set(std::vector<LadderPlayer> players) {
  players_.clear();
  order_.clear();
  for (LadderPlayer& player : players) players_[player.who] = std::move(player);
}

void LadderRoll::put(const LadderPlayer& player) {
  players_[player.who] = player;
  order_.clear();
}

void LadderRoll::expire(std::uint64_t before_ms) {
  order_.clear();
  std::erase_if(players_, [&](const auto& row) { return !row.second.claimed && row.second.played_ms < before_ms; });
}

void LadderRoll::forget(std::uint64_t guest) {
  order_.clear();
  std::erase_if(players_, [&](const auto& row) { return row.first.guest == guest; });
}

Skill LadderRoll::skill_of(const Contender& who) const {
  const auto at = players_.find(who);
  return at == players_.end() ? Skill{} : at->second.skill;
}

std::vector<std::string> LadderRoll::bots_of(std::uint64_t guest) const {
  std::vector<std::string> bots;
  for (auto at = players_.lower_bound({guest, ""}); at != players_.end() && at->first.guest == guest; ++at)
    if (!at->first.bot.empty()) bots.push_back(at->first.bot);
  return bots;
}

std::vector<std::uint64_t> LadderRoll::unclaimed() const {
  std::vector<std::uint64_t> guests;
  for (const auto& [who, player] : players_)
    if (!player.claimed && (guests.empty() || guests.back() != who.guest)) guests.push_back(who.guest);
  return guests;
}

const std::vector<const LadderPlayer*>& LadderRoll::standings() const {
  if (order_.size() == players_.size()) return order_;
  order_.clear();
  for (const auto& [who, player] : players_) order_.push_back(&player);
  std::stable_sort(order_.begin(), order_.end(), [](const LadderPlayer* a, const LadderPlayer* b) {
    return std::pair(at_least(a->skill), a->games) > std::pair(at_least(b->skill), b->games);
  });
  return order_;
}

}  // namespace tt::server
