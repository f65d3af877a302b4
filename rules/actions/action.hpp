// Everything a person may do. One struct an action; its rule is the file of the same name beside this one.
// The acting household is given apart: it comes from the session, never from the action.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/machines.hpp"

namespace tt::rules {

struct FoundEnterprise {
  std::string name;  ///< 3–40 printable characters
  Form form = Form::kProprietary;
  Good product = Good::kProvisions;
  Mils capital = 0;
};

struct OfferWork {
  EnterpriseId enterprise;
  Mils wage = 0;
  std::uint32_t places = 0;
};

struct SetProduction {
  EnterpriseId enterprise;
  Mils ask_price = 0;
  Lots output_target = 0;
};

struct OrderInputs {
  EnterpriseId enterprise;
  Lots quantity = 0;  ///< 0 cancels
  Mils limit_price = 0;
};

struct DeclareDividend {
  EnterpriseId enterprise;
  Mils amount = 0;
};

struct Invest {
  EnterpriseId enterprise;
  Mils amount = 0;
};

struct ApplyForWork {
  EnterpriseId enterprise;
};

struct LeaveWork {};

struct SetEffort {
  Bp effort = kOne;
};

/// How a co-operative divides a surplus; sums to kOne.
struct SurplusSplit {
  Bp distribution = 0;
  Bp accounts = 0;
  Bp reserve = 0;
  Bp commons = 0;  ///< given for common use
  bool operator==(const SurplusSplit&) const = default;
};

struct ChangeBaseWage {
  Mils wage = 0;
  bool operator==(const ChangeBaseWage&) const = default;
};
struct ChangeSplit {
  SurplusSplit split;
  bool operator==(const ChangeSplit&) const = default;
};
struct ChangeMerit {
  Bp merit = 0;
  bool operator==(const ChangeMerit&) const = default;
};
struct ChangePlaces {
  std::uint32_t places = 0;
  bool operator==(const ChangePlaces&) const = default;
};
struct ElectManager {
  HouseholdId manager;
  bool operator==(const ElectManager&) const = default;
};
/// What a co-operative's manager may decide without asking. Hours outside are moved to the nearest bound.
struct Mandate {
  Bp least_hours = 7'000;
  Bp most_hours = 11'000;
  Bp machines = 2'000;  ///< part of the cash that one tick's orders for machines may bind
  Bp credit = 5'000;    ///< part of the credit limit up to which the manager may owe
  bool operator==(const Mandate&) const = default;
};
struct ChangeMandate {
  Mandate mandate;
  bool operator==(const ChangeMandate&) const = default;
};
struct ChangeResearch {
  Research research;
  bool operator==(const ChangeResearch&) const = default;
};
struct ChangeDualWork {
  bool allowed = false;
  bool operator==(const ChangeDualWork&) const = default;
};
/// Become proprietary: capital accounts turn into shares, the indivisible reserve goes to the commons. Carried by two
/// thirds of all members.
struct Demutualise {
  bool operator==(const Demutualise&) const = default;
};
/// Part with a member, who is paid out as one who leaves. Carried by two thirds of all members.
struct Expel {
  HouseholdId member;
  bool operator==(const Expel&) const = default;
};
/// Offer units of non-voting capital, sold in the auctions of shares until they are gone. In place of an earlier offer;
/// 0 units withdraw it.
struct OfferCapital {
  Lots units = 0;
  Mils price = 0;  ///< of a unit, which is also what it is taken back for
  Bp rate = 0;     ///< return a year, paid before members share a surplus
  bool operator==(const OfferCapital&) const = default;
};
/// Take units of non-voting capital back at their price, from every holder in proportion.
struct RedeemCapital {
  Lots units = 0;
  bool operator==(const RedeemCapital&) const = default;
};
using MotionChange = std::variant<ChangeBaseWage, ChangeSplit, ChangeMerit, ChangePlaces, ElectManager, ChangeMandate,
                                  ChangeResearch, ChangeDualWork, Demutualise, Expel, OfferCapital, RedeemCapital>;

struct ProposeMotion {
  EnterpriseId enterprise;
  MotionChange change;
};

struct CastVote {
  MotionId motion;
  Choice choice = Choice::kAbstain;
};

struct PlaceOrder {
  Good good = Good::kProvisions;
  Side side = Side::kBuy;
  Lots quantity = 0;  ///< 0 cancels
  Mils limit_price = 0;
};

struct SetSpending {
  Bp share = kOne;
};

/// Longer or shorter weeks for everybody in the enterprise; pay follows the hours.
struct SetHours {
  EnterpriseId enterprise;
  Bp hours = kOne;
};

/// Machines for the enterprise, from the next auction of their kind.
struct OrderMachines {
  EnterpriseId enterprise;
  Task task = Task::kHands;  ///< machinery does hands tasks, engines do minds tasks
  Lots quantity = 0;         ///< 0 cancels
  Mils limit_price = 0;
};

/// How much of everybody's time goes into finding out what machines can do.
struct SetResearch {
  EnterpriseId enterprise;
  Research research;
};

/// Land for the enterprise, bought or sold at the next auction.
struct OrderLand {
  EnterpriseId enterprise;
  Side side = Side::kBuy;
  Lots quantity = 0;  ///< parcels; 0 cancels
  Mils limit_price = 0;
};

/// Land to rent every tick, beyond its own and what the commons gives; and whether to use the commons.
struct UseLand {
  EnterpriseId enterprise;
  Lots rented = 0;
  Mils rent_limit = 0;  ///< at most a parcel and tick
  bool commons = false;
};

/// Money given for common use: the commons buys land with it.
struct BackCommons {
  Mils amount = 0;
};

/// Take or give back a union card. It speaks, pays dues and strikes wherever its holder is an employee.
struct SetUnionCard {
  bool member = false;
};

/// A card holder's vote on striking in the coming tick, in a dispute at one's place of work.
struct VoteOnStrike {
  Choice choice = Choice::kAbstain;
};

/// An owner's answer to a demand: the wage demanded from the close on, or nothing.
struct AnswerDemand {
  EnterpriseId enterprise;
  Answer answer = Answer::kHoldOut;
};

/// Buy or sell shares, or units of a co-operative's outside capital, at each auction until filled. One order an
/// enterprise; a new one replaces it.
struct OrderShares {
  EnterpriseId enterprise;
  Side side = Side::kBuy;
  Lots quantity = 0;     ///< 0 cancels
  Mils limit_price = 0;  ///< a share
};

/// The board's order for the next auction: sell new shares, or buy back and cancel. 0 cancels.
struct IssueShares {
  EnterpriseId enterprise;
  Side side = Side::kSell;
  Lots quantity = 0;
  Mils limit_price = 0;
};

/// The head passes own shares to the employee trust: given (price 0), or paid off out of half the trust's dividends.
struct OfferEmployeeShares {
  EnterpriseId enterprise;
  Bp part = 0;     ///< of all shares issued, taken from the head's own
  Mils price = 0;  ///< a share; at most book worth
};

/// Asks the mutual bank for a loan, lent when the tick closes; if more is asked of the bank than it may lend, to
/// everybody in proportion. By the owner, or the elected manager within the mandate. Takes the place of an earlier one
/// and of Repay; 0 takes it back.
struct Borrow {
  EnterpriseId enterprise;
  Mils amount = 0;
};

/// Pays back part of the loan or all of it when the tick closes. By the owner or the elected manager.
struct Repay {
  EnterpriseId enterprise;
  Mils amount = 0;
};

/// Whether one would take over one's place of work as a co-operative if it fails to pay. Counts if it comes to that.
struct SupportTakeOver {
  bool support = true;
};

/// Work a share of one's time in a second enterprise, for its base pay; both must allow it. Zero ends it.
struct SetSecondJob {
  EnterpriseId enterprise;
  Bp share = 0;
};

/// An owner allows or forbids dual work: their people's elsewhere, and other people's here.
struct SetDualWork {
  EnterpriseId enterprise;
  bool allowed = false;
};

/// Offer for all shares that the bidder and the employee trust do not hold; decided at the second close from now.
struct OfferBuyOut {
  EnterpriseId enterprise;
  Mils price = 0;           ///< a share
  bool by_workers = false;  ///< paid off out of surplus by the co-operative it becomes; the head may offer it to them
};

/// A holder agrees to sell, or a person who works there to take over; may be taken back.
struct AgreeToBuyOut {
  EnterpriseId enterprise;
  bool agree = true;
};

/// Puts a change of one law to the vote of everybody. Within the law's bounds, and no further from what holds than
/// `law_step` lets one vote go.
struct ProposeLaw {
  Law law = Law::kIncomeTax;
  std::int64_t value = 0;  ///< in the law's unit: bp or ticks
};

/// Anybody's vote on the open proposal about this law; may be changed until it is counted.
struct VoteOnLaw {
  Law law = Law::kIncomeTax;
  Choice choice = Choice::kAbstain;
};

using Action =
    std::variant<FoundEnterprise, OfferWork, SetProduction, OrderInputs, DeclareDividend, Invest, ApplyForWork,
                 LeaveWork, SetEffort, ProposeMotion, CastVote, PlaceOrder, SetSpending, SetHours, OrderMachines,
                 SetResearch, SetUnionCard, VoteOnStrike, AnswerDemand, OrderShares, IssueShares, OfferEmployeeShares,
                 OrderLand, UseLand, BackCommons, SetSecondJob, SetDualWork, OfferBuyOut, AgreeToBuyOut, Borrow, Repay,
                 SupportTakeOver, ProposeLaw, VoteOnLaw>;

/// A person sits down: the household is theirs to decide for. `player` is an opaque identity the server knows.
struct TakeSeat {
  HouseholdId household;
  std::uint64_t player = 0;
  std::string name;  ///< 1–24 printable characters
  Controller controller = Controller::kPlayer;
};

/// The seat changes hands between its person and the caretaker, or is given up (kVacant).
struct SetController {
  HouseholdId household;
  Controller controller = Controller::kCaretaker;
};

/// What the host's side may do to a world; journaled like any action.
using HostAction = std::variant<TakeSeat, SetController>;

}  // namespace tt::rules
