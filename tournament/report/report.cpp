#include "tournament/report/report.hpp"

#include <algorithm>
#include <set>

#include "tournament/rating/analysis.hpp"
#include "tournament/rating/summary.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec_format.hpp"
#include "tournament/text.hpp"

namespace tt::tournament::report {
namespace {

using rating::Section;

std::uint32_t number_of(std::vector<std::string>& names, const std::string& name) {
  const auto at = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  if (at == names.size()) names.push_back(name);
  return static_cast<std::uint32_t>(at);
}

/// Invasion, a row a strategy: the whole table has a row a pair.
Section invasions(const rating::AnalysisInput& input) {
  Section section{"invasion",
                  "Invasion",
                  "Of the others, how many one newcomer of it invades (it takes over 50 of them more often than chance "
                  "alone would), and how many cannot invade it.",
                  {{"strategy", "strategy"}, {"invades", "invades"}, {"withstands", "withstands"}},
                  {}};
  const auto pairs = rating::analyse("moran", input);
  if (!pairs) return section;
  for (const std::string& name : input.strategies) {
    std::int64_t invades = 0;
    std::int64_t withstands = 0;
    for (const auto& row : pairs->rows) {
      if (row[0] == rating::Cell{name} && row[2] == rating::Cell{std::string("invades")}) ++invades;
      if (row[1] == rating::Cell{name} && row[2] != rating::Cell{std::string("invades")}) ++withstands;
    }
    section.rows.push_back({name, invades, withstands});
  }
  return section;
}

std::vector<Section> sections_of(const rating::Games& games) {
  if (games.games.empty() || games.strategies.size() < 2) return {};
  std::vector<Section> sections = rating::summary_of(games, {});
  rating::AnalysisInput input = rating::input_of(games);
  for (const char* name : {"alpharank", "nash", "replicator", "ecology"})
    if (auto section = rating::analyse(name, input)) sections.push_back(*std::move(section));
  sections.push_back(invasions(input));
  return sections;
}

/// A seat's mean by world, in per cent.
std::vector<double> by_world(const std::vector<MatchResult>& matches, rules::Role role, std::uint32_t worlds,
                             rules::Bp (*of)(const SeatResult&)) {
  std::vector<double> sums(worlds, 0.0);
  std::vector<double> counts(worlds, 0.0);
  for (const MatchResult& match : matches)
    for (const SeatResult& seat : match.seats)
      if (seat.role == role) {
        sums[match.world] += of(seat) / 100.0;
        counts[match.world] += 1;
      }
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] /= std::max(1.0, counts[i]);
  return sums;
}

std::vector<std::pair<std::string, std::string>> design_of(const Spec& spec, const Standings& standings) {
  const Schedule schedule(spec);
  return {{"format", std::string(name_of(spec.format)) + ": " + schedule.design(standings.worlds)},
          {"scenario", spec.scenario.name},
          {"ticks a match", std::to_string(spec.ticks)},
          {"matches", std::to_string(standings.matches)},
          {"worlds", std::to_string(standings.worlds)},
          {"lineups", std::to_string(schedule.lineups())},
          {"seat orders",
           std::to_string(spec.rotations) + (schedule.seats_are_balanced() ? ", balanced" : ", not balanced")},
          {"score", spec.score == Score::kGhost ? "standing less the ghost's" : "standing"},
          {"master seed", std::to_string(spec.master_seed)},
          {"rules version", std::to_string(rules::kRulesVersion)},
          {"stopping rule", standings.stopping}};
}

}  // namespace

rating::Games games_of(const std::vector<MatchResult>& matches, rules::Role role) {
  rating::Games games;
  games.scored = true;
  std::set<std::uint32_t> worlds;
  for (const MatchResult& match : matches) {
    rating::Game game{match.world, {}};
    for (const SeatResult& seat : match.seats)
      if (seat.role == role)
        game.entrants.push_back({number_of(games.strategies, seat.strategy),
                                 number_of(games.seats, std::to_string(seat.seat)), seat.place_in_role,
                                 seat.score() / 100.0});
    worlds.insert(match.world);
    if (game.entrants.size() >= 2) games.games.push_back(std::move(game));
  }
  games.clusters = static_cast<std::uint32_t>(worlds.size());
  return games;
}

Report report_of(const Spec& spec, std::vector<MatchResult> matches) {
  const Standings standings = standings_of(spec, matches);
  Report report{spec.name, spec.hash(), spec.score, design_of(spec, standings), {}, {}, {}, standings.placings};
  for (const RoleLine& role : standings.roles) {
    RolePart part{role.role, {}, games_of(matches, role.role), {}};
    for (const Line& line : standings.lines)
      if (line.role == role.role) part.lines.push_back(line);
    part.sections = sections_of(part.games);
    report.roles.push_back(std::move(part));
    const auto mean_of = [&](rules::Bp (*of)(const SeatResult&)) {
      return estimate(by_world(matches, role.role, standings.worlds, of), kConfidence);
    };
    report.forms.push_back({role, mean_of([](const SeatResult& seat) { return seat.score(); }),
                            mean_of([](const SeatResult& seat) { return seat.standing; })});
  }
  report.matches = std::move(matches);
  return report;
}

namespace {

/// A strategy's figures under the names they have in JSON and CSV.
std::vector<std::pair<const char*, double>> figures_of(const Line& line) {
  return {{"score", line.score.mean},
          {"score_half_width", line.score.half_width},
          {"standing_percent", line.standing.mean},
          {"standing_half_width", line.standing.half_width},
          {"wealth_percent", line.wealth},
          {"livelihood_percent", line.livelihood},
          {"progress_percent", line.progress},
          {"leads_role", line.first_in_role},
          {"leads_all", line.first_of_all},
          {"games", static_cast<double>(line.games)},
          {"orders", static_cast<double>(line.orders)},
          {"refused", static_cast<double>(line.refused)}};
}

std::string json_of(const Line& line) {
  std::string out = "{\"strategy\":" + json_text(line.strategy);
  for (const auto& [name, value] : figures_of(line)) out += ",\"" + std::string(name) + "\":" + json_number(value);
  return out + "}";
}

}  // namespace

std::string to_json(const Report& report) {
  std::string design;
  for (const auto& [key, value] : report.design)
    design += (design.empty() ? "" : ",") + json_text(key) + ":" + json_text(value);
  std::string roles;
  for (const RolePart& part : report.roles) {
    std::string sections = rating::to_json(part.sections);
    sections.pop_back();  // the line feed
    roles += (roles.empty() ? "" : ",") + json_text(section_of(part.role)) + ":" + sections;
  }
  std::string placings;
  for (const Placing& placing : report.placings)
    placings += (placings.empty() ? "" : ",") + std::string("{\"strategy\":") + json_text(placing.strategy) +
                ",\"rounds\":" + std::to_string(placing.rounds) + ",\"score\":" + json_number(placing.score) + "}";
  std::string standings;
  for (const RolePart& part : report.roles) {
    std::string lines;
    for (const Line& line : part.lines) lines += (lines.empty() ? "" : ",") + json_of(line);
    standings += (standings.empty() ? "" : ",") + json_text(section_of(part.role)) + ":[" + lines + "]";
  }
  std::string forms;
  for (const FormLine& form : report.forms)
    forms +=
        (forms.empty() ? "" : ",") + std::string("{\"role\":") + json_text(section_of(form.role.role)) +
        ",\"score\":" + json_number(form.score.mean) + ",\"score_half_width\":" + json_number(form.score.half_width) +
        ",\"standing_percent\":" + json_number(form.standing.mean) +
        ",\"half_width\":" + json_number(form.standing.half_width) + ",\"leads_all\":" + json_number(form.role.wins) +
        ",\"leads_all_if_alike\":" + json_number(form.role.wins_if_alike) + "}";
  return "{\"tournament\":" + json_text(report.name) + ",\"spec_hash\":" + json_text(report.hash) + ",\"design\":{" +
         design + "},\"placings\":[" + placings + "],\"standings\":{" + standings + "},\"roles\":{" + roles +
         "},\"forms\":[" + forms + "]}\n";
}

std::string to_csv(const Report& report) {
  std::string out = "role,section,row,column,value\n";
  for (const RolePart& part : report.roles) {
    for (const Line& line : part.lines)
      for (const auto& [name, value] : figures_of(line))
        out += std::string(section_of(part.role)) + ",standings," + line.strategy + "," + name + "," +
               rating::cell_text(value, {"", "", 6}) + "\n";
    for (const Section& section : part.sections)
      for (const auto& row : section.rows) {
        // Rows of two names, such as pairs, are told by both.
        std::string name;
        std::size_t first = 0;
        for (; first < row.size() && std::holds_alternative<std::string>(row[first]); ++first)
          name += (first == 0 ? "" : " / ") + std::get<std::string>(row[first]);
        for (std::size_t i = first; i < row.size(); ++i)
          out += std::string(section_of(part.role)) + "," + section.key + "," + name + "," + section.columns[i].key +
                 "," + rating::cell_text(row[i], {"", "", 6}) + "\n";
      }
  }
  return out;
}

}  // namespace tt::tournament::report
