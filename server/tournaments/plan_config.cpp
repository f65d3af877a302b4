#include "server/tournaments/plan_config.hpp"

#include <array>
#include <string>
#include <string_view>

#include "persistence/accounts.hpp"

namespace tt::server {
namespace {

using tournament::Named;
using tournament::SpecReader;

constexpr char kShape[] = "Write \"everybody\", \"nobody\", or a list of logins such as [\"ann\", \"ben\"].";

void read_logins(SpecReader& reader, const toml::table& section, TournamentsPlan& plan) {
  for (const Named& login : reader.texts(section, "may_open", "tournaments.may_open")) {
    if (!persistence::is_login(login.text))
      reader.complain("'" + login.text + "' is no login.", login.where,
                      "A login has 3 to 24 of the letters a to z, digits, \"-\", \"_\" and \".\".");
    plan.openers.push_back(login.text);
  }
  if (plan.openers.size() > kOpenersMax)
    reader.complain("tournaments.may_open names " + std::to_string(plan.openers.size()) + " logins.",
                    section.get("may_open")->source().begin,
                    "Name at most " + std::to_string(kOpenersMax) + ", or write \"everybody\".");
}

void read_openers(SpecReader& reader, const toml::table& section, TournamentsPlan& plan) {
  const toml::node* const node = section.get("may_open");
  if (node == nullptr) return;
  if (node->is_array()) return read_logins(reader, section, plan);
  const auto* const word = node->as_string();
  if (word == nullptr || (word->get() != "everybody" && word->get() != "nobody"))
    return reader.complain("tournaments.may_open says who may open tournaments.", node->source().begin, kShape);
  plan.everybody = word->get() == "everybody";
}

}  // namespace

TournamentsPlan read_tournaments(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder) {
  TournamentsPlan plan;
  const toml::table* const section = reader.section(file, "tournaments");
  if (section == nullptr) return plan;
  constexpr std::array<std::string_view, 6> kKeys{"may_open", "folder", "at_once", "jobs", "matches", "kept"};
  reader.only_known(*section, kKeys);
  read_openers(reader, *section, plan);
  if (const auto where = reader.text(*section, "folder", "tournaments.folder")) plan.folder = folder / where->text;
  const auto number = [&](std::string_view key, std::int64_t usual, std::int64_t most) {
    return reader.number(*section, key, "tournaments." + std::string(key), 1, most).value_or(usual);
  };
  plan.at_once = static_cast<std::size_t>(number("at_once", static_cast<std::int64_t>(plan.at_once), 16));
  plan.jobs = static_cast<unsigned>(number("jobs", plan.jobs, 64));
  plan.matches = static_cast<std::uint32_t>(number("matches", plan.matches, 100'000));
  plan.kept = static_cast<std::size_t>(number("kept", static_cast<std::int64_t>(plan.kept), 1'000));
  return plan;
}

}  // namespace tt::server
