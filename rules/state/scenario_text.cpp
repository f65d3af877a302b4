#include "rules/state/scenario_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "rules/core/nearest.hpp"
#include "rules/core/text.hpp"

namespace tt::rules {
namespace {

template <auto Member>
constexpr ScenarioField field(std::string_view name, std::int64_t least, std::int64_t most, std::string_view meaning) {
  return {name,
          least,
          most,
          meaning,
          [](const Scenario& s) { return static_cast<std::int64_t>(s.*Member); },
          [](Scenario& s, std::int64_t value) {
            s.*Member = static_cast<std::remove_reference_t<decltype(s.*Member)>>(value);
          }};
}

constexpr std::array kFields{
    field<&Scenario::households>("households", 20, 1'000'000, "Adults of the world."),
    field<&Scenario::enterprises>("enterprises", 3, 50'000, "Enterprises at the start, over all trades."),
    field<&Scenario::cooperative_share>("cooperative_share", 0, kOne,
                                        "Share of the first enterprises that are co-operatives, in basis points."),
    field<&Scenario::capitalist_seats>("capitalist_seats", 0, 10'000, "Seats as owner of an enterprise."),
    field<&Scenario::member_seats>("member_seats", 0, 10'000, "Seats as member of a co-operative."),
    field<&Scenario::worker_seats>("worker_seats", 0, 1'000'000, "Seats as any other household."),
    field<&Scenario::burn_in_ticks>("burn_in_ticks", 0, 2'000,
                                    "Ticks played by simulated people before anyone enters."),
    field<&Scenario::final_tick>("final_tick", 0, 100'000, "The last tick there may be; 0 for a world without an end."),
    field<&Scenario::end_window>("end_window", 0, 1'000,
                                 "By up to how many ticks earlier chance may end it, which nobody knows before."),
    field<&Scenario::tick_seconds>("tick_seconds", 1, 604'800, "Suggested length of a tick in seconds."),
};

constexpr std::size_t kNameMost = 40;
constexpr std::size_t kTitleMost = 60;

bool is_scenario_name(std::string_view text) {
  const auto plain = [](char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= kNameMost && std::all_of(text.begin(), text.end(), plain) &&
         text.front() != '-' && text.back() != '-';
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

/// Without the comment, if there is one: a # inside quotes belongs to the text.
std::string_view without_comment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == '#' && !quoted) return line.substr(0, i);
  }
  return line;
}

/// Decimal digits with an optional sign and underscores between digits; at most 15 digits, so that nothing overflows.
std::optional<std::int64_t> whole_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.front() == '_' || text.back() == '_' || text.find("__") != std::string_view::npos)
    return std::nullopt;
  std::int64_t value = 0;
  int digits = 0;
  for (const char c : text) {
    if (c == '_') continue;
    if (c < '0' || c > '9' || ++digits > 15) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (digits > 1 && text.front() == '0') return std::nullopt;  // TOML knows no leading zeros
  return negative ? -value : value;
}

std::string range_of(std::int64_t least, std::int64_t most) {
  return "from " + std::to_string(least) + " to " + std::to_string(most);
}

class ScenarioReader {
 public:
  std::variant<Scenario, ScenarioFault> read(std::string_view text) {
    if (text.size() > kScenarioBytesMax)
      complain("The file is longer than 16 KiB.", "Scenarios are short; is it another file?");
    while (!text.empty() && !fault_) {
      ++line_;
      const std::size_t end = std::min(text.find('\n'), text.size());
      take(trimmed(without_comment(text.substr(0, end))));
      text.remove_prefix(std::min(text.size(), end + 1));
    }
    line_ = std::max<std::uint32_t>(line_, 1);
    if (!fault_) check_whole();
    if (fault_) return *fault_;
    return scenario_;
  }

 private:
  void complain(std::string what, std::string remedy) {
    if (!fault_) fault_ = ScenarioFault{std::max<std::uint32_t>(line_, 1), std::move(what), std::move(remedy)};
  }

  void take(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '[') return open_section(line);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos)
      return complain("'" + std::string(line) + "' is no `key = value`.", "Write a key, an equals sign and its value.");
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1));
    const std::string full = (in_parameters_ ? "parameters." : "") + std::string(key);
    if (std::find(seen_.begin(), seen_.end(), full) != seen_.end())
      return complain("'" + std::string(key) + "' is there twice.", "Keep one of them.");
    seen_.push_back(full);
    in_parameters_ ? take_parameter(key, value) : take_field(key, value);
  }

  void open_section(std::string_view line) {
    if (line != "[parameters]")
      return complain("There is no section " + std::string(line) + " in a scenario.", "The only one is [parameters].");
    if (in_parameters_) return complain("[parameters] is there twice.", "Put all of them into one section.");
    in_parameters_ = true;
  }

  void take_field(std::string_view key, std::string_view value) {
    if (key == "name") return take_name(value);
    if (key == "title") return take_title(value);
    for (const ScenarioField& row : kFields)
      if (row.name == key)
        return take_number(key, value, row.least, row.most, [&](std::int64_t n) { row.set(scenario_, n); });
    if (find_parameter(key) != nullptr)
      return complain("'" + std::string(key) + "' is a parameter.", "Put it below the line [parameters].");
    std::vector<std::string_view> known{"name", "title"};
    for (const ScenarioField& row : kFields) known.push_back(row.name);
    unknown("key", key, known);
  }

  void take_parameter(std::string_view key, std::string_view value) {
    if (const ParameterInfo* const row = find_parameter(key))
      return take_number(key, value, row->least, row->most,
                         [&](std::int64_t n) { scenario_.parameters[row->parameter] = n; });
    std::vector<std::string_view> known;
    for (const ParameterInfo& row : all_parameters()) known.push_back(row.name);
    unknown("parameter", key, known);
  }

  void unknown(std::string_view kind, std::string_view key, const std::vector<std::string_view>& known) {
    complain("There is no " + std::string(kind) + " '" + std::string(key) + "'.",
             "Did you mean '" + std::string(nearest(key, known)) + "'?");
  }

  template <class Set>
  void take_number(std::string_view key, std::string_view value, std::int64_t least, std::int64_t most, Set set) {
    const auto number = whole_number(value);
    if (!number)
      return complain(std::string(key) + " must be a whole number.", "Write one " + range_of(least, most) + ".");
    if (*number < least || *number > most)
      return complain(std::string(key) + " is " + std::to_string(*number) + ", outside its range.",
                      "Write a number " + range_of(least, most) + ".");
    set(*number);
  }

  std::optional<std::string_view> quoted(std::string_view key, std::string_view value) {
    const bool whole = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    const std::string_view inside = whole ? value.substr(1, value.size() - 2) : std::string_view{};
    if (whole && inside.find_first_of("\"\\") == std::string_view::npos) return inside;
    complain(std::string(key) + " must be text.", "Write it in double quotes, without quotes and backslashes inside.");
    return std::nullopt;
  }

  void take_name(std::string_view value) {
    const auto name = quoted("name", value);
    if (!name) return;
    if (!is_scenario_name(*name))
      return complain("'" + std::string(*name) + "' is no name of a scenario.",
                      "Use 1 to 40 lower-case letters, digits, and hyphens between them.");
    scenario_.name = *name;
  }

  void take_title(std::string_view value) {
    const auto title = quoted("title", value);
    if (!title) return;
    if (!is_name(*title, 1, kTitleMost))
      return complain("The title cannot be shown.", "Use 1 to 60 characters, no space at either end.");
    scenario_.title = *title;
  }

  /// What no single line can show.
  void check_whole() {
    std::vector<std::string_view> needed{"name", "title"};
    for (const ScenarioField& row : kFields) needed.push_back(row.name);
    for (const std::string_view key : needed)
      if (std::find(seen_.begin(), seen_.end(), key) == seen_.end())
        return complain("'" + std::string(key) + "' is missing.",
                        "Add it above [parameters]; docs/scenarios.md lists every key.");
    const Scenario& s = scenario_;
    if (s.enterprises > s.households / 4)
      return complain("There are too few people for so many enterprises.",
                      "Have at least four households for each enterprise.");
    if (std::uint64_t{s.capitalist_seats} + s.member_seats + s.worker_seats > s.households)
      return complain("There are more seats than households.", "Have fewer seats, or more households.");
    if (s.end_window > 0 && s.end_window >= s.final_tick)
      return complain("The world could end before it begins.", "Make end_window less than final_tick, or 0.");
  }

  Scenario scenario_;
  std::vector<std::string> seen_;
  std::uint32_t line_ = 0;
  bool in_parameters_ = false;
  std::optional<ScenarioFault> fault_;
};

}  // namespace

std::span<const ScenarioField> scenario_fields() {
  return kFields;
}

std::variant<Scenario, ScenarioFault> read_scenario(std::string_view text) {
  return ScenarioReader().read(text);
}

std::string to_text(const Scenario& scenario) {
  std::string text = "name = \"" + scenario.name + "\"\ntitle = \"" + scenario.title + "\"\n";
  for (const ScenarioField& row : kFields)
    text += std::string(row.name) + " = " + std::to_string(row.get(scenario)) + '\n';
  text += "\n[parameters]\n";
  for (const ParameterInfo& row : all_parameters())
    text += std::string(row.name) + " = " + std::to_string(scenario.parameters[row.parameter]) + '\n';
  return text;
}

}  // namespace tt::rules
