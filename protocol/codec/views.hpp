// Views as frames. The public part is the same for every viewer and encoded once; the private part is one viewer's own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/state/world.hpp"
#include "rules/view/view.hpp"
#include "technotariat/v1/view.pb.h"

namespace tt::protocol {

namespace v1 = ::technotariat::v1;

/// What the rules do not put in a public view but its frame says. May be left out.
struct PublicExtras {
  std::vector<bool> ready;  ///< per row of `view.seats`; missing entries are not ready
};

/// All rows. `name` is the world's name on this server.
[[nodiscard]] v1::Snapshot encode_snapshot(const rules::PublicView& view, std::string_view name,
                                           const PublicExtras& extras = {});

/// The rows that differ, whole; history rows of later ticks; events that came since. Applying it to a client that holds
/// `before` gives `after`. The world's row is there only if it changed. `ready_before` is the readiness the frame of
/// `before` was sent with.
[[nodiscard]] v1::Delta encode_delta(const rules::PublicView& before, const rules::PublicView& after,
                                     std::string_view name, const PublicExtras& extras = {},
                                     const std::vector<bool>& ready_before = {});

/// Whether a delta says anything; an empty one need not be sent.
[[nodiscard]] bool is_empty(const v1::Delta& delta);

[[nodiscard]] v1::Me encode_me(const rules::PrivateView& view);

}  // namespace tt::protocol
