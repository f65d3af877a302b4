// Pay disputes in proprietary enterprises: demands of a union that speaks for half the people, strikes announced two
// ticks ahead, agreements. A co-operative has none: nobody there to strike against.
#include <algorithm>
#include <vector>

#include "rules/simulated/unions.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/roster.hpp"

namespace tt::rules {
namespace {

constexpr Mils kWorthAsking = 800;          ///< bp of the wage that profit per worker must exceed
constexpr std::int64_t kPartOfProfit = 10;  ///< a union asks for a tenth of it: what an owner may think worth a strike
constexpr Bp kLeastRaise = 100;
constexpr Bp kMostRaise = 800;
constexpr Mils kProfitSmoothing = 8;
constexpr std::uint32_t kLeastPeople = 3;
constexpr std::uint16_t kPatience = 6;  ///< ticks a demand stands without a majority for striking

class Disputes {
 public:
  explicit Disputes(World& world) : world_(world), firms_(world.enterprises), roster_(roster_of(world)) {}

  void run() {
    decide_cards(world_);
    count_cards();
    for (const EnterpriseId id : firms_.ids()) {
      measure(id);
      if (firms_.peace_ticks[id] > 0) --firms_.peace_ticks[id];
      step(id);
    }
    auto& votes = world_.households.strike_vote.values;
    std::fill(votes.begin(), votes.end(), Choice::kNone);
  }

 private:
  World& world_;
  Enterprises& firms_;
  const Roster& roster_;
  std::vector<std::uint32_t> holders_;  ///< of a card, by enterprise

  void count_cards() {
    const auto& people = world_.households;
    holders_.assign(firms_.count(), 0);
    for (const HouseholdId id : people.ids())
      if (people.employer[id].exists()) holders_[people.employer[id].value] += people.union_card[id];
  }

  void tell(EventKind kind, EnterpriseId id, Mils value) {
    note(world_, {.tick = world_.running(), .kind = kind, .enterprise = id, .value = value});
  }

  void measure(EnterpriseId id) {
    const std::int64_t people = std::max<std::int64_t>(1, firms_.workers[id]);
    firms_.density[id] = static_cast<Bp>(mul_div(holders_[id.value], kOne, people));
    if (on_strike(world_, id)) return;  // what the enterprise earns when people work
    const Flows& flows = firms_.last_flows[id];
    const Mils profit =
        flows[index_of(Reason::kSales)] + flows[index_of(Reason::kPurchases)] + flows[index_of(Reason::kWage)];
    firms_.profit_average[id] += (profit - firms_.profit_average[id]) / kProfitSmoothing;
  }

  void step(EnterpriseId id) {
    switch (firms_.dispute[id]) {
      case Dispute::kNone:
        if (asks(id)) demand(id);
        return;
      case Dispute::kDemand:
        ++firms_.dispute_ticks[id];
        if (settled(id)) return;
        if (firms_.dispute_ticks[id] >= kNotice && may_strike() && votes_to_strike(id)) {
          firms_.dispute[id] = Dispute::kStrike;
          firms_.dispute_ticks[id] = 0;
          tell(EventKind::kStrikeBegan, id, firms_.workers[id]);
        } else if (firms_.dispute_ticks[id] >= kPatience) {
          drop(id);
        }
        return;
      case Dispute::kStrike:
        ++firms_.dispute_ticks[id];
        if (settled(id)) return;
        if (!votes_to_strike(id)) drop(id);
        return;
    }
  }

  [[nodiscard]] bool may_strike() const { return world_.scenario.parameters[Parameter::kStrikeAllowed] != 0; }

  [[nodiscard]] bool asks(EnterpriseId id) const {
    const bool unionised = world_.scenario.parameters[Parameter::kUnionLaw] != 0 &&
                           firms_.form[id] == Form::kProprietary && firms_.density[id] >= kSpeaksForAll;
    return unionised && firms_.peace_ticks[id] == 0 && firms_.workers[id] >= kLeastPeople &&
           profit_per_worker(world_, id) > share_of(firms_.wage[id], kWorthAsking);
  }

  void demand(EnterpriseId id) {
    const Mils wage = firms_.wage[id];
    const Mils raise = std::clamp(profit_per_worker(world_, id) / kPartOfProfit, share_of(wage, kLeastRaise),
                                  share_of(wage, kMostRaise));
    firms_.dispute[id] = Dispute::kDemand;
    firms_.dispute_ticks[id] = 0;
    firms_.demanded[id] = std::min(wage + raise, kMaxWage);
    firms_.answer[id] = Answer::kNone;
    tell(EventKind::kDemandMade, id, firms_.demanded[id]);
  }

  /// By a concession, by a wage raised to the demand, or because nobody is left to dispute.
  bool settled(EnterpriseId id) {
    const bool conceded = firms_.answer[id] == Answer::kConcede;
    const bool moot = firms_.open[id] == 0 || firms_.workers[id] == 0 || firms_.form[id] != Form::kProprietary;
    if (!conceded && firms_.wage[id] < firms_.demanded[id] && !moot) return false;
    if (conceded) firms_.wage[id] = std::max(firms_.wage[id], firms_.demanded[id]);
    firms_.agreement[id] = moot ? 0 : firms_.demanded[id];
    end(id, moot && !conceded ? EventKind::kDemandDropped : EventKind::kDisputeSettled);
    return true;
  }

  void drop(EnterpriseId id) {
    firms_.agreement[id] = 0;
    end(id, EventKind::kDemandDropped);
  }

  void end(EnterpriseId id, EventKind how) {
    tell(how, id, firms_.wage[id]);
    firms_.dispute[id] = Dispute::kNone;
    firms_.dispute_ticks[id] = 0;
    firms_.demanded[id] = 0;
    firms_.answer[id] = Answer::kNone;
    firms_.peace_ticks[id] = kPeace;
  }

  /// A ballot of the card holders; a seated one who says nothing abstains.
  [[nodiscard]] bool votes_to_strike(EnterpriseId id) const {
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
    for (const HouseholdId person : roster_.of(id)) {
      if (world_.households.union_card[person] == 0) continue;
      const Choice choice =
          is_seat(world_, person) ? world_.households.strike_vote[person] : strike_vote(world_, person);
      yes += choice == Choice::kYes ? 1U : 0U;
      no += choice == Choice::kNo ? 1U : 0U;
    }
    return yes > no;
  }
};

}  // namespace

void settle_disputes(World& world) {
  Disputes(world).run();
}

}  // namespace tt::rules
