#include <algorithm>

#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"

namespace tt::rules {

void produce(World& world) {
  auto& firms = world.enterprises;
  const Roster roster(world);
  for (const EnterpriseId id : firms.ids()) {
    std::int64_t labour = 0;
    for (const HouseholdId person : roster.of(id)) labour += contribution(world, person);
    const Good good = firms.product[id];
    const Lots per_100 = industry_of(good).materials_per_100;
    const Lots wanted = std::min(firms.output_target[id], capacity_of(labour));
    const Lots properly = per_100 > 0 ? std::min(wanted, firms.materials_stock[id] * 100 / per_100) : wanted;
    const Lots made = properly + share_of(wanted - properly, kMakeDo);
    // A started hundredth of materials is used up whole: rounding never makes goods from nothing.
    const Lots used = (properly * per_100 + 99) / 100;
    firms.output[id] = made;
    firms.materials_stock[id] -= used;
    firms.product_stock[id] += made;
    world.goods[index_of(good)].produced += made;
    world.goods[index_of(Good::kMaterials)].used += used;
  }
}

}  // namespace tt::rules
