// A real world played into a real file: the rules decide, the file remembers.
#pragma once

#include <filesystem>
#include <vector>

#include "persistence/restore.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "tests/support/seed.hpp"

namespace tt::test {

/// The founding row of a hamlet, with the hash this program gives it.
[[nodiscard]] persistence::Genesis hamlet(std::uint64_t seed);

/// One player in a hamlet, recorded action by action.
class Play {
 public:
  Play(const std::filesystem::path& path, std::uint64_t seed);

  /// Tries some actions by chance; what the rules accept is journaled in one commit.
  void act(int tries);
  /// The player closes all places and asks more than anybody pays; journaled.
  void ruin();
  /// The player goes; a caretaker decides from now on.
  void leave();
  /// Closes the tick and journals that.
  void close();
  void save_snapshot();

  [[nodiscard]] const rules::World& world() const { return world_; }
  /// As published: right after the last close.
  [[nodiscard]] const rules::PublicView& last_close() const { return last_close_; }
  [[nodiscard]] persistence::WorldFile& file() { return file_; }

 private:
  rules::Action draw();
  void append(std::vector<persistence::Entry> entries);

  rules::World world_;
  persistence::WorldFile file_;
  rules::PublicView last_close_;
  Draws draws_;
  rules::HouseholdId me_;
  std::uint64_t next_request_ = 1;
};

}  // namespace tt::test
