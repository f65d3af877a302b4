// The [tournaments] of a configuration file.
#pragma once

#include <filesystem>

#include "server/tournaments/plan.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::server {

/// What is wrong is complained of to the reader. Relative paths start at `folder`.
[[nodiscard]] TournamentsPlan read_tournaments(tournament::SpecReader& reader, const toml::table& file,
                                               const std::filesystem::path& folder);

}  // namespace tt::server
