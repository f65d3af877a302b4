// Names for enterprises that nobody named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tt::rules {

struct World;

inline constexpr std::size_t kShortestName = 3;  ///< of an enterprise, in code points
inline constexpr std::size_t kLongestName = 40;

/// Whether an enterprise has or had it.
[[nodiscard]] bool is_taken(const World& world, const std::string& name);

/// This name, or where it is taken the first of "name 2", "name 3" … that is not, shortened to fit.
[[nodiscard]] std::string distinct_name(const World& world, const std::string& name);

/// A name no enterprise has yet; the same for the same world and number.
[[nodiscard]] std::string enterprise_name(const World& world, std::uint32_t number);

}  // namespace tt::rules
