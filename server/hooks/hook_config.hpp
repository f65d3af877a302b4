// The [[webhooks]] of a configuration file.
#pragma once

#include <filesystem>
#include <vector>

#include "server/hooks/hook_plan.hpp"
#include "tournament/spec_reader.hpp"

namespace tt::server {

/// All of them, in the file's order; what is wrong is complained of to the reader. Relative paths start at `folder`.
[[nodiscard]] std::vector<HookPlan> read_hooks(tournament::SpecReader& reader, const toml::table& file,
                                               const std::filesystem::path& folder);

}  // namespace tt::server
