// An experiment as data: a claim, arms that differ in a few settings, and what is compared. Adding one is a block in
// experiments.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/state/scenario.hpp"

namespace tt::tournament::lab {

/// A parameter (rules/state/parameters.cpp) or a scenario's number (rules/state/scenario_text.cpp), by name.
struct Change {
  std::string_view name;
  std::int64_t value = 0;
};

struct Arm {
  std::string_view name;
  std::vector<Change> changes;
  std::string_view scenario = "lab-baseline";
};

/// What the claim says of the first arm against the second.
enum class Expect {
  kMore,
  kLess,
  kNothing,  ///< the claim says nothing: it is measured alone
};

struct Comparison {
  std::string_view metric;
  std::string_view arm;
  std::string_view against;  ///< empty: zero
  Expect expect = Expect::kNothing;
  double smallest = 0;   ///< effect of interest, on the metric's scale (points or per cent): smaller ones count as none
  rules::Tick from = 0;  ///< ticks from … until − 1 after the burn-in; both 0: the second half of the run
  rules::Tick until = 0;
};

struct Experiment {
  std::string_view name;                ///< as typed
  std::string_view claim;               ///< one sentence, as the text has it
  std::vector<std::string_view> needs;  ///< parameters without which the mechanism does not exist
  rules::Tick ticks = 0;
  std::vector<Arm> arms;
  std::vector<Comparison> comparisons;
  std::string_view caveat;  ///< what the result does not show
};

/// In the order in which they are listed.
[[nodiscard]] std::span<const Experiment> experiments();
/// The experiment of that name, or null.
[[nodiscard]] const Experiment* find_experiment(std::string_view name);

/// What this program does not have yet of what the experiment needs: names of parameters; none if it can be run.
[[nodiscard]] std::vector<std::string_view> missing(const Experiment& experiment);

/// The scenario of an arm. Every change must name something there is (see `missing`) and lie in its bounds.
[[nodiscard]] rules::Scenario scenario_of(const Arm& arm);

}  // namespace tt::tournament::lab
