// Refusals as answers: every code has its text, in plain English, and points at the field at fault.
#pragma once

#include <string>
#include <string_view>

#include "protocol/codec/decoded.hpp"
#include "rules/actions/action.hpp"
#include "rules/actions/rejection.hpp"
#include "rules/rules.hpp"
#include "technotariat/v1/error.pb.h"

namespace tt::protocol {

/// The rules' refusals keep their numbers, this much higher.
inline constexpr int kRejectionBase = 200;

/// The wire code of a refusal; ERROR_CODE_UNSPECIFIED for kNone, which is not one.
[[nodiscard]] v1::ErrorCode error_code(rules::Rejection rejection);
/// The wire code of a refused seat; ERROR_CODE_UNSPECIFIED for kNone.
[[nodiscard]] v1::ErrorCode error_code(rules::SeatRefusal refusal);

/// What was wrong and what to do, for every code of error.proto. Never empty, except for ERROR_CODE_UNSPECIFIED.
[[nodiscard]] std::string_view standard_text(v1::ErrorCode code);

/// Text and field as given; an empty text becomes the standard one.
[[nodiscard]] v1::Error make_error(v1::ErrorCode code, std::string_view text = {}, std::string_view field = {});
[[nodiscard]] v1::Error make_error(const Problem& problem);

/// A refusal of the rules: their text, and the field as a path that exists in that action, such as
/// "act.set_production.ask_price_mils"; empty where no field is at fault.
[[nodiscard]] v1::Error make_error(rules::Rejection rejection, const rules::Action& action);

}  // namespace tt::protocol
