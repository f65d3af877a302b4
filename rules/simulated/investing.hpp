// How simulated households value, buy and sell shares.
#pragma once

#include <optional>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/holding.hpp"

namespace tt::rules {

struct World;

/// What one share is worth to an ordinary buyer: half its book worth, which liquidation might bring, and half the
/// dividends it usually pays at 0.4 % a tick; never above one and a half times book. Of a co-operative, a unit of its
/// outside capital. At least 1.
[[nodiscard]] Mils fair_share_price(const World& world, EnterpriseId id);

/// One drawn household's bid for shares of this enterprise, out of an eighth of what it holds beyond eight weeks' pay.
[[nodiscard]] std::optional<ShareOrder> drawn_bid(const World& world, EnterpriseId id);

/// One drawn holder's ask: half of the holding below two weeks' cash, else an eighth at a better price. A head in no
/// need keeps more than half of the shares.
[[nodiscard]] std::optional<ShareOrder> drawn_ask(const World& world, EnterpriseId id);

}  // namespace tt::rules
