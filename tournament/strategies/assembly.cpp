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
  return Membership{*mine.assembly, *row, *books, mine.productivity < kOne};
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

constexpr std::int64_t kMostMembers = 60;  ///< beyond, newcomers cost the others

/// Room for a few more, as long as what they make does not pile up. The simulated members would shut the door again
/// whenever it is left ajar, so this comes up at every assembly.
void invite(const Membership& member, std::vector<Action>& actions) {
  const std::int64_t people = member.people();
  if (people < kMostMembers && member.row.stock < member.row.sold)
    propose(member, ChangePlaces{static_cast<std::uint32_t>(people + 4)}, actions);
}

/// A more able head wastes less, and the members can be shown it.
void stand_for_manager(const Membership& member, const PrivateView& mine, std::vector<Action>& actions) {
  if (member.books.may_manage) return;
  const auto head = std::find_if(member.assembly.members.begin(), member.assembly.members.end(),
                                 [&](const MemberRow& row) { return row.household == member.assembly.manager; });
  if (head == member.assembly.members.end() || mine.skill > head->skill)
    propose(member, ElectManager{mine.household}, actions);
}

}  // namespace

void organise(const Membership& member, const PublicView& world, const PrivateView& mine,
              std::vector<Action>& actions) {
  invite(member, actions);
  if (!is_assembly_day(world, mine)) return;
  const Mils wage = member.assembly.base_wage;
  const Mils affordable = part(member.value_added_per_head(), 9'300);
  const Mils step = std::clamp<Mils>((affordable - wage) / 2, -wage / 25, wage / 20);
  if (step > wage / 100 || step < -wage / 100) propose(member, ChangeBaseWage{std::max<Mils>(1, wage + step)}, actions);
  stand_for_manager(member, mine, actions);
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

void live(const PublicView& world, const PrivateView& mine, Desk& desk, Bp effort, Bp spending,
          std::vector<Action>& actions) {
  if (mine.effort != effort) actions.emplace_back(SetEffort{effort});
  spend(mine, spending, actions);
  for (const Trade& trade : desk.headed_by(world, mine)) {
    actions.emplace_back(trade.production());
    trade.equip(actions);
  }
  if (!mine.employer.exists() && mine.books.empty()) look_for_work(world, actions);
}

}  // namespace tt::tournament
