// Who works where. Notice first, then dismissals, then everyone who looks for work, in an order drawn anew each tick,
// takes the best of the open places met. Labour flight is nothing special: it is employed people finding a better
// expected pay.
#include <algorithm>
#include <vector>

#include "rules/actions/perform.hpp"
#include "rules/core/stream_dice.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/simulated/dual_work.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

// Per tick, in bp. Separations: about 0.9 % of employees a week, fewer members (they own what they would leave).
constexpr std::int64_t kEmployeeSeparation = 90;
constexpr std::int64_t kMemberSeparation = 40;
constexpr std::int64_t kUnemployedSearch = 4'500;
constexpr std::int64_t kGapWeight = 16;  ///< low pay multiplies the search of the employed by this at most
constexpr std::uint64_t kOffersMet = 4;
constexpr Bp kWorthMoving = 10'400;  ///< a new place must pay this much of the old to be worth the trouble
constexpr std::uint32_t kFlightWorthTelling = 2;

struct Move {
  EnterpriseId from;
  EnterpriseId to;
  auto operator<=>(const Move&) const = default;
};

class LabourMarket {
 public:
  explicit LabourMarket(World& world) : world_(world), dice_(world.dice()) {}

  void run() {
    auto& firms = world_.enterprises;
    std::fill(firms.hired.values.begin(), firms.hired.values.end(), 0U);
    std::fill(firms.dismissed.values.begin(), firms.dismissed.values.end(), 0U);
    std::fill(firms.quit.values.begin(), firms.quit.values.end(), 0U);
    survey();
    end_lapsed_dual_work();
    separate();
    dismiss();
    hire();
    tell_flight();
  }

 private:
  World& world_;
  Dice dice_;
  std::vector<EnterpriseId> hiring_;
  std::vector<Move> moves_;
  /// What an enterprise's people expect in common: those with one job, paid as promised.
  struct Place {
    Mils pay = 0;
    std::int32_t looks = 0;     ///< chance to look around, in bp
    std::int16_t quits = 0;     ///< chance of an employee to drift away, in bp
    bool keeps_promise = true;  ///< paid in full on the last payday
  };
  std::vector<Place> places_;
  Mils benefit_ = 0;

  void survey() {
    places_.reserve(world_.enterprises.count());
    benefit_ = benefit(world_);
    for (const EnterpriseId id : world_.enterprises.ids()) {
      const auto kept = share_of(world_.scenario.parameters[Parameter::kTrustQuits], trust_part(world_, id));
      const Mils pay = expected_pay(world_, id);
      places_.push_back({.pay = pay,
                         .looks = static_cast<std::int32_t>(eagerness_at(pay)),
                         .quits = static_cast<std::int16_t>(share_of(kEmployeeSeparation, kOne - kept)),
                         .keeps_promise = world_.enterprises.paid_in_full[id] != 0});
    }
  }

  void tell(EventKind kind, HouseholdId who, EnterpriseId where) {
    if (is_seated(world_, who))
      note(world_, {.tick = world_.running(), .kind = kind, .subject = who, .enterprise = where});
  }

  /// A second job ends when either enterprise no longer allows it or has closed; simulated people also leave one that
  /// pays them less.
  void end_lapsed_dual_work() {
    const auto& firms = world_.enterprises;
    for (const HouseholdId id : world_.households.ids()) {
      const EnterpriseId second = world_.households.second_job[id];
      if (!second.exists()) continue;
      const bool allowed = world_.scenario.parameters[Parameter::kDualWork] != 0 && firms.open[second] != 0 &&
                           firms.dual_work[second] != 0 && firms.dual_work[world_.households.employer[id]] != 0;
      if (!allowed || (!is_seat(world_, id) && no_longer_pays(world_, id))) set_second_job(world_, id, {}, 0);
    }
  }

  void separate() {
    auto& people = world_.households;
    const StreamDice drift(dice_, Stream::kSeparation);
    for (const HouseholdId id : people.ids()) {
      const EnterpriseId work = people.employer[id];
      if (!work.exists()) continue;
      const bool notice = people.leaving[id] != 0;
      if (!notice && !quits(id, drift)) continue;
      leave_enterprise(world_, id);
      ++world_.enterprises.quit[work];
      if (notice) tell(EventKind::kLeftWork, id, work);
    }
  }

  /// Simulated people drift away now and then, and walk out of work that pays less than none.
  [[nodiscard]] bool quits(HouseholdId id, const StreamDice& drift) const {
    if (is_seat(world_, id) || stays_member(world_, id)) return false;
    if (felt_pay(id) < benefit_) return true;
    const auto risk =
        world_.households.member[id] != 0 ? kMemberSeparation : places_[world_.households.employer[id].value].quits;
    return drift.below(kOne, id.value) < risk;
  }

  /// What one's work pays: as promised, or as last paid where the promise was not kept.
  [[nodiscard]] Mils felt_pay(HouseholdId id) const {
    const EnterpriseId work = world_.households.employer[id];
    const bool divided = world_.households.second_job[id].exists();
    const Mils promised = divided ? expected_pay_of(world_, id) : places_[work.value].pay;
    if (places_[work.value].keeps_promise) return promised;
    return std::min(promised, world_.households.last_base[id]);
  }

  /// Chance in bp to look around in a tick: the further one's pay lies below the usual, the likelier.
  [[nodiscard]] std::int64_t eagerness(HouseholdId id) const {
    const EnterpriseId work = world_.households.employer[id];
    if (!work.exists()) return kUnemployedSearch;
    const bool as_usual = places_[work.value].keeps_promise && !world_.households.second_job[id].exists();
    return as_usual ? places_[work.value].looks : eagerness_at(felt_pay(id));
  }
  [[nodiscard]] std::int64_t eagerness_at(Mils pay) const {
    const std::int64_t search = world_.scenario.parameters[Parameter::kFlightSearch];
    const Mils usual = std::max<Mils>(1, world_.mean_pay);
    const std::int64_t gap = mul_div(std::max<Mils>(0, usual - pay), kOne, usual);
    return search + std::min(search * kGapWeight, gap / 2);
  }

  /// People beyond the places offered. Proprietary enterprises only; members are not dismissed. A caretaker dismisses
  /// nobody.
  [[nodiscard]] std::uint32_t to_be_dismissed(EnterpriseId id) const {
    const auto& firms = world_.enterprises;
    if (firms.workers[id] <= firms.places[id] || firms.form[id] != Form::kProprietary) return 0;
    return on_strike(world_, id) || kept_by_caretaker(id) ? 0 : firms.workers[id] - firms.places[id];
  }

  /// Few enterprises dismiss anybody, so their people alone are looked up.
  void dismiss() {
    const auto& firms = world_.enterprises;
    constexpr std::uint32_t kNobody = EnterpriseId::kNone;
    std::vector<std::uint32_t> crew_of(firms.count(), kNobody);
    std::vector<std::vector<HouseholdId>> crews;
    for (const EnterpriseId id : firms.ids()) {
      if (to_be_dismissed(id) == 0) continue;
      crew_of[id.value] = static_cast<std::uint32_t>(crews.size());
      crews.emplace_back();
    }
    if (crews.empty()) return;
    for (const HouseholdId id : world_.households.ids()) {
      const EnterpriseId work = world_.households.employer[id];
      if (work.exists() && crew_of[work.value] != kNobody) crews[crew_of[work.value]].push_back(id);
    }
    for (const EnterpriseId id : firms.ids())
      if (crew_of[id.value] != kNobody) dismiss_from(id, crews[crew_of[id.value]]);
  }

  /// Whom of its people is drawn.
  void dismiss_from(EnterpriseId id, std::vector<HouseholdId>& people) {
    const std::uint32_t excess = to_be_dismissed(id);
    std::sort(people.begin(), people.end(), [&](HouseholdId a, HouseholdId b) {
      return dice_.draw(Stream::kDismissal, a.value) < dice_.draw(Stream::kDismissal, b.value);
    });
    for (std::uint32_t i = 0; i < excess; ++i) {
      part_with(people[i], id);
      if (is_mechanised(id)) world_.households.displaced_by[people[i]] = id;
      tell(EventKind::kDismissed, people[i], id);
    }
    world_.enterprises.dismissed[id] = excess;
    note(world_, {.tick = world_.running(), .kind = EventKind::kDismissed, .enterprise = id, .value = excess});
  }

  /// Whether machines did any of its work last tick.
  [[nodiscard]] bool is_mechanised(EnterpriseId id) const {
    const auto& machines = world_.enterprises.machines[id];
    return std::any_of(machines.begin(), machines.end(), [](const Machines& m) { return m.done > 0; });
  }

  /// Severance as the law says, as far as the cash goes.
  void part_with(HouseholdId person, EnterpriseId id) {
    leave_enterprise(world_, person);
    const Mils owed = world_.scenario.parameters[Parameter::kSeverance] * base_pay(world_, id);
    post(world_, id, person, std::min(owed, world_.enterprises.cash[id]), Reason::kSeverance);
  }

  [[nodiscard]] bool kept_by_caretaker(EnterpriseId id) const {
    const HouseholdId head = world_.enterprises.head[id];
    if (!head.exists() || world_.households.seat[head] == kNoSeat) return false;
    return world_.seats[world_.households.seat[head]].controller == Controller::kCaretaker;
  }

  [[nodiscard]] std::uint32_t open_places(EnterpriseId id) const {
    const auto& firms = world_.enterprises;
    const std::uint32_t taken = firms.workers[id] + firms.second_hands[id];
    if (firms.open[id] == 0 || firms.places[id] <= taken || on_strike(world_, id)) return 0;
    return firms.places[id] - taken;
  }

  [[nodiscard]] bool looks_for_work(HouseholdId id, const StreamDice& search) const {
    const auto& people = world_.households;
    if (people.applied_to[id].exists()) return true;
    if (is_seat(world_, id) || stays_member(world_, id) || people.owner[id] != 0) return false;
    const EnterpriseId work = people.employer[id];
    if (work.exists() && world_.enterprises.head[work] == id) return false;
    return search.below(kOne, id.value) < eagerness(id);
  }

  void hire() {
    for (const EnterpriseId id : world_.enterprises.ids())
      if (open_places(id) > 0) hiring_.push_back(id);
    const StreamDice search(dice_, Stream::kSearch);
    std::vector<std::pair<std::uint64_t, HouseholdId>> seekers;
    for (const HouseholdId id : world_.households.ids())
      if (looks_for_work(id, search)) seekers.emplace_back(dice_.draw(Stream::kSearchOrder, id.value), id);
    std::sort(seekers.begin(), seekers.end());
    for (const auto& [order, id] : seekers) place(id);
    for (const EnterpriseId id : world_.enterprises.ids()) world_.enterprises.vacancies[id] = open_places(id);
  }

  void place(HouseholdId id) {
    const EnterpriseId wish = world_.households.applied_to[id];
    const EnterpriseId found = wish.exists() ? wish : best_offer_met(id);
    world_.households.applied_to[id] = {};
    if (!found.exists()) return;
    if (open_places(found) == 0) {
      tell(EventKind::kApplicationFailed, id, found);
      return;
    }
    const EnterpriseId old = world_.households.employer[id];
    if (!wish.exists() && old.exists() && prefers_dual_work(world_, id, found)) {
      static_cast<void>(act_at_close(world_, id, SetSecondJob{found, kUsualSecondShare}));
      return;
    }
    if (old.exists()) {
      leave_enterprise(world_, id);
      ++world_.enterprises.quit[old];
      moves_.push_back({old, found});
    }
    join_enterprise(world_, id, found);
    ++world_.enterprises.hired[found];
    tell(EventKind::kHired, id, found);
  }

  [[nodiscard]] EnterpriseId best_offer_met(HouseholdId id) const {
    if (hiring_.empty()) return {};
    const EnterpriseId work = world_.households.employer[id];
    if (work.exists() && !has_heard_of_better(world_, work)) return {};
    Mils best_pay = work.exists() ? share_of(felt_pay(id), kWorthMoving) : reservation_pay(world_, id);
    EnterpriseId best;
    for (std::uint64_t k = 0; k < kOffersMet; ++k) {
      const auto pick = dice_.below(static_cast<std::int64_t>(hiring_.size()), Stream::kOffersMet, id.value, k);
      const EnterpriseId offered = hiring_[static_cast<std::size_t>(pick)];
      if (offered == work || open_places(offered) == 0) continue;
      const Mils pay = places_[offered.value].pay;
      if (pay < best_pay || (pay == best_pay && best.exists())) continue;
      best_pay = pay;
      best = offered;
    }
    return best;
  }

  void tell_flight() {
    std::sort(moves_.begin(), moves_.end());
    for (auto first = moves_.begin(); first != moves_.end();) {
      const auto last = std::find_if(first, moves_.end(), [&](const Move& m) { return m != *first; });
      const auto count = static_cast<std::uint32_t>(last - first);
      if (count >= kFlightWorthTelling)
        note(world_, {.tick = world_.running(),
                      .kind = EventKind::kLabourFlight,
                      .enterprise = first->from,
                      .other = first->to,
                      .value = count});
      first = last;
    }
  }
};

}  // namespace

void match_labour(World& world) {
  LabourMarket(world).run();
}

}  // namespace tt::rules
