#include "server/commands/roles.hpp"

#include "tournament/spec.hpp"

namespace tt::server {

std::optional<rules::Role> role_of(std::string_view name) {
  for (const rules::Role role : tournament::kAllRoles)
    if (tournament::name_of(role) == name) return role;
  return std::nullopt;
}

}  // namespace tt::server
