// What a tournament is: everything its results depend on, and nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "persistence/result.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/scenario.hpp"
#include "tournament/bots/program.hpp"
#include "tournament/rating/sprt.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {

using persistence::Failure;
using persistence::Result;

inline constexpr std::array kAllRoles{rules::Role::kCapitalist, rules::Role::kMember, rules::Role::kWorker};

/// The section of that role in a spec file: "capitalists", "members", "workers".
[[nodiscard]] std::string_view section_of(rules::Role role);
/// "capitalist", "member", "worker".
[[nodiscard]] std::string_view name_of(rules::Role role);
/// The role of that name; nothing for anything else.
[[nodiscard]] std::optional<rules::Role> role_of(std::string_view name);
/// How many a scenario has for people and programs of that role.
[[nodiscard]] std::uint32_t seats_offered(const rules::Scenario& scenario, rules::Role role);

/// Who plays the seats of one role.
struct Field {
  std::uint32_t seats = 0;
  std::vector<const StrategyEntry*> strategies;  ///< each once, those in focus first; none where there are no seats
  std::uint32_t focus = 0;                       ///< how many of them stand in the first seat of every lineup in turn
};

/// A program that plays in this tournament, and its entry beside the built-in strategies'.
struct Bot {
  Program program;
  StrategyEntry entry;
};

/// A built-in strategy with settings of its own, under a name of its own.
struct Variant {
  std::string name;
  std::string strategy;
  StrategyEntry entry;
};

/// What seats are ranked by.
enum class Score : std::uint8_t {
  kGhost,   ///< standing less the ghost's: the difference the seat made
  kLaurels  ///< standing alone: a role's start counts, and matches cost a tenth
};

/// Who meets whom.
enum class Format : std::uint8_t {
  kRoundRobin,  ///< everybody in turn
  kGauntlet,    ///< one at every table, the others in turn
  kAb,          ///< two versions in turn in the same seat of the same blocks
  kSwiss,       ///< rounds of tables of like score
  kKnockout     ///< the first of every table go on
};

/// When enough has been played. Looked at after every whole world, never within one.
struct StopRule {
  enum class Kind : std::uint8_t {
    kBudget,     ///< all that the spec has
    kPrecision,  ///< or until the widest interval of a score is no wider than half_width to either side
    kSequential  ///< or until the test of the two versions has an answer
  };
  Kind kind = Kind::kBudget;
  double half_width = 0;           ///< points of score
  std::uint32_t worlds_least = 8;  ///< below, an interval of so few worlds could be small by luck
  rating::SprtOptions sprt;
};

struct Spec {
  std::filesystem::path file;  ///< where it was read from; no condition of the tournament
  std::string name;
  rules::Scenario scenario;
  rules::Tick ticks = 0;  ///< a match, at most the scenario's
  std::uint64_t master_seed = 0;
  std::uint32_t worlds = 0;     ///< different world seeds
  std::uint32_t rotations = 0;  ///< seat orders a block is played in
  Score score = Score::kGhost;
  Format format = Format::kRoundRobin;
  StopRule stop;
  std::uint32_t rounds = 0;                              ///< Swiss
  std::uint32_t advance = 0;                             ///< knockout: of each table
  std::array<Field, 3> fields;                           ///< by role, in the order of kAllRoles
  std::vector<std::shared_ptr<const Bot>> bots;          ///< by name
  TimeControl time;                                      ///< of the bots
  std::vector<std::shared_ptr<const Variant>> variants;  ///< by name

  [[nodiscard]] const Field& of(rules::Role role) const { return fields[static_cast<std::size_t>(role)]; }

  /// The role that the format is about: with those in focus, or with more strategies than seats. Of others the first.
  [[nodiscard]] rules::Role contested() const;

  /// The same conditions give the same text, however the file was written; the rules' version is one of them.
  [[nodiscard]] std::string canonical() const;
  /// Names the tournament: digest of the canonical text.
  [[nodiscard]] std::string hash() const;
};

/// 1 to 60 letters of a to z, digits, spaces within, hyphens and underscores: plain enough to stand in a table, a file
/// name and JSON as it is.
[[nodiscard]] bool is_plain_name(std::string_view text);

/// The most matches one tournament may have: a month at a second each.
inline constexpr std::uint64_t kMatchesMax = 2'500'000;

/// Reads and judges a spec file. A failure names file and line, and the nearest known name for an unknown one.
[[nodiscard]] Result<Spec> read_spec(const std::filesystem::path& path);
/// The same of text; `path` is only for the words.
[[nodiscard]] Result<Spec> parse_spec(std::string_view text, const std::filesystem::path& path);

}  // namespace tt::tournament
