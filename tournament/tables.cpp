#include "tournament/tables.hpp"

#include <array>

namespace tt::tournament {

using persistence::sqlite::Layout;
using persistence::sqlite::Table;

const Layout& results_layout() {
  constexpr std::int64_t kApplicationId = 0x74744C61;  // "ttLa", laurels
  static constexpr std::array<Table, 5> kTables{{
      {"conduct",
       "CREATE TABLE conduct(block INTEGER NOT NULL, seat_order INTEGER NOT NULL, number INTEGER NOT NULL, fault "
       "INTEGER NOT NULL,"
       " count INTEGER NOT NULL, out_tick INTEGER NOT NULL, PRIMARY KEY(block, seat_order, number, fault)) STRICT, "
       "WITHOUT ROWID"},
      {"fault",
       "CREATE TABLE fault(block INTEGER NOT NULL, seat_order INTEGER NOT NULL, number INTEGER NOT NULL, rejection "
       "INTEGER NOT NULL,"
       " count INTEGER NOT NULL, PRIMARY KEY(block, seat_order, number, rejection)) STRICT, WITHOUT ROWID"},
      {"match",
       "CREATE TABLE match(block INTEGER NOT NULL, seat_order INTEGER NOT NULL, world INTEGER NOT NULL, lineup INTEGER "
       "NOT NULL,"
       " world_seed INTEGER NOT NULL, ticks INTEGER NOT NULL, state_hash INTEGER NOT NULL, PRIMARY KEY(block, "
       "seat_order))"
       " STRICT, WITHOUT ROWID"},
      {"seat",
       "CREATE TABLE seat(block INTEGER NOT NULL, seat_order INTEGER NOT NULL, number INTEGER NOT NULL, role INTEGER "
       "NOT NULL,"
       " seat INTEGER NOT NULL, strategy TEXT NOT NULL, household INTEGER NOT NULL, standing_bp INTEGER NOT NULL,"
       " wealth_bp INTEGER NOT NULL, livelihood_bp INTEGER NOT NULL, progress_bp INTEGER NOT NULL, ghost_bp INTEGER "
       "NOT NULL,"
       " place INTEGER NOT NULL, place_in_role INTEGER NOT "
       "NULL,"
       " orders INTEGER NOT NULL, PRIMARY KEY(block, seat_order, number)) STRICT, WITHOUT ROWID"},
      {"spec",
       "CREATE TABLE spec(id INTEGER PRIMARY KEY CHECK(id = 1), hash TEXT NOT NULL, canonical TEXT NOT NULL) STRICT"},
  }};
  static const Layout kLayout{"a tournament's results file", kApplicationId, 3, kTables, {}};
  return kLayout;
}

}  // namespace tt::tournament
