// The tick as a visible list of stages. Each is a free function over the world; a new one is a function and a line in
// the list.
#pragma once

#include <span>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

struct Stage {
  const char* name;
  void (*run)(World&);
};

/// The stages of a close, in order.
[[nodiscard]] std::span<const Stage> stages();

void open_sealed(World& world);       ///< what people have sealed in the tick is carried out
void decide_motions(World& world);    ///< motions whose tick has come are counted; those carried take effect
void decide_laws(World& world);       ///< laws voted for come into force; votes whose tick has come are counted
void advance_research(World& world);  ///< what is found out, what all learn, new generations of machines
void plan_enterprises(World& world);  ///< simulated owners and managers decide, through the same actions as anybody
void settle_credit(World& world);     ///< loans and repayments that were asked for
void match_labour(World& world);      ///< notice, dismissals, search, hiring
void settle_disputes(World& world);   ///< unions: cards, demands, strikes, agreements
void use_land(World& world);          ///< the commons' parcels are shared out, rents are auctioned
void produce(World& world);           ///< people and materials become goods
void trade_goods(World& world);       ///< the call auctions: materials, then provisions and comforts
void pay_wages(World& world);         ///< wages and base wages, tax
void run_bank(World& world);          ///< interest; losses made good; the rest to depositors
void share_surplus(World& world);     ///< dividends, members' shares, accounts, reserves; tax
void keep_commons(World& world);      ///< what the commons do not need is paid to everybody
void pay_privilege(World& world);     ///< a part of all incomes goes to a few, where the law has it so
void keep_maker(World& world);        ///< the public market maker's prices and budget
void trade_shares(World& world);      ///< the call auctions of shares
void keep_treasury(World& world);     ///< wealth tax, benefit, basic income; nothing hoarded; the money rule
void decide_buy_outs(World& world);   ///< offers for whole enterprises; workers' take-overs become co-operatives
void found_and_close(World& world);   ///< empty enterprises close; simulated people found new ones
void form_sentiments(World& world);   ///< usual pay, effort, leanings on open motions
void warn_of_flight(World& world);    ///< tells who is about to lose people to better pay
void take_stock(World& world);        ///< figures, laurels, perishing, warnings

// Parts of a stage that are files of their own.
void pay_unions(World& world);                             ///< of pay: dues, strike pay
void write_off(World& world, EnterpriseId id, Mils lost);  ///< of the bank: part of a loan, which it bears
void lift_wages(World& world);                             ///< of plans: to the minimum wage
void feel_grievance(World& world);                         ///< of sentiments
void lean_on_laws(World& world);                           ///< of sentiments

}  // namespace tt::rules
