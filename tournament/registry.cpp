// The list of strategies. strategies/list.inc names the functions; each is at the end of the strategy's own file.
#include <algorithm>
#include <array>

#include "tournament/strategy.hpp"

namespace tt::tournament {

#define TT_STRATEGY(function) StrategyEntry function();
#include "tournament/strategies/list.inc"
#undef TT_STRATEGY

std::span<const StrategyEntry> strategies() {
  static const std::array kAll{
#define TT_STRATEGY(function) function(),
#include "tournament/strategies/list.inc"
#undef TT_STRATEGY
  };
  return kAll;
}

const StrategyEntry* find_strategy(std::string_view name) {
  const auto all = strategies();
  const auto at = std::find_if(all.begin(), all.end(), [&](const StrategyEntry& entry) { return entry.name == name; });
  return at == all.end() ? nullptr : &*at;
}

std::unique_ptr<Strategy> make_strategy(std::string_view name) {
  const StrategyEntry* const entry = find_strategy(name);
  return entry == nullptr ? nullptr : entry->make();
}

std::string_view default_bot(rules::Role role) {
  switch (role) {
    case rules::Role::kCapitalist:
      return "steady-owner";
    case rules::Role::kMember:
      return "organiser";
    case rules::Role::kWorker:
      return "pay-seeker";
  }
  return "idle";
}

}  // namespace tt::tournament
