#include "protocol/codec/views.hpp"

#include <doctest/doctest.h>

#include "protocol/codec/events.hpp"
#include "protocol/codec/figures.hpp"
#include "protocol/codec/kinds.hpp"
#include "rules/foresight/preview.hpp"
#include "rules/rules.hpp"
#include "rules/state/ending.hpp"
#include "tests/protocol/replica.hpp"
#include "tests/support/seed.hpp"

namespace tt::protocol {

TEST_CASE("ids are one higher on the wire, none is 0, and every number has its own") {
  CHECK(to_wire(rules::EnterpriseId{}) == 0);
  CHECK(to_wire(rules::EnterpriseId{0}) == 1);
  CHECK_FALSE(from_wire<rules::EnterpriseId>(0).exists());
  CHECK(from_wire<rules::EnterpriseId>(1) == rules::EnterpriseId{0});
  CHECK(to_wire(from_wire<rules::MotionId>(0xFFFF'FFFFU)) == 0xFFFF'FFFFU);
}

TEST_CASE("enumerations have the same names on both sides") {
  CHECK(to_wire(rules::Good::kComforts) == v1::GOOD_COMFORTS);
  CHECK(to_wire(rules::Role::kMember) == v1::ROLE_MEMBER);
  CHECK(to_wire(rules::Controller::kCaretaker) == v1::CONTROLLER_CARETAKER);
  CHECK(to_wire(rules::Choice::kNone) == v1::CHOICE_UNSPECIFIED);
  CHECK(to_wire(rules::Choice::kYes) == v1::CHOICE_YES);
  CHECK(to_wire(rules::Reason::kWage) == v1::REASON_WAGE);
  CHECK(to_wire(rules::Reason::kMemberStake) == v1::REASON_MEMBER_STAKE);
  CHECK(to_wire(rules::EventKind::kSeatTaken) == v1::EVENT_KIND_SEAT_TAKEN);
  CHECK(to_wire(rules::EventKind::kMotionCarried) == v1::EVENT_KIND_MOTION_CARRIED);
  CHECK(to_wire(rules::EventKind::kWorldFinished) == v1::EVENT_KIND_WORLD_FINISHED);
}

TEST_CASE("a snapshot carries every row, and its columns are of one length") {
  const rules::World world = rules::found_world(*rules::find_scenario("hamlet"), test::seed());
  const rules::PublicView view = rules::public_view(world);
  const v1::Snapshot snapshot = encode_snapshot(view, "my-hamlet");
  CHECK(snapshot.world().name() == "my-hamlet");
  CHECK(snapshot.world().scenario() == "hamlet");
  CHECK(snapshot.world().status() == v1::WORLD_STATUS_RUNNING);
  CHECK(snapshot.world().population() == world.households.count());
  CHECK(snapshot.world().money_mils() == world.money());
  CHECK(snapshot.world().state_hash() == rules::state_hash(world));
  CHECK(snapshot.seats().id_size() == static_cast<int>(view.seats.size()));
  CHECK(snapshot.seats().ready_size() == snapshot.seats().id_size());
  CHECK(snapshot.enterprises().id_size() == static_cast<int>(world.enterprises.count()));
  CHECK(snapshot.markets_size() == static_cast<int>(rules::kGoods));
  CHECK(test::is_rectangular(snapshot.seats()));
  CHECK(test::is_rectangular(snapshot.enterprises()));
  CHECK(test::is_rectangular(snapshot.history()));
  for (int row = 0; row < snapshot.enterprises().id_size(); ++row)
    CHECK(snapshot.enterprises().id(row) == static_cast<std::uint32_t>(row + 1));
}

namespace {

/// A row in which no two fields hold the same.
rules::EnterpriseRow bakers() {
  return {.enterprise = rules::EnterpriseId{4},
          .name = "Bakers",
          .form = rules::Form::kCooperative,
          .product = rules::Good::kMaterials,
          .head = rules::HouseholdId{2},
          .workers = 3,
          .places = 4,
          .wage = 5,
          .expected_pay = 6,
          .ask_price = 7,
          .output = 8,
          .sold = 9,
          .stock = 10,
          .revenue = 11,
          .hired = 12,
          .quit = 13,
          .open = true,
          .merit = 14,
          .split = {15, 16, 17, 38},
          .hours = 18,
          .automated = 21,
          .research = 22,
          .union_density = 25,
          .dispute = rules::Dispute::kDemand,
          .dispute_ticks = 26,
          .demanded = 27,
          .peace_ticks = 28,
          .shares_issued = 29,
          .trust_part = 30,
          .share_worth = 31,
          .share_average = 32,
          .share_market = {33, 34, 35, 36, {}},
          .head_shares = 37,
          .land = 39,
          .dual_work = true,
          .second_hands = 40,
          .buy_out_price = 41,
          .buy_out_closes = 42,
          .buy_out_by_workers = true,
          .buy_out_bidder = rules::HouseholdId{43},
          .instalments = 45,

          .ticks_to_receiver = 46,
          .winding_up = 47,
          .units = {48, 49, 50, 51, 52, 53}};
}

}  // namespace

TEST_CASE("each column of a row comes from its own field") {
  rules::PublicView view;
  view.enterprises.push_back(bakers());
  view.seats.push_back({.household = rules::HouseholdId{6},
                        .role = rules::Role::kMember,
                        .name = "Ada",
                        .controller = rules::Controller::kBot,
                        .enterprise = rules::EnterpriseId{1},
                        .wealth = 18,
                        .livelihood = 19,
                        .standing = 20,
                        .progress = 24});
  const v1::Snapshot snapshot = encode_snapshot(view, "w", {{true}});
  CHECK(snapshot.enterprises().ShortDebugString() ==
        "id: 5 name: \"Bakers\" form: FORM_COOPERATIVE product: GOOD_MATERIALS head_id: 3 workers: 3 places: 4 "
        "wage_mils: 5 "
        "expected_pay_mils: 6 ask_price_mils: 7 output_lots: 8 sold_lots: 9 stock_lots: 10 revenue_mils: 11 hired: 12 "
        "quit: 13 "
        "open: true merit_bp: 14 distribution_bp: 15 accounts_bp: 16 reserve_bp: 17 hours_bp: 18 automated_bp: 21 "
        "research_bp: 22 union_density_bp: 25 dispute: DISPUTE_DEMAND dispute_ticks: 26 demanded_mils: 27 peace_ticks: "
        "28 commons_bp: 38 land_lots: 39 dual_work: true second_hands: 40 ticks_to_receiver: 46 winding_up: 47 "
        "shares_issued: 29 trust_bp: 30 "
        "share_worth_mils: 31 share_average_mils: 32 "
        "share_price_mils: 33 share_volume: 34 share_bid_mils: 35 share_ask_mils: 36 head_shares: 37 "
        "buy_out_price_mils: 41 buy_out_closes_tick: 42 buy_out_by_workers: true instalments_mils: 45 "
        "buy_out_bidder_id: 44 units_out: 48 units_offered: 49 unit_price_mils: 50 unit_rate_bp: 51 "
        "units_owed_mils: 52 units_unpaid_ticks: 53");
  CHECK(snapshot.seats().ShortDebugString() ==
        "id: 7 role: ROLE_MEMBER name: \"Ada\" controller: CONTROLLER_BOT ready: true enterprise_id: 2 wealth_bp: 18 "
        "livelihood_bp: 19 standing_bp: 20 progress_bp: 24");
}

TEST_CASE("the bank of a public view comes from its own fields") {
  rules::PublicView view;
  view.world.bank = {1, 2, 3, 4, 5, {6, {{rules::Reason::kWriteOff, -2}}, 4}};
  CHECK(encode_snapshot(view, "w").world().bank().ShortDebugString() ==
        "rate_bp: 1 capital_mils: 2 loans_mils: 3 limit_mils: 4 shortfall_mils: 5 statement { opening_mils: 6 "
        "contributions { reason: REASON_WRITE_OFF amount_mils: -2 } closing_mils: 4 }");
}

TEST_CASE("the market maker of a public view comes from its own fields") {
  rules::PublicView view;
  view.world.maker = {1, 2, 3, {4, {}, 4}, {{rules::Good::kEngines, 5, 6, 7, 8, 9, 10}}};
  CHECK(encode_snapshot(view, "w").world().market_maker().ShortDebugString() ==
        "budget_mils: 1 worth_mils: 2 profit_mils: 3 statement { opening_mils: 4 closing_mils: 4 } goods { good: "
        "GOOD_ENGINES stock_lots: 5 reference_mils: 6 bid_mils: 7 bid_lots: 8 ask_mils: 9 ask_lots: 10 }");
}

TEST_CASE("each column of the history comes from its own field") {
  rules::PublicView view;
  view.history.push_back({.tick = 1,
                          .price = {2, 3, 4, 14, 16, 18, 23},
                          .volume = {5, 6, 7, 15, 17, 19, 24},
                          .employed = 8,
                          .proprietary_pay = 9,
                          .cooperative_pay = 10,
                          .cooperative_labour = 11,
                          .wealth_gini = 12,
                          .velocity = 13,
                          .technotariat = 20,
                          .unionised = 21,
                          .on_strike = 22,
                          .rent = 25,
                          .money = 27,
                          .unemployed = 28,
                          .income_gini = 29,
                          .pay = {30, 31, 32},
                          .price_index = 26});
  const v1::Snapshot snapshot = encode_snapshot(view, "w");
  CHECK(snapshot.history().ShortDebugString() ==
        "tick: 1 provisions_price_mils: 2 provisions_volume_lots: 5 comforts_price_mils: 3 comforts_volume_lots: 6 "
        "materials_price_mils: 4 materials_volume_lots: 7 employed: 8 proprietary_pay_mils: 9 cooperative_pay_mils: 10 "
        "cooperative_labour_bp: 11 wealth_gini_bp: 12 velocity_bp: 13 culture_price_mils: 14 "
        "culture_volume_lots: 15 machinery_price_mils: 16 machinery_volume_lots: 17 engines_price_mils: 18 "
        "engines_volume_lots: 19 technotariat_bp: 20 unionised_bp: 21 on_strike: 22 land_price_mils: 23 "
        "land_volume_lots: 24 rent_mils: 25 price_index_bp: 26 money_mils: 27 unemployed_bp: 28 income_gini_bp: 29 "
        "low_pay_mils: 30 median_pay_mils: 31 high_pay_mils: 32");
}

TEST_CASE("the curves of wealth and of incomes come from their own fields") {
  rules::PublicView view;
  view.world.wealth_curve = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  view.world.income_curve = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
  const v1::WorldInfo world = encode_snapshot(view, "w").world();
  CHECK(std::equal(world.wealth_curve_bp().begin(), world.wealth_curve_bp().end(), view.world.wealth_curve.begin()));
  CHECK(std::equal(world.income_curve_bp().begin(), world.income_curve_bp().end(), view.world.income_curve.begin()));
}

TEST_CASE("an event of a motion tells its number and what it would change") {
  v1::Event event;
  encode({.tick = 3,
          .kind = rules::EventKind::kMotionOpened,
          .subject = rules::HouseholdId{0},
          .motion = rules::MotionId{1},
          .change = rules::ChangeMerit{400}},
         event);
  CHECK(event.ShortDebugString() ==
        "tick: 3 kind: EVENT_KIND_MOTION_OPENED subject_id: 1 value: 2 change { merit_bp: 400 }");
}

TEST_CASE("each part of a private view comes from its own field") {
  rules::PrivateView view{.household = rules::HouseholdId{0},
                          .role = rules::Role::kWorker,
                          .name = "Ada",
                          .cash = 1,
                          .cash_flow = {2, {{rules::Reason::kWage, -3}}, 4},
                          .capital_account = 5,
                          .skill = 6,
                          .hands = 30,
                          .minds = 31,
                          .effort = 7,
                          .spending = 8,
                          .employer = rules::EnterpriseId{8},
                          .member = true,
                          .leaving = true,
                          .applied_to = rules::EnterpriseId{9},
                          .stock = {11, 12, 13, 33, 34, 35, 38},
                          .orders = {{rules::Good::kComforts, rules::Side::kSell, 14, 15}},
                          .payslip = {16, rules::EnterpriseId{16}, 18, 19, 20, 21, 22, 23, 24, 30, 31, 38},
                          .books = {},
                          .assembly = std::nullopt,
                          .actions_left = 25,
                          .wealth = 26,
                          .livelihood_points = 27,
                          .progress_points = 32,
                          .usual_pay = 28,
                          .productivity = 29,
                          .grievance = 36,
                          .union_card = true,
                          .strike_vote = rules::Choice::kNo,
                          .strike_pay = 37,
                          .second_job = rules::EnterpriseId{38},
                          .second_share = 40,
                          .second_pay = 41,
                          .wages_owed = 42,
                          .for_take_over = true};
  CHECK(encode_me(view).ShortDebugString() ==
        "id: 1 role: ROLE_WORKER name: \"Ada\" cash_mils: 1 cash { opening_mils: 2 contributions { reason: REASON_WAGE "
        "amount_mils: -3 } "
        "closing_mils: 4 } capital_account_mils: 5 skill_bp: 6 effort_bp: 7 spending_bp: 8 employer_id: 9 member: true "
        "leaving: true "
        "applied_to_id: 10 stock_lots: 11 stock_lots: 12 stock_lots: 13 stock_lots: 33 stock_lots: 34 stock_lots: 35 "
        "stock_lots: 38 orders { good: GOOD_COMFORTS side: SIDE_SELL "
        "quantity_lots: 14 "
        "limit_price_mils: 15 } payslip { tick: 16 enterprise_id: 17 base_mils: 18 share_mils: 19 dividend_mils: 20 "
        "benefit_mils: 21 "
        "tax_mils: 22 net_mils: 23 to_account_mils: 24 strike_pay_mils: 30 union_dues_mils: 31 basic_income_mils: 38 } "
        "actions_left: 25 "
        "wealth_mils: 26 livelihood_points: 27 "
        "usual_pay_mils: 28 productivity_bp: 29 hands_bp: 30 minds_bp: 31 progress_points: 32 grievance_bp: 36 "
        "union_card: true "
        "strike_vote: CHOICE_NO strike_pay_mils: 37 second_job_id: 39 second_share_bp: 40 second_pay_mils: 41 "
        "wages_owed_mils: 42 for_take_over: true");
}

TEST_CASE("books of a private view come from their own fields") {
  rules::PrivateView view;
  view.books.push_back(
      {rules::EnterpriseId{0},
       {2, {}, 3},
       4,
       5,
       6,
       7,
       8,
       9,
       10,
       11,
       12,
       13,
       14,
       15,
       16,
       17,
       18,
       19,
       true,
       {20, 21, 24, 61},
       22,
       23,
       {{{rules::Task::kHands, 25, 26, 27, 28, 29, 30, 31}, {rules::Task::kMinds, 32, 33, 34, 35, 36, 37, 38}}},
       39,
       40,
       {41, 42},
       43,
       44,
       45,
       rules::Answer::kHoldOut,
       {rules::Side::kBuy, 46, 47},
       48,
       {{rules::HouseholdId{48}, 50}, {{}, 51}},
       {52, 53, 54, 55, 56, 57, true, 58, 59, 60},
       {62, 63, 64, 65, 66, 67, -68, true}});
  CHECK(
      encode_me(view).books(0).ShortDebugString() ==
      "enterprise_id: 1 cash { opening_mils: 2 closing_mils: 3 } cash_mils: 4 product_stock_lots: 5 "
      "materials_stock_lots: 6 "
      "capacity_lots: 7 unit_cost_mils: 8 wage_mils: 9 places: 10 ask_price_mils: 11 output_target_lots: 12 "
      "input_order_lots: 13 "
      "input_limit_mils: 14 declared_dividend_mils: 15 materials_per_100_lots: 16 indivisible_reserve_mils: 17 "
      "capital_accounts_mils: 18 last_surplus_mils: 19 may_manage: true mandate { least_hours_bp: 20 most_hours_bp: "
      "21 machines_bp: 24 credit_bp: 61 } hours_bp: 22 in_training: 23 machines { task: TASK_HANDS units: 25 lots: 26 "
      "reach_bp: 27 "
      "done_bp: 28 order_lots: 29 limit_price_mils: 30 worth_mils: 31 } machines { task: TASK_MINDS units: 32 lots: 33 "
      "reach_bp: 34 done_bp: 35 order_lots: 36 limit_price_mils: 37 worth_mils: 38 } materials_to_run_lots: 39 "
      "upkeep_mils: 40 research { share_bp: 41 minds_bp: 42 } profit_per_worker_mils: 43 agreed_wage_mils: 44 "
      "grievance_bp: 45 answer: ANSWER_HOLD_OUT site { parcels: 52 rented: 53 common: 54 room: 55 wanted_lots: 56 "
      "rent_limit_mils: 57 uses_commons: true buy_lots: 58 sell_lots: 59 limit_price_mils: 60 } debt { loan_mils: 62 "
      "interest_mils: 63 arrears_mils: 64 "
      "wages_owed_mils: 65 limit_mils: 66 may_borrow_mils: 67 order_mils: -68 may_pay_out: true } board_order_side: "
      "SIDE_BUY "
      "board_order_quantity: 46 board_order_limit_mils: 47 trust_owes_mils: 48 holder_id: 49 holder_id: 0 "
      "holder_shares: 50 holder_shares: 51");
}

TEST_CASE("the assembly of a private view comes from its own fields") {
  rules::PrivateView view;
  rules::MotionRow motion{rules::MotionId{0},
                          rules::HouseholdId{1},
                          rules::ChangePlaces{3},
                          rules::ChangePlaces{4},
                          5,
                          6,
                          7,
                          8,
                          9,
                          10,
                          11,
                          rules::Choice::kNo,
                          -13,
                          true,
                          true,
                          14,
                          15};
  view.assembly = rules::Assembly{rules::EnterpriseId{0},
                                  {{rules::HouseholdId{1}, 3, 4, 5, 6, 7}},
                                  {motion},
                                  rules::HouseholdId{7},
                                  9,
                                  {10, 11, 12},
                                  13};
  CHECK(encode_me(view).assembly().ShortDebugString() ==
        "enterprise_id: 1 members { id: 2 capital_account_mils: 3 last_base_mils: 4 last_share_mils: 5 skill_bp: 6 "
        "effort_bp: 7 } "
        "motions { id: 1 proposer_id: 2 change { places: 3 } current { places: 4 } opened_tick: 5 closes_tick: 6 "
        "electorate: 7 "
        "leaning_yes: 8 leaning_no: 9 near_the_line: 10 needed_yes: 11 my_choice: CHOICE_NO effect_on_me_mils: -13 "
        "open: true "
        "carried: true yes: 14 no: 15 } manager_id: 8 merit_bp: 9 split { distribution_bp: 10 accounts_bp: 11 "
        "reserve_bp: 12 } "
        "base_wage_mils: 13");
}

TEST_CASE("before the last tick closes no view and no forecast knows that it is the last") {
  rules::Scenario scenario = *rules::find_scenario("hamlet");
  scenario.burn_in_ticks = 2;
  scenario.final_tick = 9;
  scenario.end_window = 4;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    rules::World ends = rules::found_world(scenario, seed);
    while (ends.running() < rules::last_tick(ends)) rules::close_tick(ends);
    // The same world with a later end; what both are told of the window is put back.
    rules::World goes_on = ends;
    goes_on.scenario.final_tick += 100;
    rules::PublicView told = rules::public_view(goes_on);
    told.world.final_tick -= 100;
    const auto bytes = [](const rules::PublicView& view) { return encode_snapshot(view, "w").SerializeAsString(); };
    CHECK(bytes(rules::public_view(ends)) == bytes(told));
    for (const rules::Seat& seat : ends.seats) {
      const rules::HouseholdId who = seat.household;
      CHECK(encode_me(*rules::private_view(ends, who)).SerializeAsString() ==
            encode_me(*rules::private_view(goes_on, who)).SerializeAsString());
      CHECK(encode(rules::preview(ends, who, {}), {}).SerializeAsString() ==
            encode(rules::preview(goes_on, who, {}), {}).SerializeAsString());
    }
  }
}

}  // namespace tt::protocol
