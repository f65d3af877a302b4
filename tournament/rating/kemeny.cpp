#include "tournament/rating/kemeny.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>

namespace tt::tournament::rating {
namespace {

double cost_of(const Matrix& won, const std::vector<std::size_t>& order) {
  double cost = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) cost += won(order[j], order[i]);
  return cost;
}

/// best[set]: the least cost among the strategies of the set, placed before all others; last[set]: who is its last.
std::vector<std::size_t> best_order(const Matrix& won) {
  const std::size_t n = won.rows();
  const std::uint32_t sets = 1U << n;
  std::vector<double> best(sets, std::numeric_limits<double>::infinity());
  std::vector<std::uint8_t> last(sets, 0);
  best[0] = 0;
  for (std::uint32_t set = 1; set < sets; ++set) {
    for (std::size_t i = 0; i < n; ++i) {
      if (((set >> i) & 1U) == 0) continue;
      const std::uint32_t before = set & ~(1U << i);
      double cost = best[before];
      for (std::size_t j = 0; j < n; ++j)
        if (((before >> j) & 1U) != 0) cost += won(i, j);
      if (cost >= best[set]) continue;
      best[set] = cost;
      last[set] = static_cast<std::uint8_t>(i);
    }
  }
  std::vector<std::size_t> order(n);
  std::uint32_t set = sets - 1;
  for (std::size_t place = n; place-- > 0;) {
    order[place] = last[set];
    set &= ~(1U << last[set]);
  }
  return order;
}

/// Moves the one at `from` to wherever costs least; whether that gained anything.
bool improve(const Matrix& won, std::vector<std::size_t>& order, std::size_t from) {
  const double before = cost_of(won, order);
  for (std::size_t to = 0; to < order.size(); ++to) {
    std::vector<std::size_t> moved = order;
    const std::size_t who = moved[from];
    moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(from));
    moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(to), who);
    if (cost_of(won, moved) >= before) continue;
    order = std::move(moved);
    return true;
  }
  return false;
}

std::vector<std::size_t> good_order(const Matrix& won) {
  std::vector<std::size_t> order(won.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto total = [&](std::size_t i) {
    double sum = 0;
    for (std::size_t j = 0; j < won.rows(); ++j) sum += won(i, j) - won(j, i);
    return sum;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return total(a) > total(b); });
  for (std::size_t from = 0; from < order.size();) from = improve(won, order, from) ? 0 : from + 1;
  return order;
}

}  // namespace

KemenyOrder kemeny_order(const Matrix& won) {
  KemenyOrder result;
  result.exact = won.rows() <= kKemenyExact;
  result.order = result.exact ? best_order(won) : good_order(won);
  result.against = cost_of(won, result.order);
  return result;
}

}  // namespace tt::tournament::rating
