#include "tournament/rating/games.hpp"

namespace tt::tournament::rating {
namespace {

using Graph = std::vector<std::vector<char>>;

/// graph[i][j]: i once ended no worse than j.
Graph held_against(const Games& games) {
  Graph graph(games.strategies.size(), std::vector<char>(games.strategies.size(), 0));
  for (const Game& game : games.games)
    for (const Entrant& a : game.entrants)
      for (const Entrant& b : game.entrants)
        if (a.strategy != b.strategy && a.rank <= b.rank) graph[a.strategy][b.strategy] = 1;
  return graph;
}

/// Who can be reached from `start`; along the arrows, or against them.
std::vector<char> reached(const Graph& graph, std::size_t start, bool along) {
  std::vector<char> seen(graph.size(), 0);
  std::vector<std::size_t> open{start};
  seen[start] = 1;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (std::size_t next = 0; next < graph.size(); ++next) {
      if (seen[next] != 0 || (along ? graph[at][next] : graph[next][at]) == 0) continue;
      seen[next] = 1;
      open.push_back(next);
    }
  }
  return seen;
}

std::string names_of(const Games& games, const std::vector<char>& chosen, char value) {
  std::string names;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] == value) names += (names.empty() ? "" : ", ") + games.strategies[i];
  return names;
}

}  // namespace

std::optional<std::string> why_not_ratable(const Games& games) {
  if (games.strategies.size() < 2) return "There is only one strategy.";
  const Graph graph = held_against(games);
  const std::vector<char> below = reached(graph, 0, true);
  const std::vector<char> above = reached(graph, 0, false);
  const auto all = [](const std::vector<char>& seen) { return seen == std::vector<char>(seen.size(), 1); };
  if (all(below) && all(above)) return std::nullopt;
  // Those reached along the arrows never held against the others; those reached against them were never held against.
  const bool missed_below = !all(below);
  const std::vector<char>& seen = missed_below ? below : above;
  const std::string losers = names_of(games, seen, missed_below ? 1 : 0);
  const std::string winners = names_of(games, seen, missed_below ? 0 : 1);
  return "No game has any of [" + losers + "] level with or ahead of any of [" + winners +
         "], so nothing bounds how far apart they are.";
}

}  // namespace tt::tournament::rating
