// Roles as the command line names them.
#pragma once

#include <optional>
#include <string_view>

#include "rules/state/kinds.hpp"

namespace tt::server {

/// "capitalist", "member" or "worker"; nothing for anything else.
[[nodiscard]] std::optional<rules::Role> role_of(std::string_view name);

}  // namespace tt::server
