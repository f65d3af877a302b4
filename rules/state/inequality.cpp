#include "rules/state/inequality.hpp"

#include <algorithm>

#include "rules/core/sorted.hpp"

namespace tt::rules {
namespace {

__extension__ using Wide = __int128;

}  // namespace

std::vector<Mils> ranked(std::vector<Mils> amounts) {
  for (Mils& amount : amounts) amount = std::max<Mils>(0, amount);
  sort_amounts(amounts);
  return amounts;
}

Bp gini(const std::vector<Mils>& ranked_amounts) {
  const auto n = static_cast<std::int64_t>(ranked_amounts.size());
  Wide weighted = 0;
  Wide sum = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    weighted += static_cast<Wide>(2 * (i + 1) - n - 1) * ranked_amounts[static_cast<std::size_t>(i)];
    sum += ranked_amounts[static_cast<std::size_t>(i)];
  }
  return sum == 0 ? 0 : static_cast<Bp>(weighted * kOne / (sum * n));
}

Lorenz lorenz(const std::vector<Mils>& ranked_amounts) {
  Lorenz curve{};
  Wide all = 0;
  for (const Mils amount : ranked_amounts) all += amount;
  if (all == 0) return curve;
  Wide sum = 0;
  std::size_t at = 0;
  for (std::size_t tenth = 0; tenth < kTenths; ++tenth) {
    const std::size_t end = ranked_amounts.size() * (tenth + 1) / kTenths;
    for (; at < end; ++at) sum += ranked_amounts[at];
    curve[tenth] = static_cast<Bp>(sum * kOne / all);
  }
  return curve;
}

Mils quantile(const std::vector<Mils>& ranked_amounts, Bp part) {
  if (ranked_amounts.empty()) return 0;
  const auto last = static_cast<std::int64_t>(ranked_amounts.size()) - 1;
  return ranked_amounts[static_cast<std::size_t>(last * part / kOne)];
}

}  // namespace tt::rules
