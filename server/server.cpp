// How a server is put together, from the disk up to the door.
#include "server/server.hpp"

#include <unistd.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/system/system_error.hpp>
#include <csignal>
#include <future>
#include <thread>
#include <unordered_map>
#include <utility>

#include "persistence/accounts.hpp"
#include "server/admin/admin_desk.hpp"
#include "server/admin/admin_socket.hpp"
#include "server/hooks/hooks.hpp"
#include "server/http/http_connection.hpp"
#include "server/ladder/ladders.hpp"
#include "server/lobby/guests.hpp"
#include "server/lobby/worlds.hpp"
#include "server/log.hpp"
#include "server/net/listener.hpp"
#include "server/session/session.hpp"
#include "server/storage/data_folder.hpp"
#include "server/storage/disk_threads.hpp"
#include "server/storage/text_file.hpp"
#include "server/tournaments/tournaments.hpp"
#include "server/wall_clock.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
using persistence::Failure;
using persistence::Result;

/// Worlds share these; more threads than worlds that close at the same moment would idle.
constexpr std::size_t kWorldThreads = 2;

bool is_loopback(const std::string& address) {
  boost::system::error_code ec;
  const auto parsed = asio::ip::make_address(address, ec);
  return !ec && parsed.is_loopback();
}

/// What new connections are encrypted with, now; null without TLS.
Result<TlsIdentity> identity_of(const Config& config) {
  if (!config.tls) return TlsIdentity();
  auto read = read_certificate(*config.tls, wall_clock_ms());
  if (!read) return read.error();
  if (!read->warning.empty()) log::warn(read->warning);
  return std::move(read->identity);
}

}  // namespace

/// In the order in which they stand on each other; they end from the last to the first.
struct Server::Parts {
  Parts(Config wanted, DataFolder folder, persistence::AccountsFile accounts, Site page, TlsIdentity tls)
      : config(std::move(wanted)),
        data(std::move(folder)),
        site(std::move(page)),
        hooks(config.webhooks, config.hook_pace, metrics),
        guests(disk.lane(data.accounts_file().string()), hasher, clock, std::move(accounts), config.caps),
        worlds({io, pool.get_executor(), disk, data, guests, hasher, clock, config, metrics, keyframes, downloads,
                config.webhooks.empty() && config.ladders.empty() ? TellNews() : [this](const WorldNews& news) {
                  hooks.tell(news);
                  ladders.hear(news);
                }}),
        ladders({io, disk, worlds, guests, clock, config.caps, config.data / "ladders"}, config.ladders),
        tournaments(io, guests, clock, config.tournaments,
                    config.tournaments.folder.empty() ? config.data / "tournaments" : config.tournaments.folder,
                    [this](const auto& world, const auto& file, auto told) { worlds.show(world, file, told); }),
        ground{io,
               guests,
               worlds,
               clock,
               config,
               metrics,
               site.asset_version(),
               by_account,
               [this](std::uint64_t id, std::weak_ptr<Session> session) { sessions[id] = std::move(session); },
               [this](std::uint64_t id) { on_session_closed(id); },
               [this](std::uint64_t guest, std::uint64_t session) {
                 for (const auto& [id, weak] : std::unordered_map(sessions))
                   if (const auto alive = weak.lock()) alive->end_if(guest, session);
               },
               &tournaments,
               &ladders},
        answers(
            site, HostNames(config.hosts, is_loopback(config.address)), [this] { return readiness(); }, &downloads,
            config.metrics ? [this] { return metrics.text(listener->connections(), worlds.gauges()); }
                           : std::function<std::string()>(),
            [this](std::string_view path) {
              auto file = tournaments.file(path);
              return file ? file : ladders.file(path);
            }),
        door{answers,
             config.proxies,
             [this](const asio::ip::address& client) { return listener->place_for(client); },
             [this](protocol::Mapping mapping, const std::string& address) {
               return std::make_shared<Session>(ground, ++last_session, mapping, address);
             },
             config.caps.write_queue_bytes,
             config.caps.write_stall,
             config.caps.handshake,
             std::move(tls)},
        desk({worlds, guests, [this](auto done) { worlds.back_up(std::move(done)); },
              [this](std::uint64_t guest) { asio::post(io, [this, guest] { ground.ended(guest, 0); }); },
              [] { ::kill(::getpid(), SIGTERM); }}),
        admin(std::make_shared<AdminSocket>(io, admin_path(config.data), [this](std::string line, auto answer) {
          desk.take(line, std::move(answer));
        })) {}

  void plan_backup() {
    if (config.backup.every.count() == 0) return;
    backup_timer.expires_after(config.backup.every);
    backup_timer.async_wait([this](boost::system::error_code ec) {
      if (ec || stopping) return;
      worlds.back_up([](const std::string&) {});
      plan_backup();
    });
  }

  /// What nobody uses goes. Network thread.
  void sweep() {
    worlds.sweep();
    std::vector<persistence::Guest> here;
    for (const auto& [id, weak] : sessions)
      if (const auto alive = weak.lock(); alive && alive->guest().id != 0) here.push_back(alive->guest());
    if (auto needed = worlds.needed_guests())
      guests.sweep(std::move(here), std::move(*needed));
    else
      log::warn("no guest is forgotten while a world cannot be loaded: who has a seat there cannot be known");
    sweep_timer.expires_after(kSweepEvery);
    sweep_timer.async_wait([this](boost::system::error_code ec) {
      if (!ec && !stopping) sweep();
    });
  }

  Readiness readiness() const {
    if (stopping) return {false, "stopping"};
    if (!guests.healthy()) return {false, "the accounts cannot be reached"};
    return {true, "ready: " + worlds.health()};
  }

  void on_session_closed(std::uint64_t id) {
    sessions.erase(id);
    if (dismissed && sessions.empty()) io.stop();
  }

  void stop_listening() {
    stopping = true;
    listener->stop();
    admin->stop();
    backup_timer.cancel();
    ladders.stop();
    sweep_timer.cancel();
  }

  void dismiss_all() {
    dismissed = true;
    if (sessions.empty()) return io.stop();
    for (const auto& [id, session] : std::unordered_map(sessions))
      if (const auto alive = session.lock()) alive->dismiss();
    farewell.expires_after(kFarewellMax + kFarewellMax / 10);
    farewell.async_wait([this](boost::system::error_code ec) {
      if (!ec) io.stop();
    });
  }

  Config config;
  DataFolder data;
  Site site;
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(io);
  asio::steady_timer farewell{io};
  asio::steady_timer backup_timer{io};
  asio::steady_timer sweep_timer{io};
  Metrics metrics;
  RealClock clock;
  Keyframes keyframes{kKeyframeBytesMax};
  Downloads downloads{kDownloadBytesMax};
  Hooks hooks;  // told by worlds, on the pool
  DiskThreads disk;
  asio::thread_pool pool{kWorldThreads};
  Hasher hasher{config.caps.hashes_per_address};  // its work ends on the pool and on the disk's threads
  Guests guests;
  Worlds worlds;
  Ladders ladders;
  Tournaments tournaments;
  Places<std::uint64_t> by_account;
  SessionGround ground;
  Answers answers;
  HttpDoor door;
  AdminDesk desk;
  std::shared_ptr<AdminSocket> admin;
  std::shared_ptr<Listener> listener;
  // The network thread's own:
  std::unordered_map<std::uint64_t, std::weak_ptr<Session>> sessions;
  std::uint64_t last_session = 0;
  bool stopping = false;
  bool dismissed = false;

  std::thread network;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Server>> Server::start(Config config) {
  auto data = DataFolder::open(config.data);
  if (!data) return data.error();
  auto accounts = persistence::AccountsFile::open(data->accounts_file());
  if (!accounts) return accounts.error();
  auto site = config.web_root ? Site::from_folder(*config.web_root) : std::variant<Site, std::string>(Site::built_in());
  if (const auto* const why = std::get_if<std::string>(&site))
    return Failure("The page cannot be served: " + *why + ".", config.web_root->string(),
                   "Build it with tools/build web, or leave --web-root out.");

  auto identity = identity_of(config);
  if (!identity) return identity.error();
  for (HookPlan& hook : config.webhooks) {
    auto secret = secret_of(hook);
    if (!secret) return secret.error();
    hook.secret = std::move(*secret);
    hook.secret_file.clear();
  }
  auto parts = std::make_unique<Parts>(std::move(config), std::move(*data), std::move(*accounts),
                                       std::move(std::get<Site>(site)), std::move(*identity));
  Parts& p = *parts;
  p.worlds.load_all();
  p.ladders.load();
  p.tournaments.load();
  for (const std::string& doubt : doubts_about(p.config.webhooks, p.data.world_names())) log::warn(doubt);
  try {
    p.listener = std::make_shared<Listener>(p.io, p.config.address, p.config.port, p.config.caps, p.config.proxies,
                                            [&p](AcceptedSocket accepted) { serve_http(std::move(accepted), p.door); });
  } catch (const boost::system::system_error& error) {
    return Failure("The address cannot be listened on: " + error.code().message() + ".",
                   p.config.address + ":" + std::to_string(p.config.port),
                   "Choose another one with --listen; port 0 takes any free port.");
  }
  if (const std::string why = p.admin->open(); !why.empty()) log::warn("there is no admin socket: " + why);
  p.plan_backup();
  p.listener->start();
  asio::post(p.io, [&p] { p.sweep(); });
  // There, because a child ends with the thread that started it.
  asio::post(p.io, [&p] { p.tournaments.start(); });
  asio::post(p.io, [&p] { p.ladders.start(); });
  p.network = std::thread([&p] { p.io.run(); });
  if (p.config.port_file && !write_text(*p.config.port_file, std::to_string(p.listener->port()) + '\n'))
    return Failure("The port file cannot be written.", p.config.port_file->string(),
                   "Choose another one with --port-file.");
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const {
  return parts_->listener->port();
}

void Server::renew_certificate() {
  Parts& p = *parts_;
  if (!p.config.tls) return log::info("there is no certificate to read again: this server speaks plain HTTP");
  auto identity = identity_of(p.config);
  if (!identity) return log::error("the certificate stays as it is: " + identity.error().text());
  log::info("the certificate has been read again");
  asio::post(p.io, [&p, identity = std::move(*identity)] { p.door.tls = identity; });
}

std::string Server::link() const {
  const Config& config = parts_->config;
  const std::string demo = parts_->worlds.demo();
  return origin_of(config.tls.has_value(), config.address, port(), config.hosts) + "/" +
         (demo.empty() ? "" : "w/" + demo);
}

bool Server::stop() {
  Parts& p = *parts_;
  if (!p.network.joinable()) return true;
  asio::post(p.io, [&p] { p.stop_listening(); });
  // First the answers, then the goodbyes: whatever was asked is answered.
  auto drained = std::make_shared<std::promise<void>>();
  auto at_rest = drained->get_future();
  p.worlds.drain([drained] { drained->set_value(); });
  const bool in_time = at_rest.wait_for(kDrainMax) == std::future_status::ready;
  if (!in_time) log::error("the disk did not take everything in time; what was acknowledged is on it");
  p.hooks.close();
  asio::post(p.io, [&p] { p.dismiss_all(); });
  p.network.join();
  p.tournaments.finish();
  p.hooks.finish();
  for (const auto& [id, session] : p.sessions)
    if (const auto alive = session.lock()) alive->abandon();
  if (!in_time) return false;
  p.hasher.finish();  // before the disk's threads, which its answers go to
  p.disk.finish();
  p.pool.stop();
  p.pool.join();
  return true;
}

Server::~Server() {
  stop();
}

}  // namespace tt::server
