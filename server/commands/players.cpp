#include "server/commands/players.hpp"

#include <unistd.h>

#include <iostream>
#include <memory>
#include <vector>

#include "tournament/lab/lab.hpp"
#include "tournament/rate.hpp"
#include "tournament/strategy.hpp"
#include "tournament/tournament.hpp"

namespace tt::server {
namespace {

/// The strategy that the seat is called by; else any of those that play to win in this role, so that a world has
/// different characters.
Bot make_bot(rules::Role role, std::uint64_t bot_seed, std::string_view name) {
  std::vector<const tournament::StrategyEntry*> able;
  for (const tournament::StrategyEntry& entry : tournament::strategies())
    if (entry.roles.include(role) && entry.name != "idle" && entry.name != "random") able.push_back(&entry);
  const tournament::StrategyEntry* const named = tournament::find_strategy(name);
  const tournament::StrategyEntry* const chosen = named != nullptr && named->roles.include(role) ? named
                                                  : able.empty()
                                                      ? tournament::find_strategy(tournament::default_bot(role))
                                                      : able[bot_seed % able.size()];
  if (chosen == nullptr) return {};
  return [strategy = std::shared_ptr<tournament::Strategy>(chosen->make())](
             const rules::PublicView& world, const rules::PrivateView& mine, std::uint64_t seed) {
    return strategy->decide(world, mine, seed);
  };
}

int run_tournament(const TournamentCommand& command) {
  tournament::TournamentOptions options;
  options.spec = command.spec;
  options.out = command.out.value_or(std::filesystem::path{});
  options.jobs = command.jobs;
  options.json = command.json;
  options.progress = ::isatty(STDERR_FILENO) != 0;
  return tournament::run_tournament(options, std::cout, std::cerr);
}

int run_rate(const RateCommand& command) {
  const tournament::RateOptions options{command.file, command.analyses, command.reference, command.ghost_games,
                                        command.json};
  return tournament::rate(options, std::cout, std::cerr);
}

int run_coverage(const CoverageCommand& command) {
  return tournament::tell_coverage(
      {.tournaments = command.tournaments, .seeds = command.seeds, .seed_effect = command.seed_effect}, std::cout);
}

int run_report(const ReportCommand& command) {
  return tournament::report_tournament(
      {command.folder, command.spec,
       tournament::links_on(command.server.empty() ? tournament::kServerHere : command.server)},
      std::cout, std::cerr);
}

int run_lab(const RunLabCommand& command) {
  const tournament::lab::LabOptions options{.name = command.name,
                                            .seeds = command.seeds,
                                            .ticks = command.ticks,
                                            .jobs = command.jobs,
                                            .json = command.json,
                                            .progress = ::isatty(STDERR_FILENO) != 0,
                                            .out = command.out};
  if (!command.report.empty()) return tournament::lab::write_findings(options, command.report, std::cerr);
  return tournament::lab::run_studies(options, std::cout, std::cerr);
}

int list_lab() {
  tournament::lab::list_studies(std::cout);
  return kDone;
}

}  // namespace

Players all_players() {
  return {make_bot, run_tournament, run_rate, run_coverage, run_report, run_lab, list_lab};
}

}  // namespace tt::server
