// What a viewer may know. Nothing of the state is visible but what is listed here; people, bots and tournaments get the
// same. Public rows hold what was true at the last close; decisions taken since then are sealed and appear only in
// their own maker's part, with what they lead to as far as that is the maker's alone to decide.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/event.hpp"
#include "rules/state/history.hpp"
#include "rules/state/holding.hpp"
#include "rules/state/inequality.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/machines.hpp"
#include "rules/state/market.hpp"

namespace tt::rules {

struct World;
using Flows = std::array<Mils, kReasons>;  ///< net postings by reason

/// What all the world knows of one kind of task.
struct TechnologyRow {
  Task task = Task::kHands;
  std::uint32_t generation = 1;      ///< from 1
  std::int64_t knowledge = 0;        ///< points
  std::int64_t next_generation = 0;  ///< points from which the next is made; 0 for none
  Bp reach = 0;                      ///< part of the tasks that machines may do with it
  std::int64_t units_a_lot = 0;      ///< machines that do all of one lot's tasks of this kind
  bool operator==(const TechnologyRow&) const = default;
};

/// The land that is rented and the land that is common.
struct LandRow {
  Lots parcels = 0;  ///< all there are
  Mils rent = 0;     ///< of a parcel for the last tick
  Lots rented = 0;
  Lots common = 0;         ///< the commons' parcels
  Mils commons_cash = 0;   ///< to buy land with
  Mils commons_given = 0;  ///< to the commons in the last tick
  Mils commons_paid = 0;   ///< by the commons to everybody, in the last tick
  bool operator==(const LandRow&) const = default;
};

struct StatementPart {
  Reason reason = Reason::kIssue;
  Mils amount = 0;
  bool operator==(const StatementPart&) const = default;
};

/// opening + the parts = closing, exactly.
struct Statement {
  Mils opening = 0;
  std::vector<StatementPart> parts;
  Mils closing = 0;
  bool operator==(const Statement&) const = default;
};

[[nodiscard]] Statement statement_of(Mils opening, const Flows& flows);

/// The mutual bank, as of the last close.
struct BankRow {
  Bp rate = 0;          ///< a year's, on every loan, for the next tick
  Mils capital = 0;     ///< its own money, losses not made good yet off
  Mils loans = 0;       ///< outstanding
  Mils limit = 0;       ///< the most it may lend
  Mils shortfall = 0;   ///< losses to be made good before depositors get interest
  Statement statement;  ///< of the last closed tick
  bool operator==(const BankRow&) const = default;
};

/// What the public market maker holds of a good and will bid and ask for it in the next auction.
struct MakerGoodRow {
  Good good = Good::kComforts;
  Lots stock = 0;
  Mils reference = 0;  ///< price it quotes around
  Mils bid = 0;
  Lots bid_lots = 0;
  Mils ask = 0;
  Lots ask_lots = 0;
  bool operator==(const MakerGoodRow&) const = default;
};

/// The public market maker, as of the last close.
struct MakerRow {
  Mils budget = 0;      ///< all it may have in cash and stock; 0: the law has none
  Mils worth = 0;       ///< cash, and stock at reference prices
  Mils profit = 0;      ///< since the beginning: worth less what the treasury put in
  Statement statement;  ///< of the last closed tick
  std::vector<MakerGoodRow> goods;
  bool operator==(const MakerRow&) const = default;
};

/// A law that people vote on.
struct LawRow {
  Law law = Law::kIncomeTax;
  std::int64_t value = 0;  ///< bp or ticks
  std::int64_t least = 0;  ///< to which one vote may move it now
  std::int64_t most = 0;
  bool operator==(const LawRow&) const = default;
};

/// A proposal about a law, and what became of it.
struct LawVoteRow {
  Law law = Law::kIncomeTax;
  HouseholdId proposer;
  std::int64_t before = 0;
  std::int64_t value = 0;
  Tick opened_tick = 0;
  Tick closes_tick = 0;
  Tick in_force_tick = 0;  ///< 0 unless carried
  LawVote::State state = LawVote::State::kOpen;
  std::uint32_t electorate = 0;
  std::uint32_t leaning_yes = 0;  ///< simulated people, by their expected interest
  std::uint32_t leaning_no = 0;
  std::uint32_t near_the_line = 0;
  std::uint32_t yes = 0;  ///< as counted
  std::uint32_t no = 0;
  bool operator==(const LawVoteRow&) const = default;
};

/// An open proposal as it concerns one person: pays + gets is the expected change of income a tick.
struct MyLawVoteRow {
  Law law = Law::kIncomeTax;
  std::int64_t value = 0;
  Choice my_choice = Choice::kNone;
  Mils pays = 0;
  Mils gets = 0;
  bool operator==(const MyLawVoteRow&) const = default;
};

struct WorldRow {
  std::string scenario;
  std::string title;
  Tick tick = 0;
  Tick final_tick = 0;  ///< the last there may be
  Tick end_window = 0;  ///< the end comes by chance up to so many ticks before that
  bool finished = false;
  std::uint32_t population = 0;
  Mils money = 0;
  Bp income_tax = 0;
  Mils benefit = 0;
  Hash state_hash = 0;  ///< of the last closed tick
  std::uint32_t actions_per_tick = 0;
  Mils entry_stake = 0;
  Mils min_capital = 0;
  std::uint32_t worker_seats = 0;  ///< as many may sit down as workers
  Bp technotariat = 0;             ///< part of all tasks that machines did
  Bp wealth_weight = 0;            ///< of the laurels in the standing
  Bp livelihood_weight = 0;
  Bp progress_weight = 0;
  std::array<TechnologyRow, kTasks> technology;
  LandRow land;
  Bp price_index = kOne;  ///< of what households buy; 10 000 at the end of the burn-in
  Bp profit_tax = 0;
  Bp wealth_tax = 0;      ///< a year
  Mils basic_income = 0;  ///< a tick, while the treasury lasts
  Mils minimum_wage = 0;
  Bp money_rule = 0;   ///< the most money made in a tick, of all money
  Statement treasury;  ///< of the last closed tick
  BankRow bank;
  MakerRow maker;
  Lorenz wealth_curve{};     ///< of all households, as of the last close
  Lorenz income_curve{};     ///< of what they were paid in the last tick, net
  std::vector<LawRow> laws;  ///< none where laws are not voted on
  std::vector<LawVoteRow> law_votes;
  bool operator==(const WorldRow&) const = default;
};

struct SeatRow {
  HouseholdId household;
  Role role = Role::kWorker;
  std::string name;
  Controller controller = Controller::kVacant;
  EnterpriseId enterprise;  ///< owned, or worked in
  Bp wealth = 0;            ///< shares of the laurels among the seats
  Bp livelihood = 0;
  Bp standing = 0;
  Bp progress = 0;
  bool operator==(const SeatRow&) const = default;
};

inline constexpr std::size_t kHoldersShown = 5;

/// The outside capital of a co-operative, without a vote; worth and market of a unit stand where those of a share do.
struct UnitsRow {
  Lots out = 0;      ///< sold and not taken back
  Lots offered = 0;  ///< by the assembly, in the next auction
  Mils price = 0;    ///< of a unit: asked for it, and paid back for it; 0 where there are none
  Bp rate = 0;       ///< return a year, before members share a surplus
  Mils owed = 0;     ///< return due and not paid, of all units together
  std::uint32_t unpaid_ticks = 0;
  bool operator==(const UnitsRow&) const = default;
};

struct EnterpriseRow {
  EnterpriseId enterprise;
  std::string name;
  Form form = Form::kProprietary;
  Good product = Good::kProvisions;
  HouseholdId head;  ///< owner or elected manager
  std::uint32_t workers = 0;
  std::uint32_t places = 0;
  Mils wage = 0;
  Mils expected_pay = 0;
  Mils ask_price = 0;
  Lots output = 0;
  Lots sold = 0;
  Lots stock = 0;
  Mils revenue = 0;
  std::uint32_t hired = 0;
  std::uint32_t quit = 0;
  bool open = false;
  Bp merit = 0;
  SurplusSplit split;
  Bp hours = kOne;
  Bp automated = 0;  ///< part of its tasks that machines did
  Bp research = 0;   ///< part of the working time
  Bp union_density = 0;
  Dispute dispute = Dispute::kNone;
  std::uint32_t dispute_ticks = 0;  ///< since the demand, or since the strike began
  Mils demanded = 0;                ///< the wage a union demands
  std::uint32_t peace_ticks = 0;    ///< until it may demand again
  Lots shares_issued = 0;           ///< 0 for a co-operative
  Bp trust_part = 0;                ///< of the shares, the employee trust's
  Mils share_worth = 0;             ///< as wealth counts one: the lower of book worth and the averaged price
  Mils share_average = 0;           ///< of the last eight auctions with a buyer
  ShareMarket share_market;
  Lots head_shares = 0;  ///< held by the head, the largest holder
  Lots land = 0;         ///< parcels used
  bool dual_work = false;
  std::uint32_t second_hands = 0;
  Mils buy_out_price = 0;  ///< a share, of the open offer; 0 for none
  Tick buy_out_closes = 0;
  bool buy_out_by_workers = false;
  HouseholdId buy_out_bidder;
  Mils instalments = 0;                 ///< what a co-operative still owes former owners
  std::uint32_t ticks_to_receiver = 0;  ///< while it fails to pay; 0 if it pays
  std::uint32_t winding_up = 0;         ///< ticks of a receiver's sale left
  UnitsRow units;                       ///< outside capital of a co-operative
  bool operator==(const EnterpriseRow&) const = default;
};

struct PublicView {
  WorldRow world;
  std::vector<SeatRow> seats;
  std::vector<EnterpriseRow> enterprises;
  std::array<Market, kGoods> markets;
  std::vector<HistoryRow> history;  ///< one a closed tick
  std::vector<Event> events;        ///< the latest, oldest first
};

struct Payslip {
  Tick tick = 0;
  EnterpriseId enterprise;
  Mils base = 0;
  Mils share = 0;
  Mils dividend = 0;
  Mils benefit = 0;
  Mils tax = 0;
  Mils net = 0;  ///< base + share + dividend + benefit + strike pay + basic income − tax − dues
  Mils to_account = 0;
  Mils strike_pay = 0;
  Mils dues = 0;
  Mils basic_income = 0;
  bool operator==(const Payslip&) const = default;
};

struct OrderRow {
  Good good = Good::kProvisions;
  Side side = Side::kBuy;
  Lots quantity = 0;
  Mils limit_price = 0;
  bool operator==(const OrderRow&) const = default;
};

/// The land of an enterprise.
struct SiteRow {
  Lots parcels = 0;       ///< its own
  Lots rented = 0;        ///< in the last tick
  Lots common = 0;        ///< of the commons, in the last tick
  std::int64_t room = 0;  ///< standard workers they give room to; beyond, each adds half
  Lots wanted = 0;        ///< to rent every tick
  Mils rent_limit = 0;
  bool uses_commons = false;
  Lots buy = 0;  ///< ordered for the next auction
  Lots sell = 0;
  Mils limit = 0;
  bool operator==(const SiteRow&) const = default;
};

/// Machines of one kind in an enterprise.
struct MachinesRow {
  Task task = Task::kHands;
  Lots units = 0;
  Lots lots = 0;  ///< of the product, whose tasks of this kind they could do
  Bp reach = 0;   ///< part of its tasks that may be handed to them, by what it knows
  Bp done = 0;    ///< part of its tasks of this kind that they did last tick
  Lots order = 0;
  Mils limit = 0;
  Mils worth = 0;
  bool operator==(const MachinesRow&) const = default;
};

/// Shares the viewer holds or has an order for.
struct HoldingRow {
  EnterpriseId enterprise;
  Lots shares = 0;
  Mils worth = 0;  ///< as wealth counts them
  Side order_side = Side::kBuy;
  Lots order_quantity = 0;  ///< 0: no order
  Mils order_limit = 0;
  bool operator==(const HoldingRow&) const = default;
};

/// What an enterprise owes and could borrow.
struct DebtRow {
  Mils loan = 0;
  Mils interest = 0;  ///< that a tick costs at the present rate
  Mils arrears = 0;   ///< interest not paid
  Mils wages_owed = 0;
  Mils limit = 0;       ///< the most it may owe the bank
  Mils may_borrow = 0;  ///< by its head alone, now
  Mils order = 0;       ///< asked for in the running tick; below zero: to be repaid
  bool may_pay_out = true;
  bool operator==(const DebtRow&) const = default;
};

/// The books of an enterprise the viewer owns, manages or is a member of.
struct Books {
  EnterpriseId enterprise;
  Statement cash_flow;  ///< of the last closed tick
  Mils cash = 0;        ///< now
  Lots product_stock = 0;
  Lots materials_stock = 0;
  Lots capacity = 0;  ///< what the people could make in a tick, materials aside
  Mils unit_cost = 0;
  Mils wage = 0;  ///< decisions as they stand now
  std::uint32_t places = 0;
  Mils ask_price = 0;
  Lots output_target = 0;
  Lots input_quantity = 0;
  Mils input_limit = 0;
  Mils declared_dividend = 0;
  Lots materials_per_100_lots = 0;
  Mils reserve = 0;
  Mils capital_accounts = 0;
  Mils last_surplus = 0;
  bool may_manage = false;
  Mandate mandate;  ///< within which a co-operative's manager decides alone
  Bp hours = kOne;
  std::uint32_t in_training = 0;  ///< people not at full productivity yet
  std::array<MachinesRow, kTasks> machines;
  Lots materials_to_run = 0;  ///< that machines use for the planned output, if there is enough
  Mils upkeep = 0;            ///< what a tick's wear costs
  Research research;
  Mils profit_per_worker = 0;     ///< smoothed, per tick; what a union asks a part of
  Mils agreed_wage = 0;           ///< least wage while an agreement lasts
  Bp grievance = 0;               ///< mean of the people
  Answer answer = Answer::kNone;  ///< to the open demand
  BoardOrder board_order;
  Mils trust_owes = 0;
  std::vector<Holding> largest_holders;  ///< at most kHoldersShown, largest first; the trust has no number
  SiteRow site;
  DebtRow debt;
  bool operator==(const Books&) const = default;
};

struct MemberRow {
  HouseholdId household;
  Mils capital_account = 0;
  Mils last_base = 0;
  Mils last_share = 0;
  Bp skill = 0;
  Bp effort = 0;
  bool operator==(const MemberRow&) const = default;
};

struct MotionRow {
  MotionId motion;
  HouseholdId proposer;
  MotionChange change;
  MotionChange current;
  Tick opened_tick = 0;
  Tick closes_tick = 0;
  std::uint32_t electorate = 0;
  std::uint32_t leaning_yes = 0;
  std::uint32_t leaning_no = 0;
  std::uint32_t near_the_line = 0;
  std::uint32_t needed_yes = 0;
  Choice my_choice = Choice::kNone;
  Mils effect_on_me = 0;
  bool open = false;
  bool carried = false;
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
  bool operator==(const MotionRow&) const = default;
};

struct Assembly {
  EnterpriseId enterprise;
  std::vector<MemberRow> members;
  std::vector<MotionRow> motions;
  HouseholdId manager;
  Bp merit = 0;
  SurplusSplit split;
  Mils base_wage = 0;
  bool operator==(const Assembly&) const = default;
};

struct PrivateView {
  HouseholdId household;
  Role role = Role::kWorker;
  std::string name;
  Mils cash = 0;
  Statement cash_flow;
  Mils capital_account = 0;
  Bp skill = 0;  ///< in the tasks of one's work
  Bp hands = 0;
  Bp minds = 0;
  Bp effort = 0;
  Bp spending = 0;
  EnterpriseId employer;
  bool member = false;
  bool leaving = false;
  EnterpriseId applied_to;
  std::array<Lots, kGoods> stock{};
  std::vector<OrderRow> orders;
  Payslip payslip;
  std::vector<Books> books;
  std::optional<Assembly> assembly;
  std::uint32_t actions_left = 0;
  Mils wealth = 0;
  std::int64_t livelihood_points = 0;
  std::int64_t progress_points = 0;
  Mils usual_pay = 0;
  Bp productivity = kOne;  ///< what training has made of one so far
  Bp grievance = 0;
  bool union_card = false;
  Choice strike_vote = Choice::kNone;
  Mils strike_pay = 0;  ///< that one would get for a tick on strike, as the fund stands
  std::vector<HoldingRow> holdings;
  EnterpriseId second_job;
  Bp second_share = 0;
  Mils second_pay = 0;         ///< of the payslip's base
  Mils wages_owed = 0;         ///< to oneself, by the employer and former ones
  bool for_take_over = false;  ///< would take the place of work over if it fails to pay
  std::vector<MyLawVoteRow> law_votes;
  bool operator==(const PrivateView&) const = default;
};

/// The public part, as of the last close except for who sits where. Call it right after a close to publish that tick.
[[nodiscard]] PublicView public_view(const World& world);
/// The same in the place of an earlier view of the same world, or of an empty one. History is long and only grows: what
/// is there of it stays.
void renew_public_view(PublicView& view, const World& world);

/// The seats as of the last close, with who sits on them now: what is decided in the running tick, such as a founding,
/// stays sealed. `at_close`: the same world right after its last close.
[[nodiscard]] std::vector<SeatRow> seat_rows(const World& now, const World& at_close);

/// One seated person's own part, decisions of the running tick included; nothing if that household is not a seat.
[[nodiscard]] std::optional<PrivateView> private_view(const World& world, HouseholdId viewer);

}  // namespace tt::rules
