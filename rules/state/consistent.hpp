// Whether a state read from outside hangs together: columns of equal length, numbers that name something. The laws of
// conservation are in invariants.hpp.
#pragma once

namespace tt::rules {

struct World;

[[nodiscard]] bool is_consistent(const World& world);

}  // namespace tt::rules
