#include <array>
#include <utility>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/rules.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/ending.hpp"
#include "rules/state/note.hpp"

namespace tt::rules {
namespace {

constexpr std::array kStages{
    Stage{"sealed", open_sealed},
    Stage{"laws", decide_laws},
    Stage{"motions", decide_motions},
    Stage{"research", advance_research},
    Stage{"plans", plan_enterprises},
    Stage{"credit", settle_credit},
    Stage{"labour", match_labour},
    Stage{"disputes", settle_disputes},
    Stage{"land", use_land},
    Stage{"production", produce},
    Stage{"auctions", trade_goods},
    Stage{"pay", pay_wages},
    Stage{"bank", run_bank},
    Stage{"surplus", share_surplus},
    Stage{"commons", keep_commons},
    Stage{"privilege", pay_privilege},
    Stage{"treasury", keep_treasury},
    Stage{"market-maker", keep_maker},
    Stage{"shares", trade_shares},
    Stage{"buy-outs", decide_buy_outs},
    Stage{"enterprises", found_and_close},
    Stage{"sentiments", form_sentiments},
    Stage{"flight", warn_of_flight},
    Stage{"figures", take_stock},
};

void open_next_tick(World& world) {
  turn_statements(world);
  for (Seat& seat : world.seats) seat.actions_used = 0;
  for (const EnterpriseId id : world.enterprises.ids()) world.enterprises.declared_dividend[id] = 0;
  world.commons.closing_cash = world.commons.cash;
  world.commons.last_given = std::exchange(world.commons.given, 0);
  ++world.clock;
  ++world.tick;
  const bool out_of_time = world.scenario.final_tick > 0 && world.tick >= last_tick(world);
  world.finished = out_of_time || (world.scenario.final_tick > 0 && world.technostism_ticks >= kTechnostismTicks);
}

}  // namespace

std::span<const Stage> stages() {
  return kStages;
}

std::optional<std::string> try_close_tick(World& world) {
  if (world.finished) return std::nullopt;
  for (const Stage& stage : kStages) stage.run(world);
  open_next_tick(world);
  auto broken = broken_invariant(world);
  if (!broken) world.last_hash = state_hash(world);
  return broken;
}

void close_tick(World& world) {
  const bool adds_up = !try_close_tick(world).has_value();
  TT_ASSERT(adds_up);
}

}  // namespace tt::rules
