#include "tournament/strategies/assembly.hpp"

#include <algorithm>

#include "rules/state/constants.hpp"
#include "tournament/strategies/trade.hpp"

namespace tt::tournament {

using namespace rules;

Mils Membership::value_added_per_head() const {
  Mils added = 0;
  for (const StatementPart& flow : books.cash_flow.parts)
    if (flow.reason == Reason::kSales || flow.reason == Reason::kPurchases) added += flow.amount;
  return std::max<Mils>(0, added) / std::max<std::int64_t>(1, people());
}

std::optional<Membership> membership_of(const PublicView& world, const PrivateView& mine) {
  if (!mine.assembly) return std::nullopt;
  const EnterpriseId id = mine.assembly->enterprise;
  const auto row = std::find_if(world.enterprises.begin(), world.enterprises.end(),
                                [&](const EnterpriseRow& r) { return r.enterprise == id; });
  const auto books =
      std::find_if(mine.books.begin(), mine.books.end(), [&](const Books& b) { return b.enterprise == id; });
  if (row == world.enterprises.end() || books == mine.books.end() || !row->open) return std::nullopt;
  return Membership{*mine.assembly, *row, *books};
}

void propose(const Membership& member, const MotionChange& change, std::vector<Action>& actions) {
  std::size_t open = 0;
  for (const MotionRow& motion : member.assembly.motions) {
    if (!motion.open) continue;
    if (motion.change.index() == change.index()) return;
    ++open;
  }
  for (const Action& action : actions) {
    const auto* const own = std::get_if<ProposeMotion>(&action);
    if (own != nullptr && own->change.index() == change.index()) return;
    open += own != nullptr ? 1 : 0;
  }
  if (open < kOpenMotionsPerAssembly) actions.emplace_back(ProposeMotion{member.assembly.enterprise, change});
}

void propose_merit(const Membership& member, Bp wanted, Bp step, std::vector<Action>& actions) {
  const Bp now = member.assembly.merit;
  if (now != wanted) propose(member, ChangeMerit{now + std::clamp(wanted - now, -step, step)}, actions);
}

void propose_split(const Membership& member, const SurplusSplit& wanted, std::vector<Action>& actions) {
  if (member.assembly.split != wanted) propose(member, ChangeSplit{wanted}, actions);
}

namespace {

/// The best-paying open place, a co-operative's if there is one.
void look_for_work(const PublicView& world, std::vector<Action>& actions) {
  const EnterpriseRow* best = nullptr;
  const auto better = [](const EnterpriseRow& a, const EnterpriseRow& b) {
    if (a.form != b.form) return a.form == Form::kCooperative;
    return a.expected_pay > b.expected_pay;
  };
  for (const EnterpriseRow& row : world.enterprises)
    if (row.open && row.places > row.workers && (best == nullptr || better(row, *best))) best = &row;
  if (best != nullptr) actions.emplace_back(ApplyForWork{best->enterprise});
}

}  // namespace

void live(const PublicView& world, const PrivateView& mine, Bp effort, Bp spending, std::vector<Action>& actions) {
  if (mine.effort != effort) actions.emplace_back(SetEffort{effort});
  spend(mine, spending, actions);
  for (const Trade& trade : headed_by(world, mine)) {
    actions.emplace_back(trade.production());
    trade.equip(actions);
  }
  if (!mine.employer.exists() && mine.books.empty()) look_for_work(world, actions);
}

}  // namespace tt::tournament
