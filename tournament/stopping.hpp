// Whether enough has been played: all there is, or, looked at after every whole world, what the spec's stopping rule
// asks. A function of the matches taken in, in their order, so that a run goes on, stops and ends the same way whoever
// plays it and however often it was interrupted.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tournament/match_result.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {

class Stopping {
 public:
  explicit Stopping(const Spec& spec);

  /// The next match.
  void take_in(const MatchResult& match);
  [[nodiscard]] bool over() const { return over_; }
  /// Matches taken in.
  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// Which rule it is and what it says now, in a sentence for people.
  [[nodiscard]] std::string verdict() const;

 private:
  /// Of one strategy in one role.
  struct Record {
    double sum = 0;  ///< of scores in the running world
    double games = 0;
    std::vector<double> by_world;  ///< means, of the worlds it played in
  };

  const Spec& spec_;
  std::uint64_t matches_ = 0;
  std::uint64_t a_world_ = 0;
  std::uint64_t count_ = 0;
  std::uint32_t worlds_ = 0;  ///< whole ones
  bool over_ = false;
  std::array<std::vector<Record>, 3> records_;  ///< by role, in the order of the field

  void close_world();
  [[nodiscard]] double widest() const;
  [[nodiscard]] rating::SprtResult test() const;
  [[nodiscard]] bool answered() const;
};

}  // namespace tt::tournament
