// A tournament's folder as the server keeps it: what `technotariat tournament` makes and reads, and beside it who
// opened it. A folder without that is nobody's here, whatever lies in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "persistence/result.hpp"
#include "tournament/places.hpp"

namespace tt::server {

/// Who opened a tournament, and whether it is to be played.
struct Opened {
  std::uint64_t guest = 0;
  std::string by;             ///< the name they went by
  std::uint64_t at_ms = 0;    ///< since 1970
  std::uint64_t request = 0;  ///< the guest's number of it: asked for again, it is the same
  bool stopped = false;
};

/// A new folder with both files in it.
[[nodiscard]] persistence::Result<void> make_tournament(const tournament::Places& places, const std::string& spec,
                                                        const Opened& opened);
[[nodiscard]] persistence::Result<void> write_opened(const tournament::Places& places, const Opened& opened);
[[nodiscard]] persistence::Result<Opened> read_opened(const tournament::Places& places);
/// Whether there is such a file at all.
[[nodiscard]] bool is_opened(const tournament::Places& places);

/// Its spec, if it can be played for a browser: without programs.
[[nodiscard]] persistence::Result<tournament::Spec> read_playable(const tournament::Places& places);

/// Whether all that can be fetched is there: the run has come to its end.
[[nodiscard]] bool is_finished(const tournament::Places& places);

/// Where the run's own words go.
[[nodiscard]] std::filesystem::path run_log(const tournament::Places& places);
/// The last line of them; empty if there is none.
[[nodiscard]] std::string last_words(const tournament::Places& places);

}  // namespace tt::server
