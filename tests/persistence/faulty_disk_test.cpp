// Full disks, failing disks and power cuts, in SQLite's own sequence of writes and syncs.
#include "tests/persistence/faulty_disk.hpp"

#include <doctest/doctest.h>

#include <optional>

#include "persistence/world_file.hpp"
#include "tests/persistence/examples.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

WorldFile made(const std::filesystem::path& path) {
  auto file = WorldFile::create(path, test::genesis());
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return std::move(*file);
}

/// Appends 20 entries a commit until one fails or `commits` are done; the entries acknowledged.
std::uint64_t append_until_failure(WorldFile& file, int commits) {
  for (int at = 0; at < commits; ++at)
    if (!file.append(test::entries_from(file.last_index() + 1, 20))) break;
  return file.last_index();
}

}  // namespace

TEST_CASE("every acknowledged commit was synced") {
  const test::TempFolder folder;
  test::FaultyDisk disk;
  WorldFile file = made(folder / "w");
  for (std::uint64_t at = 0; at < 20; ++at) {
    const int before = disk.syncs();
    REQUIRE(file.append(test::entries_from(at + 1, 1)).has_value());
    CHECK(disk.syncs() > before);
  }
}

TEST_CASE("a full disk refuses the commit, loses nothing, and works again when there is room") {
  for (std::int64_t operations = 0; operations < 12; ++operations) {
    CAPTURE(operations);
    const test::TempFolder folder;
    test::FaultyDisk disk;
    WorldFile file = made(folder / "w");
    REQUIRE(file.append(test::entries_from(1, 20)).has_value());
    disk.fail_after(operations, SQLITE_FULL);
    const std::uint64_t kept = append_until_failure(file, 20);
    const auto refused = file.append(test::entries_from(kept + 1, 20));
    REQUIRE(refused.has_error());
    CHECK(refused.error().what.find("no room left") != std::string::npos);
    CHECK(test::count_expected(file) == kept);
    disk.heal();
    REQUIRE(file.append(test::entries_from(kept + 1, 20)).has_value());
    CHECK(test::count_expected(file) == kept + 20);
  }
}

TEST_CASE("after a failing disk nothing more is written until the file is opened again") {
  for (std::int64_t operations = 0; operations < 12; ++operations) {
    CAPTURE(operations);
    const test::TempFolder folder;
    test::FaultyDisk disk;
    std::uint64_t kept = 0;
    {
      WorldFile file = made(folder / "w");
      disk.fail_after(operations, SQLITE_IOERR_WRITE);
      kept = append_until_failure(file, 20);
      disk.heal();
      const auto refused = file.append(test::entries_from(kept + 1, 1));
      REQUIRE(refused.has_error());
      CHECK(refused.error().remedy.find("open the file again") != std::string::npos);
      CHECK(file.save_snapshot(0, "x").has_error());
    }
    auto again = WorldFile::open(folder / "w");
    REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().text()));
    const std::uint64_t there = test::count_expected(*again);
    CHECK_MESSAGE((there == kept || there == kept + 20), "all of a commit or nothing of it");
    CHECK(again->append(test::entries_from(there + 1, 20)).has_value());
  }
}

TEST_CASE("after a power cut every acknowledged entry is there, once, and no half commit") {
  test::Draws draws(601);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const test::TempFolder folder;
    test::FaultyDisk disk;
    std::uint64_t acknowledged = 0;
    {
      WorldFile file = made(folder / "w");
      acknowledged = append_until_failure(file, static_cast<int>(draws.below(4)));
      disk.fail_after(draws.below(40), SQLITE_IOERR_WRITE);
      acknowledged = append_until_failure(file, 30);
      disk.cut_power();
    }
    disk.power_on(draws);
    auto again = WorldFile::open(folder / "w");
    REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().text()));
    const std::uint64_t there = test::count_expected(*again);
    CHECK((there == acknowledged || there == acknowledged + 20));
    CHECK(again->append(test::entries_from(there + 1, 20)).has_value());
  }
}

TEST_CASE("a world half made when the disk fails is not there") {
  int failures = 0;
  for (std::int64_t operations = 0; operations < 40; ++operations) {
    const test::TempFolder folder;
    test::FaultyDisk disk;
    disk.fail_after(operations, SQLITE_FULL);
    const auto file = WorldFile::create(folder / "w", test::genesis());
    disk.heal();
    if (file) break;
    ++failures;
    if (!std::filesystem::exists(folder / "w")) {
      CHECK_FALSE(std::filesystem::exists(folder / "w.new"));
      continue;
    }
    CHECK_MESSAGE(WorldFile::open(folder / "w").has_value(), "made, and failed only to open");
  }
  CHECK(failures > 3);
}

}  // namespace tt::persistence
