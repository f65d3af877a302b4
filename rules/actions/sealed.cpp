#include "rules/actions/sealed.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "rules/actions/perform.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/names.hpp"
#include "rules/state/note.hpp"

namespace tt::rules {
namespace {

template <class A, class... Others>
constexpr bool kIsOneOf = (std::is_same_v<A, Others> || ...);

/// What makes something, moves money or shares, or takes a place on an agenda.
template <class A>
constexpr bool kIsBuiltOn = kIsOneOf<A, FoundEnterprise, Invest, BackCommons, OfferEmployeeShares, OfferBuyOut,
                                     ProposeMotion, ProposeLaw, SetSecondJob>;

/// One person's decisions at the close, in the order in which they were made. What they made new was numbered as if
/// nobody else had made anything; here it gets the number it has from now on.
class Decisions {
 public:
  /// `enterprises` and `motions`: the first numbers that were free in the running tick.
  Decisions(World& world, HouseholdId actor, std::uint32_t enterprises, std::uint32_t motions)
      : world_(world), actor_(actor), enterprises_(enterprises), motions_(motions) {}

  void carry_out(Action action) {
    std::visit([&](auto& a) { renumber(a); }, action);
    if (auto* const founding = std::get_if<FoundEnterprise>(&action))
      founding->name = distinct_name(world_, founding->name);
    const Rejection r = perform_any(world_, actor_, action);
    const bool done = r == Rejection::kNone;
    if (std::holds_alternative<FoundEnterprise>(action))
      founded_.push_back(done ? EnterpriseId{world_.enterprises.count() - 1} : EnterpriseId{});
    if (std::holds_alternative<ProposeMotion>(action))
      proposed_.push_back(done ? MotionId{next_motion() - 1} : MotionId{});
    if (!done) tell(action, r);
  }

 private:
  World& world_;
  HouseholdId actor_;
  std::uint32_t enterprises_;
  std::uint32_t motions_;
  std::vector<EnterpriseId> founded_;
  std::vector<MotionId> proposed_;

  [[nodiscard]] std::uint32_t next_motion() const {
    return world_.first_motion + static_cast<std::uint32_t>(world_.motions.size());
  }

  template <class IdType>
  static void renumber(IdType& id, std::uint32_t first, const std::vector<IdType>& made) {
    if (!id.exists() || id.value < first) return;
    id = id.value - first < made.size() ? made[id.value - first] : IdType{};
  }
  template <class A>
  void renumber(A& action) const {
    if constexpr (requires { action.enterprise; }) renumber(action.enterprise, enterprises_, founded_);
    if constexpr (requires { action.motion; }) renumber(action.motion, motions_, proposed_);
  }

  /// Others' decisions were in the way.
  void tell(const Action& action, Rejection why) {
    const EnterpriseId about = std::visit(
        [](const auto& a) {
          if constexpr (requires { a.enterprise; }) return a.enterprise;
          return EnterpriseId{};
        },
        action);
    note(world_, {.tick = world_.running(),
                  .kind = EventKind::kLapsed,
                  .subject = actor_,
                  .enterprise = about.value < world_.enterprises.count() ? about : EnterpriseId{},
                  .value = static_cast<std::int64_t>(why)});
  }
};

}  // namespace

void seal(World& world, HouseholdId actor, const Action& action) {
  world.sealed.push_back({actor, action});
}

bool has_built(const World& world, HouseholdId actor) {
  return std::any_of(world.sealed.begin(), world.sealed.end(), [&](const Sealed& sealed) {
    return sealed.actor == actor &&
           std::visit([](const auto& a) { return kIsBuiltOn<std::decay_t<decltype(a)>>; }, sealed.action);
  });
}

World known_to(const World& world, HouseholdId viewer) {
  World known = world;
  for (const Sealed& sealed : std::exchange(known.sealed, {}))
    if (sealed.actor == viewer) static_cast<void>(perform_any(known, viewer, sealed.action));
  return known;
}

void open_sealed(World& world) {
  std::vector<Sealed> all = std::exchange(world.sealed, {});
  const auto lot = [&](const Sealed& sealed) {
    return std::pair(world.dice().draw(Stream::kSealed, sealed.actor.value), sealed.actor);
  };
  std::stable_sort(all.begin(), all.end(), [&](const Sealed& a, const Sealed& b) { return lot(a) < lot(b); });
  const std::uint32_t enterprises = world.enterprises.count();
  const auto motions = world.first_motion + static_cast<std::uint32_t>(world.motions.size());
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(first, all.end(), [&](const Sealed& s) { return s.actor != first->actor; });
    Decisions decisions(world, first->actor, enterprises, motions);
    for (; first != last; ++first) decisions.carry_out(std::move(first->action));
  }
}

}  // namespace tt::rules
