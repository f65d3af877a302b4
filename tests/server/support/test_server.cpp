#include "tests/server/support/test_server.hpp"

#include <doctest/doctest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "persistence/verify.hpp"
#include "server/lobby/founding.hpp"
#include "server/log.hpp"
#include "server/storage/data_folder.hpp"

namespace tt::test {

using server::DataFolder;

void found_town(const std::filesystem::path& data) {
  std::filesystem::create_directories(data / "worlds");
  const auto file =
      server::found_world_file(DataFolder::world_path(data, "town"),
                               {.name = "town", .scenario = "hamlet", .title = {}, .seed = 11, .bots = false});
  REQUIRE_MESSAGE(file.has_value(), file.error().text());
}

TestServer::TestServer(std::function<void(server::Config&)> change) : change_(std::move(change)) {
  server::log::quiet();
  found_town(folder_ / "data");
  start();
}

void TestServer::start() {
  server::Config config;
  config.data = folder_ / "data";
  config.demo = false;
  config.tick = std::chrono::minutes(30);
  if (change_) change_(config);
  auto started = server::Server::start(std::move(config));
  REQUIRE_MESSAGE(started.has_value(), started.error().text());
  server_ = std::move(*started);
}

void TestServer::stop() {
  if (!server_) return;
  REQUIRE(server_->stop());
  server_.reset();
}

Door TestServer::door(Mapping mapping) const {
  return {.port = port(), .mapping = mapping};
}

Guest TestServer::guest_from(const std::string& address, const std::string& name, const std::string& token) const {
  Door from = door();
  from.forwarded_for = address;
  return Guest(from, name, token);
}

void trust_this_machine(server::Config& config) {
  config.proxies.trusted = {*server::parse_network("127.0.0.1")};
}

Guest TestServer::seated(v1::Role role, const std::string& name) const {
  Guest made = guest(name);
  REQUIRE(made.enter("town").has_entered());
  const auto answer = made.sit(role);
  REQUIRE_MESSAGE(answer.has_receipt(), answer.ShortDebugString());
  return made;
}

TestServer::Town TestServer::town() const {
  return town_in(folder_ / "data");
}

TestServer::Town town_in(const std::filesystem::path& data) {
  const auto path = DataFolder::world_path(data, "town");
  const auto report = persistence::verify(path);
  REQUIRE_MESSAGE(report.has_value(), report.error().text());
  auto loaded = server::load_world_file(path);
  REQUIRE_MESSAGE(loaded.has_value(), loaded.error().text());
  TestServer::Town town{.entries = loaded->restored.last_index,
                        .state_hash = rules::state_hash(loaded->restored.world),
                        .tick = loaded->restored.world.tick,
                        .actions = 0,
                        .problem = report->problem};
  const auto read = loaded->file.read(1, [&](std::uint64_t, const persistence::Entry& entry) {
    const auto* const command = std::get_if<persistence::Command>(&entry);
    if (command != nullptr && std::holds_alternative<persistence::SeatedAction>(command->what)) ++town.actions;
  });
  REQUIRE(read.has_value());
  return town;
}

std::string raw(std::uint16_t port, const std::string& request) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::socket socket(io);
  socket.connect({boost::asio::ip::address_v4::loopback(), port});
  boost::system::error_code ec;
  boost::asio::write(socket, boost::asio::buffer(request), ec);
  std::string answer;
  boost::asio::read(socket, boost::asio::dynamic_buffer(answer), ec);
  return answer;
}

}  // namespace tt::test
