#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/log.hpp"
#include "server/server.hpp"

namespace tt::server {

int run(const ServeCommand& command, const Players& players) {
  // Caught from the beginning: a stop while the worlds load is a stop.
  boost::asio::io_context io(1);
  boost::asio::signal_set signals(io, SIGTERM, SIGINT);
  Config config = command.config;
  config.make_bot = players.make_bot;
  auto server = Server::start(std::move(config));
  if (!server) return say_failure(server.error());
  std::printf("Play: %sw/demo\n", (*server)->address().c_str());
  std::fflush(stdout);

  signals.async_wait([](boost::system::error_code, int) { log::info("stopping"); });
  io.run();
  if (!(*server)->stop()) std::_Exit(kFailed);
  log::info("stopped");
  return kDone;
}

}  // namespace tt::server
