#include "persistence/files.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

TEST_CASE("a settled file has its name and its content, and the draft is gone") {
  const test::TempFolder folder;
  const auto draft = draft_of(folder / "name");
  test::replace_bytes(draft, "finished");
  REQUIRE(settle(draft, folder / "name").has_value());
  CHECK(test::bytes_of(folder / "name") == "finished");
  CHECK_FALSE(std::filesystem::exists(draft));
}

TEST_CASE("nothing is settled over a file, a dangling link or beside a journal left behind") {
  const test::TempFolder folder;
  const auto draft = folder / "draft";
  test::replace_bytes(draft, "finished");
  test::replace_bytes(folder / "taken", "older");
  std::filesystem::create_symlink(folder / "nowhere", folder / "link");
  test::replace_bytes(folder / "ghost-journal", "left behind");
  for (const char* name : {"taken", "link", "ghost"}) {
    CAPTURE(std::string(name));
    const auto settled = settle(draft, folder / name);
    REQUIRE(settled.has_error());
    CHECK_FALSE(settled.error().remedy.empty());
  }
  CHECK(test::bytes_of(folder / "taken") == "older");
  CHECK(test::bytes_of(draft) == "finished");
  CHECK(settle(folder / "missing", folder / "name").has_error());
}

}  // namespace tt::persistence
