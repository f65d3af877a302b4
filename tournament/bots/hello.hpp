// Parts of the conversation that several take part in.
#pragma once

#include <string>
#include <string_view>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"
#include "technotariat/v1/bot.pb.h"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// The message a match begins with.
[[nodiscard]] ::technotariat::v1::BotHello hello_to(const Program& program, rules::HouseholdId seat, rules::Role role,
                                                    std::uint64_t bot_seed, rules::Tick ticks, const TimeControl& time);

/// Where a refused order stands, from a field of the rules' own, which begins with "act":
/// "orders.actions[3].offer_work".
[[nodiscard]] std::string order_path(std::size_t order, std::string_view field);

}  // namespace tt::tournament
