// Files that are not, or no longer, what this program wrote.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "persistence/journal/chain.hpp"
#include "persistence/restore.hpp"
#include "persistence/verify.hpp"
#include "persistence/world_file.hpp"
#include "tests/persistence/examples.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

/// A world of 40 entries in 4 commits, closed.
std::filesystem::path world_in(const test::TempFolder& folder) {
  const auto path = folder / "w";
  auto file = WorldFile::create(path, test::genesis());
  REQUIRE(file.has_value());
  for (std::uint64_t first = 1; first <= 40; first += 10)
    REQUIRE(file->append(test::entries_from(first, 10)).has_value());
  return path;
}

Failure refusal(const std::filesystem::path& path) {
  const auto file = WorldFile::open(path);
  REQUIRE(file.has_error());
  CHECK_FALSE(file.error().what.empty());
  CHECK_FALSE(file.error().remedy.empty());
  CHECK(file.error().where.find(path.string()) == 0);
  return file.error();
}

}  // namespace

TEST_CASE("what is no world file is refused and left as it is") {
  const test::TempFolder folder;
  CHECK(WorldFile::open(folder / "missing").has_error());
  CHECK(WorldFile::open(folder.path()).has_error());

  std::ofstream(folder / "empty").close();
  CHECK(refusal(folder / "empty").what.find("not a world file") != std::string::npos);

  test::Draws draws(501);
  std::string noise;
  for (int at = 0; at < 20'000; ++at) noise += static_cast<char>(draws.below(256));
  std::ofstream(folder / "noise", std::ios::binary) << noise;
  refusal(folder / "noise");
  CHECK(test::bytes_of(folder / "noise") == noise);
  std::ofstream(folder / "almost", std::ios::binary) << std::string("SQLite format 3\0", 16) << noise;
  refusal(folder / "almost");

  test::sql(folder / "other", "CREATE TABLE recipes(name TEXT); INSERT INTO recipes VALUES('soup')");
  const std::string before = test::bytes_of(folder / "other");
  CHECK(refusal(folder / "other").what.find("application id") != std::string::npos);
  CHECK(test::bytes_of(folder / "other") == before);
}

TEST_CASE("anything more or less in the schema is refused") {
  const char* const changes[] = {
      "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM journal; END",
      "CREATE VIEW v AS SELECT * FROM journal",
      "CREATE TABLE extra(a)",
      "CREATE INDEX i ON journal(count)",
      "DROP TABLE snapshot",
      "ALTER TABLE journal ADD COLUMN note TEXT",
      "DROP TABLE journal; CREATE VIEW journal AS SELECT 1 AS first_index, 1 AS count, x'' AS entries, x'' AS hash",
  };
  for (const char* change : changes) {
    CAPTURE(std::string(change));
    const test::TempFolder folder;
    const auto path = world_in(folder);
    test::sql(path, change);
    CHECK(refusal(path).what.find("This is not a world file of this program") != std::string::npos);
    CHECK(verify(path).has_error());
  }
}

TEST_CASE("a view in a table's place is called what it is") {
  const test::TempFolder folder;
  const auto path = world_in(folder);
  test::sql(path, "DROP TABLE snapshot; CREATE VIEW snapshot AS SELECT 1 AS after_index, x'' AS state, x'' AS hash");
  CHECK(refusal(path).what.find("an unexpected view 'snapshot'") != std::string::npos);
}

TEST_CASE("newer and forgotten formats are refused by name") {
  const test::TempFolder folder;
  const auto path = world_in(folder);
  test::sql(path, "PRAGMA user_version = 2");
  CHECK(refusal(path).what.find("format 2, written by a newer program") != std::string::npos);
  test::sql(path, "PRAGMA user_version = 0");
  CHECK(refusal(path).what.find("format 0, which this program can no longer read") != std::string::npos);
  test::sql(path, "PRAGMA user_version = 1");
  CHECK(WorldFile::open(path).has_value());
}

TEST_CASE("a world founded under other rules is refused with both versions") {
  const test::TempFolder folder;
  const auto path = folder / "w";
  REQUIRE(WorldFile::create(path, test::genesis()).has_value());
  Genesis other = test::genesis();
  other.rules_version += 1;
  test::sql(path, "UPDATE genesis SET rules_version = " + std::to_string(other.rules_version) + ", hash = x'" +
                      test::hex(bytes_of(genesis_hash(other))) + "'");
  CHECK(refusal(path).what == "This world was founded under rules version " + std::to_string(other.rules_version) +
                                  ", this program has " + std::to_string(rules::kRulesVersion) + ".");
}

TEST_CASE("any changed cell of the journal or the founding row is found, and the bad entry named") {
  struct Case {
    const char* change;
    std::uint64_t bad_index;
    const char* problem = "";
  };
  const Case cases[] = {
      {"UPDATE journal SET hash = zeroblob(32) WHERE first_index = 11", 11},
      {"UPDATE journal SET hash = x'' WHERE first_index = 21", 21},
      {"UPDATE journal SET count = 11 WHERE first_index = 11", 11},
      {"UPDATE journal SET entries = CAST(entries || x'00' AS BLOB) WHERE first_index = 1", 1},
      {"UPDATE journal SET entries = (SELECT entries FROM journal WHERE first_index = 11) WHERE first_index = 21", 21},
      {"UPDATE journal SET first_index = 12 WHERE first_index = 11", 11},
      {"DELETE FROM journal WHERE first_index = 11", 11, "Entries are missing here"},
      {"DELETE FROM journal WHERE first_index = 1", 1},
      {"INSERT INTO journal VALUES(41, 0, x'', zeroblob(32))", 41},
      {"INSERT INTO journal VALUES(-5, 1, x'', zeroblob(32))", 1},
      {"UPDATE genesis SET title = title || '.'", 0},
      {"UPDATE genesis SET seed = seed + 1", 0},
      {"UPDATE genesis SET rules_version = -1", 0},
      {"UPDATE genesis SET hash = zeroblob(32)", 0},
      {"DELETE FROM genesis", 0},
  };
  for (const Case& example : cases) {
    CAPTURE(std::string(example.change));
    const test::TempFolder folder;
    const auto path = world_in(folder);
    test::sql(path, example.change);
    const Failure failure = refusal(path);
    if (example.bad_index != 0) CHECK(failure.where == path.string() + ", entry " + std::to_string(example.bad_index));
    const auto report = verify(path);
    REQUIRE(report.has_value());
    CHECK_FALSE(report->sound());
    CHECK(report->problem.find(example.problem) == 0);
    CHECK(report->first_bad_index == example.bad_index);
    CHECK(report->entries == (example.bad_index == 0 ? 0 : example.bad_index - 1));
  }
}

TEST_CASE("a flipped byte anywhere in an entry or a hash is found") {
  const test::TempFolder folder;
  const auto path = world_in(folder);
  for (const char* column : {"entries", "hash"}) {
    const auto bytes = static_cast<int>(
        test::number(path, std::string("SELECT length(") + column + ") FROM journal WHERE first_index = 11"));
    const std::string original =
        test::text_of(path, std::string("SELECT hex(") + column + ") FROM journal WHERE first_index = 11");
    for (int at = 0; at < bytes; ++at) {
      std::string changed = original;
      char& digit = changed[static_cast<std::size_t>(2 * at + 1)];
      digit = digit == '0' ? '1' : '0';
      test::sql(path, std::string("UPDATE journal SET ") + column + " = x'" + changed + "' WHERE first_index = 11");
      CHECK_MESSAGE(WorldFile::open(path).has_error(), column << " byte " << at);
    }
    test::sql(path, std::string("UPDATE journal SET ") + column + " = x'" + original + "' WHERE first_index = 11");
  }
  CHECK(WorldFile::open(path).has_value());
}

TEST_CASE("a flipped bit anywhere in the file is found, or makes no difference") {
  const test::TempFolder folder;
  const std::string original = test::bytes_of(world_in(folder));
  test::Draws draws(502);
  const auto path = folder / "flipped";
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = original;
    // Half of the flips in the first 200 bytes of a page, where its structure is.
    const std::int64_t page = draws.below(static_cast<std::int64_t>(bytes.size()) / 4096) * 4096;
    const auto at = static_cast<std::size_t>(draws.one_in(2) ? page + draws.below(200) : page + draws.below(4096));
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << draws.below(8)));
    test::write_bytes(path, bytes);
    auto file = WorldFile::open(path);
    if (!file) {
      ++refused;
      continue;
    }
    CHECK_MESSAGE(file->genesis() == test::genesis(), "byte " << at);
    CHECK_MESSAGE(test::count_expected(*file) == 40, "byte " << at);
  }
  CHECK_MESSAGE(refused > 10, "most of so small a file is empty space, but not all");
}

TEST_CASE("a file cut short is refused, unless only emptiness was cut off") {
  const test::TempFolder folder;
  const std::string original = test::bytes_of(world_in(folder));
  REQUIRE(original.size() % 4096 == 0);
  for (std::size_t size = 0; size < original.size(); size += 1024) {
    const auto path = folder / "cut";
    test::write_bytes(path, original.substr(0, size));
    auto file = WorldFile::open(path);
    CHECK_MESSAGE((!file || (size > original.size() - 4096 && test::count_expected(*file) == 40)), size);
  }
}

}  // namespace tt::persistence
