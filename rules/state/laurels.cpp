#include "rules/state/laurels.hpp"

#include <algorithm>
#include <vector>

#include "rules/state/constants.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr Bp kAnIncome = 5'000;  ///< of mean pay: less is not an income kept

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

/// What it costs a person to toil beyond a normal week, and to go without what one would usually buy. Wants are given
/// up first and needs last, so that the last tenth hurts about five times as much as the first: near -log of what is
/// spent, the usual utility of consumption.
Mils hardship(const World& world, HouseholdId id) {
  const auto& people = world.households;
  const EnterpriseId work = people.employer[id];
  const std::int64_t toil =
      work.exists() ? mul_div(people.effort[id], world.enterprises.hours[work], kOne) - kOne : std::int64_t{0};
  const std::int64_t extra = std::max<std::int64_t>(0, toil);
  const Bp without = std::max<Bp>(0, kOne - people.spending[id]);
  return share_of(world.mean_pay, extra + share_of(without, kOne + 2 * without));
}

/// Of all seats, in order.
std::vector<Livelihood> livelihoods(const World& world, const std::vector<Workplace>& places) {
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

void add_livelihood(World& world, const std::vector<Workplace>& places) {
  const auto all = livelihoods(world, places);
  for (std::size_t i = 0; i < all.size(); ++i) world.seats[i].livelihood_points += all[i].points();
}

/// Lots' worth of work that machines did in an enterprise last tick, less what people who lost their work to them and
/// have no income would have done.
std::vector<std::int64_t> progress_of_enterprises(const World& world) {
  std::vector<std::int64_t> progress(world.enterprises.count(), 0);
  for (const EnterpriseId id : world.enterprises.ids())
    for (const Machines& machines : world.enterprises.machines[id]) progress[id.value] += machines.done;
  for (std::int64_t& each : progress) each /= kOne;
  for (const HouseholdId id : world.households.ids())
    if (is_displaced_without_income(world, id)) progress[world.households.displaced_by[id].value] -= kLotsPerWorker;
  for (std::int64_t& each : progress) each = std::max<std::int64_t>(0, each);
  return progress;
}

/// Of all seats, in order, in the last tick: their enterprises', and a part of their co-operative's.
std::vector<std::int64_t> progress_of_seats(const World& world, const std::vector<Workplace>& places) {
  const auto progress = progress_of_enterprises(world);
  const auto& firms = world.enterprises;
  std::vector<std::int64_t> owned(world.households.count(), 0);
  for (const EnterpriseId id : firms.ids())
    if (firms.form[id] == Form::kProprietary && firms.open[id] != 0) owned[firms.head[id].value] += progress[id.value];
  std::vector<std::int64_t> all;
  for (const Seat& seat : world.seats) {
    std::int64_t points = owned[seat.household.value];
    if (world.households.member[seat.household] != 0) {
      const EnterpriseId work = world.households.employer[seat.household];
      points += progress[work.value] / places[work.value].seats;
    }
    all.push_back(points);
  }
  return all;
}

/// Shares of the whole in bp that sum to 10 000; equal where nobody has anything.
std::vector<std::int64_t> shares(std::vector<std::int64_t> amounts, std::uint64_t draw) {
  if (std::all_of(amounts.begin(), amounts.end(), [](std::int64_t a) { return a == 0; }))
    std::fill(amounts.begin(), amounts.end(), 1);
  return divide(kOne, amounts, draw);
}

}  // namespace

Livelihood livelihood_of(const World& world, std::uint32_t seat) {
  return livelihoods(world, workplaces(world))[seat];
}

void award_laurels(World& world) {
  if (world.seats.empty()) return;
  const auto places = workplaces(world);
  add_livelihood(world, places);
  const auto moved = progress_of_seats(world, places);
  for (std::size_t i = 0; i < moved.size(); ++i) world.seats[i].progress_points += moved[i];
  const auto wealth = wealth_of_all(world);
  std::vector<std::int64_t> owned, lived, progress;
  for (const Seat& seat : world.seats) {
    owned.push_back(wealth[seat.household.value]);
    lived.push_back(seat.livelihood_points);
    progress.push_back(seat.progress_points);
  }
  const std::uint64_t draw = world.dice().draw(Stream::kRemainder, kGoods);
  const auto of_wealth = shares(std::move(owned), draw);
  const auto of_livelihood = shares(std::move(lived), draw);
  const auto of_progress = shares(std::move(progress), draw);
  const Weights weights = laurel_weights(world);
  for (std::size_t i = 0; i < world.seats.size(); ++i) {
    Seat& seat = world.seats[i];
    seat.wealth_share = static_cast<Bp>(of_wealth[i]);
    seat.livelihood_share = static_cast<Bp>(of_livelihood[i]);
    seat.progress_share = static_cast<Bp>(of_progress[i]);
    seat.standing =
        static_cast<Bp>(share_of(of_wealth[i], weights.wealth) + share_of(of_livelihood[i], weights.livelihood) +
                        share_of(of_progress[i], weights.progress));
  }
}

Weights laurel_weights(const World& world) {
  const Parameters& p = world.scenario.parameters;
  const std::int64_t wealth = p[Parameter::kWealthWeight];
  const std::int64_t progress = std::min(p[Parameter::kProgressWeight], kOne - wealth);
  return {.wealth = wealth, .livelihood = kOne - wealth - progress, .progress = progress};
}

bool is_displaced_without_income(const World& world, HouseholdId id) {
  const auto& people = world.households;
  if (!people.displaced_by[id].exists()) return false;
  return net_income(people, id) < share_of(world.mean_pay, kAnIncome);
}

std::int64_t progress_of(const World& world, std::uint32_t seat) {
  return progress_of_seats(world, workplaces(world))[seat];
}

std::array<Lots, kGoods> stocks_of_all(const World& world) {
  std::array<Lots, kGoods> stocks{};
  stocks[index_of(Good::kLand)] = world.commons.parcels;
  const auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    stocks[index_of(firms.product[id])] += firms.product_stock[id];
    stocks[index_of(Good::kMaterials)] += firms.materials_stock[id];
    stocks[index_of(Good::kLand)] += firms.site[id].parcels;
    for (const Task task : kAllTasks) stocks[index_of(machine_for(task))] += firms.machines[id][index_of(task)].units;
  }
  for (const Good good : kAllGoods) stocks[index_of(good)] += world.maker.stock[index_of(good)];
  for (const Pantry& pantry : world.pantries)
    for (const Good good : kAllGoods) stocks[index_of(good)] += pantry.lots[index_of(good)];
  return stocks;
}

}  // namespace tt::rules
