// One viewer's own part.
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/motions.hpp"
#include "protocol/codec/numbers.hpp"
#include "protocol/codec/statement.hpp"
#include "protocol/codec/views.hpp"

namespace tt::protocol {

namespace {

void write(const rules::OrderRow& order, v1::Order& to) {
  to.set_good(to_wire(order.good));
  to.set_side(to_wire(order.side));
  to.set_quantity_lots(to_wire_u32(order.quantity));
  to.set_limit_price_mils(order.limit_price);
}

void write(const rules::Payslip& payslip, v1::Payslip& to) {
  to.set_tick(payslip.tick);
  to.set_enterprise_id(to_wire(payslip.enterprise));
  to.set_base_mils(payslip.base);
  to.set_share_mils(payslip.share);
  to.set_dividend_mils(payslip.dividend);
  to.set_benefit_mils(payslip.benefit);
  to.set_tax_mils(payslip.tax);
  to.set_net_mils(payslip.net);
  to.set_to_account_mils(payslip.to_account);
  to.set_strike_pay_mils(payslip.strike_pay);
  to.set_union_dues_mils(payslip.dues);
  to.set_basic_income_mils(payslip.basic_income);
}

void write(const rules::MachinesRow& row, v1::Machines& to) {
  to.set_task(to_wire(row.task));
  to.set_units(row.units);
  to.set_lots(row.lots);
  to.set_reach_bp(to_wire_bp(row.reach));
  to.set_done_bp(to_wire_bp(row.done));
  to.set_order_lots(row.order);
  to.set_limit_price_mils(row.limit);
  to.set_worth_mils(row.worth);
}

void write(const rules::SiteRow& row, v1::Site& to) {
  to.set_parcels(row.parcels);
  to.set_rented(row.rented);
  to.set_common(row.common);
  to.set_room(row.room);
  to.set_wanted_lots(row.wanted);
  to.set_rent_limit_mils(row.rent_limit);
  to.set_uses_commons(row.uses_commons);
  to.set_buy_lots(row.buy);
  to.set_sell_lots(row.sell);
  to.set_limit_price_mils(row.limit);
}

void write(const rules::DebtRow& row, v1::Debt& to) {
  to.set_loan_mils(row.loan);
  to.set_interest_mils(row.interest);
  to.set_arrears_mils(row.arrears);
  to.set_wages_owed_mils(row.wages_owed);
  to.set_limit_mils(row.limit);
  to.set_may_borrow_mils(row.may_borrow);
  to.set_order_mils(row.order);
  to.set_may_pay_out(row.may_pay_out);
}

void write(const rules::Books& books, v1::Books& to) {
  to.set_enterprise_id(to_wire(books.enterprise));
  write_statement(books.cash_flow, *to.mutable_cash());
  to.set_cash_mils(books.cash);
  to.set_product_stock_lots(books.product_stock);
  to.set_materials_stock_lots(books.materials_stock);
  to.set_capacity_lots(books.capacity);
  to.set_unit_cost_mils(books.unit_cost);
  to.set_wage_mils(books.wage);
  to.set_places(books.places);
  to.set_ask_price_mils(books.ask_price);
  to.set_output_target_lots(books.output_target);
  to.set_input_order_lots(books.input_quantity);
  to.set_input_limit_mils(books.input_limit);
  to.set_declared_dividend_mils(books.declared_dividend);
  to.set_materials_per_100_lots(books.materials_per_100_lots);
  to.set_indivisible_reserve_mils(books.reserve);
  to.set_capital_accounts_mils(books.capital_accounts);
  to.set_last_surplus_mils(books.last_surplus);
  to.set_may_manage(books.may_manage);
  encode(books.mandate, *to.mutable_mandate());
  to.set_hours_bp(to_wire_bp(books.hours));
  to.set_in_training(books.in_training);
  for (const rules::MachinesRow& machines : books.machines) write(machines, *to.add_machines());
  to.set_materials_to_run_lots(books.materials_to_run);
  to.set_upkeep_mils(books.upkeep);
  encode(books.research, *to.mutable_research());
  write(books.site, *to.mutable_site());
  write(books.debt, *to.mutable_debt());
  to.set_profit_per_worker_mils(books.profit_per_worker);
  to.set_agreed_wage_mils(books.agreed_wage);
  to.set_grievance_bp(to_wire_bp(books.grievance));
  to.set_answer(to_wire(books.answer));
  to.set_board_order_side(to_wire(books.board_order.side));
  to.set_board_order_quantity(books.board_order.quantity);
  to.set_board_order_limit_mils(books.board_order.limit_price);
  to.set_trust_owes_mils(books.trust_owes);
  for (const rules::Holding& holding : books.largest_holders) {
    to.add_holder_id(to_wire(holding.holder));
    to.add_holder_shares(holding.shares);
  }
}

void add(const rules::HoldingRow& row, v1::HoldingColumns& to) {
  to.add_id(to_wire(row.enterprise));
  to.add_shares(row.shares);
  to.add_worth_mils(row.worth);
  to.add_order_side(to_wire(row.order_side));
  to.add_order_quantity(row.order_quantity);
  to.add_order_limit_mils(row.order_limit);
}

void add(const rules::MemberRow& row, v1::MemberColumns& to) {
  to.add_id(to_wire(row.household));
  to.add_capital_account_mils(row.capital_account);
  to.add_last_base_mils(row.last_base);
  to.add_last_share_mils(row.last_share);
  to.add_skill_bp(to_wire_bp(row.skill));
  to.add_effort_bp(to_wire_bp(row.effort));
}

void write(const rules::MotionRow& motion, v1::Motion& to) {
  to.set_id(to_wire(motion.motion));
  to.set_proposer_id(to_wire(motion.proposer));
  encode(motion.change, *to.mutable_change());
  encode(motion.current, *to.mutable_current());
  to.set_opened_tick(motion.opened_tick);
  to.set_closes_tick(motion.closes_tick);
  to.set_electorate(motion.electorate);
  to.set_leaning_yes(motion.leaning_yes);
  to.set_leaning_no(motion.leaning_no);
  to.set_near_the_line(motion.near_the_line);
  to.set_needed_yes(motion.needed_yes);
  to.set_my_choice(to_wire(motion.my_choice));
  to.set_effect_on_me_mils(motion.effect_on_me);
  to.set_open(motion.open);
  to.set_carried(motion.carried);
  to.set_yes(motion.yes);
  to.set_no(motion.no);
}

void write(const rules::MyLawVoteRow& row, v1::MyLawVote& to) {
  to.set_law(to_wire(row.law));
  to.set_value(to_wire_u32(row.value));
  to.set_my_choice(to_wire(row.my_choice));
  to.set_pays_mils(row.pays);
  to.set_gets_mils(row.gets);
}

void write(const rules::Assembly& assembly, v1::Assembly& to) {
  to.set_enterprise_id(to_wire(assembly.enterprise));
  for (const rules::MemberRow& row : assembly.members) add(row, *to.mutable_members());
  for (const rules::MotionRow& motion : assembly.motions) write(motion, *to.add_motions());
  to.set_manager_id(to_wire(assembly.manager));
  to.set_merit_bp(to_wire_bp(assembly.merit));
  encode(assembly.split, *to.mutable_split());
  to.set_base_wage_mils(assembly.base_wage);
}

}  // namespace

v1::Me encode_me(const rules::PrivateView& view) {
  v1::Me to;
  to.set_id(to_wire(view.household));
  to.set_role(to_wire(view.role));
  to.set_name(view.name);
  to.set_cash_mils(view.cash);
  write_statement(view.cash_flow, *to.mutable_cash());
  to.set_capital_account_mils(view.capital_account);
  to.set_skill_bp(to_wire_bp(view.skill));
  to.set_effort_bp(to_wire_bp(view.effort));
  to.set_spending_bp(to_wire_bp(view.spending));
  to.set_employer_id(to_wire(view.employer));
  to.set_member(view.member);
  to.set_leaving(view.leaving);
  to.set_applied_to_id(to_wire(view.applied_to));
  for (const rules::Lots lots : view.stock) to.add_stock_lots(lots);
  for (const rules::OrderRow& order : view.orders) write(order, *to.add_orders());
  write(view.payslip, *to.mutable_payslip());
  for (const rules::Books& books : view.books) write(books, *to.add_books());
  if (view.assembly) write(*view.assembly, *to.mutable_assembly());
  to.set_actions_left(view.actions_left);
  to.set_wealth_mils(view.wealth);
  to.set_livelihood_points(view.livelihood_points);
  to.set_usual_pay_mils(view.usual_pay);
  to.set_productivity_bp(to_wire_bp(view.productivity));
  to.set_hands_bp(to_wire_bp(view.hands));
  to.set_minds_bp(to_wire_bp(view.minds));
  to.set_progress_points(view.progress_points);
  to.set_grievance_bp(to_wire_bp(view.grievance));
  to.set_union_card(view.union_card);
  to.set_strike_vote(to_wire(view.strike_vote));
  to.set_strike_pay_mils(view.strike_pay);
  for (const rules::HoldingRow& row : view.holdings) add(row, *to.mutable_holdings());
  to.set_second_job_id(to_wire(view.second_job));
  to.set_second_share_bp(to_wire_bp(view.second_share));
  to.set_second_pay_mils(view.second_pay);
  to.set_wages_owed_mils(view.wages_owed);
  to.set_for_take_over(view.for_take_over);
  for (const rules::MyLawVoteRow& row : view.law_votes) write(row, *to.add_law_votes());
  return to;
}

}  // namespace tt::protocol
