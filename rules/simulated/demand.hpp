// What households mean to consume, as downward demand curves on one common grid of prices a good, so that the book of
// any number of households is a table of a few hundred levels: no household's orders are ever written out or sorted.
//
// Memory while it lives: three budgets and a taste a household, 26 bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/market/auction.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

/// The consumption of all households in one tick: what each means to spend on each good, and the pools they bid as.
/// A household draws a reference price near the last one, its taste for the good. All of one taste bid as one pool at
/// kSteps prices around that reference, each step for what the pool's whole budget buys at its price and the steps
/// above do not: at whatever price it fills, the cost is within the budget.
class Consumption {
 public:
  static constexpr std::size_t kGoodsConsumed = 3;
  static constexpr unsigned kTasteBits = 4;
  static constexpr std::size_t kTastes = std::size_t{1} << kTasteBits;  ///< reference prices, 1 % apart
  static constexpr std::size_t kSteps = 6;
  static constexpr std::size_t kLevels = kTastes * kSteps;

  /// Plans with the cash at hand, less what personal orders for these goods may take and the price of a lot of each
  /// good: that keeps every household able to pay for its part rounded up.
  explicit Consumption(const World& world);

  /// The bids for one good, kSteps a taste; lots may be 0.
  [[nodiscard]] std::vector<LimitOrder> levels(Good good) const;

  /// What each household gets of the levels' fills, in order: calls give(HouseholdId, Lots > 0). The households of a
  /// pool share what it gets in proportion to their budgets: running totals are rounded down from a phase that `draw`
  /// sets, so each gets its exact part to within a lot, together they get the whole, and no number is favoured.
  template <class Give>
  void share(Good good, std::span<const Lots> fills, std::uint64_t draw, Give&& give) const;

 private:
  using Tastes = std::uint16_t;  ///< kTasteBits a good
  struct Consumed {
    Good good;
    std::array<Mils, kLevels> limits{};
    std::array<Mils, kTastes> pools{};  ///< sums of the budgets
    std::vector<Mils> budgets;          ///< by household
  };
  std::array<Consumed, kGoodsConsumed> goods_;
  std::vector<Tastes> tastes_;

  [[nodiscard]] static constexpr std::size_t taste_of(Tastes tastes, std::size_t k) {
    return (tastes >> (k * kTasteBits)) & (kTastes - 1);
  }
  [[nodiscard]] std::size_t place_of(Good good) const;
  [[nodiscard]] Mils pocket_money() const;
  void set_limits(const World& world);
  void plan(const World& world);
};

template <class Give>
void Consumption::share(Good good, std::span<const Lots> fills, std::uint64_t draw, Give&& give) const {
  __extension__ using Wide = unsigned __int128;
  constexpr unsigned kFraction = 62;  // a part of a pool, at most all of it, as a fixed-point number
  const std::size_t place = place_of(good);
  const Consumed& consumed = goods_[place];
  struct Pool {
    std::uint64_t rate = 0;  // lots a mil of budget, rounded up: the last total reaches all lots
    Wide upto = 0;           // the lots of those before, from the phase
    Lots given = 0;
  };
  std::array<Pool, kTastes> pools;
  for (std::size_t taste = 0; taste < kTastes; ++taste) {
    const auto budget = static_cast<std::uint64_t>(consumed.pools[taste]);
    std::uint64_t lots = 0;
    for (std::size_t k = 0; k < kSteps; ++k) lots += static_cast<std::uint64_t>(fills[taste * kSteps + k]);
    if (lots == 0) continue;
    pools[taste].rate = static_cast<std::uint64_t>(((Wide{lots} << kFraction) + budget - 1) / budget);
    // Rounding the rate up adds less than a mil's worth of fraction for each mil: the phase leaves room for that.
    pools[taste].upto = draw % ((std::uint64_t{1} << kFraction) - budget);
  }
  for (std::uint32_t i = 0; i < tastes_.size(); ++i) {
    Pool& pool = pools[taste_of(tastes_[i], place)];
    pool.upto += Wide{pool.rate} * static_cast<std::uint64_t>(consumed.budgets[i]);
    const auto target = static_cast<Lots>(pool.upto >> kFraction);
    if (target == pool.given) continue;
    give(HouseholdId{i}, target - pool.given);
    pool.given = target;
  }
}

}  // namespace tt::rules
