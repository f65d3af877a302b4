#include "rules/state/laurels.hpp"

#include <algorithm>
#include <vector>

#include "rules/state/constants.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

/// Pay above the benefit of one person, never below zero.
Mils living(const World& world, HouseholdId id) {
  const auto& people = world.households;
  return std::max<Mils>(0, people.last_base[id] + people.last_share[id] - benefit(world));
}

/// Living and number of seated members, by enterprise.
struct Workplace {
  Mils living = 0;
  std::int64_t seats = 0;
};

std::vector<Workplace> workplaces(const World& world) {
  std::vector<Workplace> places(world.enterprises.count());
  const auto& people = world.households;
  for (const HouseholdId id : people.ids())
    if (people.employer[id].exists()) places[people.employer[id].value].living += living(world, id);
  for (const Seat& seat : world.seats)
    if (people.member[seat.household] != 0) ++places[people.employer[seat.household].value].seats;
  return places;
}

/// What it costs a person to toil beyond a normal week, and to go without what one would usually buy.
Mils hardship(const World& world, HouseholdId id) {
  const auto& people = world.households;
  const EnterpriseId work = people.employer[id];
  const std::int64_t toil =
      work.exists() ? mul_div(people.effort[id], world.enterprises.hours[work], kOne) - kOne : std::int64_t{0};
  const std::int64_t extra = std::max<std::int64_t>(0, toil);
  const Bp without = std::max<Bp>(0, kOne - people.spending[id]);
  return share_of(world.mean_pay, extra + without);
}

/// Of all seats, in order.
std::vector<Livelihood> livelihoods(const World& world) {
  const auto places = workplaces(world);
  const auto& firms = world.enterprises;
  std::vector<Mils> owned(world.households.count(), 0);
  for (const EnterpriseId id : firms.ids())
    if (firms.form[id] == Form::kProprietary && firms.open[id] != 0)
      owned[firms.head[id].value] += places[id.value].living;
  std::vector<Livelihood> all;
  for (const Seat& seat : world.seats) {
    const HouseholdId id = seat.household;
    const EnterpriseId work = world.households.employer[id];
    Livelihood lived{.employees = owned[id.value], .hardship = hardship(world, id)};
    if (world.households.member[id] != 0)
      lived.own_work = places[work.value].living / places[work.value].seats;
    else if (work.exists())
      lived.own_work = living(world, id);
    all.push_back(lived);
  }
  return all;
}

void add_livelihood(World& world) {
  const auto all = livelihoods(world);
  for (std::size_t i = 0; i < all.size(); ++i) world.seats[i].livelihood_points += all[i].points();
}

/// Shares of the whole in bp that sum to 10 000; equal where nobody has anything.
std::vector<std::int64_t> shares(std::vector<std::int64_t> amounts, std::uint64_t draw) {
  if (std::all_of(amounts.begin(), amounts.end(), [](std::int64_t a) { return a == 0; }))
    std::fill(amounts.begin(), amounts.end(), 1);
  return divide(kOne, amounts, draw);
}

}  // namespace

Livelihood livelihood_of(const World& world, std::uint32_t seat) {
  return livelihoods(world)[seat];
}

void award_laurels(World& world) {
  if (world.seats.empty()) return;
  add_livelihood(world);
  const auto wealth = wealth_of_all(world);
  std::vector<std::int64_t> owned, lived;
  for (const Seat& seat : world.seats) {
    owned.push_back(wealth[seat.household.value]);
    lived.push_back(seat.livelihood_points);
  }
  const std::uint64_t draw = world.dice().draw(Stream::kRemainder, kGoods);
  const auto of_wealth = shares(std::move(owned), draw);
  const auto of_livelihood = shares(std::move(lived), draw);
  const std::int64_t wealth_weight = world.scenario.parameters[Parameter::kWealthWeight];
  for (std::size_t i = 0; i < world.seats.size(); ++i) {
    Seat& seat = world.seats[i];
    seat.wealth_share = static_cast<Bp>(of_wealth[i]);
    seat.livelihood_share = static_cast<Bp>(of_livelihood[i]);
    seat.standing =
        static_cast<Bp>(share_of(of_wealth[i], wealth_weight) + share_of(of_livelihood[i], kOne - wealth_weight));
  }
}

std::array<Lots, kGoods> stocks_of_all(const World& world) {
  std::array<Lots, kGoods> stocks{};
  const auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    stocks[index_of(firms.product[id])] += firms.product_stock[id];
    stocks[index_of(Good::kMaterials)] += firms.materials_stock[id];
  }
  for (const Pantry& pantry : world.pantries)
    for (const Good good : kAllGoods) stocks[index_of(good)] += pantry.lots[index_of(good)];
  return stocks;
}

}  // namespace tt::rules
