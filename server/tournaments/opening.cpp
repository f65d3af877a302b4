#include "server/tournaments/opening.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <sstream>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "rules/rules.hpp"
#include "tournament/schedule.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;
using tournament::Spec;

constexpr std::uint32_t kSwissRoundsLeast = 3;
constexpr std::uint32_t kEnoughMost = 9'999;  // bp: the spec wants less than 100 points

v1::Error unfit(std::string_view text, std::string_view field) {
  return protocol::make_error(v1::ERROR_CODE_BAD_TOURNAMENT, text, "open_tournament." + std::string(field));
}

/// As the spec calls it; empty for what is none.
std::string_view format_name(v1::TournamentFormat format) {
  switch (static_cast<int>(format)) {
    case v1::TOURNAMENT_FORMAT_ROUND_ROBIN:
      return "round-robin";
    case v1::TOURNAMENT_FORMAT_GAUNTLET:
      return "gauntlet";
    case v1::TOURNAMENT_FORMAT_SWISS:
      return "swiss";
    case v1::TOURNAMENT_FORMAT_KNOCKOUT:
      return "knockout";
  }
  return "";
}

bool in_rounds(v1::TournamentFormat format) {
  return format == v1::TOURNAMENT_FORMAT_SWISS || format == v1::TOURNAMENT_FORMAT_KNOCKOUT;
}

std::optional<v1::Error> fault_of_strategies(const v1::OpenTournament& wish, rules::Role role) {
  const auto& names = wish.strategies();
  for (auto at = names.begin(); at != names.end(); ++at) {
    const tournament::StrategyEntry* const entry = tournament::find_strategy(*at);
    if (entry == nullptr)
      return unfit(
          "There is no built-in strategy of one of these names. Programs are never started from a browser: "
          "choose from the list, or run a spec file on the host's machine.",
          "strategies");
    if (!entry->roles.include(role))
      return unfit("'" + *at + "' does not play the seats of " + std::string(tournament::section_of(role)) + ".",
                   "strategies");
    if (std::find(names.begin(), at, *at) != at)
      return unfit("'" + *at + "' is named twice; name each once.", "strategies");
  }
  if (names.size() < 2) return unfit("A tournament needs two strategies or more.", "strategies");
  return std::nullopt;
}

/// Seats of a table: everybody at one if they fit, half of them where the table is to send some on.
std::uint32_t seats_of(const v1::OpenTournament& wish, std::uint32_t offered) {
  const auto strategies = static_cast<std::uint32_t>(wish.strategies_size());
  return std::min(offered, in_rounds(wish.format()) ? std::max(2U, strategies / 2) : strategies);
}

std::optional<v1::Error> fault_of(const v1::OpenTournament& wish, std::uint32_t matches_max) {
  if (!tournament::is_plain_name(wish.title()))
    return unfit("A title has 1 to 60 letters of a to z, digits, spaces, hyphens and underscores.", "title");
  const rules::Scenario* const scenario = rules::find_scenario(wish.scenario());
  if (scenario == nullptr) return unfit("There is no such scenario here; choose from the list.", "scenario");
  if (scenario->final_tick == 0) return unfit("That scenario has no end, so nobody would win.", "scenario");
  const auto role = protocol::from_wire(wish.role());
  if (!role) return unfit("Name the role whose seats are played.", "role");
  const std::uint32_t offered = tournament::seats_offered(*scenario, *role);
  if (offered == 0)
    return unfit("That scenario has no seats for " + std::string(tournament::section_of(*role)) + ".", "role");
  if (const auto fault = fault_of_strategies(wish, *role)) return fault;
  if (format_name(wish.format()).empty()) return unfit("Name a format.", "format");
  if (wish.format() != v1::TOURNAMENT_FORMAT_ROUND_ROBIN && offered < 2)
    return unfit("That format needs two seats of the role, and the scenario has one.", "format");
  if (in_rounds(wish.format()) && wish.strategies_size() < 3)
    return unfit("Rounds need three strategies or more: not all of them sit at one table.", "format");
  if (wish.matches() < 1 || wish.matches() > matches_max)
    return unfit("A tournament here has 1 to " + std::to_string(matches_max) + " matches.", "matches");
  if (wish.enough_bp() > kEnoughMost) return unfit("That is more than all laurels.", "enough_bp");
  if (wish.enough_bp() > 0 && in_rounds(wish.format()))
    return unfit("Rounds are played to their end; ask for no precision.", "enough_bp");
  return std::nullopt;
}

std::string spec_text(const v1::OpenTournament& wish, std::uint64_t master_seed, std::uint64_t worlds) {
  const rules::Role role = *protocol::from_wire(wish.role());
  const auto strategies = static_cast<std::uint32_t>(wish.strategies_size());
  std::ostringstream text;  // nothing in it needs quoting: names have been looked up, the title has plain letters
  text << "name = \"" << wish.title() << "\"\nscenario = \"" << wish.scenario() << "\"\nmaster_seed = " << master_seed
       << "\nworlds = " << worlds << "\nformat = \"" << format_name(wish.format()) << "\"\n";
  if (wish.format() == v1::TOURNAMENT_FORMAT_SWISS)  // the rounds that a knockout would need, and one
    text << "rounds = " << std::max(kSwissRoundsLeast, static_cast<std::uint32_t>(std::bit_width(strategies - 1)) + 1)
         << '\n';
  text << "\n[" << tournament::section_of(role)
       << "]\nseats = " << seats_of(wish, tournament::seats_offered(*rules::find_scenario(wish.scenario()), role))
       << '\n';
  const bool focused = wish.format() == v1::TOURNAMENT_FORMAT_GAUNTLET;
  if (focused) text << "focus = [\"" << wish.strategies(0) << "\"]\n";
  text << "strategies = [";
  for (int at = focused ? 1 : 0; at < wish.strategies_size(); ++at)
    text << (at > (focused ? 1 : 0) ? ", \"" : "\"") << wish.strategies(at) << '"';
  text << "]\n";
  if (wish.enough_bp() > 0)
    text << "\n[stop]\nrule = \"precision\"\nhalf_width = " << wish.enough_bp() / 100 << '.'
         << (wish.enough_bp() % 100 < 10 ? "0" : "") << wish.enough_bp() % 100 << '\n';
  return text.str();
}

}  // namespace

std::variant<Opening, v1::Error> opening_of(const v1::OpenTournament& wish, std::uint64_t master_seed,
                                            std::uint32_t matches_max) {
  if (const auto fault = fault_of(wish, matches_max)) return *fault;
  const auto with_worlds = [&](std::uint64_t worlds) {
    std::string text = spec_text(wish, master_seed, worlds);
    auto spec = tournament::parse_spec(text, "open_tournament");
    return std::pair(std::move(text), std::move(spec));
  };
  auto [text, spec] = with_worlds(1);
  if (!spec) return unfit(spec.error().what + ' ' + spec.error().remedy, "format");
  const std::uint64_t least = tournament::Schedule(*spec).matches();
  if (least > matches_max)
    return unfit("So many strategies need " + std::to_string(least) + " matches at least, and a tournament here has " +
                     std::to_string(matches_max) + " at most; choose fewer.",
                 "strategies");
  std::tie(text, spec) = with_worlds(std::max<std::uint64_t>(1, wish.matches() / least));
  if (!spec) return unfit(spec.error().what + ' ' + spec.error().remedy, "matches");
  return Opening{std::move(text), std::move(*spec)};
}

}  // namespace tt::server
