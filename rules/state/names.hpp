// Names for enterprises that nobody named.
#pragma once

#include <cstdint>
#include <string>

namespace tt::rules {

struct World;

/// A name no enterprise has yet; the same for the same world and number.
[[nodiscard]] std::string enterprise_name(const World& world, std::uint32_t number);

}  // namespace tt::rules
