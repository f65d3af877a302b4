// A test that may be looked at after every block and stops as soon as it knows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tt::tournament::rating {

struct SprtOptions {
  double t0 = 0;                   ///< mean / deviation of a block's difference if the strategy is no better
  double t1 = 0.5;                 ///< … if it is as much better as is worth knowing
  double alpha = 0.05;             ///< chance to accept t1 where t0 is true
  double beta = 0.05;              ///< chance to accept t0 where t1 is true
  std::uint32_t blocks_least = 4;  ///< below, a deviation of so few could stop the test by luck
};

enum class SprtState : std::uint8_t { kUndecided, kAcceptsT0, kAcceptsT1 };

struct SprtResult {
  SprtState state = SprtState::kUndecided;
  std::uint64_t blocks = 0;  ///< looked at when it stopped, or all
  double llr = 0;            ///< log likelihood ratio then
  double low = 0;            ///< bounds: ln(β/(1−α)) and ln((1−β)/α)
  double high = 0;
};

/// The normalised generalised sequential probability ratio test of paired block differences: with t the mean over the
/// deviation of the first B of them, LLR = (B/2) ln[(1 + (t − t0)²) / (1 + (t − t1)²)] (Wald 1945, "Sequential tests of
/// statistical hypotheses"; Michel Van den Bergh's normalised form, as Stockfish's Fishtest uses it). Looks after every
/// block and stops at the first bound.
[[nodiscard]] SprtResult sprt(std::span<const double> differences, SprtOptions options = {});

}  // namespace tt::tournament::rating
