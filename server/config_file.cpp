#include "server/config_file.hpp"

#include <array>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "server/hooks/hook_config.hpp"
#include "server/http/host_names.hpp"
#include "server/ladder/plan_config.hpp"
#include "server/tournaments/plan_config.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::server {
namespace {

using persistence::Failure;
using persistence::Result;
using tournament::SpecReader;

/// One limit that a host may set: its name with the unit last, and what it may be.
struct Limit {
  std::string_view key;
  std::int64_t least;
  std::int64_t most;
  void (*set)(Caps& caps, std::int64_t value);
};

// Upper bounds: what the kernel hands out (connections) and what a small machine's memory holds (queues, inbox,
// worlds).
constexpr std::array<Limit, 25> kLimits{{
    {"connections", 1, 20'000, [](Caps& c, std::int64_t v) { c.connections = static_cast<std::size_t>(v); }},
    {"connections_per_address", 1, 20'000,
     [](Caps& c, std::int64_t v) { c.connections_per_address = static_cast<std::size_t>(v); }},
    {"connections_loopback", 1, 20'000,
     [](Caps& c, std::int64_t v) { c.connections_loopback = static_cast<std::size_t>(v); }},
    {"connections_per_account", 1, 20'000,
     [](Caps& c, std::int64_t v) { c.connections_per_account = static_cast<std::size_t>(v); }},
    {"requests_per_second", 1, 10'000, [](Caps& c, std::int64_t v) { c.requests_per_second = static_cast<double>(v); }},
    {"requests_burst", 1, 100'000, [](Caps& c, std::int64_t v) { c.requests_burst = static_cast<double>(v); }},
    {"inbox", 1, 100'000, [](Caps& c, std::int64_t v) { c.inbox = static_cast<std::size_t>(v); }},
    {"write_queue_bytes", 64 * 1024, 64 * 1024 * 1024,
     [](Caps& c, std::int64_t v) { c.write_queue_bytes = static_cast<std::size_t>(v); }},
    {"write_stall_seconds", 1, 600, [](Caps& c, std::int64_t v) { c.write_stall = seconds(v); }},
    {"handshake_seconds", 1, 60, [](Caps& c, std::int64_t v) { c.handshake = seconds(v); }},
    {"worlds", 1, 1'000, [](Caps& c, std::int64_t v) { c.worlds = static_cast<std::size_t>(v); }},
    {"worlds_per_guest", 0, 1'000, [](Caps& c, std::int64_t v) { c.worlds_per_guest = static_cast<std::size_t>(v); }},
    {"presence_grace_seconds", 1, 3'600, [](Caps& c, std::int64_t v) { c.presence_grace = seconds(v); }},
    {"login_tries_per_minute", 1, 1'000,
     [](Caps& c, std::int64_t v) { c.login_tries_per_minute = static_cast<double>(v); }},
    {"login_tries_burst", 1, 1'000, [](Caps& c, std::int64_t v) { c.login_tries_burst = static_cast<double>(v); }},
    {"login_tries_per_address_per_minute", 1, 100'000,
     [](Caps& c, std::int64_t v) { c.login_tries_per_address_per_minute = static_cast<double>(v); }},
    {"login_tries_per_address_burst", 1, 100'000,
     [](Caps& c, std::int64_t v) { c.login_tries_per_address_burst = static_cast<double>(v); }},
    {"hashes_per_address", 1, 64, [](Caps& c, std::int64_t v) { c.hashes_per_address = static_cast<std::size_t>(v); }},
    {"guests_per_address_per_hour", 1, 1'000'000,
     [](Caps& c, std::int64_t v) { c.guests_per_address_per_hour = static_cast<double>(v); }},
    {"worlds_per_address_per_hour", 1, 1'000,
     [](Caps& c, std::int64_t v) { c.worlds_per_address_per_hour = static_cast<double>(v); }},
    {"chat_per_address_per_minute", 1, 100'000,
     [](Caps& c, std::int64_t v) { c.chat_per_address_per_minute = static_cast<double>(v); }},
    {"chat_per_address_burst", 1, 100'000,
     [](Caps& c, std::int64_t v) { c.chat_per_address_burst = static_cast<double>(v); }},
    {"unplayed_world_days", 0, 3'650, [](Caps& c, std::int64_t v) { c.unplayed_world = v * kDay; }},
    {"waiting_world_days", 0, 3'650, [](Caps& c, std::int64_t v) { c.waiting_world = v * kDay; }},
    {"idle_guest_days", 0, 3'650, [](Caps& c, std::int64_t v) { c.idle_guest = v * kDay; }},
}};

std::filesystem::path from_folder(const std::filesystem::path& folder, const std::string& written) {
  const std::filesystem::path path(written);
  return path.is_absolute() ? path : folder / path;
}

std::optional<bool> read_flag(SpecReader& reader, const toml::table& table, std::string_view key) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const value = node->as_boolean()) return value->get();
  reader.complain(std::string(key) + " must be true or false.", node->source().begin, "Write it without quotes.");
  return std::nullopt;
}

void read_limits(SpecReader& reader, const toml::table& file, Caps& caps) {
  const toml::table* const section = reader.section(file, "limits");
  if (section == nullptr) return;
  std::array<std::string_view, kLimits.size()> keys;
  for (std::size_t at = 0; at < kLimits.size(); ++at) keys[at] = kLimits[at].key;
  reader.only_known(*section, keys);
  for (const Limit& limit : kLimits)
    if (const auto value =
            reader.number(*section, limit.key, "limits." + std::string(limit.key), limit.least, limit.most))
      limit.set(caps, *value);
}

void read_backup(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Config& config) {
  const toml::table* const section = reader.section(file, "backup");
  if (section == nullptr) return;
  constexpr std::array<std::string_view, 3> kKeys{"every_minutes", "keep", "folder"};
  reader.only_known(*section, kKeys);
  const auto minutes = reader.number(*section, "every_minutes", "backup.every_minutes", 0, 7 * 24 * 60);
  config.backup.every = std::chrono::minutes(minutes.value_or(24 * 60));
  const auto keep = reader.number(*section, "keep", "backup.keep", 1, 1'000);
  if (keep) config.backup.keep = static_cast<std::size_t>(*keep);
  if (const auto where = reader.text(*section, "folder", "backup.folder"))
    config.backup.folder = from_folder(folder, where->text);
}

void read_tls(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Config& config) {
  const toml::table* const section = reader.section(file, "tls");
  if (section == nullptr) return;
  constexpr std::array<std::string_view, 2> kKeys{"certificate", "key"};
  reader.only_known(*section, kKeys);
  const auto certificate = reader.text(*section, "certificate", "tls.certificate");
  const auto key = reader.text(*section, "key", "tls.key");
  if (!certificate || !key)
    return reader.complain("[tls] needs both certificate and key.", section->source().begin,
                           "Name two PEM files; docs/technotariat.toml shows how.");
  config.tls = TlsFiles{from_folder(folder, certificate->text), from_folder(folder, key->text)};
}

void read_proxies(SpecReader& reader, const toml::table& file, ProxyPlan& plan) {
  const toml::table* const section = reader.section(file, "proxies");
  if (section == nullptr) return;
  constexpr std::array<std::string_view, 2> kKeys{"trusted", "header"};
  reader.only_known(*section, kKeys);
  for (const tournament::Named& one : reader.texts(*section, "trusted", "proxies.trusted")) {
    if (const auto network = parse_network(one.text))
      plan.trusted.push_back(*network);
    else
      reader.complain("'" + one.text + "' is no address and no network.", one.where,
                      "Write an address such as \"127.0.0.1\", or a network such as \"10.0.0.0/8\" without bits "
                      "behind its prefix.");
  }
  if (const auto header = reader.text(*section, "header", "proxies.header")) {
    constexpr std::array<std::string_view, 2> kHeaders{"x-forwarded-for", "forwarded"};
    reader.one_of(*header, "header", kHeaders);
    plan.header = header->text == kHeaders[1] ? ProxyHeader::kForwarded : ProxyHeader::kForwardedFor;
  }
}

void read_hosts(SpecReader& reader, const toml::table& file, Config& config) {
  for (const tournament::Named& name : reader.texts(file, "hosts", "hosts")) {
    if (!is_host_name(name.text))
      reader.complain("'" + name.text + "' is no name that browsers ask for.", name.where,
                      "Write the name alone, such as \"game.example\", without scheme, port and path.");
    config.hosts.push_back(name.text);
  }
}

/// A line added at the end of a file belongs to the last section there.
void none_of_the_file_below_a_section(SpecReader& reader, const toml::table& file) {
  constexpr std::array<std::string_view, 9> kOwn{"data",    "listen", "port_file", "web_root", "hosts",
                                                 "tick_ms", "demo",   "metrics",   "log"};
  const auto look = [&](const toml::table& section, std::string_view name) {
    for (const std::string_view key : kOwn)
      if (const toml::node* const lost = section.get(key))
        reader.complain(
            "'" + std::string(key) + "' stands below [" + std::string(name) + "], so it is taken for one of its keys.",
            lost->source().begin, "Move the line above the first section.");
  };
  for (const auto& [name, node] : file) {
    if (const auto* const section = node.as_table()) look(*section, name.str());
    if (const auto* const list = node.as_array())
      for (const toml::node& one : *list)
        if (const auto* const section = one.as_table()) look(*section, name.str());
  }
}

void read_log(SpecReader& reader, const toml::table& file, Config& config) {
  const auto written = reader.text(file, "log", "log");
  if (!written) return;
  constexpr std::array<std::string_view, 3> kFormats{"plain", "pairs", "json"};
  reader.one_of(*written, "log format", kFormats);
  config.log = written->text == "json"    ? log::Format::kJson
               : written->text == "pairs" ? log::Format::kPairs
                                          : log::Format::kPlain;
}

void read_file(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Config& config) {
  constexpr std::array<std::string_view, 16> kKeys{
      "data", "listen", "port_file", "web_root", "hosts",   "tick_ms",  "demo",        "metrics",
      "log",  "limits", "backup",    "tls",      "proxies", "webhooks", "tournaments", "ladder"};
  reader.only_known(file, kKeys);
  none_of_the_file_below_a_section(reader, file);
  if (const auto data = reader.text(file, "data", "data")) config.data = from_folder(folder, data->text);
  const auto listen = reader.text(file, "listen", "listen");
  if (listen && !set_address(listen->text, config))
    reader.complain("'" + listen->text + "' is no address to listen on.", listen->where,
                    "Write ADDRESS:PORT, such as \"127.0.0.1:8080\" or \"[::]:8080\".");
  if (const auto where = reader.text(file, "port_file", "port_file"))
    config.port_file = from_folder(folder, where->text);
  if (const auto where = reader.text(file, "web_root", "web_root")) config.web_root = from_folder(folder, where->text);
  read_hosts(reader, file, config);
  const std::int64_t longest = std::int64_t{kTickSecondsMax} * 1'000;
  if (const auto tick = reader.number(file, "tick_ms", "tick_ms", 1, longest)) config.tick = milliseconds(*tick);
  config.demo = read_flag(reader, file, "demo").value_or(config.demo);
  config.metrics = read_flag(reader, file, "metrics").value_or(config.metrics);
  read_log(reader, file, config);
  read_limits(reader, file, config.caps);
  read_backup(reader, file, folder, config);
  read_tls(reader, file, folder, config);
  read_proxies(reader, file, config.proxies);
  config.webhooks = read_hooks(reader, file, folder);
  config.tournaments = read_tournaments(reader, file, folder);
  config.ladders = read_ladders(reader, file);
}

}  // namespace

bool set_address(std::string_view text, Config& config) {
  const std::size_t colon = text.rfind(':');
  std::string address(colon == std::string_view::npos ? "" : text.substr(0, colon));
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (address.size() > 1 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc{} || end != port.data() + port.size()) return false;
  if (address == "localhost") address = "127.0.0.1";
  boost::system::error_code ec;
  if (!address.empty()) boost::asio::ip::make_address(address, ec);
  if (ec) return false;
  if (!address.empty()) config.address = address;
  config.port = number;
  return true;
}

Result<Config> parse_config(std::string_view text, const std::filesystem::path& path) {
  SpecReader reader(path);
  Config config;
  config.port = 8080;
  try {
    read_file(reader, toml::parse(text, path.string()), path.parent_path(), config);
  } catch (const toml::parse_error& error) {
    reader.complain(std::string(error.description()) + ".", error.source().begin,
                    "Correct the line: the file is TOML (toml.io).");
  }
  if (reader.complaint()) return *reader.complaint();
  return config;
}

Result<Config> read_config(const std::filesystem::path& path) {
  std::error_code ec;
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!std::filesystem::is_regular_file(path, ec) || (!file.good() && !file.eof()))
    return Failure{"The configuration file cannot be read.", path.string(),
                   "Check the path; docs/technotariat.toml is one to start from."};
  return parse_config(text, path);
}

}  // namespace tt::server
