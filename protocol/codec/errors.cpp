#include "protocol/codec/errors.hpp"

#include <array>

#include "protocol/codec/actions.hpp"
#include "technotariat/v1/action.pb.h"

namespace tt::protocol {

namespace {

static_assert(kRejectionBase + rules::kRejections - 1 == v1::ErrorCode_MAX, "every rejection has its wire code");
static_assert(kRejectionBase + static_cast<int>(rules::Rejection::kWorldFinished) == v1::ERROR_CODE_WORLD_FINISHED);
static_assert(kRejectionBase + static_cast<int>(rules::Rejection::kNotOwner) == v1::ERROR_CODE_NOT_OWNER);
static_assert(kRejectionBase + static_cast<int>(rules::Rejection::kUnitsFirst) == v1::ERROR_CODE_UNITS_FIRST);

bool names_a_field(const google::protobuf::Descriptor& message, std::string_view path) {
  const std::size_t dot = path.find('.');
  const auto* field = message.FindFieldByName(std::string(path.substr(0, dot)));
  if (field == nullptr) return false;
  if (dot == std::string_view::npos) return true;
  return field->message_type() != nullptr && names_a_field(*field->message_type(), path.substr(dot + 1));
}

/// The rules name what was wrong ("price"); the message calls it by its role in the action ("ask_price_mils").
struct Alias {
  std::string_view hint;
  std::array<std::string_view, 3> fields;
};
constexpr std::array<Alias, 7> kAliases{{
    {"price", {"ask_price_mils", "limit_price_mils", ""}},
    {"quantity", {"quantity_lots", "output_target_lots", ""}},
    {"amount_mils", {"capital_mils", "limit_price_mils", ""}},
    {"wage_mils", {"change.base_wage_mils", "", ""}},
    {"places", {"change.places", "", ""}},
    {"share_bp", {"change.merit_bp", "research", ""}},
    {"hours_bp", {"change.mandate", "", ""}},
}};

std::string field_path(std::string_view action_name, std::string_view hint) {
  if (hint.empty()) return {};
  const std::string path = "act." + std::string(action_name);
  const auto* chosen = v1::Action::descriptor()->FindFieldByName(std::string(action_name));
  const auto& message = *chosen->message_type();
  if (names_a_field(message, hint)) return path + "." + std::string(hint);
  for (const Alias& alias : kAliases) {
    if (alias.hint != hint) continue;
    for (const std::string_view field : alias.fields)
      if (!field.empty() && names_a_field(message, field)) return path + "." + std::string(field);
  }
  return path;
}

}  // namespace

v1::ErrorCode error_code(rules::Rejection rejection) {
  if (rejection == rules::Rejection::kNone) return v1::ERROR_CODE_UNSPECIFIED;
  return static_cast<v1::ErrorCode>(kRejectionBase + static_cast<int>(rejection));
}

v1::ErrorCode error_code(rules::SeatRefusal refusal) {
  switch (refusal) {
    case rules::SeatRefusal::kNone:
      return v1::ERROR_CODE_UNSPECIFIED;
    case rules::SeatRefusal::kUnknownSeat:
      return v1::ERROR_CODE_UNKNOWN_SEAT;
    case rules::SeatRefusal::kSeatTaken:
      return v1::ERROR_CODE_SEAT_TAKEN;
    case rules::SeatRefusal::kNotSeated:
      return v1::ERROR_CODE_NOT_SEATED;
    case rules::SeatRefusal::kBadName:
      return v1::ERROR_CODE_BAD_NAME;
    case rules::SeatRefusal::kSeatLimit:
      return v1::ERROR_CODE_NO_FREE_SEAT;
  }
  return v1::ERROR_CODE_UNSPECIFIED;
}

v1::Error make_error(v1::ErrorCode code, std::string_view text, std::string_view field) {
  v1::Error error;
  error.set_code(code);
  const std::string_view words = text.empty() ? standard_text(code) : text;
  error.set_text(words.data(), words.size());
  error.set_field(field.data(), field.size());
  return error;
}

v1::Error make_error(const Problem& problem) {
  return make_error(problem.code, problem.text, problem.field);
}

v1::Error make_error(rules::Rejection rejection, const rules::Action& action) {
  const rules::RejectionText words = rules::describe(rejection);
  return make_error(error_code(rejection), words.text, field_path(wire_name(action), words.field));
}

}  // namespace tt::protocol
