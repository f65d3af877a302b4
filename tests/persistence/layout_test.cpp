#include "persistence/sqlite/layout.hpp"

#include <doctest/doctest.h>

#include <array>

#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence::sqlite {

namespace {

// Three editions of a file kind of our own, as the real ones will have them one day.
constexpr std::array<Table, 1> kTables1{{{"note", "CREATE TABLE note(text TEXT) STRICT"}}};
constexpr std::array<Table, 1> kTables3{{{"note", "CREATE TABLE note(text TEXT, colour TEXT, size INTEGER) STRICT"}}};
constexpr std::array<Migration, 2> kSteps{{
    {1, 2, "ALTER TABLE note ADD COLUMN colour TEXT; UPDATE note SET colour = 'red'"},
    {2, 3, "ALTER TABLE note ADD COLUMN size INTEGER"},
}};
constexpr std::array<Migration, 1> kBroken{
    {{1, 3, "ALTER TABLE note ADD COLUMN colour TEXT; SELECT nonsense FROM nowhere"}}};
constexpr Layout kFirst{"a note file", 7, 1, kTables1, {}};
constexpr Layout kThird{"a note file", 7, 3, kTables3, kSteps};
constexpr Layout kThirdBroken{"a note file", 7, 3, kTables3, kBroken};

void make_first(const std::filesystem::path& path) {
  {
    auto database = draft_laid_out(path, kFirst);
    REQUIRE(database.has_value());
  }
  test::sql(path, "INSERT INTO note VALUES('hello')");
}

}  // namespace

TEST_CASE("an older format is brought up step by step and keeps its rows") {
  const test::TempFolder folder;
  make_first(folder / "f");
  REQUIRE(open_laid_out(folder / "f", kFirst).has_value());
  {
    auto third = open_laid_out(folder / "f", kThird);
    REQUIRE_MESSAGE(third.has_value(), (third ? "" : third.error().text()));
    CHECK(*third->text("SELECT text || colour FROM note") == "hellored");
    CHECK(*third->integer("PRAGMA user_version") == 3);
  }
  CHECK_MESSAGE(open_laid_out(folder / "f", kThird).has_value(), "once up, it stays up");
  CHECK(open_laid_out(folder / "f", kFirst).error().what.find("newer program") != std::string::npos);
}

TEST_CASE("a step that fails leaves the file in its old format") {
  const test::TempFolder folder;
  make_first(folder / "f");
  CHECK(open_laid_out(folder / "f", kThirdBroken).has_error());
  CHECK(test::number(folder / "f", "PRAGMA user_version") == 1);
  CHECK(open_laid_out(folder / "f", kFirst).has_value());
}

TEST_CASE("a format with no way up is refused") {
  const test::TempFolder folder;
  make_first(folder / "f");
  test::sql(folder / "f", "PRAGMA user_version = 0");
  CHECK(open_laid_out(folder / "f", kThird).error().what.find("can no longer read") != std::string::npos);
}

TEST_CASE("a transaction left without commit is undone, and the next one can begin") {
  const test::TempFolder folder;
  make_first(folder / "f");
  auto database = open_laid_out(folder / "f", kFirst);
  REQUIRE(database.has_value());
  {
    auto transaction = Transaction::begin(*database);
    REQUIRE(transaction.has_value());
    REQUIRE(database->run("DELETE FROM note").has_value());
    CHECK(Transaction::begin(*database).has_error());
  }
  CHECK_FALSE(database->in_transaction());
  CHECK(*database->integer("SELECT count(*) FROM note") == 1);
  auto next = Transaction::begin(*database);
  REQUIRE(next.has_value());
  CHECK(next->commit().has_value());
}

TEST_CASE("a connection trusts nothing in a file") {
  const test::TempFolder folder;
  make_first(folder / "f");
  auto database = open_laid_out(folder / "f", kFirst);
  REQUIRE(database.has_value());
  CHECK_MESSAGE(database->run("SELECT \"no such column\"").has_error(), "double quotes are names, not strings");
  CHECK(database->run("ATTACH ':memory:' AS more").has_error());
  CHECK(database->run("SELECT load_extension('x')").has_error());
  CHECK(*database->integer("PRAGMA trusted_schema") == 0);
  CHECK(*database->integer("PRAGMA cell_size_check") == 1);
  CHECK(*database->integer("PRAGMA synchronous") == 2);
  CHECK(*database->text("PRAGMA journal_mode") == "wal");
  (void)database->run("PRAGMA writable_schema = ON");
  CHECK_MESSAGE(database->run("DELETE FROM sqlite_schema").has_error(), "not even we may");
}

}  // namespace tt::persistence::sqlite
