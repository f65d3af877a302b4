// A tournament small enough to be played many times in tests, and what it leaves on the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tournament/schedule.hpp"
#include "tournament/spec.hpp"
#include "tournament/tournament.hpp"

namespace tt::test {

/// In the hamlet: 2 worlds, 3 lineups, 2 seat orders, 8 ticks.
[[nodiscard]] std::string small_spec_text();
[[nodiscard]] tournament::Spec small_spec();

/// The small tournament in another format: lines for the head, and the seats and strategies of capitalists, who sit two
/// at a table.
[[nodiscard]] std::string spec_text_of(const std::string& head, const std::string& capitalists);
/// One of each format, some with a stopping rule.
[[nodiscard]] std::vector<std::string> spec_texts_of_formats();
/// What a match of the schedule would bring if strategies ended with these standings, in bp, in that world.
[[nodiscard]] tournament::MatchResult made_up_result(
    const tournament::MatchPlan& plan,
    const std::function<rules::Bp(std::string_view strategy, std::uint32_t world)>& standing);

/// Writes `text` to a file and returns its path.
std::filesystem::path write_text(const std::filesystem::path& path, const std::string& text);
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

[[nodiscard]] Outcome run(const tournament::TournamentOptions& options);

/// The bytes of the files that must not depend on how a tournament was run.
[[nodiscard]] std::map<std::string, std::string> lasting_files(const std::filesystem::path& folder);

}  // namespace tt::test
