// The results of a tournament: one SQLite file. Its content depends on the spec and the matches alone: rows are added
// in the order of the schedule by one writer, and nothing in it tells when or how; that of a finished one to the byte.
// Belongs to one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "tournament/match.hpp"

namespace tt::tournament {

class Results {
 public:
  /// A new file, all or nothing, that holds the spec and no match.
  [[nodiscard]] static Result<Results> create(const std::filesystem::path& path, const Spec& spec);
  /// An existing one; fails, saying what differs, if it holds the results of another spec.
  [[nodiscard]] static Result<Results> open(const std::filesystem::path& path, const Spec& spec);

  /// How many matches the file has, and nothing more of it.
  [[nodiscard]] static Result<std::uint64_t> count_in(const std::filesystem::path& path);

  Results(Results&&) noexcept;
  Results& operator=(Results&&) noexcept;
  ~Results();

  /// Matches recorded; they are the first of the schedule.
  [[nodiscard]] std::uint64_t count() const;
  /// Records the next matches of the schedule in one transaction: on success they are on the disk, on failure nothing
  /// of them is.
  [[nodiscard]] Result<void> add(std::span<const MatchResult> matches);
  /// All of them, in the order of the schedule.
  [[nodiscard]] Result<std::vector<MatchResult>> read();

  /// Writes the file anew in one go, in its own place. SQLite counts the transactions of a file in it: after this it
  /// does not tell how many there were.
  [[nodiscard]] static Result<void> rewrite(const std::filesystem::path& path, const Spec& spec,
                                            std::span<const MatchResult> matches);

 private:
  struct State;
  explicit Results(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tt::tournament
