// The chronicle across the wire.
#pragma once

#include <cstddef>
#include <span>

#include "rules/state/event.hpp"
#include "rules/state/world.hpp"
#include "technotariat/v1/view.pb.h"

namespace tt::protocol {

void encode(const rules::Event& event, ::technotariat::v1::Event& to);

/// How many of the first events of `after` were in `before` already. Both are the tails of one growing list, oldest
/// first, cut to the latest: the answer is the longest end of `before` that `after` begins with. Linear unless many
/// events are equal.
[[nodiscard]] std::size_t known_events(std::span<const rules::Event> before, std::span<const rules::Event> after);

}  // namespace tt::protocol
