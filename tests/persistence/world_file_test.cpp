#include "persistence/world_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <vector>

#include "tests/persistence/examples.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

WorldFile made(const std::filesystem::path& path) {
  auto file = WorldFile::create(path, test::genesis());
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return std::move(*file);
}

}  // namespace

TEST_CASE("what was appended is there after opening again, in order, with the founding row") {
  const test::TempFolder folder;
  const auto path = folder / "harbour.world";
  {
    WorldFile file = made(path);
    CHECK(file.last_index() == 0);
    std::uint64_t next = 1;
    for (const std::uint64_t count : {1U, 2U, 50U, 5'000U, 1U}) {
      REQUIRE(file.append(test::entries_from(next, count)).has_value());
      next += count;
      CHECK(file.last_index() == next - 1);
    }
    CHECK(test::count_expected(file) == 5'054);
  }
  auto again = WorldFile::open(path);
  REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().text()));
  CHECK(again->genesis() == test::genesis());
  CHECK(again->last_index() == 5'054);
  CHECK(test::count_expected(*again) == 5'054);
}

TEST_CASE("reading starts where it is asked to, in the middle of a commit too") {
  const test::TempFolder folder;
  WorldFile file = made(folder / "w");
  REQUIRE(file.append(test::entries_from(1, 10)).has_value());
  REQUIRE(file.append(test::entries_from(11, 10)).has_value());
  for (const std::uint64_t from : {0U, 1U, 7U, 10U, 11U, 20U, 21U}) {
    std::uint64_t expected = std::max<std::uint64_t>(from, 1);
    REQUIRE(file.read(from,
                      [&](std::uint64_t index, const Entry& entry) {
                        CHECK(index == expected);
                        CHECK(test::words(entry) == test::words(test::entry_at(index)));
                        ++expected;
                      })
                .has_value());
    CHECK(expected == 21);
  }
  CHECK(test::words(*file.entry(10)) == test::words(test::entry_at(10)));
  CHECK(file.entry(0).has_error());
  CHECK(file.entry(21).has_error());
}

TEST_CASE("a commit with one entry that cannot be stored leaves nothing") {
  const test::TempFolder folder;
  WorldFile file = made(folder / "w");
  auto entries = test::entries_from(1, 9);
  entries.push_back(Command{SeatedAction{rules::HouseholdId{1}, rules::SetEffort{-1}}, 1, 1});
  CHECK(file.append(entries).has_error());
  CHECK(file.last_index() == 0);
  CHECK(test::count_expected(file) == 0);
  CHECK_MESSAGE(file.append(test::entries_from(1, 9)).has_value(), "the file is as good as before");
  CHECK(file.append({}).has_value());
  CHECK(file.last_index() == 9);
}

TEST_CASE("a world is not made over anything") {
  const test::TempFolder folder;
  std::ofstream(folder / "taken") << "something else";
  const auto taken = WorldFile::create(folder / "taken", test::genesis());
  REQUIRE(taken.has_error());
  CHECK(taken.error().what.find("already") != std::string::npos);

  // SQLite would play a journal left behind into the new file.
  std::ofstream(folder / "ghost-wal") << "left behind";
  const auto ghost = WorldFile::create(folder / "ghost", test::genesis());
  REQUIRE(ghost.has_error());
  CHECK(ghost.error().where.ends_with("ghost-wal"));

  CHECK(WorldFile::create(folder / "no" / "such" / "folder", test::genesis()).has_error());
  std::ofstream(folder / "w.new") << "an attempt that was interrupted";
  CHECK(WorldFile::create(folder / "w", test::genesis()).has_value());
  CHECK_FALSE(std::filesystem::exists(folder / "w.new"));
}

TEST_CASE("a file in use is not opened a second time, and says so") {
  const test::TempFolder folder;
  WorldFile file = made(folder / "w");
  const auto second = WorldFile::open(folder / "w");
  REQUIRE(second.has_error());
  CHECK(second.error().what.find("Another process has this file open") != std::string::npos);
  CHECK_MESSAGE(file.append(test::entries_from(1, 3)).has_value(), "the first is not disturbed");
}

TEST_CASE("a world of other rules is neither made nor opened") {
  const test::TempFolder folder;
  Genesis other = test::genesis();
  other.rules_version = 900;
  const auto file = WorldFile::create(folder / "w", other);
  REQUIRE(file.has_error());
  CHECK(file.error().what.find("founded under rules version 900, this program has") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "w"));
}

TEST_CASE("a backup is the same world, and does not overwrite") {
  const test::TempFolder folder;
  WorldFile file = made(folder / "w");
  REQUIRE(file.append(test::entries_from(1, 300)).has_value());
  const auto backed = file.backup_to(folder / "copy");
  REQUIRE_MESSAGE(backed.has_value(), (backed ? "" : backed.error().text()));
  REQUIRE(file.append(test::entries_from(301, 5)).has_value());
  CHECK(file.backup_to(folder / "copy").has_error());
  auto copy = WorldFile::open(folder / "copy");
  REQUIRE_MESSAGE(copy.has_value(), (copy ? "" : copy.error().text()));
  CHECK(copy->genesis() == test::genesis());
  CHECK(test::count_expected(*copy) == 300);
  REQUIRE(copy->append(test::entries_from(301, 1)).has_value());
  CHECK(test::count_expected(file) == 305);
}

TEST_CASE("a journal is read in parts of any size, over the bounds of its commits") {
  const test::TempFolder folder;
  {
    auto file = WorldFile::create(folder / "w", test::genesis());
    REQUIRE(file.has_value());
    for (std::uint64_t first = 1; first <= 40; first += 10)
      REQUIRE(file->append(test::entries_from(first, 10)).has_value());
    std::vector<std::uint64_t> whole;
    REQUIRE(file->read(1, [&](std::uint64_t index, const Entry&) { whole.push_back(index); }).has_value());
    CHECK(whole.size() == 40);
    for (const std::size_t size : {1U, 7U, 10U, 39U, 41U}) {
      std::uint64_t read = 0;
      for (;;) {
        const auto some = file->read_some(read + 1, size);
        REQUIRE(some.has_value());
        CHECK(some->size() == std::min<std::size_t>(size, 40 - read));
        if (some->empty()) break;
        CHECK(some->front().index() == file->entry(read + 1)->index());
        read += some->size();
      }
      CHECK(read == 40);
    }
    CHECK(file->read_some(0, 3)->size() == 3);
    CHECK(file->read_some(41, 3)->empty());
  }
}

}  // namespace tt::persistence
