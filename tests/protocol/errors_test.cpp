#include "protocol/codec/errors.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "protocol/codec/actions.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

template <std::size_t... At>
std::vector<rules::Action> one_of_each(std::index_sequence<At...>) {
  return {rules::Action(std::in_place_index<At>)...};
}

bool exists(const std::string& path) {
  const pb::Descriptor* message = v1::Action::descriptor();
  std::istringstream parts(path.substr(path.find('.') + 1));
  for (std::string part; std::getline(parts, part, '.');) {
    const auto* field = message == nullptr ? nullptr : message->FindFieldByName(part);
    if (field == nullptr) return false;
    message = field->message_type();
  }
  return true;
}

}  // namespace

TEST_CASE("every error code has its words") {
  const pb::EnumDescriptor& codes = *v1::ErrorCode_descriptor();
  for (int at = 1; at < codes.value_count(); ++at) {
    CAPTURE(codes.value(at)->name());
    const std::string_view text = standard_text(static_cast<v1::ErrorCode>(codes.value(at)->number()));
    CHECK(text.size() > 10);
    CHECK(text.ends_with('.'));
  }
}

TEST_CASE("a rejection has the code of its own name") {
  // The names on both sides are written by different hands; spot checks over the whole range.
  CHECK(error_code(rules::Rejection::kNone) == v1::ERROR_CODE_UNSPECIFIED);
  CHECK(error_code(rules::Rejection::kTooManyActions) == v1::ERROR_CODE_TOO_MANY_ACTIONS);
  CHECK(error_code(rules::Rejection::kWrongForm) == v1::ERROR_CODE_WRONG_FORM);
  CHECK(error_code(rules::Rejection::kNameInUse) == v1::ERROR_CODE_NAME_IN_USE);
  CHECK(error_code(rules::Rejection::kSplitNotWhole) == v1::ERROR_CODE_SPLIT_NOT_WHOLE);
  CHECK(error_code(rules::Rejection::kNotEnoughStock) == v1::ERROR_CODE_NOT_ENOUGH_STOCK);
  CHECK(error_code(rules::SeatRefusal::kSeatLimit) == v1::ERROR_CODE_NO_FREE_SEAT);
  CHECK(error_code(rules::SeatRefusal::kUnknownSeat) == v1::ERROR_CODE_UNKNOWN_SEAT);
}

TEST_CASE("the field of a refusal exists in the action that was refused") {
  const auto actions = one_of_each(std::make_index_sequence<std::variant_size_v<rules::Action>>{});
  for (const rules::Action& action : actions)
    for (int code = 1; code < rules::kRejections; ++code) {
      const v1::Error error = make_error(static_cast<rules::Rejection>(code), action);
      CAPTURE(error.ShortDebugString());
      CHECK(error.text() == rules::describe(static_cast<rules::Rejection>(code)).text);
      CHECK((error.field().empty() || exists(error.field())));
    }
}

TEST_CASE("a refusal points at the field by its name in that action") {
  CHECK(make_error(rules::Rejection::kPriceOutOfRange, rules::SetProduction{}).field() ==
        "act.set_production.ask_price_mils");
  CHECK(make_error(rules::Rejection::kPriceOutOfRange, rules::PlaceOrder{}).field() ==
        "act.place_order.limit_price_mils");
  CHECK(make_error(rules::Rejection::kQuantityOutOfRange, rules::SetProduction{}).field() ==
        "act.set_production.output_target_lots");
  CHECK(make_error(rules::Rejection::kNotEnoughCash, rules::FoundEnterprise{}).field() ==
        "act.found_enterprise.capital_mils");
  CHECK(make_error(rules::Rejection::kWageOutOfRange, rules::ProposeMotion{}).field() ==
        "act.propose_motion.change.base_wage_mils");
  CHECK(make_error(rules::Rejection::kNotOwner, rules::OfferWork{}).field() == "act.offer_work.enterprise_id");
  CHECK(make_error(rules::Rejection::kTooManyActions, rules::OfferWork{}).field().empty());
}

TEST_CASE("an error without words of its own gets the standard ones") {
  const v1::Error error = make_error(v1::ERROR_CODE_BUSY);
  CHECK(error.code() == v1::ERROR_CODE_BUSY);
  CHECK(error.text() == standard_text(v1::ERROR_CODE_BUSY));
  CHECK(make_error(v1::ERROR_CODE_BUSY, "Later.", "act").text() == "Later.");
}

}  // namespace tt::protocol
