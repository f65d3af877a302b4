#include "tournament/schedule.hpp"

#include <numeric>

#include "tournament/digest.hpp"

namespace tt::tournament {
namespace {

/// Different starts of the list of strategies; one where they fill the seats evenly.
std::uint64_t starts_of(const Field& field) {
  const auto count = static_cast<std::uint64_t>(field.strategies.size());
  return count == 0 || field.seats % count == 0 ? 1 : count;
}

}  // namespace

std::uint64_t full_rotation(const Spec& spec) {
  std::uint64_t orders = 1;
  for (const Field& field : spec.fields)
    if (field.seats > 0) orders = std::lcm(orders, std::uint64_t{field.seats});
  return orders;
}

Schedule::Schedule(const Spec& spec) : spec_(spec) {
  for (const Field& field : spec.fields) lineups_ = std::lcm(lineups_, starts_of(field));
}

MatchPlan Schedule::match(std::uint64_t index) const {
  MatchPlan plan;
  plan.block = index / spec_.rotations;
  plan.order = static_cast<std::uint32_t>(index % spec_.rotations);
  plan.world = static_cast<std::uint32_t>(plan.block / lineups_);
  plan.lineup = static_cast<std::uint32_t>(plan.block % lineups_);
  plan.world_seed = derived_seed(spec_.master_seed, "world", plan.world);
  for (const rules::Role role : kAllRoles) {
    const Field& field = spec_.of(role);
    for (std::uint32_t seat = 0; seat < field.seats; ++seat) {
      // seat = (position + order) mod seats, solved for the position.
      const std::uint32_t position = (seat + field.seats - plan.order % field.seats) % field.seats;
      const std::size_t chosen = (plan.lineup + position) % field.strategies.size();
      plan.seatings.push_back({role, seat, position, field.strategies[chosen]});
    }
  }
  return plan;
}

}  // namespace tt::tournament
