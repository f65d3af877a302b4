#include "rules/simulated/owning.hpp"

#include "rules/rules.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::uint64_t kMood = 4;             ///< of the draws under Stream::kInvesting
constexpr std::int64_t kConsidersOnceIn = 16;  ///< ticks
constexpr Bp kPeopleLeaving = 400;             ///< of the people, in the last tick
constexpr Bp kMostForTheTrust = 3'000;         ///< a simulated head keeps the lead
constexpr Bp kPartOffered = 500;

}  // namespace

void share_ownership(World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.workers[id] == 0 || trust_part(world, id) >= kMostForTheTrust || firms.trust_debt[id].owed > 0) return;
  if (mul_div(firms.quit[id], kOne, firms.workers[id]) < kPeopleLeaving) return;
  if (world.dice().below(kConsidersOnceIn, Stream::kInvesting, id.value, kMood) != 0) return;
  const Mils price = capital_worth(world, id) / firms.shares_issued[id];
  static_cast<void>(apply(world, firms.head[id], OfferEmployeeShares{id, kPartOffered, price}));
}

}  // namespace tt::rules
