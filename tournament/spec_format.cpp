#include "tournament/spec_format.hpp"

#include <algorithm>
#include <array>

#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

using rules::Role;

constexpr std::array<std::string_view, 5> kFormats{"round-robin", "gauntlet", "ab", "swiss", "knockout"};
constexpr std::array<std::string_view, 3> kRules{"budget", "precision", "sequential"};
constexpr std::int64_t kRoundsMost = 1'000;
constexpr std::int64_t kWorldsMost = 1'000'000;

bool in_rounds(const Spec& spec) {
  return spec.format == Format::kSwiss || spec.format == Format::kKnockout;
}

std::uint32_t focus_of(Format format) {
  return format == Format::kGauntlet ? 1 : format == Format::kAb ? 2 : 0;
}

/// Those in focus stand in one seat; the other seats of their role need others to fill them.
void check_focus(SpecReader& reader, const toml::table& file, const Spec& spec) {
  const std::uint32_t wanted = focus_of(spec.format);
  std::uint32_t fields = 0;
  for (const Role role : kAllRoles) {
    const Field& field = spec.of(role);
    if (field.focus == 0) continue;
    ++fields;
    const auto where = file[section_of(role)]["focus"].node()->source().begin;
    const std::string section(section_of(role));
    if (field.focus != wanted)
      reader.complain("The format " + std::string(name_of(spec.format)) + " has " + std::to_string(wanted) +
                          " strategies in focus, and here are " + std::to_string(field.focus) + ".",
                      where, "A gauntlet has one, ab has two, the others none: list them under strategies.");
    const bool has_others = field.strategies.size() > field.focus;
    if (has_others != (field.seats > 1))
      reader.complain(has_others ? section + " has one seat only: nobody sits beside the focus."
                                 : "Nobody is there for the other seats of " + section + ".",
                      where,
                      has_others ? "Have more seats, or leave strategies out." : "Name others under strategies.");
  }
  if (wanted > 0 && fields != 1 && !reader.complaint())
    reader.complain("The format " + std::string(name_of(spec.format)) + " needs one role with a focus.",
                    file["format"].node()->source().begin,
                    "Write focus = [\"NAME\"" + std::string(wanted == 2 ? ", \"OTHER\"" : "") +
                        "] into one of the sections of roles.");
}

/// One role has more strategies than seats; the others sit the same way at every table.
void check_rounds(SpecReader& reader, const toml::table& file, const Spec& spec) {
  const auto where = file["format"].node()->source().begin;
  std::uint32_t crowded = 0;
  for (const Role role : kAllRoles) {
    const Field& field = spec.of(role);
    if (field.seats == 0) continue;
    if (field.strategies.size() > field.seats)
      ++crowded;
    else if (field.seats % field.strategies.size() != 0)
      reader.complain("The strategies of " + std::string(section_of(role)) + " do not fill its seats evenly.", where,
                      "In rounds, only one role may have strategies that take turns.");
  }
  if (crowded != 1)
    reader.complain(
        "Rounds need one role with more strategies than seats, and here are " + std::to_string(crowded) + ".", where,
        "Name more strategies, or have fewer seats a table.");
  if (crowded == 1 && spec.of(spec.contested()).seats < 2)
    reader.complain("A table of rounds needs two seats or more.", where, "Have more seats in that role.");
}

void read_rounds(SpecReader& reader, const toml::table& file, Spec& spec) {
  check_rounds(reader, file, spec);
  if (reader.complaint()) return;
  const auto seats = static_cast<std::int64_t>(spec.of(spec.contested()).seats);
  const auto rounds = reader.number(file, "rounds", "rounds", 1, kRoundsMost);
  const auto advance = reader.number(file, "advance", "advance", 1, seats - 1);
  if (spec.format == Format::kSwiss && !rounds) reader.missing("rounds", file);
  spec.rounds = static_cast<std::uint32_t>(rounds.value_or(0));
  spec.advance = static_cast<std::uint32_t>(advance.value_or(std::max<std::int64_t>(1, seats / 2)));
}

/// Complains of a key that only something else would look at.
void only_with(SpecReader& reader, const toml::table& table, const char* key, bool fits, const char* other) {
  if (fits || table.get(key) == nullptr) return;
  reader.complain("'" + std::string(key) + "' says nothing here.", table.get(key)->source().begin,
                  "Leave it out, or write " + std::string(other) + ".");
}

void read_test(SpecReader& reader, const toml::table& section, rating::SprtOptions& sprt) {
  sprt.t0 = reader.real(section, "t0", "stop.t0", -10, 10).value_or(sprt.t0);
  sprt.t1 = reader.real(section, "t1", "stop.t1", -10, 10).value_or(sprt.t1);
  sprt.alpha = reader.real(section, "alpha", "stop.alpha", 0, 0.5).value_or(sprt.alpha);
  sprt.beta = reader.real(section, "beta", "stop.beta", 0, 0.5).value_or(sprt.beta);
  if (sprt.t0 >= sprt.t1)
    reader.complain("stop.t0 must be below stop.t1.", section.source().begin,
                    "t0 is a difference not worth knowing, t1 one that is.");
}

void read_stop(SpecReader& reader, const toml::table& section, Spec& spec) {
  constexpr std::array<std::string_view, 7> kKeys{"rule", "half_width", "worlds_least", "t0", "t1", "alpha", "beta"};
  reader.only_known(section, kKeys);
  const auto rule = reader.text(section, "rule", "stop.rule");
  if (!rule) return reader.missing("stop.rule", section);
  reader.one_of(*rule, "stopping rule", kRules);
  const auto at = static_cast<std::size_t>(std::find(kRules.begin(), kRules.end(), rule->text) - kRules.begin());
  if (at == kRules.size()) return;
  StopRule& stop = spec.stop;
  stop.kind = static_cast<StopRule::Kind>(at);
  if (stop.kind != StopRule::Kind::kBudget && in_rounds(spec))
    reader.complain("Rounds are played to their end.", rule->where, "Leave [stop] out.");
  if (stop.kind == StopRule::Kind::kSequential && spec.format != Format::kAb)
    reader.complain("The sequential test compares the two versions of the format ab.", rule->where,
                    "Write format = \"ab\" and two strategies in focus.");
  const bool precision = stop.kind == StopRule::Kind::kPrecision;
  const bool sequential = stop.kind == StopRule::Kind::kSequential;
  only_with(reader, section, "half_width", precision, "rule = \"precision\"");
  for (const char* key : {"t0", "t1", "alpha", "beta"})
    only_with(reader, section, key, sequential, "rule = \"sequential\"");
  const auto half_width = reader.real(section, "half_width", "stop.half_width", 0, 100);
  if (precision && !half_width) reader.missing("stop.half_width", section);
  stop.half_width = half_width.value_or(0);
  const auto least = reader.number(section, "worlds_least", "stop.worlds_least", 4, kWorldsMost);
  stop.worlds_least = static_cast<std::uint32_t>(least.value_or(stop.worlds_least));
  read_test(reader, section, stop.sprt);
  stop.sprt.blocks_least = stop.worlds_least;
}

}  // namespace

std::string_view name_of(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

void read_format(SpecReader& reader, const toml::table& file, Spec& spec) {
  if (const auto written = reader.text(file, "format", "format")) {
    reader.one_of(*written, "format", kFormats);
    const auto at = std::find(kFormats.begin(), kFormats.end(), written->text);
    if (at != kFormats.end()) spec.format = static_cast<Format>(at - kFormats.begin());
  }
  if (reader.complaint()) return;
  only_with(reader, file, "rounds", spec.format == Format::kSwiss, "format = \"swiss\"");
  only_with(reader, file, "advance", spec.format == Format::kKnockout, "format = \"knockout\"");
  check_focus(reader, file, spec);
  if (reader.complaint()) return;
  if (in_rounds(spec)) read_rounds(reader, file, spec);
  if (const toml::table* const section = reader.section(file, "stop")) read_stop(reader, *section, spec);
}

std::string canonical_format(const Spec& spec) {
  std::string text = "format " + std::string(name_of(spec.format));
  if (spec.format == Format::kSwiss) text += " " + std::to_string(spec.rounds);
  if (spec.format == Format::kKnockout) text += " " + std::to_string(spec.advance);
  const StopRule& stop = spec.stop;
  text += "\nstop " + std::string(kRules[static_cast<std::size_t>(stop.kind)]);
  if (stop.kind != StopRule::Kind::kBudget) text += " from " + std::to_string(stop.worlds_least);
  if (stop.kind == StopRule::Kind::kPrecision) text += " " + fixed(stop.half_width, 6);
  if (stop.kind == StopRule::Kind::kSequential)
    for (const double number : {stop.sprt.t0, stop.sprt.t1, stop.sprt.alpha, stop.sprt.beta})
      text += " " + fixed(number, 6);
  return text + "\n";
}

}  // namespace tt::tournament
