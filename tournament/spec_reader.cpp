#include "tournament/spec_reader.hpp"

#include "rules/core/nearest.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {

namespace {

/// "0.5", "100": no more decimals than needed, three at most.
std::string trimmed(double value) {
  std::string text = fixed(value, 3);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

void SpecReader::complain(std::string what, toml::source_position where, std::string remedy) {
  if (complaint_) return;
  const std::string place = path_.string() + ":" + std::to_string(where.line);
  complaint_ = persistence::Failure{std::move(what), place, std::move(remedy)};
}

void SpecReader::only_known(const toml::table& table, std::span<const std::string_view> known) {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    complain("There is no key '" + std::string(key.str()) + "' here.", key.source().begin,
             "Did you mean '" + std::string(rules::nearest(key.str(), known)) + "'?");
  }
}

std::optional<std::int64_t> SpecReader::number(const toml::table& table, std::string_view key, const std::string& what,
                                               std::int64_t least, std::int64_t most) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const std::string range = std::to_string(least) + " to " + std::to_string(most);
  const auto* const value = node->as_integer();
  if (value != nullptr && least <= value->get() && value->get() <= most) return value->get();
  if (value == nullptr)
    complain(what + " must be a whole number.", node->source().begin, "Write one from " + range + ".");
  else
    complain(what + " is " + std::to_string(value->get()) + ", outside its range.", node->source().begin,
             "Write a number from " + range + ".");
  return std::nullopt;
}

std::optional<double> SpecReader::real(const toml::table& table, std::string_view key, const std::string& what,
                                       double least, double most) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value<double>();
  if (node->is_number() && value && least < *value && *value < most) return value;
  complain(what + " must be a number between " + trimmed(least) + " and " + trimmed(most) + ".", node->source().begin,
           "Write one such as " + trimmed((least + most) / 2) + ".");
  return std::nullopt;
}

std::optional<bool> SpecReader::flag(const toml::table& table, std::string_view key, const std::string& what) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const value = node->as_boolean()) return value->get();
  complain(what + " must be true or false.", node->source().begin, "Write one of them, without quotes.");
  return std::nullopt;
}

std::optional<Named> SpecReader::text(const toml::table& table, std::string_view key, const std::string& what) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const value = node->as_string()) return Named{value->get(), node->source().begin};
  complain(what + " must be text.", node->source().begin, "Write it in double quotes.");
  return std::nullopt;
}

std::vector<Named> SpecReader::texts(const toml::table& table, std::string_view key, const std::string& what) {
  std::vector<Named> found;
  const toml::node* const node = table.get(key);
  if (node == nullptr) return found;
  const auto* const list = node->as_array();
  const std::string remedy = "Write it as [\"one\", \"another\"].";
  if (list == nullptr) {
    complain(what + " must be a list of names.", node->source().begin, remedy);
    return found;
  }
  for (const toml::node& element : *list) {
    if (const auto* const value = element.as_string())
      found.push_back({value->get(), element.source().begin});
    else
      complain(what + " must be a list of names.", element.source().begin, remedy);
  }
  return found;
}

const toml::table* SpecReader::section(const toml::table& table, std::string_view key) {
  const toml::node* const node = table.get(key);
  if (node == nullptr) return nullptr;
  const auto* const found = node->as_table();
  if (found == nullptr)
    complain("'" + std::string(key) + "' must be a section.", node->source().begin,
             "Write [" + std::string(key) + "] on a line of its own, and its keys below.");
  return found;
}

void SpecReader::one_of(const Named& written, std::string_view kind, std::span<const std::string_view> known) {
  if (std::find(known.begin(), known.end(), written.text) != known.end()) return;
  complain("There is no " + std::string(kind) + " '" + written.text + "'.", written.where,
           "Did you mean '" + std::string(rules::nearest(written.text, known)) + "'?");
}

void SpecReader::missing(const std::string& what, const toml::table& table) {
  const toml::source_position where = table.source().begin;
  complain(what + " is missing.", where ? where : toml::source_position{1, 1},
           "Add it; docs/tournaments.md lists every key.");
}

}  // namespace tt::tournament
