#include "tournament/lab/observation.hpp"

#include <algorithm>
#include <cmath>

#include "rules/state/capacity.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/offer.hpp"

namespace tt::tournament::lab {
namespace {

using namespace rules;

constexpr double kTicksPerYear = 52;
constexpr double kMilsPerCrown = static_cast<double>(kCrown);

double crowns(Mils mils) {
  return static_cast<double>(mils) / kMilsPerCrown;
}

/// The prices every world starts with: those of one that has not been moved yet.
std::vector<double> start_prices() {
  Scenario scenario = *find_scenario("hamlet");
  scenario.burn_in_ticks = 0;
  std::vector<double> prices;
  for (const Market& market : found_world(scenario, 0).markets) prices.push_back(crowns(market.price));
  return prices;
}

double at_start_prices(const std::vector<double>& quantities, bool final_only) {
  static const std::vector<double> kPrices = start_prices();
  double sum = 0;
  for (const Good good : kAllGoods)
    if (!final_only || industry_of(good).bought_by_households)
      sum += quantities[index_of(good)] * kPrices[index_of(good)];
  return sum;
}

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// People of one form, summed up.
struct Sums {
  double people = 0;
  double pay = 0;
  double skill = 0;
  double effort = 0;

  [[nodiscard]] FormFigures figures() const {
    if (people == 0) return {};
    return {.people = people, .pay = pay / people, .pay_per_skill = pay / skill, .effort = effort / people};
  }
};

void look_at_people(const World& world, Observation& seen) {
  const auto& people = world.households;
  Sums proprietary, cooperative;
  std::vector<double> incomes;
  for (const HouseholdId id : people.ids()) {
    const Mils income = rules::net_income(people, id);
    incomes.push_back(std::max(0.0, crowns(income)));
    if (!people.employer[id].exists()) {
      seen.seeking += people.owner[id] == 0 ? 1 : 0;
      continue;
    }
    Sums& sums = people.member[id] != 0 ? cooperative : proprietary;
    sums.people += 1;
    sums.pay += crowns(people.last_base[id] + people.last_share[id]);
    sums.skill += static_cast<double>(skill_of(world, id)) / kOne;
    sums.effort += static_cast<double>(people.effort[id]) / kOne;
  }
  seen.proprietary = proprietary.figures();
  seen.cooperative = cooperative.figures();
  seen.employed = proprietary.people + cooperative.people;
  seen.income_skewness = skewness(incomes);
  seen.income_gini = gini(std::move(incomes));
}

void look_at_enterprises(const World& world, Observation& seen) {
  const auto& firms = world.enterprises;
  std::vector<double> sizes;
  std::vector<double> made(kGoods, 0.0);
  struct Tasks {
    double all = 0;
    double by_machines = 0;
    [[nodiscard]] double automated() const { return all > 0 ? by_machines / all : 0; }
  };
  Tasks proprietary, cooperative;
  for (const EnterpriseId id : firms.ids()) {
    made[index_of(firms.product[id])] += static_cast<double>(firms.output[id]);
    Tasks& tasks = firms.form[id] == Form::kCooperative ? cooperative : proprietary;
    tasks.all += static_cast<double>(tasks_of(firms.output[id]));
    for (const Machines& machines : firms.machines[id]) tasks.by_machines += static_cast<double>(machines.done);
    if (firms.open[id] == 0) continue;
    FormFigures& form = firms.form[id] == Form::kCooperative ? seen.cooperative : seen.proprietary;
    form.quits += firms.quit[id];
    form.enterprises += 1;
    seen.vacancies += firms.vacancies[id];
    sizes.push_back(firms.workers[id]);
  }
  for (FormFigures* form : {&seen.proprietary, &seen.cooperative})
    form->quits = form->people > 0 ? form->quits / form->people : 0;
  seen.proprietary.automated = proprietary.automated();
  seen.cooperative.automated = cooperative.automated();
  seen.automated =
      Tasks{proprietary.all + cooperative.all, proprietary.by_machines + cooperative.by_machines}.automated();
  seen.size_skewness = skewness(sizes);
  seen.output = at_start_prices(made, false) / world.households.count();
}

}  // namespace

Observation observe(const World& world) {
  Observation seen;
  seen.tick = world.tick;
  look_at_people(world, seen);
  look_at_enterprises(world, seen);
  double sales = 0;
  for (const Market& market : world.markets) {
    seen.price.push_back(crowns(market.price));
    seen.volume.push_back(static_cast<double>(market.volume));
    if (industry_of(market.good).bought_by_households) sales += seen.price.back() * seen.volume.back();
  }
  const double at_start = at_start_prices(seen.volume, true);
  seen.price_level = at_start > 0 ? sales / at_start : 0;
  seen.consumption = at_start / world.households.count();
  seen.velocity = sales / std::max(1.0, crowns(world.money())) * kTicksPerYear;
  seen.wealth_gini = world.history.empty() ? 0 : static_cast<double>(world.history.back().wealth_gini) / kOne;
  return seen;
}

double gini(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double weighted = 0;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    weighted += (2 * static_cast<double>(i + 1) - n - 1) * values[i];
    sum += values[i];
  }
  return sum == 0 ? 0 : weighted / (n * sum);
}

double skewness(std::span<const double> values) {
  if (values.size() < 3) return 0;
  const double mean = mean_of(values);
  double second = 0;
  double third = 0;
  for (const double value : values) {
    const double off = value - mean;
    second += off * off;
    third += off * off * off;
  }
  const auto n = static_cast<double>(values.size());
  const double sd = std::sqrt(second / n);
  return sd == 0 ? 0 : third / n / (sd * sd * sd);
}

double correlation(std::span<const double> x, std::span<const double> y) {
  const double mean_x = mean_of(x);
  const double mean_y = mean_of(y);
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xx == 0 || yy == 0 ? 0 : xy / std::sqrt(xx * yy);
}

double deviation(std::span<const double> values) {
  if (values.size() < 2) return 0;
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace tt::tournament::lab
