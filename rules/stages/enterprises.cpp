// Enterprises that nobody works in close; simulated people found new ones, in the product with the best margin, when
// many are without work.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/receivership.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/names.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

constexpr Bp kUnemploymentToFound = 500;
constexpr std::int64_t kMarginToFound = 900;
constexpr Lots kUsualLots = 92;  ///< a usual worker's output at a usual effort
constexpr Tick kFoundingRhythm = 4;
constexpr std::uint32_t kPeopleForAFounder = 500;  ///< a founder at a time for as many people
constexpr std::uint32_t kPeopleAsked = 30;         ///< how many are looked at for a founder

/// Land goes where the rest goes: to the holders, whole parcels left over to the head; a co-operative's to the commons.
void give_land_back(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  Lots& parcels = firms.site[id].parcels;
  const auto give = [&](HouseholdId to, Lots part) {
    if (part > 0) pantry_of(world, to).lots[index_of(Good::kLand)] += part;
    parcels -= part;
  };
  if (firms.form[id] == Form::kCooperative) {
    world.commons.parcels += std::exchange(parcels, 0);
  } else {
    const Lots all = parcels;
    for (const Holding& h : firms.shareholders[id])
      if (h.holder != kTrust) give(h.holder, part_of_holding(world, id, all, h.shares));
    give(firms.head[id], parcels);
  }
  firms.site[id] = {};
}

bool is_given_up(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  const HouseholdId head = firms.head[id];
  const bool watched = head.exists() && is_seated(world, head);
  return firms.ticks_empty[id] >= kTicksEmptyToClose && !watched;
}

/// Former owners come before the commons, in the order of their sale; what cannot be paid is lost to them.
void pay_off_instalments(World& world, EnterpriseId id) {
  for (const Instalment& i : instalments_of(world, id))
    post(world, id, i.creditor, std::min(i.owed, world.enterprises.cash[id]), Reason::kShares);
  std::erase_if(world.instalments, [&](const Instalment& i) { return i.enterprise == id; });
}

void give_up(World& world, EnterpriseId id) {
  if (debts_of(world, id) > 0) {
    wind_up(world, id, {});
    return;
  }
  shut(world, id);
  dissolve(world, id);
}

/// What each trade looks like to somebody who would enter it.
class Trades {
 public:
  explicit Trades(const World& world) {
    const auto& firms = world.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      Trade& trade = trades_[index_of(firms.product[id])];
      trade.lots += firms.output[id];
      trade.people += firms.workers[id];
      trade.is_made = trade.is_made || firms.open[id] != 0;
    }
    for (const Good good : kAllGoods) trades_[index_of(good)].margin = margin_in(world, good);
  }

  /// What nobody makes is what is wanted most; else what leaves most of the price.
  [[nodiscard]] Good best() const {
    const auto* const unmade = std::find_if(kAllGoods.begin(), kAllGoods.end(),
                                            [&](Good good) { return industry_of(good).is_made() && !is_made(good); });
    if (unmade != kAllGoods.end()) return *unmade;
    return *std::max_element(kAllGoods.begin(), kAllGoods.end(), [&](Good a, Good b) { return margin(a) < margin(b); });
  }
  [[nodiscard]] bool is_made(Good good) const { return trades_[index_of(good)].is_made; }
  /// What a maker paying the usual wage would keep of the price, in bp.
  [[nodiscard]] std::int64_t margin(Good good) const { return trades_[index_of(good)].margin; }
  void enter(Good good) { trades_[index_of(good)].is_made = true; }

 private:
  struct Trade {
    Lots lots = 0;
    std::int64_t people = 0;
    bool is_made = false;
    std::int64_t margin = 0;
  };
  std::array<Trade, kGoods> trades_{};

  /// What the makers' people make, each, in a tick; machines help.
  [[nodiscard]] Lots lots_a_person(Good good) const {
    const auto& [lots, people, made, margin] = trades_[index_of(good)];
    return people > 0 && lots > 0 ? std::max<Lots>(1, lots / people) : kUsualLots;
  }

  [[nodiscard]] std::int64_t margin_in(const World& world, Good good) const {
    if (!industry_of(good).is_made()) return -kOne;
    const Mils price = world.markets[index_of(good)].price;
    const Mils materials = industry_of(good).materials_for(world.markets[index_of(Good::kMaterials)].price);
    return mul_div(price - materials - world.mean_pay / lots_a_person(good), kOne, std::max<Mils>(1, price));
  }
};

/// The person with most cash among a drawn few who neither own nor, for a co-operative, have work.
HouseholdId founder(const World& world, Form form, std::uint64_t draw) {
  const auto& people = world.households;
  HouseholdId best;
  for (std::uint32_t k = 0; k < kPeopleAsked; ++k) {
    const HouseholdId id{static_cast<std::uint32_t>(world.dice().below(people.count(), Stream::kFounding, draw, k))};
    const bool busy = people.owner[id] != 0 || people.seat[id] != kNoSeat ||
                      (form == Form::kCooperative && people.employer[id].exists());
    if (busy || people.cash[id] < least_capital(world)) continue;
    if (!best.exists() || people.cash[id] > people.cash[best]) best = id;
  }
  return best;
}

void found_one(World& world, Trades& trades, TakenNames& names, std::uint64_t draw) {
  const Good product = trades.best();
  const bool worthwhile = world.unemployment >= kUnemploymentToFound && trades.margin(product) >= kMarginToFound;
  if (trades.is_made(product) && !worthwhile) return;
  const Form drawn =
      world.dice().below(2, Stream::kFounding, draw, kPeopleAsked) == 0 ? Form::kProprietary : Form::kCooperative;
  const Form other = drawn == Form::kProprietary ? Form::kCooperative : Form::kProprietary;
  const Form form = may_be_founded(world.scenario.parameters, drawn) ? drawn : other;
  if (!may_be_founded(world.scenario.parameters, form)) return;
  const HouseholdId who = founder(world, form, draw);
  if (!who.exists()) return;
  const Mils capital = std::max(least_capital(world), share_of(world.households.cash[who], 7'000));
  const std::string name = enterprise_name(world, world.enterprises.count(), names);
  if (act_at_close(world, who, FoundEnterprise{name, form, product, capital}) != Rejection::kNone) return;
  trades.enter(product);
  names.add(name);
}

}  // namespace

void shut(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  firms.open[id] = 0;
  firms.places[id] = 0;
  firms.output_target[id] = 0;
  firms.input_quantity[id] = 0;
  if (firms.form[id] == Form::kProprietary) mark_owner(world, firms.head[id]);
}

/// What is left goes to the holders; of a co-operative, first to former owners and to outside capital, and the rest,
/// which is indivisible, to the commons. Stocks and machines are given up.
void dissolve(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const bool owned = firms.form[id] == Form::kProprietary;
  pay_off_instalments(world, id);
  if (!owned) pay_off_outside_capital(world, id);
  const Mils left = firms.cash[id];
  for (const Holding& h : firms.shareholders[id])
    if (h.holder != kTrust) post(world, id, h.holder, part_of_holding(world, id, left, h.shares), Reason::kInvestment);
  // The trust has nobody left to pay; its part and the remainders are the head's.
  post(world, id, owned ? Account(firms.head[id]) : Account::commons(), firms.cash[id], Reason::kInvestment);
  give_land_back(world, id);
  dissolve_shares(world, id);
  world.goods[index_of(firms.product[id])].perished += firms.product_stock[id];
  world.goods[index_of(Good::kMaterials)].perished += firms.materials_stock[id];
  firms.product_stock[id] = firms.materials_stock[id] = 0;
  for (const Task task : kAllTasks) {
    world.goods[index_of(machine_for(task))].perished += firms.machines[id][index_of(task)].units;
    firms.machines[id][index_of(task)] = {};
  }
  firms.reserve[id] = 0;
  note(world, {.tick = world.running(), .kind = EventKind::kEnterpriseClosed, .enterprise = id});
}

void found_and_close(World& world) {
  auto& firms = world.enterprises;
  const Roster& people = roster_of(world);
  for (const EnterpriseId id : firms.ids()) {
    if (firms.winding_up[id] > 0) go_on_winding_up(world, id);
    if (firms.open[id] == 0) continue;
    firms.ticks_empty[id] =
        firms.workers[id] == 0 ? static_cast<std::uint16_t>(firms.ticks_empty[id] + 1) : std::uint16_t{0};
    if (const bool fails = watch_payment(world, id); fails)
      receive(world, id, people.of(id));
    else if (is_given_up(world, id))
      give_up(world, id);
  }
  if (world.clock % kFoundingRhythm != 0) return;
  Trades trades(world);
  TakenNames names(world);
  for (std::uint32_t i = 0; i < 1 + world.households.count() / kPeopleForAFounder; ++i)
    found_one(world, trades, names, i);
}

}  // namespace tt::rules
