#include "persistence/verify.hpp"

#include <unordered_map>

#include "persistence/journal/entries.hpp"
#include "persistence/journal/tables.hpp"
#include "persistence/replayer.hpp"
#include "persistence/restore.hpp"
#include "rules/rules.hpp"

namespace tt::persistence {

namespace {

/// Where the journal closed a tick, and with which state: what a snapshot has to match.
using Closes = std::unordered_map<std::uint64_t, rules::Hash>;

void blame(VerifyReport& report, std::uint64_t index, std::string problem) {
  report.first_bad_index = index;
  report.problem = std::move(problem);
}

/// Applies one entry; false after the first problem.
bool replay_one(std::uint64_t index, const Entry& entry, Replayer& replayer, Closes& closes, VerifyReport& report) {
  auto taken = replayer.take(index, entry);
  if (!taken) {
    blame(report, index, taken.error().what);
    return false;
  }
  ++report.entries;
  if (const auto* const close = std::get_if<TickClose>(&entry)) {
    ++report.ticks;
    closes.emplace(index, close->state_hash);
    if (auto broken = rules::broken_invariant(replayer.world())) {
      blame(report, index, "After this tick a conservation law is broken: " + *broken);
      return false;
    }
  }
  return true;
}

Result<void> replay_all(sqlite::Database& database, VerifyReport& report, Closes& closes) {
  report.entries = 0;  // from here on only what was replayed counts
  auto world = found(report.genesis);
  if (!world) {
    blame(report, 0, world.error().what);
    return {};
  }
  closes.emplace(0, report.genesis.state_hash);
  Replayer replayer(std::move(*world));
  auto rows = database.prepare("SELECT first_index, count, entries FROM journal ORDER BY first_index");
  if (!rows) return rows.error();
  for (;;) {
    auto there = rows->step();
    if (!there) return there.error();
    if (!*there) return {};
    const auto first = static_cast<std::uint64_t>(rows->integer(0));
    auto entries = unpack(rows->bytes(2), first, static_cast<std::uint64_t>(rows->integer(1)));
    if (!entries) {
      blame(report, first, entries.error().what);
      return {};
    }
    for (std::size_t at = 0; at < entries->size(); ++at)
      if (!replay_one(first + at, (*entries)[at], replayer, closes, report)) return {};
  }
}

Result<void> count_snapshots(sqlite::Database& database, const Closes& closes, VerifyReport& report) {
  auto rows = database.prepare("SELECT after_index, state FROM snapshot ORDER BY after_index");
  if (!rows) return rows.error();
  for (;;) {
    auto there = rows->step();
    if (!there) return there.error();
    if (!*there) return {};
    const auto found_close = closes.find(static_cast<std::uint64_t>(rows->integer(0)));
    const auto world = rules::load(rows->bytes(1));
    const bool right = found_close != closes.end() && world && rules::state_hash(*world) == found_close->second;
    ++(right ? report.snapshots : report.snapshots_damaged);
  }
}

}  // namespace

Result<VerifyReport> verify(const std::filesystem::path& path) {
  auto database = open_world_database(path);
  if (!database) return database.error();
  auto scan = scan_chain(*database);
  if (!scan) return scan.error();
  VerifyReport report;
  report.genesis = scan->genesis;
  report.rows = scan->rows;
  report.entries = scan->last_index;
  report.first_bad_index = scan->first_bad_index;
  report.problem = scan->problem;
  if (!report.sound()) return report;

  auto pages = check_pages(*database);
  if (!pages) return pages.error();
  if (*pages != "ok") blame(report, 0, "SQLite finds the file damaged: " + *pages);
  if (report.sound() && report.genesis.rules_version != rules::kRulesVersion)
    blame(report, 0,
          "The chain is sound, but the world was founded under rules version " +
              std::to_string(report.genesis.rules_version) + " and this program has " +
              std::to_string(rules::kRulesVersion) + ", so it cannot be replayed here.");
  if (!report.sound()) return report;

  Closes closes;
  if (auto replayed = replay_all(*database, report, closes); !replayed) return replayed.error();
  if (!report.sound()) return report;
  if (auto counted = count_snapshots(*database, closes, report); !counted) return counted.error();
  return report;
}

}  // namespace tt::persistence
