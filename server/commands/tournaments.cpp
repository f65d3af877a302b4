// `tournament`: the commands around a run.
#include <unistd.h>

#include <iostream>

#include "server/commands/commands.hpp"
#include "tournament/quick.hpp"
#include "tournament/spec.hpp"
#include "tournament/tournament.hpp"
#include "tournament/trial_run.hpp"
#include "tournament/watch.hpp"

namespace tt::server {
namespace {

bool on_terminal(int descriptor) {
  return ::isatty(descriptor) != 0;
}

}  // namespace

int run(const QuickCommand& command, const Players&) {
  return tournament::quick_tournament({.players = command.players,
                                       .role = tournament::role_of(command.role),
                                       .scenario = command.scenario,
                                       .worlds = command.worlds,
                                       .ticks = command.ticks,
                                       .seed = command.seed,
                                       .out = command.out,
                                       .jobs = command.jobs,
                                       .json = command.json,
                                       .progress = on_terminal(STDERR_FILENO)},
                                      std::cout, std::cerr);
}

int run(const TryTournamentCommand& command, const Players&) {
  return tournament::try_tournament({command.spec, command.out, command.jobs}, std::cout, std::cerr);
}

int run(const ResumeCommand& command, const Players&) {
  return tournament::resume_tournament({.folder = command.folder,
                                        .jobs = command.jobs,
                                        .json = command.json,
                                        .progress = on_terminal(STDERR_FILENO),
                                        .links = command.links},
                                       std::cout, std::cerr);
}

int run(const WatchCommand& command, const Players&) {
  return tournament::watch_tournament({command.folder, command.once, on_terminal(STDOUT_FILENO)}, std::cout, std::cerr);
}

}  // namespace tt::server
