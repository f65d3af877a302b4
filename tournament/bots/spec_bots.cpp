#include "tournament/bots/spec_bots.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace tt::tournament {
namespace {

using rules::Role;

constexpr std::size_t kNameMax = 24;  // as of the built-in strategies: it is also the name of the seat

Transport read_transport(SpecReader& reader, const toml::table& section, const std::string& what) {
  constexpr std::array<std::string_view, 2> kTransports{"json", "protobuf"};
  const auto written = reader.text(section, "transport", what + ".transport");
  if (!written) return Transport::kJson;
  reader.one_of(*written, "transport", kTransports);
  return written->text == "protobuf" ? Transport::kProtobuf : Transport::kJson;
}

Roles read_roles(SpecReader& reader, const toml::table& section, const std::string& what) {
  std::array<std::string_view, 3> known;
  for (std::size_t at = 0; at < known.size(); ++at) known[at] = section_of(kAllRoles[at]);
  Roles roles;
  for (const Named& written : reader.texts(section, "roles", what + ".roles")) {
    reader.one_of(written, "role", known);
    for (const Role role : kAllRoles)
      if (written.text == section_of(role)) roles.bits |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
  }
  return roles.bits == 0 ? kEveryone : roles;
}

void read_bot(SpecReader& reader, const toml::table& section, const std::string& name,
              const std::filesystem::path& folder, Spec& spec) {
  const std::string what = "bots." + name;
  constexpr std::array<std::string_view, 4> kKeys{"command", "transport", "roles", "restart"};
  reader.only_known(section, kKeys);
  const auto where = section.source().begin;
  if (!is_bot_name(name))
    return reader.complain("'" + name + "' is no name for a bot.", where,
                           "Use 1 to 24 lower-case letters, digits and hyphens.");
  if (find_strategy(name) != nullptr)
    return reader.complain("'" + name + "' is the name of a built-in strategy.", where, "Choose another name.");
  const auto command = reader.text(section, "command", what + ".command");
  if (!command) return reader.missing(what + ".command", section);
  auto bot = std::make_shared<Bot>();
  bot->program = {.name = name,
                  .words = words_of(command->text),
                  .folder = folder,
                  .transport = read_transport(reader, section, what),
                  .restart = reader.flag(section, "restart", what + ".restart").value_or(false)};
  if (bot->program.words.empty())
    reader.complain("The command of '" + name + "' is empty or leaves a quote open.", command->where,
                    "Write what you would type to start it, such as \"python3 bot.py\".");
  bot->entry = {bot->program.name, "a program", read_roles(reader, section, what), nullptr, &bot->program};
  spec.bots.push_back(std::move(bot));
}

void read_time(SpecReader& reader, const toml::table& section, TimeControl& time) {
  constexpr std::array<std::string_view, 6> kKeys{"clocks",  "start_ms", "decision_ms",
                                                  "bank_ms", "strikes",  "patience_ms"};
  reader.only_known(section, kKeys);
  constexpr std::int64_t kHourMs = 3'600'000;
  const auto number = [&](const char* key, std::int64_t least, std::int64_t most, std::uint32_t& to) {
    if (const auto value = reader.number(section, key, std::string("time.") + key, least, most))
      to = static_cast<std::uint32_t>(*value);
  };
  time.clocks = reader.flag(section, "clocks", "time.clocks").value_or(time.clocks);
  number("start_ms", 1, kHourMs, time.start_ms);
  number("decision_ms", 1, kHourMs, time.decision_ms);
  number("bank_ms", 0, kHourMs, time.bank_ms);
  number("patience_ms", 1, kHourMs, time.patience_ms);
  number("strikes", 1, 1'000, time.strikes);
}

}  // namespace

bool is_bot_name(std::string_view name) {
  const auto fits = [](char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-'; };
  return !name.empty() && name.size() <= kNameMax && std::all_of(name.begin(), name.end(), fits) &&
         name.front() != '-' && name.back() != '-';
}

std::vector<std::string> words_of(std::string_view command) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (const char c : command) {
    if (quote == 0 && (c == ' ' || c == '\t')) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (quote == c)
      quote = 0;
    else if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else
      words.back() += c;
  }
  if (quote != 0) words.clear();
  return words;
}

void read_bots(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Spec& spec) {
  if (const toml::table* const bots = reader.section(file, "bots"))
    for (const auto& [key, value] : *bots)
      if (const toml::table* const section = reader.section(*bots, key.str()))
        read_bot(reader, *section, std::string(key.str()), folder, spec);
  if (const toml::table* const time = reader.section(file, "time")) read_time(reader, *time, spec.time);
}

std::string canonical_bots(const Spec& spec) {
  if (spec.bots.empty()) return {};
  std::ostringstream text;
  for (const auto& bot : spec.bots) {
    text << "bot " << bot->program.name << (bot->program.transport == Transport::kJson ? " json" : " protobuf")
         << (bot->program.restart ? " restart" : "");
    for (const std::string& word : bot->program.words) text << ' ' << word.size() << ':' << word;
    text << '\n';
  }
  const TimeControl& time = spec.time;
  text << "time " << (time.clocks ? "clocks " : "none ") << time.start_ms << ' ' << time.decision_ms << ' '
       << time.bank_ms << ' ' << time.strikes << ' ' << time.patience_ms << '\n';
  return text.str();
}

}  // namespace tt::tournament
