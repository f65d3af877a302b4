// One program: rules make worlds, persistence keeps them, the server lets people play them, tournaments play them
// alone.
#include <variant>

#include "server/commands/commands.hpp"
#include "server/commands/players.hpp"
#include "server/large_blocks.hpp"

int main(int argc, char** argv) {
  using namespace tt::server;
  keep_large_blocks();
  const auto parsed = parse_command_line(argc, argv);
  if (const int* const code = std::get_if<int>(&parsed)) return *code;
  const Players players = all_players();
  return std::visit([&](const auto& command) { return run(command, players); }, std::get<Command>(parsed));
}
