#include "tournament/rating/sprt.hpp"

#include <cmath>

namespace tt::tournament::rating {
namespace {

double ratio(double t, double blocks, const SprtOptions& options) {
  const double from0 = t - options.t0;
  const double from1 = t - options.t1;
  return blocks / 2 * std::log((1 + from0 * from0) / (1 + from1 * from1));
}

}  // namespace

SprtResult sprt(std::span<const double> differences, SprtOptions options) {
  SprtResult result;
  result.low = std::log(options.beta / (1 - options.alpha));
  result.high = std::log((1 - options.beta) / options.alpha);
  double sum = 0;
  double squares = 0;
  for (const double difference : differences) {
    ++result.blocks;
    sum += difference;
    squares += difference * difference;
    const auto blocks = static_cast<double>(result.blocks);
    const double mean = sum / blocks;
    const double variance = squares / blocks - mean * mean;
    if (result.blocks < options.blocks_least || variance <= 1e-12 * squares / blocks) continue;
    result.llr = ratio(mean / std::sqrt(variance), blocks, options);
    if (result.llr <= result.low) result.state = SprtState::kAcceptsT0;
    if (result.llr >= result.high) result.state = SprtState::kAcceptsT1;
    if (result.state != SprtState::kUndecided) break;
  }
  return result;
}

}  // namespace tt::tournament::rating
