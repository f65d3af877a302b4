#include "protocol/codec/actions.hpp"

#include <doctest/doctest.h>
#include <google/protobuf/util/message_differencer.h>

#include <limits>
#include <string>

#include "protocol/codec/envelope.hpp"
#include "tests/protocol/random_message.hpp"

namespace tt::protocol {

namespace {

namespace pb = google::protobuf;

/// The act of a JSON envelope.
v1::Action act(const std::string& json) {
  auto envelope = parse_client(R"({"request_id": 1, "act": )" + json + "}", Mapping::kJson);
  REQUIRE_MESSAGE(envelope.has_value(), (envelope ? "" : envelope.error().text));
  return envelope->act();
}

template <class Struct>
Struct decoded(const std::string& json) {
  auto action = decode(act(json));
  REQUIRE_MESSAGE(action.has_value(), (action ? "" : action.error().text));
  REQUIRE(std::holds_alternative<Struct>(*action));
  return std::get<Struct>(*action);
}

}  // namespace

TEST_CASE("every action survives the way in and out with every field") {
  const pb::Descriptor& type = *v1::Action::descriptor();
  CHECK(type.field_count() == static_cast<int>(std::variant_size_v<rules::Action>));
  test::Draws draws(101);
  for (int at = 0; at < type.field_count(); ++at) {
    for (int round = 0; round < 200; ++round) {
      v1::Action sent;
      test::fill(sent, draws, type.field(at));
      auto action = decode(sent);
      REQUIRE_MESSAGE(action.has_value(), sent.ShortDebugString());
      CHECK(representable(*action));
      CHECK(wire_name(*action) == type.field(at)->name());
      const v1::Action again = encode(*action);
      REQUIRE_MESSAGE(pb::util::MessageDifferencer::Equals(sent, again), sent.ShortDebugString()
                                                                             << " became " << again.ShortDebugString());
    }
  }
}

TEST_CASE("each field lands where it belongs") {
  const auto founded = decoded<rules::FoundEnterprise>(
      R"({"found_enterprise": {"name": "Bakers", "form": "FORM_COOPERATIVE", "product": "GOOD_COMFORTS", "capital_mils": "7"}})");
  CHECK(founded.name == "Bakers");
  CHECK(founded.form == rules::Form::kCooperative);
  CHECK(founded.product == rules::Good::kComforts);
  CHECK(founded.capital == 7);

  const auto work = decoded<rules::OfferWork>(R"({"offer_work": {"enterprise_id": 3, "wage_mils": "5", "places": 9}})");
  CHECK(work.enterprise == rules::EnterpriseId{2});
  CHECK(work.wage == 5);
  CHECK(work.places == 9);

  const auto production = decoded<rules::SetProduction>(
      R"({"set_production": {"enterprise_id": 1, "ask_price_mils": "5", "output_target_lots": 6}})");
  CHECK(production.enterprise == rules::EnterpriseId{0});
  CHECK(production.ask_price == 5);
  CHECK(production.output_target == 6);

  const auto inputs = decoded<rules::OrderInputs>(
      R"({"order_inputs": {"enterprise_id": 0, "quantity_lots": 5, "limit_price_mils": "6"}})");
  CHECK(inputs.enterprise == rules::EnterpriseId{});
  CHECK(inputs.quantity == 5);
  CHECK(inputs.limit_price == 6);

  const auto order = decoded<rules::PlaceOrder>(
      R"({"place_order": {"good": "GOOD_MATERIALS", "side": "SIDE_SELL", "quantity_lots": 5, "limit_price_mils": "6"}})");
  CHECK(order.good == rules::Good::kMaterials);
  CHECK(order.side == rules::Side::kSell);
  CHECK(order.quantity == 5);
  CHECK(order.limit_price == 6);

  const auto vote = decoded<rules::CastVote>(R"({"cast_vote": {"motion_id": 8, "choice": "CHOICE_NO"}})");
  CHECK(vote.motion == rules::MotionId{7});
  CHECK(vote.choice == rules::Choice::kNo);
}

TEST_CASE("each change of a motion lands where it belongs") {
  const auto change = [](const std::string& json) {
    return decoded<rules::ProposeMotion>(R"({"propose_motion": {"enterprise_id": 2, "change": )" + json + "}}").change;
  };
  CHECK(std::get<rules::ChangeBaseWage>(change(R"({"base_wage_mils": "4"})")).wage == 4);
  CHECK(std::get<rules::ChangeMerit>(change(R"({"merit_bp": 4})")).merit == 4);
  CHECK(std::get<rules::ChangePlaces>(change(R"({"places": 4})")).places == 4);
  CHECK(std::get<rules::ElectManager>(change(R"({"manager_id": 4})")).manager == rules::HouseholdId{3});
  const auto split = std::get<rules::ChangeSplit>(
      change(R"({"surplus_split": {"distribution_bp": 1, "accounts_bp": 2, "reserve_bp": 3}})"));
  CHECK(split.split == rules::SurplusSplit{1, 2, 3});
}

TEST_CASE("a malformed action is refused with the path of the field at fault") {
  struct Case {
    const char* json;
    const char* field;
  };
  const Case cases[] = {
      {"{}", "act"},
      {R"({"found_enterprise": {"name": "Bakers", "product": "GOOD_COMFORTS"}})", "act.found_enterprise.form"},
      {R"({"found_enterprise": {"name": "Bakers", "form": "FORM_COOPERATIVE"}})", "act.found_enterprise.product"},
      {R"({"found_enterprise": {"form": 1, "product": 9}})", "act.found_enterprise.product"},
      {R"({"found_enterprise": {"form": 1, "product": 1, "capital_mils": "9223372036854775808"}})",
       "act.found_enterprise.capital_mils"},
      {R"({"offer_work": {"wage_mils": "18446744073709551615"}})", "act.offer_work.wage_mils"},
      {R"({"set_production": {"ask_price_mils": "9223372036854775808"}})", "act.set_production.ask_price_mils"},
      {R"({"order_inputs": {"limit_price_mils": "9223372036854775808"}})", "act.order_inputs.limit_price_mils"},
      {R"({"declare_dividend": {"amount_mils": "9223372036854775808"}})", "act.declare_dividend.amount_mils"},
      {R"({"invest": {"amount_mils": "9223372036854775808"}})", "act.invest.amount_mils"},
      {R"({"set_effort": {"effort_bp": 2147483648}})", "act.set_effort.effort_bp"},
      {R"({"set_spending": {"share_bp": 4294967295}})", "act.set_spending.share_bp"},
      {R"({"propose_motion": {"enterprise_id": 1}})", "act.propose_motion.change"},
      {R"({"propose_motion": {"change": {}}})", "act.propose_motion.change"},
      {R"({"propose_motion": {"change": {"merit_bp": 2147483648}}})", "act.propose_motion.change.merit_bp"},
      {R"({"propose_motion": {"change": {"surplus_split": {"reserve_bp": 2147483648}}}})",
       "act.propose_motion.change.surplus_split.reserve_bp"},
      {R"({"cast_vote": {"motion_id": 1}})", "act.cast_vote.choice"},
      {R"({"cast_vote": {"motion_id": 1, "choice": -1}})", "act.cast_vote.choice"},
      {R"({"place_order": {"side": 1}})", "act.place_order.good"},
      {R"({"place_order": {"good": 1, "side": 3}})", "act.place_order.side"},
  };
  for (const Case& example : cases) {
    CAPTURE(std::string(example.json));
    const auto action = decode(act(example.json));
    REQUIRE(action.has_error());
    CHECK(action.error().code == v1::ERROR_CODE_MALFORMED);
    CHECK(action.error().field == example.field);
    CHECK_FALSE(action.error().text.empty());
  }
}

TEST_CASE("what does not fit the wire is never turned into another sensible action") {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  // An order for −1 lots must not arrive as one for 0, which would cancel; nor 2^32 lots.
  for (const rules::Lots lots : {rules::Lots{-1}, rules::Lots{1} << 32U, kMost}) {
    const rules::Action order = rules::PlaceOrder{rules::Good::kComforts, rules::Side::kBuy, lots, 1};
    CHECK_FALSE(representable(order));
    CHECK(encode(order).place_order().quantity_lots() == 0xFFFF'FFFFU);
  }
  const rules::Action unpaid = rules::OfferWork{rules::EnterpriseId{1}, -1, 1};
  CHECK_FALSE(representable(unpaid));
  CHECK(decode(encode(unpaid)).has_error());
  const rules::Action lazy = rules::SetEffort{-1};
  CHECK_FALSE(representable(lazy));
  CHECK(decode(encode(lazy)).has_error());
  CHECK_FALSE(representable(rules::CastVote{rules::MotionId{1}, rules::Choice::kNone}));
}

}  // namespace tt::protocol
