#include "server/hooks/hook_config.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "protocol/limits.hpp"

namespace tt::server {
namespace {

using tournament::Named;
using tournament::SpecReader;

constexpr char kShape[] = "Write [[webhooks]] on a line of its own, and its keys below.";

/// As a world's file may be called; whether there is one shows when it is founded.
bool could_be_a_world(std::string_view name) {
  return !name.empty() && name.size() <= protocol::kWorldNameBytesMax &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-'; });
}

void read_events(SpecReader& reader, const toml::table& table, HookPlan& plan) {
  if (table.get("events") == nullptr) return;
  const auto names = reader.texts(table, "events", "webhooks.events");
  if (names.empty())
    reader.complain("webhooks.events names none.", table.get("events")->source().begin,
                    "Leave it out for all, or write such as [\"turn_open\", \"finished\"].");
  plan.events = {};
  for (const Named& name : names) {
    reader.one_of(name, "event", kHookEvents);
    const auto at = std::find(kHookEvents.begin(), kHookEvents.end(), name.text) - kHookEvents.begin();
    if (static_cast<std::size_t>(at) < kHookEvents.size()) plan.events[static_cast<std::size_t>(at)] = true;
  }
}

void read_secret(SpecReader& reader, const toml::table& table, const std::filesystem::path& folder, HookPlan& plan) {
  const auto secret = reader.text(table, "secret", "webhooks.secret");
  const auto file = reader.text(table, "secret_file", "webhooks.secret_file");
  if (secret && file)
    return reader.complain("A webhook has one secret, and here are secret and secret_file.", file->where,
                           "Keep one of them.");
  if (file) plan.secret_file = folder / file->text;
  if (!secret) return;
  plan.secret = secret->text;
  if (plan.secret.size() < kHookSecretBytesMin || plan.secret.size() > kHookSecretBytesMax)
    reader.complain("webhooks.secret has " + std::to_string(plan.secret.size()) + " bytes.", secret->where,
                    "Write 16 to 256, such as from: openssl rand -hex 32");
}

HookPlan read_hook(SpecReader& reader, const toml::table& table, const std::filesystem::path& folder) {
  constexpr std::array<std::string_view, 5> kKeys{"world", "url", "secret", "secret_file", "events"};
  reader.only_known(table, kKeys);
  HookPlan plan;
  const auto world = reader.text(table, "world", "webhooks.world");
  const auto url = reader.text(table, "url", "webhooks.url");
  if (!world || !url) {
    reader.complain("A webhook needs both world and url.", table.source().begin,
                    "Name a world, or \"*\", and the address; docs/technotariat.toml shows how.");
    return plan;
  }
  plan.world = world->text;
  if (plan.world != "*" && !could_be_a_world(plan.world))
    reader.complain("'" + plan.world + "' cannot be a world's name.", world->where,
                    "Write the name as it stands in the world's link behind /w/, or \"*\".");
  // The address itself may be a secret: it is not repeated.
  if (const auto address = parse_hook_address(url->text))
    plan.address = *address;
  else
    reader.complain(
        "webhooks.url is no address of http:// or https://.", url->where,
        "Write it whole, such as \"https://chat.example/hooks/town\", without name, password and fragment.");
  read_secret(reader, table, folder, plan);
  read_events(reader, table, plan);
  return plan;
}

}  // namespace

std::vector<HookPlan> read_hooks(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder) {
  std::vector<HookPlan> hooks;
  const toml::node* const node = file.get("webhooks");
  if (node == nullptr) return hooks;
  const auto* const list = node->as_array();
  if (list == nullptr) {
    reader.complain("'webhooks' must be a list of sections.", node->source().begin, kShape);
    return hooks;
  }
  for (const toml::node& element : *list) {
    if (hooks.size() == kHooksMax) {
      reader.complain("There are more than " + std::to_string(kHooksMax) + " webhooks.", element.source().begin,
                      "Have one receiver pass them on.");
      break;
    }
    if (const auto* const table = element.as_table())
      hooks.push_back(read_hook(reader, *table, folder));
    else
      reader.complain("'webhooks' must be a list of sections.", element.source().begin, kShape);
  }
  return hooks;
}

}  // namespace tt::server
