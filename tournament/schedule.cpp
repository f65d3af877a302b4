#include "tournament/schedule.hpp"

#include <numeric>

#include "tournament/digest.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

/// Different starts of the list of those not in focus; one where they fill their seats evenly.
std::uint64_t starts_of(const Field& field) {
  const auto others = static_cast<std::uint64_t>(field.strategies.size()) - field.focus;
  const std::uint64_t seats = field.focus > 0 ? field.seats - 1 : field.seats;
  return others == 0 || seats % others == 0 ? 1 : others;
}

/// Who stands at a position of a lineup.
const StrategyEntry* player_at(const Field& field, std::uint64_t lineup, std::size_t position, std::size_t version) {
  if (field.focus > 0 && position == 0) return field.strategies[version];
  const std::size_t others = field.strategies.size() - field.focus;
  const std::size_t place = field.focus > 0 ? position - 1 : position;
  return field.strategies[field.focus + (lineup + place) % others];
}

bool in_rounds(const Spec& spec) {
  return spec.format == Format::kSwiss || spec.format == Format::kKnockout;
}

}  // namespace

std::uint64_t full_rotation(const Spec& spec) {
  std::uint64_t orders = 1;
  for (const Field& field : spec.fields)
    if (field.seats > 0) orders = std::lcm(orders, std::uint64_t{field.seats});
  return orders;
}

Schedule::Schedule(const Spec& spec) : spec_(spec) {
  if (in_rounds(spec)) {
    rounds_.emplace(spec);
    lineups_ = rounds_->tables();
    return;
  }
  if (spec.format == Format::kAb) versions_ = 2;
  for (const Field& field : spec.fields) lineups_ = std::lcm(lineups_, starts_of(field));
}

std::uint64_t Schedule::known() const {
  return (rounds_ ? rounds_->known_blocks() : blocks()) * matches_a_block();
}

std::uint32_t Schedule::worlds() const {
  return rounds_ ? spec_.worlds * rounds_->rounds() : spec_.worlds;
}

std::string Schedule::design(std::uint32_t worlds) const {
  if (rounds_)
    return counted(rounds_->rounds(), "round", "rounds") + " x " + counted(spec_.worlds, "world", "worlds") + ", " +
           counted(lineups_, "table", "tables") + " in the first, x " +
           counted(spec_.rotations, "seat order", "seat orders");
  const std::string of = worlds < spec_.worlds ? " of " + std::to_string(spec_.worlds) : "";
  return std::to_string(worlds) + of + (spec_.worlds == 1 ? " world" : " worlds") + " x " +
         counted(lineups_, "lineup", "lineups") + " x " + counted(spec_.rotations, "seat order", "seat orders") +
         (versions_ > 1 ? " x " + counted(versions_, "version", "versions") : "");
}

MatchPlan Schedule::match(std::uint64_t index) const {
  MatchPlan plan;
  plan.block = index / matches_a_block();
  plan.order = static_cast<std::uint32_t>(index % matches_a_block());
  const std::size_t version = plan.order % versions_;
  const auto turn = static_cast<std::uint32_t>(plan.order / versions_);
  const std::optional<Rounds::Block> table = rounds_ ? std::optional(rounds_->block(plan.block)) : std::nullopt;
  plan.world = table ? table->world : static_cast<std::uint32_t>(plan.block / lineups_);
  plan.lineup = table ? table->table : static_cast<std::uint32_t>(plan.block % lineups_);
  plan.world_seed = derived_seed(spec_.master_seed, "world", plan.world);
  for (const rules::Role role : kAllRoles) {
    const Field& field = spec_.of(role);
    for (std::uint32_t seat = 0; seat < field.seats; ++seat) {
      // seat = (position + turn) mod seats, solved for the position.
      const std::uint32_t position = (seat + field.seats - turn % field.seats) % field.seats;
      const bool at_table = table && role == rounds_->role();
      plan.seatings.push_back({role, seat, position,
                               at_table ? field.strategies[(*table->players)[position]]
                                        : player_at(field, table ? 0 : plan.lineup, position, version)});
    }
  }
  return plan;
}

void Schedule::take_in(const MatchResult& result) {
  if (rounds_) rounds_->take_in(result);
}

std::vector<Placing> Schedule::placings() const {
  return rounds_ ? rounds_->placings() : std::vector<Placing>{};
}

}  // namespace tt::tournament
