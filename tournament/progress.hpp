// How far a tournament has come, as its folder tells at this moment; whether anybody is at work on it makes no
// difference.
#pragma once

#include <cstdint>
#include <optional>

#include "tournament/places.hpp"
#include "tournament/spec.hpp"
#include "tournament/standings.hpp"

namespace tt::tournament {

struct Progress {
  std::uint64_t played = 0;            ///< matches
  std::uint64_t all = 0;               ///< at most
  std::uint32_t worlds = 0;            ///< played to their end
  std::uint32_t worlds_all = 0;        ///< at most
  bool over = false;                   ///< all are played, or the stopping rule is satisfied
  std::optional<Standings> standings;  ///< of the whole worlds; nothing before the first
};

/// Reads and weighs every match. A folder in which nothing has been played yet has no progress.
[[nodiscard]] Result<Progress> progress_of(const Places& places, const Spec& spec);

/// How many matches are recorded, and nothing else of them; 0 where there are no results yet.
[[nodiscard]] Result<std::uint64_t> recorded_matches(const Places& places);

}  // namespace tt::tournament
