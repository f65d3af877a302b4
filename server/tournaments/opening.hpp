// From what a page asks for to a spec that can be played, or why not. A pure function. Only strategies and scenarios
// that are built in can be named: whatever a browser sends, no program and no file of the host's is ever touched.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "technotariat/v1/error.pb.h"
#include "technotariat/v1/tournament.pb.h"
#include "tournament/spec.hpp"

namespace tt::server {

struct Opening {
  std::string text;  ///< the spec file
  tournament::Spec spec;
};

/// `master_seed`: 0 to 2^53 − 1. At most `matches_max` matches.
[[nodiscard]] std::variant<Opening, technotariat::v1::Error> opening_of(const technotariat::v1::OpenTournament& wish,
                                                                        std::uint64_t master_seed,
                                                                        std::uint32_t matches_max);

}  // namespace tt::server
