#include "protocol/codec/views.hpp"

#include <algorithm>
#include <unordered_map>

#include "protocol/codec/events.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"
#include "protocol/codec/statement.hpp"

namespace tt::protocol {

namespace {

using rules::Good;

void write(const rules::TechnologyRow& row, v1::Technology& to) {
  to.set_task(to_wire(row.task));
  to.set_generation(row.generation);
  to.set_knowledge(row.knowledge);
  to.set_next_generation(row.next_generation);
  to.set_reach_bp(to_wire_bp(row.reach));
  to.set_units_a_lot(to_wire_u32(row.units_a_lot));
}

void write(const rules::LandRow& row, v1::Land& to) {
  to.set_parcels(row.parcels);
  to.set_rent_mils(row.rent);
  to.set_rented(row.rented);
  to.set_common(row.common);
  to.set_commons_cash_mils(row.commons_cash);
  to.set_commons_given_mils(row.commons_given);
  to.set_commons_paid_mils(row.commons_paid);
}

void write(const rules::BankRow& row, v1::Bank& to) {
  to.set_rate_bp(to_wire_bp(row.rate));
  to.set_capital_mils(row.capital);
  to.set_loans_mils(row.loans);
  to.set_limit_mils(row.limit);
  to.set_shortfall_mils(row.shortfall);
  write_statement(row.statement, *to.mutable_statement());
}

void write(const rules::MakerRow& row, v1::MarketMaker& to) {
  to.set_budget_mils(row.budget);
  to.set_worth_mils(row.worth);
  to.set_profit_mils(row.profit);
  write_statement(row.statement, *to.mutable_statement());
  for (const rules::MakerGoodRow& good : row.goods) {
    v1::MakerGood& dealt = *to.add_goods();
    dealt.set_good(to_wire(good.good));
    dealt.set_stock_lots(good.stock);
    dealt.set_reference_mils(good.reference);
    dealt.set_bid_mils(good.bid);
    dealt.set_bid_lots(good.bid_lots);
    dealt.set_ask_mils(good.ask);
    dealt.set_ask_lots(good.ask_lots);
  }
}

void write(const rules::LawRow& row, v1::LawRow& to) {
  to.set_law(to_wire(row.law));
  to.set_value(to_wire_u32(row.value));
  to.set_least(to_wire_u32(row.least));
  to.set_most(to_wire_u32(row.most));
}

void write(const rules::LawVoteRow& row, v1::LawVote& to) {
  to.set_law(to_wire(row.law));
  to.set_proposer_id(to_wire(row.proposer));
  to.set_before(to_wire_u32(row.before));
  to.set_value(to_wire_u32(row.value));
  to.set_opened_tick(row.opened_tick);
  to.set_closes_tick(row.closes_tick);
  to.set_in_force_tick(row.in_force_tick);
  to.set_state(to_wire(row.state));
  to.set_electorate(row.electorate);
  to.set_leaning_yes(row.leaning_yes);
  to.set_leaning_no(row.leaning_no);
  to.set_near_the_line(row.near_the_line);
  to.set_yes(row.yes);
  to.set_no(row.no);
}

void write(const rules::WorldRow& row, std::string_view name, v1::WorldInfo& to) {
  to.set_name(name.data(), name.size());
  to.set_scenario(row.scenario);
  to.set_title(row.title);
  to.set_tick(row.tick);
  to.set_final_tick(row.final_tick);
  to.set_end_window(row.end_window);
  to.set_status(row.finished ? v1::WORLD_STATUS_FINISHED : v1::WORLD_STATUS_RUNNING);
  to.set_population(row.population);
  to.set_money_mils(row.money);
  to.set_income_tax_bp(to_wire_bp(row.income_tax));
  to.set_benefit_mils(to_wire_u32(row.benefit));  // 42 949 crowns at most: saturates
  to.set_state_hash(row.state_hash);
  to.set_max_actions_per_tick(row.actions_per_tick);
  to.set_entry_stake_mils(to_wire_mils(row.entry_stake));
  to.set_min_capital_mils(to_wire_mils(row.min_capital));
  to.set_worker_seats(row.worker_seats);
  to.set_technotariat_bp(to_wire_bp(row.technotariat));
  to.set_wealth_weight_bp(to_wire_bp(row.wealth_weight));
  to.set_livelihood_weight_bp(to_wire_bp(row.livelihood_weight));
  to.set_progress_weight_bp(to_wire_bp(row.progress_weight));
  for (const rules::TechnologyRow& technology : row.technology) write(technology, *to.add_technology());
  write(row.land, *to.mutable_land());
  to.set_price_index_bp(to_wire_bp(row.price_index));
  to.set_profit_tax_bp(to_wire_bp(row.profit_tax));
  to.set_wealth_tax_bp(to_wire_bp(row.wealth_tax));
  to.set_basic_income_mils(row.basic_income);
  to.set_minimum_wage_mils(row.minimum_wage);
  to.set_money_rule_bp(to_wire_bp(row.money_rule));
  write_statement(row.treasury, *to.mutable_treasury());
  write(row.bank, *to.mutable_bank());
  write(row.maker, *to.mutable_market_maker());
  for (const rules::Bp part : row.wealth_curve) to.add_wealth_curve_bp(to_wire_bp(part));
  for (const rules::Bp part : row.income_curve) to.add_income_curve_bp(to_wire_bp(part));
  for (const rules::LawRow& law : row.laws) write(law, *to.add_laws());
  for (const rules::LawVoteRow& vote : row.law_votes) write(vote, *to.add_law_votes());
}

void add(const rules::SeatRow& row, bool ready, v1::SeatColumns& to) {
  to.add_id(to_wire(row.household));
  to.add_role(to_wire(row.role));
  to.add_name(row.name);
  to.add_controller(to_wire(row.controller));
  to.add_ready(ready);
  to.add_enterprise_id(to_wire(row.enterprise));
  to.add_wealth_bp(to_wire_bp(row.wealth));
  to.add_livelihood_bp(to_wire_bp(row.livelihood));
  to.add_standing_bp(to_wire_bp(row.standing));
  to.add_progress_bp(to_wire_bp(row.progress));
}

void add(const rules::EnterpriseRow& row, v1::EnterpriseColumns& to) {
  to.add_id(to_wire(row.enterprise));
  to.add_name(row.name);
  to.add_form(to_wire(row.form));
  to.add_product(to_wire(row.product));
  to.add_head_id(to_wire(row.head));
  to.add_workers(row.workers);
  to.add_places(row.places);
  to.add_wage_mils(row.wage);
  to.add_expected_pay_mils(row.expected_pay);
  to.add_ask_price_mils(row.ask_price);
  to.add_output_lots(row.output);
  to.add_sold_lots(row.sold);
  to.add_stock_lots(row.stock);
  to.add_revenue_mils(row.revenue);
  to.add_hired(row.hired);
  to.add_quit(row.quit);
  to.add_open(row.open);
  to.add_merit_bp(to_wire_bp(row.merit));
  to.add_distribution_bp(to_wire_bp(row.split.distribution));
  to.add_accounts_bp(to_wire_bp(row.split.accounts));
  to.add_reserve_bp(to_wire_bp(row.split.reserve));
  to.add_hours_bp(to_wire_bp(row.hours));
  to.add_automated_bp(to_wire_bp(row.automated));
  to.add_research_bp(to_wire_bp(row.research));
  to.add_union_density_bp(to_wire_bp(row.union_density));
  to.add_dispute(to_wire(row.dispute));
  to.add_dispute_ticks(row.dispute_ticks);
  to.add_demanded_mils(row.demanded);
  to.add_peace_ticks(row.peace_ticks);
  to.add_shares_issued(row.shares_issued);
  to.add_trust_bp(to_wire_bp(row.trust_part));
  to.add_share_worth_mils(row.share_worth);
  to.add_share_average_mils(row.share_average);
  to.add_share_price_mils(row.share_market.price);
  to.add_share_volume(row.share_market.volume);
  to.add_share_bid_mils(row.share_market.bid);
  to.add_share_ask_mils(row.share_market.ask);
  to.add_head_shares(row.head_shares);
  to.add_commons_bp(to_wire_bp(row.split.commons));
  to.add_land_lots(row.land);
  to.add_dual_work(row.dual_work);
  to.add_second_hands(row.second_hands);
  to.add_buy_out_price_mils(row.buy_out_price);
  to.add_buy_out_closes_tick(row.buy_out_closes);
  to.add_buy_out_by_workers(row.buy_out_by_workers);
  to.add_instalments_mils(row.instalments);
  to.add_buy_out_bidder_id(to_wire(row.buy_out_bidder));
  to.add_ticks_to_receiver(row.ticks_to_receiver);
  to.add_winding_up(row.winding_up);
  to.add_units_out(row.units.out);
  to.add_units_offered(row.units.offered);
  to.add_unit_price_mils(row.units.price);
  to.add_unit_rate_bp(to_wire_bp(row.units.rate));
  to.add_units_owed_mils(row.units.owed);
  to.add_units_unpaid_ticks(row.units.unpaid_ticks);
}

void write(const rules::Market& market, v1::Market& to) {
  to.set_good(to_wire(market.good));
  to.set_price_mils(market.price);
  to.set_volume_lots(market.volume);
  to.set_slow_price_mils(market.slow_price);
  to.set_bid_lots(market.bid_lots);
  to.set_ask_lots(market.ask_lots);
  for (const rules::CurvePoint& point : market.demand) {
    to.add_demand_price_mils(point.price);
    to.add_demand_lots(point.lots);
  }
  for (const rules::CurvePoint& point : market.supply) {
    to.add_supply_price_mils(point.price);
    to.add_supply_lots(point.lots);
  }
}

void add(const rules::HistoryRow& row, v1::HistoryColumns& to) {
  to.add_tick(row.tick);
  to.add_provisions_price_mils(row.price[index_of(Good::kProvisions)]);
  to.add_provisions_volume_lots(row.volume[index_of(Good::kProvisions)]);
  to.add_comforts_price_mils(row.price[index_of(Good::kComforts)]);
  to.add_comforts_volume_lots(row.volume[index_of(Good::kComforts)]);
  to.add_materials_price_mils(row.price[index_of(Good::kMaterials)]);
  to.add_materials_volume_lots(row.volume[index_of(Good::kMaterials)]);
  to.add_employed(row.employed);
  to.add_proprietary_pay_mils(row.proprietary_pay);
  to.add_cooperative_pay_mils(row.cooperative_pay);
  to.add_cooperative_labour_bp(to_wire_bp(row.cooperative_labour));
  to.add_wealth_gini_bp(to_wire_bp(row.wealth_gini));
  to.add_velocity_bp(to_wire_bp(row.velocity));
  to.add_culture_price_mils(row.price[index_of(Good::kCulture)]);
  to.add_culture_volume_lots(row.volume[index_of(Good::kCulture)]);
  to.add_machinery_price_mils(row.price[index_of(Good::kMachinery)]);
  to.add_machinery_volume_lots(row.volume[index_of(Good::kMachinery)]);
  to.add_engines_price_mils(row.price[index_of(Good::kEngines)]);
  to.add_engines_volume_lots(row.volume[index_of(Good::kEngines)]);
  to.add_technotariat_bp(to_wire_bp(row.technotariat));
  to.add_unionised_bp(to_wire_bp(row.unionised));
  to.add_on_strike(row.on_strike);
  to.add_land_price_mils(row.price[index_of(Good::kLand)]);
  to.add_land_volume_lots(row.volume[index_of(Good::kLand)]);
  to.add_rent_mils(row.rent);
  to.add_price_index_bp(to_wire_bp(row.price_index));
  to.add_money_mils(row.money);
  to.add_unemployed_bp(to_wire_bp(row.unemployed));
  to.add_income_gini_bp(to_wire_bp(row.income_gini));
  to.add_low_pay_mils(row.pay[0]);
  to.add_median_pay_mils(row.pay[1]);
  to.add_high_pay_mils(row.pay[2]);
}

bool is_ready(const std::vector<bool>& ready, std::size_t row) {
  return row < ready.size() && ready[row];
}

void add_changed_seats(const rules::PublicView& before, const rules::PublicView& after,
                       const std::vector<bool>& ready_before, const std::vector<bool>& ready_after, v1::Delta& to) {
  std::unordered_map<std::uint32_t, std::size_t> rows_before;
  for (std::size_t row = 0; row < before.seats.size(); ++row) rows_before[before.seats[row].household.value] = row;
  for (std::size_t row = 0; row < after.seats.size(); ++row) {
    const auto found = rows_before.find(after.seats[row].household.value);
    const bool ready = is_ready(ready_after, row);
    const bool unchanged = found != rows_before.end() && before.seats[found->second] == after.seats[row] &&
                           is_ready(ready_before, found->second) == ready;
    if (!unchanged) add(after.seats[row], ready, *to.mutable_seats());
  }
}

void add_changed_enterprises(const rules::PublicView& before, const rules::PublicView& after, v1::Delta& to) {
  std::unordered_map<std::uint32_t, const rules::EnterpriseRow*> rows_before;
  for (const rules::EnterpriseRow& row : before.enterprises) rows_before[row.enterprise.value] = &row;
  for (const rules::EnterpriseRow& row : after.enterprises) {
    const auto found = rows_before.find(row.enterprise.value);
    if (found == rows_before.end() || *found->second != row) add(row, *to.mutable_enterprises());
  }
}

void add_new_history(const rules::PublicView& before, const rules::PublicView& after, v1::Delta& to) {
  const auto later = [&](const rules::HistoryRow& row) {
    return before.history.empty() || row.tick > before.history.back().tick;
  };
  for (const rules::HistoryRow& row : after.history)
    if (later(row)) add(row, *to.mutable_history());
}

}  // namespace

v1::Snapshot encode_snapshot(const rules::PublicView& view, std::string_view name, const PublicExtras& extras) {
  v1::Snapshot to;
  write(view.world, name, *to.mutable_world());
  for (std::size_t row = 0; row < view.seats.size(); ++row)
    add(view.seats[row], is_ready(extras.ready, row), *to.mutable_seats());
  for (const rules::EnterpriseRow& row : view.enterprises) add(row, *to.mutable_enterprises());
  for (const rules::Market& market : view.markets) write(market, *to.add_markets());
  for (const rules::HistoryRow& row : view.history) add(row, *to.mutable_history());
  for (const rules::Event& event : view.events) encode(event, *to.add_events());
  return to;
}

v1::Delta encode_delta(const rules::PublicView& before, const rules::PublicView& after, std::string_view name,
                       const PublicExtras& extras, const std::vector<bool>& ready_before) {
  v1::Delta to;
  if (before.world != after.world) write(after.world, name, *to.mutable_world());
  add_changed_seats(before, after, ready_before, extras.ready, to);
  add_changed_enterprises(before, after, to);
  for (std::size_t good = 0; good < rules::kGoods; ++good)
    if (before.markets[good] != after.markets[good]) write(after.markets[good], *to.add_markets());
  add_new_history(before, after, to);
  const std::size_t known = known_events(before.events, after.events);
  for (std::size_t at = known; at < after.events.size(); ++at) encode(after.events[at], *to.add_events());
  return to;
}

bool is_empty(const v1::Delta& delta) {
  return !delta.has_world() && !delta.has_seats() && !delta.has_enterprises() && delta.markets().empty() &&
         !delta.has_history() && delta.events().empty();
}

}  // namespace tt::protocol
