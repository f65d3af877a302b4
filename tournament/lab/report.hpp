// What a study found, ready to be shown: as text, JSON, Markdown or a page. Every study of the laboratory ends in one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tournament/lab/experiment.hpp"

namespace tt::tournament::lab {

enum class Verdict {
  kSupported,     ///< the interval lies on the claimed side of zero, and the mean is of interest
  kContradicted,  ///< the same on the other side
  kNoEffect,      ///< the interval lies within what is too small to be of interest
  kUndecided,     ///< none of these: more seeds would tell
  kMeasured,      ///< nothing was claimed
};

[[nodiscard]] std::string_view word_for(Verdict verdict);

/// One row: an effect and what it says.
struct Finding {
  std::string what;   ///< "real traditional pay"
  std::string where;  ///< "half in co-ops − none"
  std::string unit;   ///< of the effect: "%" or the metric's
  Expect expect = Expect::kNothing;
  double smallest = 0;
  double mean = 0;
  double low = 0;  ///< 95 % interval; infinite for a single seed
  double high = 0;
  double level = 0;                 ///< mean of the metric in the arm itself
  double against = 0;               ///< and in the other; unused where that is zero
  bool paired = true;               ///< false: against zero
  std::size_t seeds = 0;            ///< that counted
  std::size_t left_out = 0;         ///< in which the metric does not exist
  std::vector<double> differences;  ///< by seed
  Verdict verdict = Verdict::kMeasured;
};

/// A curve an arm, mean over the seeds.
struct Chart {
  std::string title;
  std::vector<rules::Tick> ticks;
  struct Line {
    std::string name;
    std::vector<double> values;  ///< by tick; NaN where there is none
  };
  std::vector<Line> lines;
};

struct Report {
  std::string name;
  std::string claim;
  std::string conditions;  ///< seeds, ticks, arms, in a sentence
  std::string caveat;
  std::string summary;  ///< in a few plain words
  std::vector<Finding> findings;
  std::vector<Chart> charts;
  std::vector<std::string> notes;  ///< further lines
};

/// The verdict on an effect from its interval.
[[nodiscard]] Verdict judge(Expect expect, double mean, double low, double high, double smallest);
/// "supported", "contradicted", "in part: …" over the findings that had a claim; "measured" where none had.
[[nodiscard]] std::string summary_of(const std::vector<Finding>& findings);
/// "−3.2", "0.041": as many digits as the size asks for.
[[nodiscard]] std::string number_text(double value);

/// For people: at most 120 columns wide.
[[nodiscard]] std::string to_text(const Report& report);
/// One JSON object; what is not a number is null.
[[nodiscard]] std::string to_json(const Report& report);
/// A section of docs/findings.md.
[[nodiscard]] std::string to_markdown(const Report& report);
/// A page by itself, no other files, light and dark.
[[nodiscard]] std::string to_html(const Report& report);

}  // namespace tt::tournament::lab
