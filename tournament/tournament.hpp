// A tournament from beginning to end: `technotariat tournament run`.
//
//   OUT/results.sqlite   a row a match, written as soon as it is played
//   OUT/results.csv      the same, a row a seat, when all are played
//   OUT/standings.txt    what they say
//   OUT/report.html      the same as a page, with ratings; report.json and report.csv hold its figures
//   OUT/spec.toml        the spec that was run; spec.origin tells where it lay
//   OUT/worlds/          every match as a world file; OUT is a host's folder to `technotariat world verify` and
//   `replay`
//
// All but the worlds are the same to the byte whatever the number of jobs and interruptions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace tt::tournament {

/// Where `technotariat serve` listens unless told otherwise.
inline constexpr const char* kServerHere = "http://127.0.0.1:8080";
/// Where links to matches lead on a server of the tournament's folder, up to the match's name.
[[nodiscard]] inline std::string links_on(const std::string& server) {
  return server.empty() ? "" : server + "/w/";
}

struct TournamentOptions {
  std::filesystem::path spec;
  std::filesystem::path origin = {};          ///< where the spec is to be thought of as lying; empty: where it lies
  std::filesystem::path out;                  ///< empty: the spec's name with ".results", in the working folder
  unsigned jobs = 0;                          ///< 0: one a processor
  bool json = false;                          ///< standings as JSON on `out` instead of tables
  bool progress = false;                      ///< a line on `err` that is written over; for terminals
  std::uint64_t matches_max = 0;              ///< stop after this many more matches; 0: play all
  std::string links = links_on(kServerHere);  ///< where the report's links to matches lead; empty: it has none
};

/// Plays what is missing in the out folder and tells the standings. Returns 0; 1 when something went wrong on the way
/// (run it again to go on); 2 when spec, options or out folder are not right and nothing was played.
[[nodiscard]] int run_tournament(const TournamentOptions& options, std::ostream& out, std::ostream& err);

struct ResumeOptions {
  std::filesystem::path folder;  ///< of a tournament that was begun
  unsigned jobs = 0;
  bool json = false;
  bool progress = false;
  std::string links = links_on(kServerHere);  ///< as in TournamentOptions
};

/// Goes on with it, from its folder alone: the same as running its spec again.
[[nodiscard]] int resume_tournament(const ResumeOptions& options, std::ostream& out, std::ostream& err);

struct ReportOptions {
  std::filesystem::path folder;     ///< where a tournament was played to its end
  std::filesystem::path spec = {};  ///< empty: the folder's own spec.toml
  std::string links;                ///< as in TournamentOptions
};

/// Writes the report of a finished tournament again. Returns as run_tournament does.
[[nodiscard]] int report_tournament(const ReportOptions& options, std::ostream& out, std::ostream& err);

/// One line for each built-in strategy: name, roles, what it does.
void list_strategies(std::ostream& out);

}  // namespace tt::tournament
