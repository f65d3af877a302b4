// A rate with a burst: so many at once, so many a second. Time comes in as an argument.
#pragma once

#include <algorithm>
#include <chrono>

namespace tt::server {

class TokenBucket {
 public:
  using Time = std::chrono::steady_clock::time_point;

  TokenBucket(double per_second, double burst, Time now)
      : per_second_(per_second), burst_(burst), tokens_(burst), last_(now) {}

  [[nodiscard]] bool take(Time now) {
    tokens_ = std::min(burst_, tokens_ + per_second_ * std::chrono::duration<double>(now - last_).count());
    last_ = now;
    if (tokens_ < 1) return false;
    tokens_ -= 1;
    return true;
  }

 private:
  double per_second_;
  double burst_;
  double tokens_;
  Time last_;
};

}  // namespace tt::server
