// The folder of a tournament: what lies where in it.
#pragma once

#include <filesystem>
#include <string>

#include "tournament/spec.hpp"

namespace tt::tournament {

struct Places {
  std::filesystem::path folder;

  [[nodiscard]] std::filesystem::path worlds() const { return folder / "worlds"; }
  [[nodiscard]] std::filesystem::path results() const { return folder / "results.sqlite"; }
  [[nodiscard]] std::filesystem::path csv() const { return folder / "results.csv"; }
  [[nodiscard]] std::filesystem::path standings() const { return folder / "standings.txt"; }
  [[nodiscard]] std::filesystem::path spec() const { return folder / "spec.toml"; }
  /// One line: the path of the spec that was run. What a spec names by relative paths is looked for from there.
  [[nodiscard]] std::filesystem::path origin() const { return folder / "spec.origin"; }
  [[nodiscard]] std::filesystem::path report(const char* kind) const {
    return folder / (std::string("report.") + kind);
  }
};

/// Where a spec's results go unless told otherwise: its name with ".results", in the working folder.
[[nodiscard]] std::filesystem::path usual_folder(const std::filesystem::path& spec);

/// A spec file that stands for the one at `origin`; for itself, if that is empty.
[[nodiscard]] Result<Spec> load_spec(const std::filesystem::path& file, const std::filesystem::path& origin);

/// The spec that a tournament's folder keeps. Fails if there is no tournament in the folder.
[[nodiscard]] Result<Spec> load_spec(const Places& places);
/// What is in Places::origin; empty if there is no such file.
[[nodiscard]] std::filesystem::path origin_of(const Places& places);

/// Keeps a spec's text and origin in the folder, so that it can be reported and gone on with from there alone.
[[nodiscard]] Result<void> keep_spec(const Places& places, const std::filesystem::path& file,
                                     const std::filesystem::path& origin);

/// Whether a run holds the folder (FolderLock), found out without taking the lock for a moment, which a run that
/// begins then would notice.
[[nodiscard]] bool run_at_work(const Places& places);

}  // namespace tt::tournament
