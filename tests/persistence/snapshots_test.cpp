#include <doctest/doctest.h>

#include "persistence/world_file.hpp"
#include "tests/persistence/examples.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

/// 70 entries, of which every seventh closes a tick.
WorldFile seventy(const std::filesystem::path& path) {
  auto file = WorldFile::create(path, test::genesis());
  REQUIRE(file.has_value());
  for (std::uint64_t first = 1; first <= 70; first += 5)
    REQUIRE(file->append(test::entries_from(first, 5)).has_value());
  return std::move(*file);
}

std::string state_at(WorldFile& file, std::uint64_t at_most) {
  auto snapshot = file.latest_snapshot(at_most);
  REQUIRE(snapshot.has_value());
  return *snapshot ? (*snapshot)->state : "none";
}

}  // namespace

TEST_CASE("the newest snapshot not after an entry is found, and only three are kept") {
  const test::TempFolder folder;
  WorldFile file = seventy(folder / "w");
  CHECK(state_at(file, 70) == "none");
  REQUIRE(file.save_snapshot(0, "founded").has_value());
  CHECK(state_at(file, 70) == "founded");
  for (const std::uint64_t index : {7U, 14U, 21U, 28U})
    REQUIRE(file.save_snapshot(index, "after " + std::to_string(index)).has_value());
  CHECK(state_at(file, 70) == "after 28");
  CHECK(state_at(file, 28) == "after 28");
  CHECK(state_at(file, 27) == "after 21");
  CHECK(state_at(file, 14) == "after 14");
  CHECK_MESSAGE(state_at(file, 13) == "none", "the fourth newest is gone");
  REQUIRE(file.save_snapshot(28, "again").has_value());
  CHECK(state_at(file, 70) == "again");
}

TEST_CASE("a snapshot is taken after a tick close only") {
  const test::TempFolder folder;
  WorldFile file = seventy(folder / "w");
  CHECK(file.save_snapshot(8, "in the middle").has_error());
  CHECK(file.save_snapshot(77, "not there yet").has_error());
  CHECK(state_at(file, 70) == "none");
}

TEST_CASE("a damaged snapshot is passed over for the one before") {
  const char* const damages[] = {
      "UPDATE snapshot SET state = 'forged' WHERE after_index = 21",
      "UPDATE snapshot SET hash = zeroblob(32) WHERE after_index = 21",
      "UPDATE snapshot SET state = (SELECT state FROM snapshot WHERE after_index = 14), hash = (SELECT hash FROM "
      "snapshot WHERE "
      "after_index = 14) WHERE after_index = 21",
      "UPDATE snapshot SET after_index = 35 WHERE after_index = 21",
      "UPDATE snapshot SET after_index = 700 WHERE after_index = 21",
      "UPDATE snapshot SET after_index = -700 WHERE after_index = 21",
  };
  for (const char* damage : damages) {
    CAPTURE(std::string(damage));
    const test::TempFolder folder;
    {
      WorldFile file = seventy(folder / "w");
      REQUIRE(file.save_snapshot(14, "after 14").has_value());
      REQUIRE(file.save_snapshot(21, "after 21").has_value());
    }
    std::string change = damage;
    const auto forged = change.find("'forged'");
    if (forged != std::string::npos) change.replace(forged, 8, "x'00'");
    test::sql(folder / "w", change);
    auto file = WorldFile::open(folder / "w");
    REQUIRE(file.has_value());
    CHECK(state_at(*file, 1'000) == "after 14");
  }
}

}  // namespace tt::persistence
