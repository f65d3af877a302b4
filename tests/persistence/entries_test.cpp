#include "persistence/journal/entries.hpp"

#include <doctest/doctest.h>

#include "tests/persistence/examples.hpp"

namespace tt::persistence {

TEST_CASE("entries of every kind come out of a row as they went in") {
  const auto entries = test::entries_from(1, 200);
  const auto rows = pack(entries);
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 1);
  const auto again = unpack(rows->front().entries, 1, rows->front().count);
  REQUIRE(again.has_value());
  REQUIRE(again->size() == entries.size());
  for (std::size_t at = 0; at < entries.size(); ++at) CHECK(test::words((*again)[at]) == test::words(entries[at]));
}

TEST_CASE("a commit larger than a row is split into rows within the limits") {
  const auto rows = pack(test::entries_from(1, 10'000));
  REQUIRE(rows.has_value());
  CHECK(rows->size() > 1);
  std::uint64_t count = 0;
  for (const Row& row : *rows) {
    CHECK(row.count <= kRowEntriesMax);
    CHECK(row.entries.size() <= kRowBytesMax);
    CHECK(unpack(row.entries, count + 1, row.count).has_value());
    count += row.count;
  }
  CHECK(count == 10'000);
}

TEST_CASE("what could not be read back is not written") {
  const auto refused = [](const rules::Action& action) {
    const Entry entries[] = {TickClose{1, 2}, Command{SeatedAction{rules::HouseholdId{1}, action}, 1, 1}};
    const auto rows = pack(entries);
    return rows.has_error() && rows.error().where == "entry 2 of the commit";
  };
  CHECK(refused(rules::OfferWork{rules::EnterpriseId{1}, -1, 1}));
  CHECK(refused(rules::SetEffort{-1}));
  CHECK(refused(rules::FoundEnterprise{"\xC0\x80", {}, {}, 1}));
  CHECK(refused(rules::FoundEnterprise{std::string(2000, 'a'), {}, {}, 1}));
  const Entry sits[] = {Command{rules::TakeSeat{rules::HouseholdId{1}, 1, "\xFF", rules::Controller::kBot}, 1, 1}};
  CHECK(pack(sits).has_error());
}

TEST_CASE("rows that are no rows are refused") {
  const auto rows = pack(test::entries_from(1, 3));
  REQUIRE(rows.has_value());
  const std::string& row = rows->front().entries;
  CHECK(unpack(row, 1, 2).has_error());
  CHECK(unpack(row, 1, 4).has_error());
  CHECK(unpack(row, 1, kRowEntriesMax + 1).has_error());
  CHECK(unpack(row.substr(0, row.size() - 1), 1, 3).has_error());
  CHECK(unpack(std::string(kRowBytesMax + 1, '\0'), 1, 1).has_error());
  CHECK_MESSAGE(unpack(std::string("\x0A\x00", 2), 1, 1).has_error(), "an entry that is neither command nor close");
  test::Draws draws(401);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = row;
    bytes[static_cast<std::size_t>(draws.below(static_cast<std::int64_t>(bytes.size())))] =
        static_cast<char>(draws.below(256));
    (void)unpack(bytes, 1, 3);  // read or refused; the sanitizers watch
  }
}

}  // namespace tt::persistence
