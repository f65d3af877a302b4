// Which processes belong to one that was started here, read from /proc.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace tt::tournament {

/// The process, those it started and theirs, and whoever is left in its process group. `wrapped`: the two of bubblewrap
/// are not counted.
[[nodiscard]] std::size_t descendants_of(pid_t leader, bool wrapped);

}  // namespace tt::tournament
