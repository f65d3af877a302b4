#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/actions/sealed.hpp"
#include "rules/rules.hpp"
#include "rules/simulated/leaning.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/motion_rules.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "rules/view/laws.hpp"

namespace tt::rules {
namespace {

Payslip payslip(const World& w, HouseholdId id) {
  const auto& p = w.households;
  const PayLines& lines = w.seats[p.seat[id]].pay;
  Payslip slip{.tick = w.tick,
               .enterprise = p.employer[id],
               .base = p.last_base[id],
               .share = p.last_share[id],
               .dividend = p.last_dividend[id],
               .benefit = lines.benefit,
               .tax = lines.tax,
               .to_account = lines.to_account,
               .strike_pay = lines.strike_pay,
               .dues = lines.dues,
               .basic_income = lines.basic_income};
  slip.net = slip.base + slip.share + slip.dividend + slip.benefit + slip.strike_pay + slip.basic_income - slip.tax -
             slip.dues;
  return slip;
}

/// How many are not fully trained yet.
std::uint32_t in_training(const World& w, std::span<const HouseholdId> people) {
  return static_cast<std::uint32_t>(
      std::count_if(people.begin(), people.end(), [&](HouseholdId id) { return trained(w, id) < kOne; }));
}

MachinesRow machines_row(const World& w, EnterpriseId id, Task task) {
  const Machines& m = w.enterprises.machines[id][index_of(task)];
  const Bp tasks = industry_of(w.enterprises.product[id]).tasks(task);
  const std::int64_t power = m.units * kOne / units_a_lot(w.technology[index_of(task)]);
  const std::int64_t all = w.enterprises.output[id] * tasks;
  return {.task = task,
          .units = m.units,
          .lots = power / tasks,
          .reach = reach_of(w, id, task),
          .done = all > 0 ? static_cast<Bp>(mul_div(m.done, kOne, all)) : 0,
          .order = m.order,
          .limit = m.limit,
          .worth = m.units * w.markets[index_of(machine_for(task))].slow_price};
}

Bp mean_grievance(const World& w, std::span<const HouseholdId> people) {
  std::int64_t sum = 0;
  for (const HouseholdId id : people) sum += w.households.grievance[id];
  return people.empty() ? 0 : static_cast<Bp>(sum / std::ssize(people));
}

std::vector<Holding> largest_holders(const World& w, EnterpriseId id) {
  std::vector<Holding> holders = w.enterprises.shareholders[id];
  const std::size_t shown = std::min(holders.size(), kHoldersShown);
  std::partial_sort(holders.begin(), holders.begin() + static_cast<std::ptrdiff_t>(shown), holders.end(),
                    [](const Holding& a, const Holding& b) {
                      return a.shares != b.shares ? a.shares > b.shares : a.holder < b.holder;
                    });
  holders.resize(shown);
  return holders;
}

SiteRow site_row(const Site& site) {
  return {.parcels = site.parcels,
          .rented = site.rented,
          .common = site.common,
          .room = room_on(site),
          .wanted = site.wanted,
          .rent_limit = site.rent_limit,
          .uses_commons = site.uses_commons != 0,
          .buy = site.buy,
          .sell = site.sell,
          .limit = site.limit};
}

DebtRow debt_row(const World& w, EnterpriseId id) {
  const auto& f = w.enterprises;
  return {.loan = f.loan[id],
          .interest = interest_on(w, f.loan[id]),
          .arrears = f.arrears[id],
          .wages_owed = f.wages_owed[id],
          .limit = credit_limit(w, id),
          .may_borrow = head_may_borrow(w, id),
          .order = f.loan_order[id],
          .may_pay_out = may_pay_out(w, id)};
}

Books books(const World& w, EnterpriseId id, HouseholdId viewer, const Crew& crew) {
  const auto& f = w.enterprises;
  const std::span<const HouseholdId> people = crew.people;
  const Lots capacity = capacity_of(means_of(w, id, workforce(w, id, crew, Training::kAsItIs)));
  const Lots per_100 = industry_of(f.product[id]).materials_per_100;
  const Mils wage_bill = mul_div(base_pay(w, id), weeks_worked(w, crew), kOne);
  return {.enterprise = id,
          .cash_flow = statement_of(f.last_opening_cash[id], f.last_flows[id]),
          .cash = f.cash[id],
          .product_stock = f.product_stock[id],
          .materials_stock = f.materials_stock[id],
          .capacity = capacity,
          .unit_cost =
              (capacity > 0 ? wage_bill / capacity : 0) + w.markets[index_of(Good::kMaterials)].price * per_100 / 100,
          .wage = f.wage[id],
          .places = f.places[id],
          .ask_price = f.ask_price[id],
          .output_target = f.output_target[id],
          .input_quantity = f.input_quantity[id],
          .input_limit = f.input_limit[id],
          .declared_dividend = f.declared_dividend[id],
          .materials_per_100_lots = per_100,
          .reserve = f.reserve[id],
          .capital_accounts = f.accounts[id],
          .last_surplus = f.last_surplus[id],
          .may_manage = manages(w, viewer, id),
          .mandate = f.mandate[id],
          .hours = f.hours[id],
          .in_training = in_training(w, people),
          .machines = {machines_row(w, id, Task::kHands), machines_row(w, id, Task::kMinds)},
          .materials_to_run = materials_to_run(w, id, f.output_target[id]),
          .upkeep = upkeep_of(w, id),
          .research = f.research[id],
          .profit_per_worker = profit_per_worker(w, id),
          .agreed_wage = agreed_wage(w, id),
          .grievance = mean_grievance(w, people),
          .answer = f.answer[id],
          .board_order = f.board_order[id],
          .trust_owes = f.trust_debt[id].owed,
          .largest_holders = largest_holders(w, id),
          .site = site_row(f.site[id]),
          .debt = debt_row(w, id)};
}

std::vector<HoldingRow> holdings_of(const World& w, HouseholdId viewer) {
  std::vector<HoldingRow> rows;
  for (const EnterpriseId id : w.enterprises.ids()) {
    const Lots shares = shares_of(w, id, viewer);
    const auto order = std::find_if(w.share_orders.begin(), w.share_orders.end(),
                                    [&](const ShareOrder& o) { return o.household == viewer && o.enterprise == id; });
    if (shares == 0 && order == w.share_orders.end()) continue;
    HoldingRow row{.enterprise = id, .shares = shares};
    if (shares > 0) row.worth = part_of_holding(w, id, capital_worth(w, id), shares);
    if (order != w.share_orders.end()) {
      row.order_side = order->side;
      row.order_quantity = order->quantity;
      row.order_limit = order->limit_price;
    }
    rows.push_back(row);
  }
  return rows;
}

/// What holds now, in the shape of the change.
struct Current {
  const World& w;
  EnterpriseId id;

  MotionChange operator()(const ChangeBaseWage&) const { return ChangeBaseWage{w.enterprises.wage[id]}; }
  MotionChange operator()(const ChangeSplit&) const { return ChangeSplit{w.enterprises.split[id]}; }
  MotionChange operator()(const ChangeMerit&) const { return ChangeMerit{w.enterprises.merit[id]}; }
  MotionChange operator()(const ChangePlaces&) const { return ChangePlaces{w.enterprises.places[id]}; }
  MotionChange operator()(const ElectManager&) const { return ElectManager{w.enterprises.head[id]}; }
  MotionChange operator()(const ChangeResearch&) const { return ChangeResearch{w.enterprises.research[id]}; }
  MotionChange operator()(const ChangeDualWork&) const { return ChangeDualWork{w.enterprises.dual_work[id] != 0}; }
  MotionChange operator()(const Demutualise&) const { return Demutualise{}; }
  MotionChange operator()(const Expel& c) const { return c; }
  MotionChange operator()(const OfferCapital&) const {
    const OutsideCapital* const promise = outside_capital(w, id);
    if (promise == nullptr) return OfferCapital{};
    return OfferCapital{w.enterprises.board_order[id].quantity, promise->price, promise->rate};
  }
  MotionChange operator()(const RedeemCapital&) const {
    return RedeemCapital{outside_capital(w, id) == nullptr ? 0 : w.enterprises.shares_issued[id]};
  }
  MotionChange operator()(const ChangeMandate&) const { return ChangeMandate{w.enterprises.mandate[id]}; }
};

Choice ballot_of(const Motion& motion, HouseholdId viewer) {
  for (const Ballot& ballot : motion.ballots)
    if (ballot.member == viewer) return ballot.choice;
  return Choice::kNone;
}

MotionRow motion_row(const World& w, MotionId id, HouseholdId viewer, std::span<const HouseholdId> members) {
  const Motion& m = w.motion(id);
  MotionRow row{.motion = id,
                .proposer = m.proposer,
                .change = m.change,
                .current = std::visit(Current{w, m.enterprise}, m.change),
                .opened_tick = m.opened_tick,
                .closes_tick = m.closes_tick,
                .electorate = m.open ? electorate_of(w, members) : m.electorate,
                .leaning_yes = m.leaning_yes,
                .leaning_no = m.leaning_no,
                .near_the_line = m.near_the_line,
                .needed_yes = 0,
                .my_choice = ballot_of(m, viewer),
                .effect_on_me = 0,
                .open = m.open,
                .carried = m.carried,
                .yes = m.yes,
                .no = m.no};
  row.needed_yes = votes_needed(m.change, row.electorate);
  if (!m.open) return row;
  const auto effects = expected_effects(w, m, members);
  const auto me = std::find(members.begin(), members.end(), viewer);
  if (me != members.end()) row.effect_on_me = effects[static_cast<std::size_t>(me - members.begin())];
  return row;
}

Assembly assembly(const World& w, EnterpriseId id, HouseholdId viewer, std::span<const HouseholdId> members) {
  constexpr std::size_t kDecidedShown = 10;
  const auto& p = w.households;
  Assembly a{.enterprise = id,
             .manager = w.enterprises.head[id],
             .merit = w.enterprises.merit[id],
             .split = w.enterprises.split[id],
             .base_wage = w.enterprises.wage[id]};
  for (const HouseholdId m : members)
    a.members.push_back({m, p.capital_account[m], p.last_base[m], p.last_share[m], skill_of(w, m), p.effort[m]});
  std::vector<MotionRow> decided;
  for (std::uint32_t i = 0; i < w.motions.size(); ++i) {
    const Motion& motion = w.motions[i];
    if (motion.enterprise != id) continue;
    auto row = motion_row(w, MotionId{w.first_motion + i}, viewer, members);
    (motion.open ? a.motions : decided).push_back(std::move(row));
  }
  const std::size_t shown = std::min(decided.size(), kDecidedShown);
  a.motions.insert(a.motions.end(), decided.rbegin(), decided.rbegin() + static_cast<std::ptrdiff_t>(shown));
  return a;
}

/// With all that has been carried out in this world.
PrivateView view_of(const World& w, HouseholdId viewer) {
  const auto& p = w.households;
  const Seat& seat = w.seats[p.seat[viewer]];
  PrivateView view{.household = viewer,
                   .role = seat.role,
                   .name = seat.name,
                   .cash = p.cash[viewer],
                   .cash_flow = statement_of(seat.last_opening_cash, seat.last_flows),
                   .capital_account = p.capital_account[viewer],
                   .skill = skill_of(w, viewer),
                   .hands = p.hands[viewer],
                   .minds = p.minds[viewer],
                   .effort = p.effort[viewer],
                   .spending = p.spending[viewer],
                   .employer = p.employer[viewer],
                   .member = p.member[viewer] != 0,
                   .leaving = p.leaving[viewer] != 0,
                   .applied_to = p.applied_to[viewer],
                   .payslip = payslip(w, viewer),
                   .actions_left = kActionsPerTick - seat.actions_used,
                   .wealth = p.cash[viewer] + p.capital_account[viewer],
                   .livelihood_points = seat.livelihood_points,
                   .progress_points = seat.progress_points,
                   .usual_pay = p.usual_pay[viewer],
                   .productivity = static_cast<Bp>(trained(w, viewer)),
                   .grievance = p.grievance[viewer],
                   .union_card = p.union_card[viewer] != 0,
                   .strike_vote = p.strike_vote[viewer],
                   .strike_pay = p.employer[viewer].exists() ? strike_pay(w, p.employer[viewer]) : 0,
                   .second_job = p.second_job[viewer],
                   .second_share = p.second_share[viewer],
                   .second_pay = seat.pay.second};
  for (const Good good : kAllGoods) {
    view.stock[index_of(good)] = stock_of(w, viewer, good);
    view.wealth += view.stock[index_of(good)] * value_of(w, good);
  }
  for (const PersonalOrder& order : w.orders)
    if (order.household == viewer) view.orders.push_back({order.good, order.side, order.quantity, order.limit_price});
  view.wages_owed = wages_owed_to(w, viewer);
  view.for_take_over = p.for_take_over[viewer] != 0;
  view.holdings = holdings_of(w, viewer);
  view.law_votes = law_votes_of(w, viewer);
  for (const HoldingRow& row : view.holdings) view.wealth += row.worth;
  const std::vector<EnterpriseId> open = books_open_to(w, viewer);
  if (open.empty() && !view.member) return view;
  const bool kept = w.staff.made_after == w.staff.changes;
  const Roster made = kept ? Roster() : Roster(w);
  const Roster& roster = kept ? w.staff.roster : made;
  for (const EnterpriseId id : open) view.books.push_back(books(w, id, viewer, roster.crew(id)));
  if (view.member) view.assembly = assembly(w, view.employer, viewer, roster.of(view.employer));
  return view;
}

}  // namespace

std::optional<PrivateView> private_view(const World& w, HouseholdId viewer) {
  if (viewer.value >= w.households.count() || w.households.seat[viewer] == kNoSeat) return std::nullopt;
  const bool has_sealed =
      std::any_of(w.sealed.begin(), w.sealed.end(), [&](const Sealed& sealed) { return sealed.actor == viewer; });
  return has_sealed ? view_of(known_to(w, viewer), viewer) : view_of(w, viewer);
}

}  // namespace tt::rules
