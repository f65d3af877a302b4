#include <sys/resource.h>
#include <algorithm>
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

namespace {

/// Every connection is a file, and many systems give a process 1 024 unless it asks for more.
void allow_many_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, kFilesWanted);
  if (::setrlimit(RLIMIT_NOFILE, &files) != 0)
    log::warn("the limit of open files cannot be raised; there may be fewer connections");
}

}  // namespace

int run(const ServeCommand& command, const Players& players) {
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away
  allow_many_files();
  // Caught from the beginning: a stop while the worlds load is a stop.
  boost::asio::io_context io(1);
  boost::asio::signal_set signals(io, SIGTERM, SIGINT);
  Config config = command.config;
  config.make_bot = players.make_bot;
  auto server = Server::start(std::move(config));
  if (!server) return say_failure(server.error());
  std::printf("Play: %s\n", (*server)->link().c_str());
  std::fflush(stdout);

  signals.async_wait([](boost::system::error_code, int) { log::info("stopping"); });
  io.run();
  if (!(*server)->stop()) std::_Exit(kFailed);
  log::info("stopped");
  return kDone;
}

}  // namespace tt::server
