#include "server/commands/bench_journal.hpp"

#include <string>
#include <vector>

#include "persistence/sqlite/database.hpp"
#include "persistence/world_file.hpp"
#include "server/commands/stopwatch.hpp"
#include "server/lobby/founding.hpp"
#include "tournament/scratch_folder.hpp"

namespace tt::server {
namespace {

using persistence::sqlite::Access;
using persistence::sqlite::Database;
using persistence::sqlite::Transaction;

constexpr std::size_t kGroup = 1'000;
constexpr int kRounds = 10;
constexpr int kCommitsARound = 10;
constexpr std::size_t kRowBytes = 24;  ///< of an entry as the journal holds it, about

double seconds_of_appending(persistence::WorldFile& file, std::size_t entries_each, int commits) {
  const std::vector<persistence::Entry> entries(
      entries_each,
      persistence::Command{persistence::SeatedAction{rules::HouseholdId{1}, rules::SetEffort{rules::kOne}}, 1, 1});
  return seconds_of([&] {
    for (int commit = 0; commit < commits; ++commit) static_cast<void>(file.append(entries));
  });
}

double seconds_of_inserting(Database& database, std::size_t rows_each, int commits) {
  const std::string row(kRowBytes, 'x');
  return seconds_of([&] {
    for (int commit = 0; commit < commits; ++commit) {
      auto transaction = Transaction::begin(database);
      auto insert = database.prepare("INSERT INTO rows (entry) VALUES (?)");
      if (!transaction || !insert) return;
      for (std::size_t at = 0; at < rows_each; ++at) {
        insert->bind_blob(1, row);
        static_cast<void>(insert->run());
      }
      static_cast<void>(transaction->commit());
    }
  });
}

}  // namespace

JournalCost measure_journal() {
  JournalCost cost;
  cost.group = kGroup;
  const auto folder = tournament::ScratchFolder::make("bench-journal");
  if (!folder) return cost;
  auto file = found_world_file(folder->path() / "bench.world",
                               {.name = "bench", .scenario = "hamlet", .title = {}, .seed = 7, .bots = false});
  auto raw = Database::open(folder->path() / "raw.db", Access::kNew);
  if (!file || !raw ||
      !raw->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "CREATE TABLE rows (id INTEGER PRIMARY KEY, entry BLOB)"))
    return cost;
  double grouped_s = 0;
  double raw_s = 0;
  for (int round = 0; round < kRounds; ++round) {
    grouped_s += seconds_of_appending(*file, kGroup, kCommitsARound);
    raw_s += seconds_of_inserting(*raw, kGroup, kCommitsARound);
  }
  constexpr double kEntries = static_cast<double>(kGroup) * kRounds * kCommitsARound;
  cost.grouped = kEntries / grouped_s;
  cost.raw = kEntries / raw_s;
  cost.single = 200 / seconds_of_appending(*file, 1, 200);
  return cost;
}

}  // namespace tt::server
