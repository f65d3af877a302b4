// What the matches say about the strategies, in figures. A pure function of spec and results.
//
// Matches in one world share its luck, so worlds are what is independent: a strategy's score in a world is the mean of
// its scores there over lineups and seat orders, and intervals are Student's over worlds. Strategies are compared
// within a role only: different roles sit in different seats and start with different means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tournament/match.hpp"
#include "tournament/rounds.hpp"
#include "tournament/spec.hpp"
#include "tournament/student_t.hpp"

namespace tt::tournament {

inline constexpr double kConfidence = 0.95;

/// One strategy in one role.
struct Line {
  rules::Role role = rules::Role::kCapitalist;
  std::string strategy;
  std::uint64_t games = 0;  ///< seats played
  Estimate score;           ///< what it is ranked by, in points of per cent: see SeatResult::score
  Estimate standing;        ///< share of the laurels, in per cent of all seats of the world
  double wealth = 0;        ///< mean share of each laurel, in per cent
  double livelihood = 0;
  double progress = 0;
  double first_in_role = 0;  ///< share of its games in which it led its role; shared leads count in parts
  double first_of_all = 0;   ///< … in which it led the table
  std::uint64_t orders = 0;
  std::uint64_t refused = 0;  ///< of them, by the rules
  Rejections rejections{};
  std::array<std::uint64_t, kFaults> faults{};  ///< of a program
  std::array<std::uint64_t, kFaults> outs{};    ///< games it did not finish, by reason
};

/// Score of `first` less score of `second`, paired by world, in points of per cent.
struct Difference {
  rules::Role role = rules::Role::kCapitalist;
  std::string first;
  std::string second;
  Estimate points;
};

/// A role as a whole.
struct RoleLine {
  rules::Role role = rules::Role::kCapitalist;
  std::uint32_t seats = 0;   ///< a match
  double score = 0;          ///< mean per seat, in points of per cent
  double standing = 0;       ///< mean per seat, in per cent
  double wins = 0;           ///< share of the matches that a seat of this role led
  double wins_if_alike = 0;  ///< the share it would have if all seats played led equally often
};

struct Standings {
  std::uint64_t matches = 0;            ///< played
  std::uint32_t worlds = 0;             ///< played in
  std::string stopping;                 ///< which rule ended it, and what it says: see Stopping::verdict
  std::vector<Placing> placings;        ///< best first; empty unless the format has rounds
  std::vector<Line> lines;              ///< by role, best first
  std::vector<Difference> differences;  ///< by role, every pair once, the better first
  std::vector<RoleLine> roles;
};

/// What the score is, in a sentence for people.
[[nodiscard]] std::string_view describe(Score score);

/// `matches`: all that were played, in their order.
[[nodiscard]] Standings standings_of(const Spec& spec, const std::vector<MatchResult>& matches);

/// For people: aligned tables, at most 120 columns wide.
[[nodiscard]] std::string to_text(const Spec& spec, const Standings& standings);
/// The same figures as one JSON object; intervals that one world alone cannot give are null.
[[nodiscard]] std::string to_json(const Spec& spec, const Standings& standings);
/// A row a seat of every match, and a head line: RFC 4180 with line feeds; no value needs quotes.
[[nodiscard]] std::string to_csv(const std::vector<MatchResult>& matches);

}  // namespace tt::tournament
