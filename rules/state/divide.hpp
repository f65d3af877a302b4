// Dividing an amount so that the parts sum to it exactly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// Parts of `whole` ≥ 0 in proportion to the weights (each ≥ 0, not all 0): every part rounded down, the units left
/// over one each to consecutive weighted entries from a drawn place, so that no fixed order of ids is favoured.
[[nodiscard]] std::vector<std::int64_t> divide(std::int64_t whole, std::span<const std::int64_t> weights,
                                               std::uint64_t draw);
/// The same into `parts`, which takes their number: for who divides again and again.
void divide(std::int64_t whole, std::span<const std::int64_t> weights, std::uint64_t draw,
            std::vector<std::int64_t>& parts);

/// `mul_div(whole, weight, total)` for many weights: two products in place of each division. 0 ≤ whole, 0 < total <
/// 2⁶².
class Proportion {
 public:
  Proportion(std::int64_t whole, std::int64_t total)
      : times_(static_cast<std::uint64_t>(whole / total)),
        rest_(static_cast<std::uint64_t>(whole % total)),
        total_(static_cast<std::uint64_t>(total)),
        rate_(static_cast<std::uint64_t>((Wide{rest_} << 64U) / total_)) {}

  /// 0 ≤ weight; the part must fit 64 bits.
  [[nodiscard]] std::int64_t part(std::int64_t weight) const {
    const auto w = static_cast<std::uint64_t>(weight);
    // The rate is rounded down, so this is the quotient or one less; what is left over tells.
    const auto about = static_cast<std::uint64_t>((Wide{w} * rate_) >> 64U);
    const std::uint64_t left = w * rest_ - about * total_;
    return static_cast<std::int64_t>(w * times_ + about + (left >= total_ ? 1U : 0U));
  }

 private:
  __extension__ using Wide = unsigned __int128;
  std::uint64_t times_;
  std::uint64_t rest_;
  std::uint64_t total_;
  std::uint64_t rate_;
};

}  // namespace tt::rules
