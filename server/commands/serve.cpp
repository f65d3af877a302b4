#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/config_file.hpp"
#include "server/log.hpp"
#include "server/server.hpp"
#include "server/storage/data_folder.hpp"
#include "server/wall_clock.hpp"

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

Config default_config() {
  Config config;
  config.port = 8080;
  return config;
}

/// What only the machine can tell, beyond the file's own words.
int judge(const Config& config, const std::filesystem::path& file) {
  if (config.tls) {
    const auto certificate = read_certificate(*config.tls, wall_clock_ms());
    if (!certificate) return say_failure(certificate.error());
    if (!certificate->warning.empty()) say("Warning: " + certificate->warning + '\n');
  }
  for (const HookPlan& hook : config.webhooks)
    if (const auto secret = secret_of(hook); !secret) return say_failure(secret.error());
  auto worlds = DataFolder::world_names(config.data);
  if (config.demo) worlds.emplace_back("demo");
  for (const std::string& doubt : doubts_about(config.webhooks, worlds)) say("Warning: " + doubt + '\n');
  say(file.string() + " is sound.\n");
  return kDone;
}

/// SIGHUP tells a service to read its certificate again. On a terminal it says that the terminal has gone: then it ends
/// the program as it ends others.
void renew_on_hangup(boost::asio::signal_set& hangup, Server& server) {
  hangup.async_wait([&](boost::system::error_code ec, int) {
    if (ec) return;
    server.renew_certificate();
    renew_on_hangup(hangup, server);
  });
}

}  // namespace

int run(const ServeCommand& command, const Players& players) {
  keep_files_private();
  auto read = command.config_file ? read_config(*command.config_file) : persistence::Result<Config>(default_config());
  if (!read) return say_failure(read.error());
  Config config = *std::move(read);
  command.options(config);
  if (config.data.empty())
    return say_failure({"The data folder is not named.", command.config_file->string(),
                        "Write data = \"FOLDER\" there, or give it with --data."});
  if (command.check_config) return judge(config, *command.config_file);
  log::use(config.log);
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away
  allow_many_files();
  // Caught from the beginning: a stop while the worlds load is a stop.
  boost::asio::io_context io(1);
  boost::asio::signal_set signals(io, SIGTERM, SIGINT);
  boost::asio::signal_set hangup(io);
  if (::isatty(STDIN_FILENO) == 0) hangup.add(SIGHUP);
  config.make_bot = players.make_bot;
  auto server = Server::start(std::move(config));
  if (!server) return say_failure(server.error());
  std::printf("Play: %s\n", (*server)->link().c_str());
  std::fflush(stdout);

  renew_on_hangup(hangup, **server);
  signals.async_wait([&](boost::system::error_code, int) {
    log::info("stopping");
    hangup.cancel();
  });
  io.run();
  if (!(*server)->stop()) std::_Exit(kFailed);
  log::info("stopped");
  return kDone;
}

}  // namespace tt::server
