// Where a world's entries become durable: the narrow interface behind which another engine could stand one day.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"

namespace tt::server {

class Journal {
 public:
  using Done = std::function<void(const persistence::Result<void>&)>;

  virtual ~Journal() = default;

  /// Appends after everything appended before; `after` is the number of the last entry before these, as the caller
  /// counts, and the append fails if the journal counts otherwise. `done` is called in the order of the appends, on any
  /// thread, when the entries are on the disk or will never be; after a failure every later append fails too. Never
  /// blocks.
  virtual void append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) = 0;
  /// Keeps the state right after the tick close numbered `after_index`. A cache: failure is logged and nothing more.
  virtual void save_snapshot(std::uint64_t after_index, std::string state) = 0;
  /// A copy of what is on the disk by then, at a path where there is nothing yet; `done` on any thread.
  virtual void copy_to(std::filesystem::path copy, Done done) {
    done(persistence::Failure("This journal is in no file.", copy.string(), "Copy what keeps it."));
  }
  using Read = std::function<void(persistence::Result<std::vector<persistence::Entry>>)>;
  /// Entries on the disk, from that number (at least 1) on, at most so many; none beyond the last. `done` is called on
  /// any thread.
  virtual void read(std::uint64_t from_index, std::size_t at_most, Read done) = 0;
  /// What the world was founded from.
  [[nodiscard]] virtual const persistence::Genesis& genesis() const = 0;
};

}  // namespace tt::server
