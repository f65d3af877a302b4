// `technotariat tournament watch`: the table of a tournament while it is played, by this process or another.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace tt::tournament {

struct WatchOptions {
  std::filesystem::path folder;
  bool once = false;      ///< tell what there is, and stop
  bool in_place = false;  ///< each table over the one before; for terminals
};

/// Tells the standings of the worlds played to their end, again whenever another is, until all are. Reads only. Returns
/// 0; 1 if the run has stopped before its end; 2 if there is no tournament in the folder.
[[nodiscard]] int watch_tournament(const WatchOptions& options, std::ostream& out, std::ostream& err);

}  // namespace tt::tournament
