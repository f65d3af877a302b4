// `technotariat lab`: the claims under test, the game's health and balance, from the command line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace tt::tournament::lab {

struct LabOptions {
  std::string name;           ///< an experiment's, "health", "balance", or "all" of the experiments
  std::uint64_t seeds = 0;    ///< 0: the study's own
  std::uint32_t ticks = 0;    ///< 0: the study's own
  unsigned jobs = 0;          ///< 0: one a processor
  bool json = false;          ///< JSON on `out` instead of tables
  bool progress = false;      ///< a line on `err` that is written over; for terminals
  std::filesystem::path out;  ///< folder for NAME.json and NAME.html; none if empty
};

/// Every study, what it claims, and what this program lacks for it, if anything.
void list_studies(std::ostream& out);

/// Returns 0; 1 if results could not be written; 2 if there is no such study or its mechanism is missing.
[[nodiscard]] int run_studies(const LabOptions& options, std::ostream& out, std::ostream& err);

/// Every study there is, into one Markdown file: docs/findings.md. The same return values.
[[nodiscard]] int write_findings(const LabOptions& options, const std::filesystem::path& file, std::ostream& err);

}  // namespace tt::tournament::lab
