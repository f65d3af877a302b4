// Names for enterprises that nobody named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tt::rules {

struct World;

inline constexpr std::size_t kShortestName = 3;  ///< of an enterprise, in code points
inline constexpr std::size_t kLongestName = 40;

/// Whether an enterprise has or had it.
[[nodiscard]] bool is_taken(const World& world, const std::string& name);

/// All names taken, for who asks for many: each is asked for without going over all enterprises.
class TakenNames {
 public:
  explicit TakenNames(const World& world);
  [[nodiscard]] bool has(const std::string& name) const;
  void add(const std::string& name);

 private:
  const World& world_;
  // Of the names: what is in neither is not taken, and a hit is looked up.
  std::vector<std::uint64_t> sorted_hashes_;
  std::vector<std::uint64_t> added_hashes_;
};

/// This name, or where it is taken the first of "name 2", "name 3" … that is not, shortened to fit.
[[nodiscard]] std::string distinct_name(const World& world, const std::string& name);

/// A name no enterprise has yet; the same for the same world and number.
[[nodiscard]] std::string enterprise_name(const World& world, std::uint32_t number);
[[nodiscard]] std::string enterprise_name(const World& world, std::uint32_t number, const TakenNames& taken);

}  // namespace tt::rules
