#include "tournament/spec_variants.hpp"

#include <algorithm>
#include <memory>

#include "tournament/bots/spec_bots.hpp"

namespace tt::tournament {
namespace {

bool is_taken(const Spec& spec, std::string_view name) {
  const auto same = [&](const auto& bot) { return bot->entry.name == name; };
  return find_strategy(name) != nullptr || std::any_of(spec.bots.begin(), spec.bots.end(), same);
}

/// The strategies that have settings.
std::vector<std::string_view> adjustable() {
  std::vector<std::string_view> names;
  for (const StrategyEntry& entry : strategies())
    if (!entry.settings.empty()) names.push_back(entry.name);
  return names;
}

void read_settings(SpecReader& reader, const toml::table& section, const std::string& what, StrategyEntry& entry) {
  std::vector<std::string_view> keys{"strategy"};
  for (const Setting& setting : entry.settings) keys.push_back(setting.name);
  reader.only_known(section, keys);
  for (std::size_t i = 0; i < entry.settings.size(); ++i) {
    const Setting& setting = entry.settings[i];
    const auto value =
        reader.number(section, setting.name, what + "." + std::string(setting.name), setting.least, setting.most);
    if (value) entry.values[i] = *value;
  }
}

void read_variant(SpecReader& reader, const toml::table& section, const std::string& name, Spec& spec) {
  const std::string what = "variants." + name;
  const auto where = section.source().begin;
  if (!is_bot_name(name))
    return reader.complain("'" + name + "' is no name for a variant.", where,
                           "Use 1 to 24 lower-case letters, digits and hyphens.");
  if (is_taken(spec, name))
    return reader.complain("'" + name + "' is the name of a strategy or bot already.", where, "Choose another name.");
  const auto strategy = reader.text(section, "strategy", what + ".strategy");
  if (!strategy) return reader.missing(what + ".strategy", section);
  const std::vector<std::string_view> known = adjustable();
  reader.one_of(*strategy, "strategy with settings", known);
  if (reader.complaint()) return;
  auto variant = std::make_shared<Variant>(Variant{name, strategy->text, *find_strategy(strategy->text)});
  read_settings(reader, section, what, variant->entry);
  variant->entry.name = variant->name;
  spec.variants.push_back(std::move(variant));
}

}  // namespace

void read_variants(SpecReader& reader, const toml::table& file, Spec& spec) {
  if (const toml::table* const variants = reader.section(file, "variants"))
    for (const auto& [key, value] : *variants)
      if (const toml::table* const section = reader.section(*variants, key.str()))
        read_variant(reader, *section, std::string(key.str()), spec);
}

std::string canonical_variants(const Spec& spec) {
  std::string text;
  for (const auto& variant : spec.variants) {
    text += "variant " + variant->name + " " + variant->strategy;
    for (const std::int64_t value : variant->entry.values) text += " " + std::to_string(value);
    text += "\n";
  }
  return text;
}

}  // namespace tt::tournament
