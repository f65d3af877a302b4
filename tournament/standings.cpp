#include "tournament/standings.hpp"

#include <algorithm>
#include <optional>

#include "tournament/schedule.hpp"
#include "tournament/stopping.hpp"

namespace tt::tournament {
namespace {

using rules::Role;

/// Everything seen of one strategy in one role.
struct Tally {
  Line line;
  std::vector<double> scores_by_world;
  std::vector<double> standings_by_world;
  std::vector<double> games_by_world;
};

/// Of how many the first place of a match is shared, among all or in one role.
double sharers(const MatchResult& match, const SeatResult& leader, bool in_role) {
  const auto shares = [&](const SeatResult& seat) {
    return in_role ? seat.role == leader.role && seat.place_in_role == 1 : seat.place == 1;
  };
  return static_cast<double>(std::count_if(match.seats.begin(), match.seats.end(), shares));
}

void add(Tally& tally, const MatchResult& match, const SeatResult& seat) {
  Line& line = tally.line;
  ++line.games;
  tally.scores_by_world[match.world] += seat.score() / 100.0;
  tally.standings_by_world[match.world] += seat.standing / 100.0;
  tally.games_by_world[match.world] += 1;
  line.wealth += seat.wealth / 100.0;
  line.livelihood += seat.livelihood / 100.0;
  line.progress += seat.progress / 100.0;
  if (seat.place_in_role == 1) line.first_in_role += 1 / sharers(match, seat, true);
  if (seat.place == 1) line.first_of_all += 1 / sharers(match, seat, false);
  line.orders += seat.orders;
  for (std::size_t i = 0; i < seat.rejections.size(); ++i) {
    line.rejections[i] += seat.rejections[i];
    line.refused += seat.rejections[i];
  }
  for (std::size_t i = 0; i < kFaults; ++i) line.faults[i] += seat.conduct.counts[i];
  if (seat.conduct.out != Fault::kNone) ++line.outs[static_cast<std::size_t>(seat.conduct.out)];
}

/// Means by world, of the worlds played in.
std::vector<double> by_world(const Tally& tally, std::vector<double> Tally::*sums) {
  std::vector<double> means;
  for (std::size_t world = 0; world < tally.games_by_world.size(); ++world)
    if (tally.games_by_world[world] > 0) means.push_back((tally.*sums)[world] / tally.games_by_world[world]);
  return means;
}

void finish(Tally& tally) {
  Line& line = tally.line;
  if (line.games == 0) return;
  line.score = estimate(by_world(tally, &Tally::scores_by_world), kConfidence);
  line.standing = estimate(by_world(tally, &Tally::standings_by_world), kConfidence);
  for (double* sum : {&line.wealth, &line.livelihood, &line.progress, &line.first_in_role, &line.first_of_all})
    *sum /= static_cast<double>(line.games);
}

/// Room for the numbers of all worlds that were played in.
std::size_t worlds_of(const std::vector<MatchResult>& matches) {
  std::size_t worlds = 0;
  for (const MatchResult& match : matches) worlds = std::max<std::size_t>(worlds, match.world + 1);
  return worlds;
}

std::vector<Tally> tallies_of(const Spec& spec, Role role, const std::vector<MatchResult>& matches) {
  const std::vector<double> none(worlds_of(matches), 0.0);
  std::vector<Tally> tallies;
  for (const StrategyEntry* entry : spec.of(role).strategies)
    tallies.push_back({{.role = role, .strategy = std::string(entry->name)}, none, none, none});
  for (const MatchResult& match : matches)
    for (const SeatResult& seat : match.seats)
      for (Tally& tally : tallies)
        if (seat.role == role && seat.strategy == tally.line.strategy) add(tally, match, seat);
  for (Tally& tally : tallies) finish(tally);
  std::stable_sort(tallies.begin(), tallies.end(),
                   [](const Tally& a, const Tally& b) { return a.line.score.mean > b.line.score.mean; });
  return tallies;
}

/// Of the worlds that both played in; nothing where there is none, as may be in rounds.
std::optional<Difference> difference_of(const Tally& better, const Tally& worse) {
  std::vector<double> differences;
  for (std::size_t world = 0; world < better.games_by_world.size(); ++world)
    if (better.games_by_world[world] > 0 && worse.games_by_world[world] > 0)
      differences.push_back(better.scores_by_world[world] / better.games_by_world[world] -
                            worse.scores_by_world[world] / worse.games_by_world[world]);
  if (differences.empty()) return std::nullopt;
  return Difference{better.line.role, better.line.strategy, worse.line.strategy, estimate(differences, kConfidence)};
}

RoleLine role_line(const Spec& spec, Role role, const std::vector<Tally>& tallies, std::size_t matches) {
  RoleLine line{.role = role, .seats = spec.of(role).seats};
  std::uint32_t all_seats = 0;
  for (const Field& field : spec.fields) all_seats += field.seats;
  double games = 0;
  for (const Tally& tally : tallies) {
    const auto played = static_cast<double>(tally.line.games);
    games += played;
    line.score += tally.line.score.mean * played;
    line.standing += tally.line.standing.mean * played;
    line.wins += tally.line.first_of_all * played;
  }
  line.score /= games;
  line.standing /= games;
  line.wins /= static_cast<double>(matches);
  line.wins_if_alike = static_cast<double>(line.seats) / all_seats;
  return line;
}

}  // namespace

Standings standings_of(const Spec& spec, const std::vector<MatchResult>& matches) {
  Standings standings;
  standings.matches = matches.size();
  standings.worlds = static_cast<std::uint32_t>(worlds_of(matches));
  Schedule schedule(spec);
  Stopping stopping(spec);
  for (const MatchResult& match : matches) {
    schedule.take_in(match);
    stopping.take_in(match);
  }
  standings.stopping = stopping.verdict();
  standings.placings = schedule.placings();
  for (const Role role : kAllRoles) {
    if (spec.of(role).seats == 0) continue;
    const auto tallies = tallies_of(spec, role, matches);
    standings.roles.push_back(role_line(spec, role, tallies, matches.size()));
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      standings.lines.push_back(tallies[i].line);
      for (std::size_t j = i + 1; j < tallies.size(); ++j)
        if (auto difference = difference_of(tallies[i], tallies[j]))
          standings.differences.push_back(*std::move(difference));
    }
  }
  return standings;
}

}  // namespace tt::tournament
