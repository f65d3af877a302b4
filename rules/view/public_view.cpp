#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/rules.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/market_making.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "rules/view/laws.hpp"

namespace tt::rules {
namespace {

TechnologyRow technology_row(const World& w, Task task) {
  const Technology& t = w.technology[index_of(task)];
  const std::size_t next = t.generation + 1U;
  return {.task = task,
          .generation = static_cast<std::uint32_t>(next),
          .knowledge = t.knowledge,
          .next_generation = next < kGenerations.size() ? kGenerations[next].knowledge : 0,
          .reach = reach_of(t.knowledge),
          .units_a_lot = units_a_lot(t)};
}

LandRow land_row(const World& w) {
  return {.parcels = w.goods[index_of(Good::kLand)].opening,
          .rent = w.rents.price,
          .rented = w.rents.parcels,
          .common = w.commons.parcels,
          .commons_cash = w.commons.closing_cash,
          .commons_given = w.commons.last_given,
          .commons_paid = w.commons.last_paid};
}

BankRow bank_row(const World& w) {
  return {.rate = static_cast<Bp>(loan_rate(w)),
          .capital = bank_capital(w),
          .loans = w.loans,
          .limit = lending_limit(w),
          .shortfall = bank_shortfall(w),
          .statement = statement_of(w.bank_account.last_opening, w.bank_account.last_flows)};
}

MakerRow maker_row(const World& w) {
  MakerRow row{.budget = maker_budget(w),
               .worth = maker_worth(w),
               .profit = maker_worth(w) - w.maker.paid_in,
               .statement = statement_of(w.maker_account.last_opening, w.maker_account.last_flows)};
  for (const Good good : kAllGoods) {
    if (!is_dealt_in(good)) continue;
    const MakerQuote quote = maker_quote(w, good);
    row.goods.push_back({.good = good,
                         .stock = w.maker.stock[index_of(good)],
                         .reference = w.maker.reference[index_of(good)],
                         .bid = quote.bid,
                         .bid_lots = quote.bid_lots,
                         .ask = quote.ask,
                         .ask_lots = quote.ask_lots});
  }
  return row;
}

WorldRow world_row(const World& w) {
  const Weights weights = laurel_weights(w);
  return {.scenario = w.scenario.name,
          .title = w.scenario.title,
          .tick = w.tick,
          .final_tick = w.scenario.final_tick,
          .end_window = w.scenario.end_window,
          .finished = w.finished,
          .population = w.households.count(),
          .money = w.money(),
          .income_tax = static_cast<Bp>(w.scenario.parameters[Parameter::kIncomeTax]),
          .benefit = benefit(w),
          .state_hash = w.last_hash,
          .actions_per_tick = kActionsPerTick,
          .entry_stake = full_entry_stake(w),
          .min_capital = least_capital(w),
          .worker_seats = w.scenario.worker_seats,
          .technotariat = w.technotariat,
          .wealth_weight = static_cast<Bp>(weights.wealth),
          .livelihood_weight = static_cast<Bp>(weights.livelihood),
          .progress_weight = static_cast<Bp>(weights.progress),
          .technology = {technology_row(w, Task::kHands), technology_row(w, Task::kMinds)},
          .land = land_row(w),
          .price_index = price_index(w),
          .profit_tax = static_cast<Bp>(w.scenario.parameters[Parameter::kProfitTax]),
          .wealth_tax = static_cast<Bp>(w.scenario.parameters[Parameter::kWealthTax]),
          .basic_income = basic_income(w),
          .minimum_wage = minimum_wage(w),
          .money_rule = static_cast<Bp>(w.scenario.parameters[Parameter::kMoneyRule]),
          .treasury = statement_of(w.treasury_account.last_opening, w.treasury_account.last_flows),
          .bank = bank_row(w),
          .maker = maker_row(w),
          .wealth_curve = w.history.empty() ? Lorenz{} : w.history.back().wealth_curve,
          .income_curve = w.history.empty() ? Lorenz{} : w.history.back().income_curve,
          .laws = law_rows(w),
          .law_votes = law_vote_rows(w)};
}

/// The enterprise a person is known by: the first they own, else where they work.
EnterpriseId enterprise_of(const World& w, HouseholdId person) {
  if (w.households.owner[person] != 0)
    for (const EnterpriseId id : w.enterprises.ids())
      if (w.enterprises.form[id] == Form::kProprietary && w.enterprises.open[id] != 0 &&
          w.enterprises.head[id] == person)
        return id;
  return w.households.employer[person];
}

SeatRow seat_row(const World& w, const Seat& seat) {
  return {.household = seat.household,
          .role = seat.role,
          .name = seat.name,
          .controller = seat.controller,
          .enterprise = enterprise_of(w, seat.household),
          .wealth = seat.wealth_share,
          .livelihood = seat.livelihood_share,
          .standing = seat.standing,
          .progress = seat.progress_share};
}

UnitsRow units_row(const World& w, EnterpriseId id) {
  const OutsideCapital* const promise = outside_capital(w, id);
  if (promise == nullptr) return {};
  return {.out = w.enterprises.shares_issued[id],
          .offered = w.enterprises.board_order[id].quantity,
          .price = promise->price,
          .rate = promise->rate,
          .owed = promise->owed,
          .unpaid_ticks = promise->unpaid_ticks};
}

EnterpriseRow enterprise_row(const World& w, EnterpriseId id) {
  const auto& f = w.enterprises;
  return {.enterprise = id,
          .name = f.name[id],
          .form = f.form[id],
          .product = f.product[id],
          .head = f.head[id],
          .workers = f.workers[id],
          .places = f.places[id],
          .wage = f.wage[id],
          .expected_pay = expected_pay(w, id),
          .ask_price = f.ask_price[id],
          .output = f.output[id],
          .sold = f.sold[id],
          .stock = f.product_stock[id],
          .revenue = f.revenue[id],
          .hired = f.hired[id],
          .quit = f.quit[id],
          .open = f.open[id] != 0,
          .merit = f.merit[id],
          .split = f.split[id],
          .hours = f.hours[id],
          .automated = automated_share(w, id),
          .research = f.research[id].share,
          .union_density = f.density[id],
          .dispute = f.dispute[id],
          .dispute_ticks = f.dispute_ticks[id],
          .demanded = f.demanded[id],
          .peace_ticks = f.peace_ticks[id],
          .shares_issued = f.form[id] == Form::kProprietary ? f.shares_issued[id] : 0,
          .trust_part = trust_part(w, id),
          .share_worth = f.shares_issued[id] > 0 ? capital_worth(w, id) / f.shares_issued[id] : 0,
          .share_average = averaged_share_price(w, id),
          .share_market = f.share_market[id],
          .head_shares = f.form[id] == Form::kProprietary ? shares_of(w, id, f.head[id]) : 0,
          .land = f.site[id].used,
          .dual_work = f.dual_work[id] != 0,
          .second_hands = f.second_hands[id],
          .ticks_to_receiver = ticks_to_receiver(w, id),
          .winding_up = f.winding_up[id],
          .units = units_row(w, id)};
}

}  // namespace

Statement statement_of(Mils opening, const Flows& flows) {
  Statement s{opening, {}, opening};
  for (std::size_t i = 0; i < kReasons; ++i) {
    if (flows[i] == 0) continue;
    s.parts.push_back({static_cast<Reason>(i), flows[i]});
    s.closing += flows[i];
  }
  return s;
}

std::vector<SeatRow> seat_rows(const World& now, const World& at_close) {
  std::vector<SeatRow> rows;
  rows.reserve(now.seats.size());
  for (const Seat& seat : now.seats) rows.push_back(seat_row(at_close, seat));
  return rows;
}

void renew_public_view(PublicView& view, const World& world) {
  view.world = world_row(world);
  view.seats = seat_rows(world, world);
  view.enterprises.clear();
  for (const EnterpriseId id : world.enterprises.ids()) view.enterprises.push_back(enterprise_row(world, id));
  for (const BuyOut& offer : world.buy_outs) {
    EnterpriseRow& row = view.enterprises[offer.enterprise.value];
    row.buy_out_price = offer.price;
    row.buy_out_closes = offer.closes_tick;
    row.buy_out_by_workers = offer.by_workers;
    row.buy_out_bidder = offer.bidder;
  }
  for (const Instalment& i : world.instalments) view.enterprises[i.enterprise.value].instalments += i.owed;
  view.markets = world.markets;
  const auto known = static_cast<std::ptrdiff_t>(std::min(view.history.size(), world.history.size()));
  view.history.insert(view.history.end(), world.history.begin() + known, world.history.end());
  // Those of the running tick are the last.
  auto last = world.events.end();
  while (last != world.events.begin() && std::prev(last)->tick > world.tick) --last;
  view.events.assign(last - std::min(last - world.events.begin(), std::ptrdiff_t{kEventsKept}), last);
}

PublicView public_view(const World& world) {
  PublicView view;
  renew_public_view(view, world);
  return view;
}

}  // namespace tt::rules
