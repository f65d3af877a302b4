// What a routine may do, and what it waits for to stop. Only what its owner may see is looked at.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/rules.hpp"
#include "technotariat/v1/error.pb.h"
#include "technotariat/v1/routine.pb.h"

namespace tt::server {

namespace v1 = technotariat::v1;
using Stops = google::protobuf::RepeatedPtrField<v1::StopCondition>;

/// Whether it makes sense to do this again each tick.
[[nodiscard]] bool can_be_kept_up(const rules::Action& action);
/// Whether it is about an enterprise that was not there at the last close: the number it has may still change.
[[nodiscard]] bool is_about_a_new_one(const rules::Action& action, const rules::World& at_close);
/// What takes an order off that would stand on after the routine; nothing if nothing stands.
[[nodiscard]] std::optional<rules::Action> taking_off(const rules::Action& action);

/// What is wrong with an action by itself, with the field as a path from the envelope of a routine.
[[nodiscard]] v1::Error within_routine(v1::Error error);

/// The first of the stops that has come about, from 1; 0 if none has; nothing if one cannot be seen by this seat.
[[nodiscard]] std::optional<std::uint32_t> come_about(const Stops& stops, const rules::World& world,
                                                      rules::HouseholdId seat);
/// Why these are no stops for this seat now, or nothing. MALFORMED, with the field.
[[nodiscard]] std::optional<v1::Error> fault_of(const Stops& stops, const rules::World& world, rules::HouseholdId seat);

}  // namespace tt::server
