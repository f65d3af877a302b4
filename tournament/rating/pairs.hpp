// Head to head: who ended ahead of whom, with Wilson intervals, and what majorities say of the order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tournament/rating/games.hpp"
#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

struct Interval {
  double low = 0;
  double high = 1;
};

/// Of a share `won` of `played` independent games (Wilson 1927, "Probable inference, the law of succession, and
/// statistical inference", JASA 22). `won` may hold halves. [0, 1] where none was played.
[[nodiscard]] Interval wilson(double won, double played, double confidence);

class Pairs {
 public:
  explicit Pairs(const Games& games);

  [[nodiscard]] std::size_t size() const { return won_.rows(); }
  /// Meetings of the two in one game; several where a strategy has several seats.
  [[nodiscard]] double played(std::size_t one, std::size_t other) const { return won_(one, other) + won_(other, one); }
  /// … in which `one` ended ahead; ties are halves.
  [[nodiscard]] double won(std::size_t one, std::size_t other) const { return won_(one, other); }
  /// won / played; a half where they never met.
  [[nodiscard]] double share(std::size_t one, std::size_t other) const;
  /// The one that ended ahead of every other more often than behind (Condorcet 1785); none often enough.
  [[nodiscard]] std::optional<std::size_t> condorcet_winner() const;
  /// share − ½ by pair: antisymmetric payoffs of a zero-sum game of choosing strategies.
  [[nodiscard]] Matrix margins() const;

 private:
  Matrix won_;
};

}  // namespace tt::tournament::rating
