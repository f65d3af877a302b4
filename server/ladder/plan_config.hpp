// The [[ladder]] sections of a configuration file.
#pragma once

#include <vector>

#include "server/ladder/plan.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::server {

/// What is wrong is complained of to the reader.
[[nodiscard]] std::vector<LadderPlan> read_ladders(tournament::SpecReader& reader, const toml::table& file);

}  // namespace tt::server
