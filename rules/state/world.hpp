// The whole state of a world, as columns. It changes only through the functions of rules/rules.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/core/id.hpp"
#include "rules/core/random.hpp"
#include "rules/core/units.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/buy_out.hpp"
#include "rules/state/event.hpp"
#include "rules/state/history.hpp"
#include "rules/state/holding.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/land.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/machines.hpp"
#include "rules/state/maker.hpp"
#include "rules/state/market.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/scenario.hpp"

namespace tt::rules {

using Flows = std::array<Mils, kReasons>;  ///< net postings by reason

/// Every adult of the world; a seat is one of them with somebody deciding for it.
struct Households {
  Column<HouseholdId, Mils> cash;
  Column<HouseholdId, Mils> usual_pay;  ///< smoothed gross income per tick
  Column<HouseholdId, Mils> capital_account;
  Column<HouseholdId, Mils> last_base;  ///< the latest payslip
  Column<HouseholdId, Mils> last_share;
  Column<HouseholdId, Mils> last_dividend;
  Column<HouseholdId, Mils> last_transfers;  ///< benefits, strike pay and basic income less taxes and dues
  Column<HouseholdId, EnterpriseId> employer;
  Column<HouseholdId, EnterpriseId> applied_to;
  Column<HouseholdId, std::uint32_t> seat;  ///< index into seats, or kNoSeat
  Column<HouseholdId, ShortBp> hands;       ///< skill in tasks of each kind
  Column<HouseholdId, ShortBp> minds;
  Column<HouseholdId, ShortBp> effort;
  Column<HouseholdId, ShortBp> spending;
  Column<HouseholdId, EnterpriseId> displaced_by;  ///< where machines took over from them; until they work again
  Column<HouseholdId, std::uint16_t> ticks_without_work;
  Column<HouseholdId, std::uint16_t> tenure;  ///< ticks worked for the present employer
  Column<HouseholdId, std::uint8_t> member;
  Column<HouseholdId, std::uint8_t> leaving;
  Column<HouseholdId, std::uint8_t> owner;             ///< heads a proprietary enterprise, so does not look for work
  Column<HouseholdId, ShortBp> grievance;              ///< against the place of work, 0 to 10 000
  Column<HouseholdId, std::uint8_t> union_card;        ///< counts while an employee
  Column<HouseholdId, Choice> strike_vote;             ///< of a seated card holder, for the running tick
  Column<HouseholdId, Mils> wages_owed;                ///< by the employer
  Column<HouseholdId, std::uint8_t> for_take_over;     ///< would take the place of work over if it fails to pay
  Column<HouseholdId, Mils> wealth_tax_due;            ///< owed and not paid for want of cash
  Column<HouseholdId, std::int32_t> wealth_tax_carry;  ///< below a mil, in 1/520 000
  Column<HouseholdId, std::uint32_t> may_found_from;   ///< clock before which this person cannot found again
  Column<HouseholdId, EnterpriseId> second_job;        ///< where a part of one's time is worked besides
  Column<HouseholdId, ShortBp> second_share;           ///< of one's time there

  /// Every column, once: the list that is saved, hashed, checked and grown.
  template <class Self, class Visit>
  static decltype(auto) columns(Self& self, Visit&& visit) {
    return visit(self.cash, self.usual_pay, self.capital_account, self.last_base, self.last_share, self.last_dividend,
                 self.last_transfers, self.employer, self.applied_to, self.seat, self.hands, self.minds, self.effort,
                 self.spending, self.ticks_without_work, self.member, self.leaving, self.owner, self.tenure,
                 self.displaced_by, self.grievance, self.union_card, self.strike_vote, self.wealth_tax_due,
                 self.wealth_tax_carry, self.second_job, self.second_share, self.may_found_from, self.wages_owed,
                 self.for_take_over);
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(cash.size()); }
  [[nodiscard]] IdRange<HouseholdId> ids() const { return {count()}; }
};

struct Enterprises {
  Column<EnterpriseId, std::string> name;
  Column<EnterpriseId, Form> form;
  Column<EnterpriseId, Good> product;
  Column<EnterpriseId, std::uint8_t> open;
  Column<EnterpriseId, HouseholdId> head;  ///< owner, or elected manager if any
  Column<EnterpriseId, Tick> founded;
  Column<EnterpriseId, Mils> cash;
  Column<EnterpriseId, Lots> product_stock;
  Column<EnterpriseId, Lots> materials_stock;
  // Decisions in force.
  Column<EnterpriseId, Mils> wage;
  Column<EnterpriseId, std::uint32_t> places;
  Column<EnterpriseId, Mils> ask_price;
  Column<EnterpriseId, Lots> output_target;
  Column<EnterpriseId, Lots> input_quantity;
  Column<EnterpriseId, Mils> input_limit;
  Column<EnterpriseId, Mils> declared_dividend;
  Column<EnterpriseId, Bp> merit;
  Column<EnterpriseId, SurplusSplit> split;
  Column<EnterpriseId, std::uint8_t> open_motions;  ///< before its assembly
  Column<EnterpriseId, Bp> hours;                   ///< of a normal week; output and pay follow
  Column<EnterpriseId, Mandate> mandate;            ///< what a co-operative's manager may decide alone
  Column<EnterpriseId, std::uint8_t> dual_work;     ///< whether its people may work elsewhere besides, and others here
  Column<EnterpriseId, Research> research;
  Column<EnterpriseId, Site> site;
  Column<EnterpriseId, std::array<Machines, kTasks>> machines;
  // Equity of a co-operative: cash = accounts + reserve + what is not yet divided.
  Column<EnterpriseId, Mils> reserve;
  Column<EnterpriseId, Mils> accounts;  ///< sum of the members' capital accounts
  // Share capital of a proprietary enterprise; of a co-operative, the units of its outside capital.
  Column<EnterpriseId, Lots> shares_issued;
  Column<EnterpriseId, std::vector<Holding>> shareholders;  ///< by rising holder; sums to the number issued
  Column<EnterpriseId, ShareMarket> share_market;
  Column<EnterpriseId, BoardOrder> board_order;
  Column<EnterpriseId, TrustDebt> trust_debt;
  Column<EnterpriseId, Mils> dividend_average;  ///< smoothed dividend a tick, of all shares together
  // What simulated managers remember.
  Column<EnterpriseId, Lots> sales_average;
  Column<EnterpriseId, Bp> markup;
  Column<EnterpriseId, Mils> share_average;  ///< smoothed surplus share per member and tick
  Column<EnterpriseId, std::uint16_t> ticks_empty;
  // A dispute over pay, if there is one; what the last one left.
  Column<EnterpriseId, Dispute> dispute;
  Column<EnterpriseId, std::uint16_t> dispute_ticks;  ///< in this state
  Column<EnterpriseId, Mils> demanded;                ///< the wage demanded
  Column<EnterpriseId, Answer> answer;
  Column<EnterpriseId, Mils> agreement;             ///< least wage while peace lasts
  Column<EnterpriseId, std::uint16_t> peace_ticks;  ///< until the next demand
  Column<EnterpriseId, Bp> density;                 ///< card holders among the people
  Column<EnterpriseId, Mils> profit_average;        ///< smoothed operating profit per tick
  // Debt to the bank.
  Column<EnterpriseId, Mils> loan;
  Column<EnterpriseId, Tick> borrowed;                 ///< on the world's clock; 0 for never
  Column<EnterpriseId, std::int64_t> interest_carry;   ///< below a mil, in 1/520 000
  Column<EnterpriseId, Mils> arrears;                  ///< interest due and not paid
  Column<EnterpriseId, Mils> loan_order;               ///< asked for in the running tick; below zero: to be repaid
  Column<EnterpriseId, Mils> wages_owed;               ///< to its people and to those who left
  Column<EnterpriseId, std::uint16_t> distress_ticks;  ///< for which it has failed to pay
  Column<EnterpriseId, std::uint16_t> winding_up;      ///< ticks of sale left; 0 unless a receiver sells it
  // Results of the last closed tick.
  Column<EnterpriseId, std::uint32_t> workers;
  Column<EnterpriseId, std::uint32_t> second_hands;  ///< people working here besides their job elsewhere
  Column<EnterpriseId, Lots> output;
  Column<EnterpriseId, Lots> sold;
  Column<EnterpriseId, Mils> revenue;
  Column<EnterpriseId, Mils> wage_bill;
  Column<EnterpriseId, Mils> last_surplus;
  Column<EnterpriseId, std::uint32_t> hired;
  Column<EnterpriseId, std::uint32_t> quit;
  Column<EnterpriseId, std::uint32_t> dismissed;
  Column<EnterpriseId, std::uint32_t> vacancies;   ///< left open after hiring
  Column<EnterpriseId, std::uint16_t> pull_ticks;  ///< for which open places elsewhere have paid more, and people heard
  Column<EnterpriseId, std::uint8_t> paid_in_full;  ///< whether the last payday kept its promise
  Column<EnterpriseId, Mils> opening_cash;          ///< of the running tick
  Column<EnterpriseId, Flows> flows;                ///< of the running tick
  Column<EnterpriseId, Mils> last_opening_cash;
  Column<EnterpriseId, Flows> last_flows;

  /// Every column, once: the list that is saved, hashed, checked and grown.
  template <class Self, class Visit>
  static decltype(auto) columns(Self& self, Visit&& visit) {
    return visit(self.name, self.form, self.product, self.open, self.head, self.founded, self.cash, self.product_stock,
                 self.materials_stock, self.wage, self.places, self.ask_price, self.output_target, self.input_quantity,
                 self.input_limit, self.declared_dividend, self.merit, self.split, self.reserve, self.accounts,
                 self.sales_average, self.markup, self.share_average, self.ticks_empty, self.workers, self.output,
                 self.sold, self.revenue, self.wage_bill, self.last_surplus, self.hired, self.quit, self.vacancies,
                 self.opening_cash, self.flows, self.last_opening_cash, self.last_flows, self.hours, self.mandate,
                 self.paid_in_full, self.research, self.site, self.machines, self.dispute, self.dispute_ticks,
                 self.demanded, self.answer, self.agreement, self.peace_ticks, self.density, self.profit_average,
                 self.dismissed, self.shares_issued, self.shareholders, self.share_market, self.board_order,
                 self.trust_debt, self.dividend_average, self.dual_work, self.second_hands, self.loan, self.borrowed,
                 self.interest_carry, self.arrears, self.loan_order, self.wages_owed, self.distress_ticks,
                 self.winding_up, self.pull_ticks, self.open_motions);
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(cash.size()); }
  [[nodiscard]] IdRange<EnterpriseId> ids() const { return {count()}; }
};

inline constexpr std::uint32_t kNoSeat = 0xFFFF'FFFF;
inline constexpr std::size_t kEventsKept = 200;

/// What a seated person's payslip says beyond base pay, share and dividend, of the latest tick.
struct PayLines {
  Mils benefit = 0;
  Mils strike_pay = 0;
  Mils basic_income = 0;
  Mils tax = 0;
  Mils dues = 0;
  Mils to_account = 0;  ///< of a co-operative
  Mils second = 0;      ///< of the base pay, what the second job paid
};

struct Seat {
  HouseholdId household;
  Role role = Role::kWorker;
  Controller controller = Controller::kVacant;
  std::uint64_t player = 0;
  std::string name;
  std::uint32_t actions_used = 0;
  std::int64_t livelihood_points = 0;
  Bp wealth_share = 0;
  Bp livelihood_share = 0;
  std::int64_t progress_points = 0;
  Bp progress_share = 0;
  Bp standing = 0;
  Mils opening_cash = 0;  ///< of the running tick
  Flows flows{};
  Mils last_opening_cash = 0;
  Flows last_flows{};
  PayLines pay;
};

struct Motion {
  EnterpriseId enterprise;
  HouseholdId proposer;
  MotionChange change;
  Tick opened_tick = 0;
  Tick closes_tick = 0;
  bool open = false;
  bool carried = false;
  std::uint32_t electorate = 0;
  std::uint32_t leaning_yes = 0;
  std::uint32_t leaning_no = 0;
  std::uint32_t near_the_line = 0;
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
  std::vector<Ballot> ballots;  ///< of seated members; the others vote their leaning
};

/// What a person has decided in the running tick: carried out when it closes, and nobody else's to know before.
struct Sealed {
  HouseholdId actor;
  Action action;
};

/// A person's standing order.
struct PersonalOrder {
  HouseholdId household;
  Good good = Good::kProvisions;
  Side side = Side::kBuy;
  Lots quantity = 0;
  Mils limit_price = 0;
};

/// In the world they stand by person, good and side; nobody has two alike.
[[nodiscard]] inline bool orders_before(const PersonalOrder& a, const PersonalOrder& b) {
  if (a.household != b.household) return a.household < b.household;
  return a.good != b.good ? a.good < b.good : a.side < b.side;
}

/// What a person has bought and not sold.
struct Pantry {
  HouseholdId household;
  std::array<Lots, kGoods> lots{};
};

/// What an account of the public took and paid, by reason: of the running tick and of the last closed one.
struct PublicAccount {
  Mils opening = 0;
  Flows flows{};
  Mils last_opening = 0;
  Flows last_flows{};
};

/// What became of one good since the last close.
struct GoodsFlow {
  Lots opening = 0;
  Lots produced = 0;
  Lots used = 0;  ///< as inputs
  Lots consumed = 0;
  Lots perished = 0;
};

/// Hashes that prove what grows with time, so that a tick's hash need not go over all of it again.
struct Record {
  Hash history = 0;    ///< of all rows
  Hash forgotten = 0;  ///< of the events that gave way
  Hash events = 0;     ///< of all events
};

struct World {
  Scenario scenario;
  std::uint64_t seed = 0;
  std::uint32_t clock = 0;  ///< ticks closed since the beginning, burn-in included
  Tick tick = 0;            ///< ticks closed since players could enter
  bool finished = false;
  Hash last_hash = 0;  ///< state hash of the last close

  Mils issued = 0;  ///< money made other than by lending
  Mils treasury = 0;
  Mils bank = 0;    ///< the mutual bank's own money
  Mils credit = 0;  ///< money that lending made and that is still about
  Mils loans = 0;   ///< outstanding; less than `credit` after losses that the bank could not cover yet
  PublicAccount bank_account;
  PublicAccount treasury_account;
  Maker maker;
  PublicAccount maker_account;
  std::array<Mils, kGoods> base_price{};  ///< slow prices at the end of the burn-in
  std::array<Lots, kGoods> basket{};      ///< what households bought of each good then, in a tick
  Mils strike_fund = 0;                   ///< of all unions together
  Mils exchange = 0;                      ///< in transit within an auction; zero between stages
  Mils mean_pay = 0;                      ///< of those who work, last tick; what people call a usual wage
  Bp unemployment = 0;
  Bp technotariat = 0;                  ///< part of all tasks that machines did in the last tick
  std::uint32_t technostism_ticks = 0;  ///< for how long it has been as much as technostism needs
  std::array<Technology, kTasks> technology;
  Commons commons;
  Rents rents;

  Households households;
  Enterprises enterprises;
  std::vector<Seat> seats;
  std::uint32_t first_motion = 0;  ///< number of motions[0]; long decided ones are dropped from the front
  std::vector<Motion> motions;
  std::vector<LawVote> law_votes;  ///< oldest first; long decided ones are dropped
  std::vector<PersonalOrder> orders;
  std::vector<ShareOrder> share_orders;
  std::vector<BuyOut> buy_outs;
  std::vector<Instalment> instalments;
  std::vector<OutsideCapital> outside_capital;  ///< by rising enterprise
  std::vector<WageClaim> wage_claims;
  std::vector<Pantry> pantries;
  std::vector<Sealed> sealed;  ///< in the order of the decisions; none when a tick opens
  std::array<Market, kGoods> markets;
  std::array<GoodsFlow, kGoods> goods;
  std::vector<HistoryRow> history;
  std::vector<Event> events;  ///< the latest kEventsKept, oldest first
  Record record;
  KeptRoster staff;  ///< derived: who works where

  /// Number of the running tick, from 1: the one that actions fall into and the next close closes.
  [[nodiscard]] Tick running() const { return tick + 1; }
  /// All money there is.
  [[nodiscard]] Mils money() const { return issued + credit; }
  [[nodiscard]] Dice dice() const { return {seed, clock}; }
  [[nodiscard]] Motion& motion(MotionId id) { return motions[id.value - first_motion]; }
  [[nodiscard]] const Motion& motion(MotionId id) const { return motions[id.value - first_motion]; }
  [[nodiscard]] bool has_motion(MotionId id) const {
    return id.value >= first_motion && id.value - first_motion < motions.size();
  }
};

}  // namespace tt::rules
