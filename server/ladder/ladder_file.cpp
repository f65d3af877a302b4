#include "server/ladder/ladder_file.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "persistence/files.hpp"
#include "persistence/sqlite/database.hpp"
#include "persistence/sqlite/layout.hpp"

namespace tt::server {

namespace sqlite = persistence::sqlite;
using persistence::Failure;

namespace {

// "TTLD".
constexpr std::int64_t kApplicationId = 0x54544C44;
// Means and deviations are stored in millionths.
constexpr std::array<sqlite::Table, 3> kTables{{
    {"entrant",
     "CREATE TABLE entrant(game INTEGER NOT NULL, place INTEGER NOT NULL, guest INTEGER NOT NULL, bot TEXT NOT NULL, "
     "account_name TEXT NOT NULL, claimed INTEGER NOT NULL, rank INTEGER NOT NULL, score INTEGER NOT NULL, conduct "
     "INTEGER NOT NULL, mu INTEGER NOT NULL, sigma INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY(game, "
     "place)) STRICT, WITHOUT ROWID"},
    {"game",
     "CREATE TABLE game(number INTEGER PRIMARY KEY, world TEXT NOT NULL, began_ms INTEGER NOT NULL, ended_ms INTEGER "
     "NOT NULL, rated INTEGER NOT NULL, by_ghost INTEGER NOT NULL, kept INTEGER NOT NULL) STRICT"},
    {"player",
     "CREATE TABLE player(guest INTEGER NOT NULL, bot TEXT NOT NULL, account_name TEXT NOT NULL, claimed INTEGER NOT "
     "NULL, mu INTEGER NOT NULL, sigma INTEGER NOT NULL, games INTEGER NOT NULL, change INTEGER NOT NULL, played_ms "
     "INTEGER NOT NULL, PRIMARY KEY(guest, bot)) STRICT, WITHOUT ROWID"},
}};
constexpr double kMillionths = 1e6;

const sqlite::Layout& ladder_layout() {
  static constexpr sqlite::Layout kLayout{"a ladder's file", kApplicationId, 1, kTables, {}};
  return kLayout;
}

std::int64_t stored(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}
std::uint64_t loaded(std::int64_t value) {
  return static_cast<std::uint64_t>(value);
}
std::int64_t stored(double value) {
  return std::llround(value * kMillionths);
}
double loaded_real(std::int64_t value) {
  return static_cast<double>(value) / kMillionths;
}

LadderPlayer player_at(sqlite::Statement& row) {
  return {.who = {loaded(row.integer(0)), std::string(row.bytes(1))},
          .account_name = std::string(row.bytes(2)),
          .claimed = row.integer(3) != 0,
          .skill = {loaded_real(row.integer(4)), loaded_real(row.integer(5))},
          .games = static_cast<std::uint32_t>(row.integer(6)),
          .change = loaded_real(row.integer(7)),
          .played_ms = loaded(row.integer(8))};
}

LadderGame game_at(sqlite::Statement& row) {
  return {.number = row.integer(0),
          .world = std::string(row.bytes(1)),
          .began_ms = loaded(row.integer(2)),
          .ended_ms = loaded(row.integer(3)),
          .rated = row.integer(4) != 0,
          .by_ghost = row.integer(5) != 0,
          .kept = row.integer(6) != 0,
          .entrants = {}};
}

LadderEntrant entrant_at(sqlite::Statement& row) {
  return {.who = {loaded(row.integer(0)), std::string(row.bytes(1))},
          .account_name = std::string(row.bytes(2)),
          .claimed = row.integer(3) != 0,
          .rank = static_cast<std::uint32_t>(row.integer(4)),
          .score = row.integer(5),
          .conduct = static_cast<Conduct>(row.integer(6)),
          .before = {loaded_real(row.integer(7)), loaded_real(row.integer(8))},
          .change = loaded_real(row.integer(9))};
}

persistence::Result<void> make_empty(const std::filesystem::path& path) {
  const std::filesystem::path draft = persistence::draft_of(path);
  persistence::remove_draft(draft);
  auto made = [&]() -> persistence::Result<void> {
    auto database = sqlite::draft_laid_out(draft, ladder_layout());
    if (!database) return database.error();
    return {};
  }();
  if (made) made = persistence::settle(draft, path);
  if (!made) persistence::remove_draft(draft);
  return made;
}

}  // namespace

struct LadderFile::State {
  sqlite::Database database;

  /// Every row of a statement, as `read` has it.
  template <class Read>
  auto rows(sqlite::Statement& statement, const Read& read)
      -> Result<std::vector<decltype(read(std::declval<sqlite::Statement&>()))>> {
    std::vector<decltype(read(statement))> all;
    for (;;) {
      auto row = statement.step();
      if (!row) return row.error();
      if (!*row) return all;
      all.push_back(read(statement));
    }
  }

  template <class Bind>
  Result<void> run(const char* sql, const Bind& bind) {
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    bind(*statement);
    return statement->run();
  }

  Result<void> read_entrants(LadderGame& game) {
    auto select = database.prepare(
        "SELECT guest, bot, account_name, claimed, rank, score, conduct, mu, sigma, change FROM entrant WHERE game = "
        "?1 ORDER BY place");
    if (!select) return select.error();
    select->bind(1, game.number);
    auto entrants = rows(*select, entrant_at);
    if (!entrants) return entrants.error();
    game.entrants = std::move(*entrants);
    return {};
  }

  Result<std::vector<LadderGame>> games(const std::string& rest) {
    auto select = database.prepare("SELECT number, world, began_ms, ended_ms, rated, by_ghost, kept FROM game " + rest);
    if (!select) return select.error();
    auto found = rows(*select, game_at);
    if (!found) return found.error();
    for (LadderGame& game : *found)
      if (auto read = read_entrants(game); !read) return read.error();
    return found;
  }

  Result<void> insert_entrant(std::int64_t game, std::size_t place, const LadderEntrant& entrant) {
    return run("INSERT OR REPLACE INTO entrant VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
               [&](sqlite::Statement& s) {
                 s.bind(1, game);
                 s.bind(2, static_cast<std::int64_t>(place));
                 s.bind(3, stored(entrant.who.guest));
                 s.bind_text(4, entrant.who.bot);
                 s.bind_text(5, entrant.account_name);
                 s.bind(6, entrant.claimed ? 1 : 0);
                 s.bind(7, entrant.rank);
                 s.bind(8, entrant.score);
                 s.bind(9, static_cast<std::int64_t>(entrant.conduct));
                 s.bind(10, stored(entrant.before.mu));
                 s.bind(11, stored(entrant.before.sigma));
                 s.bind(12, stored(entrant.change));
               });
  }

  Result<LadderPlayer> player(const Contender& who) {
    auto select = database.prepare(
        "SELECT guest, bot, account_name, claimed, mu, sigma, games, change, played_ms FROM player WHERE guest = ?1 "
        "AND bot = ?2");
    if (!select) return select.error();
    select->bind(1, stored(who.guest));
    select->bind_text(2, who.bot);
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return LadderPlayer{.who = who};
    return player_at(*select);
  }

  Result<void> write_player(const LadderPlayer& player) {
    return run("INSERT OR REPLACE INTO player VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", [&](sqlite::Statement& s) {
      s.bind(1, stored(player.who.guest));
      s.bind_text(2, player.who.bot);
      s.bind_text(3, player.account_name);
      s.bind(4, player.claimed ? 1 : 0);
      s.bind(5, stored(player.skill.mu));
      s.bind(6, stored(player.skill.sigma));
      s.bind(7, player.games);
      s.bind(8, stored(player.change));
      s.bind(9, stored(player.played_ms));
    });
  }

  /// Ranks and ratings of a game whose scores are there, into it and into the players.
  Result<void> rate(LadderFinish& finish, bool rate_built_in) {
    LadderGame& game = finish.game;
    std::vector<std::int64_t> scores;
    std::vector<RatedSeat> seats;
    std::vector<LadderPlayer> known;
    bool people = false;
    for (const LadderEntrant& entrant : game.entrants) {
      scores.push_back(entrant.score);
      auto before = entrant.built_in() ? Result<LadderPlayer>(LadderPlayer{.skill = kReference}) : player(entrant.who);
      if (!before) return before.error();
      seats.push_back({before->skill, !entrant.built_in() || rate_built_in, entrant.built_in()});
      people = people || !entrant.built_in();
      known.push_back(std::move(*before));
    }
    std::size_t counting = 0;
    for (const RatedSeat& seat : seats) counting += seat.counts ? 1 : 0;
    game.rated = people && counting >= 2;
    const std::vector<std::uint32_t> ranks = ranks_of(scores);
    const std::vector<Skill> after = rated(seats, ranks);
    for (std::size_t at = 0; at < seats.size(); ++at) {
      LadderEntrant& entrant = game.entrants[at];
      entrant.rank = ranks[at];
      entrant.before = seats[at].skill;
      entrant.change = after[at].mu - seats[at].skill.mu;
      if (!game.rated || entrant.built_in()) continue;
      LadderPlayer& player = known[at];
      player.account_name = entrant.account_name;
      player.claimed = entrant.claimed;
      player.skill = after[at];
      player.games += 1;
      player.change = entrant.change;
      player.played_ms = game.ended_ms;
      if (auto written = write_player(player); !written) return written.error();
      finish.players.push_back(std::move(player));
    }
    return {};
  }
};

LadderFile::LadderFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
LadderFile::LadderFile(LadderFile&&) noexcept = default;
LadderFile& LadderFile::operator=(LadderFile&&) noexcept = default;
LadderFile::~LadderFile() = default;

LadderFile::Result<LadderFile> LadderFile::open(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    if (auto made = make_empty(path); !made) return made.error();
  auto database = sqlite::open_laid_out(path, ladder_layout());
  if (!database) return database.error();
  auto pages = database->text("PRAGMA quick_check(1)");
  if (!pages) return pages.error();
  if (*pages != "ok")
    return Failure{"The ladder's file is damaged (" + *pages + ").", path.string(),
                   "Go back to a backup, or move it away to begin anew."};
  return LadderFile(std::make_unique<State>(State{std::move(*database)}));
}

LadderFile::Result<std::vector<LadderPlayer>> LadderFile::players() {
  auto select = state_->database.prepare(
      "SELECT guest, bot, account_name, claimed, mu, sigma, games, change, played_ms FROM player");
  if (!select) return select.error();
  return state_->rows(*select, player_at);
}

LadderFile::Result<std::vector<LadderGame>> LadderFile::running() {
  return state_->games("WHERE ended_ms = 0 ORDER BY number");
}

LadderFile::Result<std::vector<LadderGame>> LadderFile::ended(std::size_t most) {
  return state_->games("WHERE ended_ms != 0 ORDER BY number DESC LIMIT " + std::to_string(most));
}

LadderFile::Result<std::vector<LadderGame>> LadderFile::kept() {
  return state_->games("WHERE ended_ms != 0 AND kept != 0 ORDER BY number");
}

LadderFile::Result<std::int64_t> LadderFile::begin(const LadderGame& game) {
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  auto last = state_->database.integer("SELECT coalesce(max(number), 0) FROM game");
  if (!last) return last.error();
  const std::int64_t number = *last + 1;
  auto inserted = state_->run("INSERT INTO game VALUES(?1, ?2, ?3, 0, 0, 0, 1)", [&](sqlite::Statement& s) {
    s.bind(1, number);
    s.bind_text(2, game.world);
    s.bind(3, stored(game.began_ms));
  });
  if (!inserted) return inserted.error();
  for (std::size_t place = 0; place < game.entrants.size(); ++place)
    if (auto done = state_->insert_entrant(number, place, game.entrants[place]); !done) return done.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return number;
}

LadderFile::Result<void> LadderFile::strike(std::int64_t number) {
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  for (const char* const sql : {"DELETE FROM entrant WHERE game = ?1", "DELETE FROM game WHERE number = ?1"})
    if (auto gone = state_->run(sql, [&](sqlite::Statement& s) { s.bind(1, number); }); !gone) return gone.error();
  return transaction->commit();
}

LadderFile::Result<std::optional<LadderFinish>> LadderFile::finish(std::int64_t number,
                                                                   std::span<const LadderResult> results, bool by_ghost,
                                                                   bool rate_built_in, std::uint64_t now_ms) {
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  auto open = state_->games("WHERE ended_ms = 0 AND number = " + std::to_string(number));
  if (!open) return open.error();
  if (open->empty()) return std::optional<LadderFinish>{};
  LadderFinish finish{std::move(open->front()), {}};
  LadderGame& game = finish.game;
  if (results.size() != game.entrants.size())
    return Failure{"Match " + std::to_string(number) + " has " + std::to_string(game.entrants.size()) +
                       " seats, and there are results of " + std::to_string(results.size()) + ".",
                   state_->database.path().string(), "Look whether its world is another one's."};
  game.ended_ms = now_ms;
  game.by_ghost = by_ghost;
  for (std::size_t at = 0; at < results.size(); ++at) {
    game.entrants[at].score = results[at].score;
    game.entrants[at].conduct = results[at].conduct;
  }
  if (auto done = state_->rate(finish, rate_built_in); !done) return done.error();
  for (std::size_t place = 0; place < game.entrants.size(); ++place)
    if (auto done = state_->insert_entrant(number, place, game.entrants[place]); !done) return done.error();
  auto updated = state_->run("UPDATE game SET ended_ms = ?2, rated = ?3, by_ghost = ?4 WHERE number = ?1",
                             [&](sqlite::Statement& s) {
                               s.bind(1, number);
                               s.bind(2, stored(now_ms));
                               s.bind(3, game.rated ? 1 : 0);
                               s.bind(4, by_ghost ? 1 : 0);
                             });
  if (!updated) return updated.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return std::optional<LadderFinish>{std::move(finish)};
}

LadderFile::Result<void> LadderFile::let_go(std::int64_t number) {
  return state_->run("UPDATE game SET kept = 0 WHERE number = ?1", [&](sqlite::Statement& s) { s.bind(1, number); });
}

LadderFile::Result<void> LadderFile::expire(std::uint64_t before_ms) {
  return state_->run("DELETE FROM player WHERE claimed = 0 AND played_ms < ?1",
                     [&](sqlite::Statement& s) { s.bind(1, stored(before_ms)); });
}

LadderFile::Result<void> LadderFile::forget(std::uint64_t guest) {
  return state_->run("DELETE FROM player WHERE guest = ?1", [&](sqlite::Statement& s) { s.bind(1, stored(guest)); });
}

}  // namespace tt::server
