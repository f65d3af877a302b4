// The configuration file: what it sets, and how it complains.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "server/config_file.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tt::test;
using namespace tt::server;

namespace {

std::string complaint(const std::string& text) {
  const auto config = parse_config(text, "/etc/technotariat/technotariat.toml");
  return config ? std::string("none") : config.error().text();
}

}  // namespace

TEST_CASE("the documented configuration file is sound and says the defaults") {
  const auto config = read_config(source_folder() + "/docs/technotariat.toml");
  REQUIRE_MESSAGE(config.has_value(), config.error().text());
  const Config defaults;
  const Caps caps;
  CHECK(config->data == std::filesystem::path(source_folder() + "/docs/data"));
  CHECK(config->address == defaults.address);
  CHECK(config->port == 8080);
  CHECK(config->demo == defaults.demo);
  CHECK(config->hosts.empty());
  CHECK(config->log == defaults.log);
  CHECK(config->metrics == defaults.metrics);
  CHECK(config->backup.keep == defaults.backup.keep);
  CHECK(config->caps.connections == caps.connections);
  CHECK(config->caps.connections_per_address == caps.connections_per_address);
  CHECK(config->caps.connections_loopback == caps.connections_loopback);
  CHECK(config->caps.connections_per_account == caps.connections_per_account);
  CHECK(config->caps.handshake == caps.handshake);
  CHECK(!config->tls);
  CHECK(config->proxies.trusted.empty());
  CHECK(config->caps.requests_per_second == caps.requests_per_second);
  CHECK(config->caps.requests_burst == caps.requests_burst);
  CHECK(config->caps.inbox == caps.inbox);
  CHECK(config->caps.write_queue_bytes == caps.write_queue_bytes);
  CHECK(config->caps.write_stall == caps.write_stall);
  CHECK(config->caps.worlds == caps.worlds);
  CHECK(config->caps.worlds_per_guest == caps.worlds_per_guest);
  CHECK(config->caps.presence_grace == caps.presence_grace);
  const TournamentsPlan tournaments;
  CHECK(!config->tournaments.everybody);
  CHECK(config->tournaments.openers.empty());
  CHECK(config->tournaments.folder.empty());
  CHECK(config->tournaments.at_once == tournaments.at_once);
  CHECK(config->tournaments.jobs == tournaments.jobs);
  CHECK(config->tournaments.matches == tournaments.matches);
  CHECK(config->tournaments.kept == tournaments.kept);
}

TEST_CASE("who may open tournaments is nobody, everybody or those named, and their bounds are kept") {
  const auto config = parse_config(
      "[tournaments]\nmay_open = [\"ann\", \"ben\"]\nat_once = 2\njobs = 3\nmatches = 400\nkept = 5\nfolder = "
      "\"cups\"\n",
      "/etc/technotariat/technotariat.toml");
  REQUIRE_MESSAGE(config.has_value(), config.error().text());
  CHECK(config->tournaments.openers == std::vector<std::string>{"ann", "ben"});
  CHECK(!config->tournaments.everybody);
  CHECK(config->tournaments.at_once == 2);
  CHECK(config->tournaments.jobs == 3);
  CHECK(config->tournaments.matches == 400);
  CHECK(config->tournaments.kept == 5);
  CHECK(config->tournaments.folder == "/etc/technotariat/cups");
  CHECK(parse_config("[tournaments]\nmay_open = \"everybody\"\n", "x.toml")->tournaments.everybody);
  CHECK(complaint("[tournaments]\nmay_open = \"all\"\n").find(":2") != std::string::npos);
  CHECK(complaint("[tournaments]\nmay_open = true\n").find("who may open") != std::string::npos);
  CHECK(complaint("[tournaments]\nmay_open = [\"Ann!\"]\n").find("is no login") != std::string::npos);
  CHECK(complaint("[tournaments]\njobs = 0\n").find("tournaments.jobs") != std::string::npos);
  CHECK(complaint("[tournaments]\ncommand = \"x\"\n").find("There is no key 'command'") != std::string::npos);
}

TEST_CASE("a configuration file sets what it names and leaves the rest") {
  const auto config = parse_config(
      "data = \"/srv/worlds\"\nlisten = \"[::1]:9000\"\nhosts = [\"a.example\", \"b.example\"]\nlog = \"json\"\n"
      "demo = false\ntick_ms = 5000\nmetrics = true\n[limits]\nworlds = 7\nwrite_stall_seconds = 3\n"
      "[backup]\nevery_minutes = 30\nfolder = \"copies\"\n"
      "[tls]\ncertificate = \"a.pem\"\nkey = \"/keys/a.key\"\n"
      "[proxies]\ntrusted = [\"127.0.0.1\", \"10.0.0.0/8\"]\nheader = \"forwarded\"\n",
      "/etc/t.toml");
  REQUIRE_MESSAGE(config.has_value(), config.error().text());
  CHECK(config->data == "/srv/worlds");
  CHECK(config->address == "::1");
  CHECK(config->port == 9000);
  CHECK(config->hosts == std::vector<std::string>{"a.example", "b.example"});
  CHECK(config->log == log::Format::kJson);
  CHECK(!config->demo);
  CHECK(config->tick == milliseconds(5'000));
  CHECK(config->metrics);
  CHECK(config->backup.every == std::chrono::minutes(30));
  CHECK(config->backup.folder == "/etc/copies");
  REQUIRE(config->tls);
  CHECK(config->tls->certificate == "/etc/a.pem");
  CHECK(config->tls->key == "/keys/a.key");
  CHECK(config->proxies.trusted.size() == 2);
  CHECK(config->proxies.header == ProxyHeader::kForwarded);
  CHECK(config->caps.worlds == 7);
  CHECK(config->caps.write_stall == seconds(3));
  CHECK(config->caps.connections == Caps{}.connections);
}

TEST_CASE("what is wrong in a configuration file is told with its line and what to write instead") {
  const std::string file = "/etc/technotariat/technotariat.toml";
  const std::string unknown = complaint("data = \"d\"\nlisten_on = \"1\"\n");
  CHECK(unknown.starts_with(file + ":2: There is no key 'listen_on' here."));
  CHECK(unknown.find("Did you mean 'listen'?") != std::string::npos);
  CHECK(complaint("[limits]\nconections = 5\n").find("Did you mean 'connections'?") != std::string::npos);
  CHECK(complaint("\n[limits]\nworlds = 0\n").starts_with(file + ":3: limits.worlds is 0, outside its range."));
  CHECK(complaint("[limits]\nworlds = \"many\"\n").find("must be a whole number") != std::string::npos);
  CHECK(complaint("listen = \"example.org\"\n").find("is no address to listen on") != std::string::npos);
  CHECK(complaint("listen = \"host.example:80\"\n").find("is no address to listen on") != std::string::npos);
  CHECK(complaint("log = \"xml\"\n").find("There is no log format 'xml'") != std::string::npos);
  CHECK(complaint("demo = 1\n").find("demo must be true or false") != std::string::npos);
  CHECK(complaint("limits = 5\n").find("must be a section") != std::string::npos);
  CHECK(complaint("data = \"d\ndemo = true\n").starts_with(file + ":1:"));
  CHECK(complaint("\n[tls]\nkey = \"a\"\n").starts_with(file + ":2: [tls] needs both"));
  CHECK(complaint("[proxies]\ntrusted = [\"10.0.0.1/8\"]\n").find("'10.0.0.1/8' is no address") != std::string::npos);
  CHECK(complaint("[proxies]\nheader = \"x-real-ip\"\n").find("There is no header 'x-real-ip'") != std::string::npos);
  CHECK(complaint("hosts = \"a\"\n").find("must be a list") != std::string::npos);
  for (const char* const name : {"https://game.example", "game.example:443", "game.example/", "", "a b", "*.example"})
    CHECK_MESSAGE(
        complaint("hosts = [\"a.example\", \"" + std::string(name) + "\"]\n").find("is no name that browsers") !=
            std::string::npos,
        name);
  CHECK(complaint("hosts = [\"game.example\", \"192.0.2.7\", \"[2001:db8::7]\"]\n") == "none");
  const std::string lost = complaint("[backup]\nkeep = 3\nmetrics = true\n");
  CHECK(lost.starts_with(file + ":3: 'metrics' stands below [backup]"));
  CHECK(lost.find("Move the line above the first section.") != std::string::npos);
  CHECK(complaint("[[webhooks]]\nurl = \"http://a.example/\"\nlisten = \"0.0.0.0:443\"\n")
            .find(":3: 'listen' stands below") != std::string::npos);
}

TEST_CASE("the program judges a configuration, and its options override the file") {
  const TempFolder folder;
  const std::string file = (folder / "t.toml").string();
  std::ofstream(file) << "data = \"data\"\nlisten = \"127.0.0.1:1\"\ndemo = false\nport_file = \"port\"\n";
  Program judge({"serve", "--config", file, "--check-config"});
  CHECK(judge.wait() == 0);
  CHECK(judge.output == file + " is sound.\n");
  CHECK(!std::filesystem::exists(folder / "data"));

  Program serve({"serve", "--config", file, "--listen", "127.0.0.1:0"});
  const std::uint16_t port = serve.port();
  CHECK(port != 1);
  std::ifstream told(folder / "port");
  CHECK(std::string{std::istreambuf_iterator<char>(told), {}} == std::to_string(port) + '\n');
  serve.signal(15);
  CHECK(serve.wait() == 0);

  std::ofstream(file) << "data = \"data\"\nlisten = \"127.0.0.1:0\"\ndemo = false\n[[webhooks]]\nworld = \"harbour\"\n"
                         "url = \"http://127.0.0.1:1/\"\n";
  Program doubtful({"serve", "--config", file, "--check-config"});
  CHECK(doubtful.wait() == 0);
  CHECK(doubtful.output.find("Warning: A webhook names the world 'harbour'") == 0);
  tt::test::found_town(folder / "data");
  std::filesystem::rename(folder / "data" / "worlds" / "town.world", folder / "data" / "worlds" / "harbour.world");
  Program sure({"serve", "--config", file, "--check-config"});
  CHECK(sure.wait() == 0);
  CHECK(sure.output == file + " is sound.\n");

  std::ofstream(file) << "data = \"data\"\ndmo = false\n";
  CHECK(Program({"serve", "--config", file, "--check-config"}).wait() == 1);
  CHECK(Program({"serve", "--check-config", "--data", "x"}).wait() == 2);
  CHECK(Program({"serve"}).wait() == 2);
}

TEST_CASE("a line of the log is one line whatever is said") {
  CHECK(log::quoted("plain") == "\"plain\"");
  CHECK(log::quoted("a \"b\" \\ c") == R"("a \"b\" \\ c")");
  CHECK(log::quoted("two\nlines\x7F") == R"("two\u000alines\u007f")");
}
