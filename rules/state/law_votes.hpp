// Votes on laws: what is before the vote, what was decided, and the bounds of both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"
#include "rules/state/parameters.hpp"

namespace tt::rules {

struct World;

struct Ballot {
  HouseholdId member;
  Choice choice = Choice::kNone;
};

inline constexpr Tick kTicksToVoteOnLaw = 2;        ///< from the proposal to the count
inline constexpr Tick kTicksToLawInForce = 2;       ///< from the count on, so that people can make ready
inline constexpr Tick kTicksLawRests = 8;           ///< after a decision, before the same law is voted on again
inline constexpr std::size_t kOpenLawVotes = 3;     ///< so that each can be thought about
inline constexpr std::size_t kLawVotesShown = 6;    ///< decided ones

/// One proposal about one law, and what became of it.
struct LawVote {
  /// Numbers are stored.
  enum class State : std::uint8_t { kOpen, kCarried, kInForce, kLost };

  Law law = Law::kIncomeTax;
  HouseholdId proposer;
  std::int64_t before = 0;  ///< what held when it was proposed
  std::int64_t value = 0;
  Tick opened_tick = 0;
  Tick closes_tick = 0;    ///< counted when this tick closes
  Tick in_force_tick = 0;  ///< takes effect when this tick closes; 0 unless carried
  State state = State::kOpen;
  std::uint32_t electorate = 0;
  std::uint32_t leaning_yes = 0;
  std::uint32_t leaning_no = 0;
  std::uint32_t near_the_line = 0;
  std::uint32_t yes = 0;
  std::uint32_t no = 0;
  std::vector<Ballot> ballots;  ///< of seated people; the others vote as they lean
};

[[nodiscard]] constexpr std::size_t index_of(Law law) {
  return static_cast<std::size_t>(law);
}

/// Where the law is kept.
[[nodiscard]] Parameter parameter_of(Law law);

/// What the law is now.
[[nodiscard]] std::int64_t law_now(const World& world, Law law);

struct LawBounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
/// How far one vote may move the law from what holds now.
[[nodiscard]] LawBounds bounds_of_a_vote(const World& world, Law law);

/// Whether a proposal about this law may be put on the agenda: the agenda has room, and this law is neither before the
/// vote, nor about to change, nor was it decided lately.
[[nodiscard]] bool agenda_is_free(const World& world, Law law);

/// The open proposal about this law, or null.
[[nodiscard]] LawVote* open_vote_on(World& world, Law law);

}  // namespace tt::rules
