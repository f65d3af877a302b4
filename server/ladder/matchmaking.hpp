// Who sits with whom: of like rating, and less alike the longer somebody has waited. Pure: time comes in as what has
// been waited, and the same input gives the same tables.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tt::server {

/// One in the queue.
struct Waiting {
  std::uint64_t account = 0;  ///< of a person and of the person's bots: a world gives an account one seat
  double rating = 0;          ///< the mean
  std::chrono::milliseconds waited{0};
};

struct TableRule {
  std::size_t seats = 2;
  std::chrono::milliseconds wait{0};  ///< after so long everybody is alike enough
  bool fills = false;                 ///< after it a table may begin with empty seats
  std::size_t least = 1;              ///< with so many at least
};

/// How far ratings at the table of somebody who has waited so long may be from theirs; grows from about a class to
/// everybody. A newcomer's deviation is 8.3.
[[nodiscard]] double reach_after(std::chrono::milliseconds waited, std::chrono::milliseconds wait);

/// Up to `tables` tables that can begin now, each as indices into `waiting`, which stands in order of arrival. Who has
/// come first chooses first, the nearest of those within reach; of equals the earlier. One account sits at a table
/// once.
[[nodiscard]] std::vector<std::vector<std::size_t>> make_tables(std::span<const Waiting> waiting, const TableRule& rule,
                                                                std::size_t tables);

}  // namespace tt::server
