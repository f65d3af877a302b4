// What plays a seat by itself. A strategy sees the same views as a person in that seat, never the world or its seed;
// tournaments and servers take strategies from the same list.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/state/kinds.hpp"
#include "rules/view/view.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// Plays one seat of one world from beginning to end, and may remember what it saw there. Must be a function of what it
/// was shown: same views and same `bot_seed`, same actions.
class Strategy {
 public:
  virtual ~Strategy() = default;

  /// The actions of the running tick, in order. `world` is the view of the last close, `mine` of this moment. What the
  /// rules refuse is dropped and counted. `bot_seed` is the seat's own chance: the same at every call, unrelated to
  /// the world's.
  [[nodiscard]] virtual std::vector<rules::Action> decide(const rules::PublicView& world,
                                                          const rules::PrivateView& mine, std::uint64_t bot_seed) = 0;

  /// False: it decides without looking, and need not be shown anything.
  [[nodiscard]] virtual bool looks() const { return true; }
};

/// Which seats a strategy can play.
struct Roles {
  std::uint8_t bits = 0;

  [[nodiscard]] constexpr bool include(rules::Role role) const {
    return ((bits >> static_cast<unsigned>(role)) & 1U) != 0;
  }
};
inline constexpr Roles kCapitalists{1U << static_cast<unsigned>(rules::Role::kCapitalist)};
inline constexpr Roles kMembers{1U << static_cast<unsigned>(rules::Role::kMember)};
inline constexpr Roles kWorkers{1U << static_cast<unsigned>(rules::Role::kWorker)};
inline constexpr Roles kEveryone{kCapitalists.bits | kMembers.bits | kWorkers.bits};

/// A number of a strategy that a tournament may set otherwise.
struct Setting {
  std::string_view name;  ///< as in a spec: lower case, words joined by underscores
  std::int64_t usual = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::string_view meaning;  ///< with its unit
};

/// Values of all settings of a strategy, in their order.
using Values = std::vector<std::int64_t>;

struct StrategyEntry {
  std::string_view name;         ///< lower case, words joined by hyphens, at most 24: also the name of its seat
  std::string_view description;  ///< one line
  Roles roles;
  std::unique_ptr<Strategy> (*maker)(const Values&) = nullptr;
  const Program* program = nullptr;  ///< of somebody else's; then there is nothing to make
  std::span<const Setting> settings{};
  Values values{};  ///< one a setting

  [[nodiscard]] std::unique_ptr<Strategy> make() const { return maker(values); }
};

template <class Kind>
[[nodiscard]] StrategyEntry entry_of(std::string_view name, Roles roles, std::string_view description) {
  return {name, description, roles, [](const Values&) { return std::unique_ptr<Strategy>(std::make_unique<Kind>()); }};
}

/// Of a strategy that is made of its settings' values. `settings` must outlive the program.
template <class Kind>
[[nodiscard]] StrategyEntry entry_of(std::string_view name, Roles roles, std::string_view description,
                                     std::span<const Setting> settings) {
  StrategyEntry entry{name, description, roles,
                      [](const Values& values) { return std::unique_ptr<Strategy>(std::make_unique<Kind>(values)); }};
  entry.settings = settings;
  for (const Setting& setting : settings) entry.values.push_back(setting.usual);
  return entry;
}

/// All built-in strategies, in the order of strategies/list.inc.
[[nodiscard]] std::span<const StrategyEntry> strategies();
/// The strategy of that name, or null.
[[nodiscard]] const StrategyEntry* find_strategy(std::string_view name);
/// A new player of that name, or null.
[[nodiscard]] std::unique_ptr<Strategy> make_strategy(std::string_view name);
/// The name of the one that fills an empty seat of this role unless the host says otherwise.
[[nodiscard]] std::string_view default_bot(rules::Role role);

}  // namespace tt::tournament
