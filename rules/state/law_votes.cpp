#include "rules/state/law_votes.hpp"

#include <algorithm>
#include <array>

#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr std::array<Parameter, kLaws> kWhere{
    Parameter::kIncomeTax,   Parameter::kProfitTax,   Parameter::kWealthTax, Parameter::kBenefit,
    Parameter::kBasicIncome, Parameter::kMinimumWage, Parameter::kSeverance, Parameter::kMoneyRule};

}  // namespace

Parameter parameter_of(Law law) {
  return kWhere[index_of(law)];
}

std::int64_t law_now(const World& world, Law law) {
  return world.scenario.parameters[parameter_of(law)];
}

LawBounds bounds_of_a_vote(const World& world, Law law) {
  const ParameterInfo& row = info(parameter_of(law));
  const std::int64_t step =
      std::max<std::int64_t>(1, share_of(row.most - row.least, world.scenario.parameters[Parameter::kLawStep]));
  const std::int64_t now = law_now(world, law);
  return {std::max(row.least, now - step), std::min(row.most, now + step)};
}

bool agenda_is_free(const World& world, Law law) {
  std::size_t open = 0;
  for (const LawVote& vote : world.law_votes) {
    open += vote.state == LawVote::State::kOpen ? 1 : 0;
    if (vote.law == law && (vote.state == LawVote::State::kOpen || vote.state == LawVote::State::kCarried ||
                            vote.closes_tick + kTicksLawRests > world.running()))
      return false;
  }
  return open < kOpenLawVotes;
}

LawVote* open_vote_on(World& world, Law law) {
  const auto at = std::find_if(world.law_votes.begin(), world.law_votes.end(), [&](const LawVote& vote) {
    return vote.law == law && vote.state == LawVote::State::kOpen;
  });
  return at == world.law_votes.end() ? nullptr : &*at;
}

}  // namespace tt::rules
