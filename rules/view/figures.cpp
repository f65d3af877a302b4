#include "rules/view/figures.hpp"

#include "rules/state/capacity.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {

std::vector<EnterpriseId> books_open_to(const World& world, HouseholdId viewer) {
  std::vector<EnterpriseId> open;
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.open[id] == 0) continue;
    const bool owned = world.enterprises.form[id] == Form::kProprietary && world.enterprises.head[id] == viewer;
    if (owned || is_member(world, viewer, id)) open.push_back(id);
  }
  return open;
}

std::vector<FigureValue> figures_of(const World& world, HouseholdId viewer) {
  const std::uint32_t index = world.households.seat[viewer];
  if (index == kNoSeat) return {};
  const auto& people = world.households;
  const auto& firms = world.enterprises;
  const Seat& seat = world.seats[index];
  std::vector<FigureValue> all{
      {Figure::kCash, {}, people.cash[viewer]},
      {Figure::kWealth, {}, wealth_of_all(world)[viewer.value]},
      {Figure::kNetPay, {}, net_income(people, viewer)},
      {Figure::kLivelihoodPoints, {}, seat.livelihood_points},
      {Figure::kStanding, {}, seat.standing},
      {Figure::kProgressPoints, {}, seat.progress_points},
  };
  for (const EnterpriseId id : books_open_to(world, viewer)) {
    all.push_back({Figure::kEnterpriseCash, id, firms.cash[id]});
    all.push_back({Figure::kWorkers, id, firms.workers[id]});
    all.push_back({Figure::kOutput, id, firms.output[id]});
    all.push_back({Figure::kSold, id, firms.sold[id]});
    all.push_back({Figure::kUnsold, id, firms.product_stock[id]});
    all.push_back({Figure::kRevenue, id, firms.revenue[id]});
    all.push_back({Figure::kPayPerHead, id, expected_pay(world, id)});
    all.push_back({Figure::kPrice, id, world.markets[index_of(firms.product[id])].price});
    all.push_back({Figure::kAutomated, id, automated_share(world, id)});
  }
  return all;
}

}  // namespace tt::rules
