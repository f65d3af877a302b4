#include "tournament/rating/choices.hpp"

#include <algorithm>
#include <bit>

namespace tt::tournament::rating {
namespace {

double binomial(std::size_t n, std::size_t k) {
  double value = 1;
  for (std::size_t i = 1; i <= k; ++i) value = value * static_cast<double>(n - k + i) / static_cast<double>(i);
  return value;
}

/// The tied choosers [begin, group_end) against all up to `end`: every subset of them that can be left, with the share
/// of the orders that pass through it.
void add_group(ChoiceList& list, std::size_t begin, std::size_t group_end, std::size_t end) {
  const std::size_t tied = group_end - begin;
  const bool last = group_end == end;
  for (std::size_t i = begin; i < group_end; ++i)
    list.choosers[i].chosen = last ? static_cast<double>(tied - 1) / static_cast<double>(tied) : 1;
  for (std::uint32_t subset = 1; subset < (1U << tied); ++subset) {
    const auto size = static_cast<std::size_t>(std::popcount(subset));
    if (last && size == 1) continue;  // nothing to choose
    Choice choice{list.members.size(), 0, 1 / binomial(tied, size)};
    for (std::size_t i = 0; i < tied; ++i)
      if (((subset >> i) & 1U) != 0) list.members.push_back(static_cast<std::uint32_t>(begin + i));
    for (std::size_t i = group_end; i < end; ++i) list.members.push_back(static_cast<std::uint32_t>(i));
    choice.end = list.members.size();
    list.choices.push_back(choice);
  }
}

void add_game(ChoiceList& list, const Game& game) {
  std::vector<Entrant> order = game.entrants;
  std::stable_sort(order.begin(), order.end(), [](const Entrant& a, const Entrant& b) { return a.rank < b.rank; });
  const std::size_t first = list.choosers.size();
  GameChoices part{game.cluster, first, first + order.size(), list.choices.size(), 0};
  for (const Entrant& entrant : order) list.choosers.push_back({entrant.strategy, entrant.seat, 0});
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && order[end].rank == order[begin].rank) ++end;
    add_group(list, first + begin, first + end, first + order.size());
    begin = end;
  }
  part.choice_end = list.choices.size();
  list.games.push_back(part);
}

}  // namespace

ChoiceList choices_of(const Games& games) {
  ChoiceList list;
  for (const Game& game : games.games) add_game(list, game);
  return list;
}

}  // namespace tt::tournament::rating
