// Actions across the wire. A new action is one case in each of the two functions; the compiler names both when one is
// missing.
#pragma once

#include <string_view>

#include "protocol/codec/decoded.hpp"
#include "rules/actions/action.hpp"
#include "technotariat/v1/action.pb.h"

namespace tt::protocol {

/// The rules' action, or a problem whose field is a path from the envelope, such as "act.offer_work.wage_mils": nothing
/// chosen in the `oneof`, an unspecified enumeration, a number the rules cannot hold. Whether it is allowed is for the
/// rules to say, not for here.
[[nodiscard]] Decoded<rules::Action> decode(const v1::Action& action);

/// `decode` of it gives the same action again whenever `representable`; otherwise the number that does not fit becomes
/// its field's largest.
[[nodiscard]] v1::Action encode(const rules::Action& action);

/// Whether every number fits its field on the wire: amounts and rates not negative, lots at most 2^32 − 1.
/// Everything decoded is; an action made in process may not be, and the journal refuses those.
[[nodiscard]] bool representable(const rules::Action& action);

/// The name of the action's field in the wire's `oneof`, such as "offer_work".
[[nodiscard]] std::string_view wire_name(const rules::Action& action);

}  // namespace tt::protocol
