// What is written down for good: the rows of figures and the chronicle, chained as they are entered.
#pragma once

#include "rules/state/world.hpp"

namespace tt::rules {

/// Enters an event in the chronicle; the oldest give way.
void note(World& world, const Event& event);

/// Enters a closed tick's figures.
void enter(World& world, const HistoryRow& row);

/// Starts afresh: no events, and one row.
void begin_record(World& world, const HistoryRow& row);

/// Whether the rows and events there are those that the hashes were chained from.
[[nodiscard]] bool is_on_record(const World& world);

}  // namespace tt::rules
