#include "persistence/verify.hpp"

#include <doctest/doctest.h>

#include "persistence/journal/chain.hpp"
#include "tests/persistence/play.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

TEST_CASE("a sound world is found sound, with everything counted") {
  const test::TempFolder folder;
  std::uint64_t entries = 0;
  {
    test::Play play(folder / "w", test::seed());
    for (int tick = 0; tick < 4; ++tick) {
      play.act(8);
      play.close();
      play.save_snapshot();
    }
    entries = play.file().last_index();
  }
  const auto report = verify(folder / "w");
  REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().text()));
  CHECK_MESSAGE(report->sound(), report->problem);
  CHECK(report->genesis == test::hamlet(test::seed()));
  CHECK(report->entries == entries);
  CHECK(report->ticks == 4);
  CHECK(report->snapshots == 3);
  CHECK(report->snapshots_damaged == 0);
  CHECK(report->first_bad_index == 0);
}

TEST_CASE("a forged chain still has to give the same states") {
  // Whoever rewrites a row can rewrite the hashes after it; what the rules make of it gives them away.
  const test::TempFolder folder;
  std::uint64_t forged = 0;
  {
    test::Play play(folder / "w", test::seed());
    play.close();
    forged = play.file().last_index() + 1;
    REQUIRE(play.file().append(std::vector<Entry>{TickClose{play.world().clock + 1, 1234}}).has_value());
  }
  const auto report = verify(folder / "w");
  REQUIRE(report.has_value());
  CHECK(report->first_bad_index == forged);
  CHECK(report->problem.find("hashes differ") != std::string::npos);
  CHECK(report->ticks == 1);
}

TEST_CASE("damaged snapshots are counted, and harmless") {
  const test::TempFolder folder;
  {
    test::Play play(folder / "w", test::seed());
    for (int tick = 0; tick < 2; ++tick) {
      play.close();
      play.save_snapshot();
    }
  }
  test::sql(folder / "w",
            "UPDATE snapshot SET state = x'00' WHERE after_index = (SELECT min(after_index) FROM snapshot)");
  const auto report = verify(folder / "w");
  REQUIRE(report.has_value());
  CHECK(report->sound());
  CHECK(report->snapshots == 1);
  CHECK(report->snapshots_damaged == 1);
}

TEST_CASE("a world of other rules has a sound chain and cannot be replayed") {
  const test::TempFolder folder;
  REQUIRE(WorldFile::create(folder / "w", test::hamlet(5)).has_value());
  Genesis other = test::hamlet(5);
  other.rules_version = 900;
  test::sql(folder / "w",
            "UPDATE genesis SET rules_version = 900, hash = x'" + test::hex(bytes_of(genesis_hash(other))) + "'");
  const auto report = verify(folder / "w");
  REQUIRE(report.has_value());
  CHECK(report->problem.find("rules version 900") != std::string::npos);
}

}  // namespace tt::persistence
