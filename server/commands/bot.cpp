// `bot`: what helps people to write a program that plays.
#include <iostream>

#include "server/commands/commands.hpp"
#include "tournament/bots/compliance.hpp"
#include "tournament/bots/environment.hpp"
#include "tournament/bots/starter.hpp"
#include "tournament/spec.hpp"

namespace tt::server {
int run(const NewBotCommand& command, const Players&) {
  return tournament::new_bot(command.language, command.folder, std::cout, std::cerr);
}

int run(const CheckBotCommand& command, const Players&) {
  const tournament::Transport transport =
      command.transport == "protobuf" ? tournament::Transport::kProtobuf : tournament::Transport::kJson;
  return tournament::check_bot({.words = command.words,
                                .transport = transport,
                                .role = tournament::role_of(command.role),
                                .decision_ms = command.decision_ms,
                                .start_ms = command.start_ms,
                                .json = command.json},
                               std::cout, std::cerr);
}

int run(const EnvironmentCommand&, const Players&) {
  return tournament::serve_environment(std::cin, std::cout);
}

}  // namespace tt::server
