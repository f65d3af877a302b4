// Offering to buy a whole enterprise, and agreeing to it.
#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

constexpr Tick kTicksToDecide = 2;

/// Of const worlds and others.
auto open_offer(auto& world, EnterpriseId id) {
  return std::find_if(world.buy_outs.begin(), world.buy_outs.end(),
                      [&](const BuyOut& b) { return b.enterprise == id; });
}

}  // namespace

Rejection judge(const World& world, HouseholdId actor, const OfferBuyOut& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const EnterpriseId id = action.enterprise;
  if (world.enterprises.form[id] != Form::kProprietary) return Rejection::kWrongForm;
  // For the people who work there: one of them may ask for it, or the head offer it to them.
  const bool may_speak = world.households.employer[actor] == id || world.enterprises.head[id] == actor;
  if (action.by_workers && !may_speak) return Rejection::kNotEmployed;
  if (!within(action.price, Mils{1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (action.by_workers && !may_become(world.scenario.parameters, Form::kCooperative))
    return Rejection::kFormNotAllowed;
  const Lots wanted = world.enterprises.shares_issued[id] - shares_of(world, id, kTrust) -
                      (action.by_workers ? 0 : shares_of(world, id, actor));
  if (wanted == 0) return Rejection::kNotEnoughShares;
  if (!action.by_workers && wanted * action.price > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  if (open_offer(world, id) != world.buy_outs.end()) return Rejection::kBuyOutAlreadyOpen;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const OfferBuyOut& action) {
  world.buy_outs.push_back({action.enterprise,
                            actor,
                            action.by_workers,
                            action.price,
                            world.running(),
                            world.running() + kTicksToDecide,
                            {}});
  note(world, {.tick = world.running(),
               .kind = EventKind::kBuyOutOffered,
               .subject = actor,
               .enterprise = action.enterprise,
               .value = action.price});
}

Rejection perform(World& world, HouseholdId actor, const AgreeToBuyOut& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const EnterpriseId id = action.enterprise;
  const auto offer = open_offer(world, id);
  if (offer == world.buy_outs.end()) return Rejection::kNoBuyOut;
  const bool works_there = offer->by_workers && world.households.employer[actor] == id;
  if (shares_of(world, id, actor) == 0 && !works_there) return Rejection::kNotEnoughShares;

  std::erase(offer->agreed, actor);
  if (action.agree) offer->agreed.push_back(actor);
  return Rejection::kNone;
}

}  // namespace tt::rules
