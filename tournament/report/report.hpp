// The report of a played tournament: one page without scripts or other files, and the same figures as JSON and CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tournament/match.hpp"
#include "tournament/rating/games.hpp"
#include "tournament/rating/section.hpp"
#include "tournament/spec.hpp"
#include "tournament/standings.hpp"

namespace tt::tournament::report {

/// One role: strategies are compared within it only.
struct RolePart {
  rules::Role role = rules::Role::kCapitalist;
  std::vector<Line> lines;                ///< best first
  rating::Games games;                    ///< the seats of this role, ranked by score
  std::vector<rating::Section> sections;  ///< worths, head to head and so on; where there were two seats or more
};

/// A role's means a seat, by world.
struct FormLine {
  RoleLine role;
  Estimate score;     ///< points of per cent a seat
  Estimate standing;  ///< per cent a seat
};

struct Report {
  std::string name;
  std::string hash;
  Score score = Score::kGhost;
  std::vector<std::pair<std::string, std::string>> design;  ///< what was played, in words
  std::vector<RolePart> roles;
  std::vector<FormLine> forms;
  std::vector<MatchResult> matches;
  std::vector<Placing> placings;  ///< best first; empty unless the format has rounds
};

/// `matches`: all that were played, in their order.
[[nodiscard]] Report report_of(const Spec& spec, std::vector<MatchResult> matches);

/// The seats of one role as games: the seed is the world, the rank that by score.
[[nodiscard]] rating::Games games_of(const std::vector<MatchResult>& matches, rules::Role role);

/// `links`: where a match can be looked at, up to its name: "http://127.0.0.1:8080/w/"; empty: nowhere.
[[nodiscard]] std::string to_html(const Report& report, std::string_view links);
[[nodiscard]] std::string to_json(const Report& report);
/// A figure a line: role, section, row, column, value.
[[nodiscard]] std::string to_csv(const Report& report);

/// Where one strategy's worth lies among the others', with intervals: an SVG. From the section "worths".
[[nodiscard]] std::string rating_plot(const rating::Section& worths);
/// Shares of games ended ahead, row against column, in the order of `lines`: an HTML table.
[[nodiscard]] std::string heat_map(const RolePart& part);

}  // namespace tt::tournament::report
