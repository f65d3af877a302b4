#include "rules/simulated/hours.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {
namespace {

constexpr Bp kStep = 300;       ///< at most in a tick: people plan their weeks
constexpr Bp kNotWorthIt = 50;  ///< a smaller change is not made

}  // namespace

void set_hours(World& world, EnterpriseId enterprise, Lots plan, Lots normal) {
  const auto& firms = world.enterprises;
  if (normal <= 0) return;
  const bool cooperative = firms.form[enterprise] == Form::kCooperative;
  const Bp least = cooperative ? firms.mandate[enterprise].least_hours : kOwnersShortWeek;
  const Bp most = cooperative ? firms.mandate[enterprise].most_hours : kMaxHours;
  const Bp now = firms.hours[enterprise];
  const auto wanted = static_cast<Bp>(std::min<std::int64_t>(mul_div(plan, kOne, normal), kMaxHours));
  const Bp next = std::clamp(std::clamp(wanted, now - kStep, now + kStep), least, most);
  if (next - now > -kNotWorthIt && next - now < kNotWorthIt) return;
  static_cast<void>(act_at_close(world, firms.head[enterprise], SetHours{enterprise, next}));
}

}  // namespace tt::rules
