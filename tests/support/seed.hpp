// Chance in tests: every draw follows from one seed, which a failing run prints and TT_SEED (or --tt-seed=N) repeats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tt::test {

/// The seed of this run: 1 unless TT_SEED or --tt-seed says otherwise ("random" draws one).
[[nodiscard]] std::uint64_t seed();

/// A stream of draws (splitmix64); give each use its own `stream` so that adding one does not shift another.
class Draws {
 public:
  explicit Draws(std::uint64_t stream);

  [[nodiscard]] std::uint64_t next();
  /// Uniform in 0 … n−1; n > 0.
  [[nodiscard]] std::int64_t below(std::int64_t n);
  /// Uniform in least … most, both included.
  [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most);
  /// True once in `n`.
  [[nodiscard]] bool one_in(std::int64_t n);
  template <class Value, std::size_t N>
  [[nodiscard]] Value pick(const Value (&values)[N]) {
    return values[below(static_cast<std::int64_t>(N))];
  }

 private:
  std::uint64_t state_;
};

/// Set by main before any test runs.
void set_seed(std::uint64_t seed);

}  // namespace tt::test
