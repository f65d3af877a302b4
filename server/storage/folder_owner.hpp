// Whose a data folder is.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

#include "persistence/result.hpp"

namespace tt::server {

/// A complaint if `user` is root and the folder another account's, which could not open what root makes in it. Nothing
/// otherwise, and where there is no such folder.
[[nodiscard]] std::optional<persistence::Failure> foreign_to(uid_t user, const std::filesystem::path& data);

}  // namespace tt::server
