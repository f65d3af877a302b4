// Ids and enumerations across the wire. The one place that knows how both sides number them.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/core/id.hpp"
#include "rules/state/event.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/view/explain.hpp"
#include "rules/view/figures.hpp"
#include "technotariat/v1/economy.pb.h"
#include "technotariat/v1/view.pb.h"

namespace tt::protocol {

namespace v1 = ::technotariat::v1;

/// Wire ids are the internal number plus one, so that 0 means none. Unsigned wrap-around maps Id::kNone to 0 and makes
/// it one to one.
template <class Tag>
[[nodiscard]] constexpr std::uint32_t to_wire(rules::Id<Tag> id) {
  return id.value + 1U;
}
template <class IdType>
[[nodiscard]] constexpr IdType from_wire(std::uint32_t id) {
  return IdType{id - 1U};
}
static_assert(to_wire(rules::HouseholdId{}) == 0);
static_assert(to_wire(rules::HouseholdId{0}) == 1);

[[nodiscard]] v1::Good to_wire(rules::Good good);
[[nodiscard]] v1::Task to_wire(rules::Task task);
[[nodiscard]] v1::Form to_wire(rules::Form form);
[[nodiscard]] v1::Role to_wire(rules::Role role);
[[nodiscard]] v1::Controller to_wire(rules::Controller controller);
[[nodiscard]] v1::Side to_wire(rules::Side side);
[[nodiscard]] v1::Choice to_wire(rules::Choice choice);
[[nodiscard]] v1::Law to_wire(rules::Law law);
[[nodiscard]] v1::LawState to_wire(rules::LawVote::State state);
[[nodiscard]] v1::Dispute to_wire(rules::Dispute dispute);
[[nodiscard]] v1::Answer to_wire(rules::Answer answer);
[[nodiscard]] v1::Reason to_wire(rules::Reason reason);
[[nodiscard]] v1::Figure to_wire(rules::Figure figure);
[[nodiscard]] v1::Cause to_wire(rules::Cause cause);
[[nodiscard]] v1::EventKind to_wire(rules::EventKind kind);

/// Nothing for UNSPECIFIED and for numbers this version does not know.
[[nodiscard]] std::optional<rules::Figure> from_wire(v1::Figure figure);
[[nodiscard]] std::optional<rules::Good> from_wire(v1::Good good);
[[nodiscard]] std::optional<rules::Task> from_wire(v1::Task task);
[[nodiscard]] std::optional<rules::Form> from_wire(v1::Form form);
[[nodiscard]] std::optional<rules::Role> from_wire(v1::Role role);
[[nodiscard]] std::optional<rules::Controller> from_wire(v1::Controller controller);
[[nodiscard]] std::optional<rules::Side> from_wire(v1::Side side);
[[nodiscard]] std::optional<rules::Law> from_wire(v1::Law law);
[[nodiscard]] std::optional<rules::Choice> from_wire(v1::Choice choice);
[[nodiscard]] std::optional<rules::Answer> from_wire(v1::Answer answer);

}  // namespace tt::protocol
