#include "tournament/results.hpp"

#include <algorithm>
#include <functional>

#include "persistence/files.hpp"
#include "persistence/sqlite/database.hpp"
#include "tournament/schedule.hpp"
#include "tournament/tables.hpp"

namespace tt::tournament {

namespace sqlite = persistence::sqlite;

namespace {

/// A rollback journal and no lasting lock: in both other modes the file's change counter would tell how often a run
/// was interrupted. Whoever watches a run and the run itself wait for each other for the moment that either needs.
constexpr const char* kMode = "PRAGMA busy_timeout = 60000; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE";

std::int64_t signed_bits(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}

template <class Number>
Number number_at(sqlite::Statement& row, int column) {
  return static_cast<Number>(row.integer(column));
}

Result<void> write_spec(sqlite::Database& database, const Spec& spec) {
  auto insert = database.prepare("INSERT INTO spec VALUES(1, ?1, ?2)");
  if (!insert) return insert.error();
  const std::string hash = spec.hash();
  const std::string canonical = spec.canonical();
  insert->bind_text(1, hash);
  insert->bind_text(2, canonical);
  return insert->run();
}

/// An older format lacks what cannot be made up: the ghosts were not played.
Result<void> check_format(sqlite::Database& database) {
  if (auto ours = sqlite::check_identity(database, results_layout()); ours) return {};
  const std::int64_t needed = results_layout().version;
  const auto id = database.integer("PRAGMA application_id");
  const auto version = database.integer("PRAGMA user_version");
  if (!id || *id != results_layout().application_id || !version || *version >= needed)
    return sqlite::check_identity(database, results_layout());
  return Failure{"These results have format " + std::to_string(*version) + "; this program writes format " +
                     std::to_string(needed) + ", which also holds the ghosts' standings.",
                 database.path().string(),
                 "Run the spec again in a new folder (--out); the old results.csv and report stay as they are."};
}

/// The first line in which two canonical specs differ, of each.
std::string difference(std::string_view recorded, std::string_view asked) {
  for (;;) {
    const std::string_view a = recorded.substr(0, recorded.find('\n'));
    const std::string_view b = asked.substr(0, asked.find('\n'));
    if (a != b || recorded.size() <= a.size() || asked.size() <= b.size())
      return "'" + std::string(a) + "' there, '" + std::string(b) + "' now";
    recorded.remove_prefix(a.size() + 1);
    asked.remove_prefix(b.size() + 1);
  }
}

Result<void> check_spec(sqlite::Database& database, const Spec& spec) {
  auto recorded = database.text("SELECT canonical FROM spec");
  if (!recorded) return recorded.error();
  if (*recorded == spec.canonical()) return {};
  return Failure{
      "This folder holds the results of another tournament: " + difference(*recorded, spec.canonical()) + ".",
      database.path().string(), "Choose another folder with --out, or move this one away."};
}

/// The statements that write a match.
class Insertion {
 public:
  static Result<Insertion> into(sqlite::Database& database) {
    auto match = database.prepare("INSERT INTO match VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!match) return match.error();
    auto seat =
        database.prepare("INSERT INTO seat VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    if (!seat) return seat.error();
    auto fault = database.prepare("INSERT INTO fault VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!fault) return fault.error();
    auto conduct = database.prepare("INSERT INTO conduct VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    if (!conduct) return conduct.error();
    return Insertion(*std::move(match), *std::move(seat), *std::move(fault), *std::move(conduct));
  }

  Result<void> add(const MatchResult& match) {
    match_.bind(1, signed_bits(match.block));
    match_.bind(2, match.order);
    match_.bind(3, match.world);
    match_.bind(4, match.lineup);
    match_.bind(5, signed_bits(match.world_seed));
    match_.bind(6, match.ticks);
    match_.bind(7, signed_bits(match.state_hash));
    if (auto done = match_.run(); !done) return done.error();
    for (std::size_t number = 0; number < match.seats.size(); ++number) {
      if (auto done = add_seat(match, number); !done) return done.error();
      if (auto done = add_faults(match, number); !done) return done.error();
      if (auto done = add_conduct(match, number); !done) return done.error();
    }
    return {};
  }

 private:
  sqlite::Statement match_;
  sqlite::Statement seat_;
  sqlite::Statement fault_;
  sqlite::Statement conduct_;

  Insertion(sqlite::Statement match, sqlite::Statement seat, sqlite::Statement fault, sqlite::Statement conduct)
      : match_(std::move(match)), seat_(std::move(seat)), fault_(std::move(fault)), conduct_(std::move(conduct)) {}

  Result<void> add_seat(const MatchResult& match, std::size_t number) {
    const SeatResult& seat = match.seats[number];
    bind_seat(seat_, match, number);
    seat_.bind(4, static_cast<std::int64_t>(seat.role));
    seat_.bind(5, seat.seat);
    seat_.bind_text(6, seat.strategy);
    seat_.bind(7, seat.household.value);
    seat_.bind(8, seat.standing);
    seat_.bind(9, seat.wealth);
    seat_.bind(10, seat.livelihood);
    seat_.bind(11, seat.progress);
    seat_.bind(12, seat.ghost.value_or(0));
    seat_.bind(13, seat.place);
    seat_.bind(14, seat.place_in_role);
    seat_.bind(15, seat.orders);
    return seat_.run();
  }

  Result<void> add_faults(const MatchResult& match, std::size_t number) {
    const Rejections& rejections = match.seats[number].rejections;
    for (std::size_t rejection = 0; rejection < rejections.size(); ++rejection) {
      if (rejections[rejection] == 0) continue;
      bind_seat(fault_, match, number);
      fault_.bind(4, signed_bits(rejection));
      fault_.bind(5, rejections[rejection]);
      if (auto done = fault_.run(); !done) return done.error();
    }
    return {};
  }

  Result<void> add_conduct(const MatchResult& match, std::size_t number) {
    const Conduct& conduct = match.seats[number].conduct;
    for (std::size_t fault = 0; fault < kFaults; ++fault) {
      if (conduct.counts[fault] == 0) continue;
      bind_seat(conduct_, match, number);
      conduct_.bind(4, signed_bits(fault));
      conduct_.bind(5, conduct.counts[fault]);
      conduct_.bind(6, static_cast<Fault>(fault) == conduct.out ? std::int64_t{conduct.out_tick} : -1);
      if (auto done = conduct_.run(); !done) return done.error();
    }
    return {};
  }

  static void bind_seat(sqlite::Statement& insert, const MatchResult& match, std::size_t number) {
    insert.bind(1, signed_bits(match.block));
    insert.bind(2, match.order);
    insert.bind(3, signed_bits(number));
  }
};

/// One transaction.
Result<void> insert_all(sqlite::Database& database, Insertion& insertion, std::span<const MatchResult> matches) {
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return transaction.error();
  for (const MatchResult& match : matches)
    if (auto done = insertion.add(match); !done) return done.error();
  return transaction->commit();
}

Result<void> write_draft(const std::filesystem::path& draft, const Spec& spec, std::span<const MatchResult> matches) {
  auto database = sqlite::Database::open(draft, sqlite::Access::kNew);
  if (!database) return database.error();
  // Said, not left to the library's default, because the file's bytes depend on it.
  if (auto sized = database->run("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'");
      !sized)
    return sized.error();
  if (auto laid = sqlite::lay_out(*database, results_layout()); !laid) return laid.error();
  if (auto written = write_spec(*database, spec); !written) return written.error();
  if (matches.empty()) return {};
  auto insertion = Insertion::into(*database);
  if (!insertion) return insertion.error();
  return insert_all(*database, *insertion, matches);
}

/// The seats of all matches come in the order of the matches: each goes to the one that is due.
Result<void> read_seats(sqlite::Database& database, bool ghosts, std::vector<MatchResult>& matches) {
  auto rows = database.prepare("SELECT * FROM seat ORDER BY block, seat_order, number");
  if (!rows) return rows.error();
  auto due = matches.begin();
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return {};
    while (due != matches.end() &&
           (due->block != number_at<std::uint64_t>(*rows, 0) || due->order != number_at<std::uint32_t>(*rows, 1)))
      ++due;
    if (due == matches.end() || due->seats.size() != number_at<std::size_t>(*rows, 2))
      return Failure{"The results file has a seat without its match.", database.path().string(),
                     "Run the tournament in a new folder."};
    due->seats.push_back({.role = number_at<rules::Role>(*rows, 3),
                          .seat = number_at<std::uint32_t>(*rows, 4),
                          .strategy = std::string(rows->bytes(5)),
                          .household = rules::HouseholdId{number_at<std::uint32_t>(*rows, 6)},
                          .standing = number_at<rules::Bp>(*rows, 7),
                          .wealth = number_at<rules::Bp>(*rows, 8),
                          .livelihood = number_at<rules::Bp>(*rows, 9),
                          .progress = number_at<rules::Bp>(*rows, 10),
                          .ghost = ghosts ? std::optional(number_at<rules::Bp>(*rows, 11)) : std::nullopt,
                          .place = number_at<std::uint32_t>(*rows, 12),
                          .place_in_role = number_at<std::uint32_t>(*rows, 13),
                          .orders = number_at<std::uint32_t>(*rows, 14)});
  }
}

/// The rows of a table about seats, in the order of the seats: each goes to `note` with its seat, which says whether it
/// knows the kind.
Result<void> read_notes(sqlite::Database& database, const char* sql, std::vector<MatchResult>& matches,
                        const std::function<bool(sqlite::Statement&, SeatResult&)>& note) {
  auto rows = database.prepare(sql);
  if (!rows) return rows.error();
  auto due = matches.begin();
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return {};
    while (due != matches.end() &&
           (due->block != number_at<std::uint64_t>(*rows, 0) || due->order != number_at<std::uint32_t>(*rows, 1)))
      ++due;
    const auto number = number_at<std::size_t>(*rows, 2);
    if (due == matches.end() || number >= due->seats.size() || !note(*rows, due->seats[number]))
      return Failure{"The results file has a fault without its seat.", database.path().string(),
                     "Run the tournament in a new folder."};
  }
}

Result<void> read_faults(sqlite::Database& database, std::vector<MatchResult>& matches) {
  return read_notes(database, "SELECT * FROM fault ORDER BY block, seat_order, number, rejection", matches,
                    [](sqlite::Statement& row, SeatResult& seat) {
                      const auto rejection = number_at<std::size_t>(row, 3);
                      if (rejection >= rules::kRejections) return false;
                      seat.rejections[rejection] = number_at<std::uint32_t>(row, 4);
                      return true;
                    });
}

Result<void> read_conduct(sqlite::Database& database, std::vector<MatchResult>& matches) {
  return read_notes(database, "SELECT * FROM conduct ORDER BY block, seat_order, number, fault", matches,
                    [](sqlite::Statement& row, SeatResult& seat) {
                      const auto fault = number_at<std::size_t>(row, 3);
                      if (fault >= kFaults) return false;
                      seat.conduct.counts[fault] = number_at<std::uint32_t>(row, 4);
                      if (row.integer(5) < 0) return true;
                      seat.conduct.out = static_cast<Fault>(fault);
                      seat.conduct.out_tick = number_at<rules::Tick>(row, 5);
                      return true;
                    });
}

bool is_match_of(const MatchPlan& plan, const MatchResult& match) {
  return match.block == plan.block && match.order == plan.order && match.world_seed == plan.world_seed &&
         std::equal(match.seats.begin(), match.seats.end(), plan.seatings.begin(), plan.seatings.end(),
                    [](const SeatResult& seat, const Seating& due) { return seat.strategy == due.strategy->name; });
}

/// Fails unless the matches are the first of the schedule, without a gap.
Result<void> check_order(const std::filesystem::path& path, const Spec& spec, const std::vector<MatchResult>& matches) {
  Schedule schedule(spec);
  for (std::uint64_t index = 0; index < matches.size(); ++index) {
    if (index >= schedule.known() || !is_match_of(schedule.match(index), matches[index]))
      return Failure{"The recorded matches are not those of the schedule.", path.string(),
                     "Run the tournament in a new folder."};
    schedule.take_in(matches[index]);
  }
  return {};
}

}  // namespace

struct Results::State {
  const Spec spec;
  sqlite::Database database;  // before its statements: they are finalised first
  Insertion insertion;
  std::uint64_t count = 0;
};

Results::Results(std::unique_ptr<State> state) : state_(std::move(state)) {}
Results::Results(Results&&) noexcept = default;
Results& Results::operator=(Results&&) noexcept = default;
Results::~Results() = default;

Result<Results> Results::create(const std::filesystem::path& path, const Spec& spec) {
  if (auto free = persistence::check_name_is_free(path); !free) return free.error();
  const std::filesystem::path draft = persistence::draft_of(path);
  persistence::remove_draft(draft);
  auto made = write_draft(draft, spec, {});
  if (made) made = persistence::settle(draft, path);
  if (!made) {
    persistence::remove_draft(draft);
    return made.error();
  }
  return open(path, spec);
}

Result<Results> Results::open(const std::filesystem::path& path, const Spec& spec) {
  auto database = sqlite::Database::open(path, sqlite::Access::kExisting);
  if (!database) return database.error();
  if (auto moded = database->run(kMode); !moded) return moded.error();
  if (auto ours = check_format(*database); !ours) return ours.error();
  if (auto exact = sqlite::check_schema(*database, results_layout()); !exact) return exact.error();
  if (auto same = check_spec(*database, spec); !same) return same.error();
  auto insertion = Insertion::into(*database);
  if (!insertion) return insertion.error();
  Results results(std::make_unique<State>(State{spec, std::move(*database), *std::move(insertion)}));
  auto matches = results.read();
  if (!matches) return matches.error();
  results.state_->count = matches->size();
  return results;
}

Result<std::uint64_t> Results::count_in(const std::filesystem::path& path) {
  auto database = sqlite::Database::open(path, sqlite::Access::kExisting);
  if (!database) return database.error();
  if (auto moded = database->run(kMode); !moded) return moded.error();
  const auto count = database->integer("SELECT count(*) FROM match");
  if (!count) return count.error();
  return static_cast<std::uint64_t>(*count);
}

std::uint64_t Results::count() const {
  return state_->count;
}

Result<void> Results::add(std::span<const MatchResult> matches) {
  if (auto added = insert_all(state_->database, state_->insertion, matches); !added) return added.error();
  state_->count += matches.size();
  return {};
}

Result<void> Results::rewrite(const std::filesystem::path& path, const Spec& spec,
                              std::span<const MatchResult> matches) {
  const std::filesystem::path draft = persistence::draft_of(path);
  persistence::remove_draft(draft);
  auto made = write_draft(draft, spec, matches);
  if (made) made = persistence::settle_over(draft, path);
  if (!made) persistence::remove_draft(draft);
  return made;
}

Result<std::vector<MatchResult>> Results::read() {
  std::vector<MatchResult> matches;
  auto rows = state_->database.prepare("SELECT * FROM match ORDER BY block, seat_order");
  if (!rows) return rows.error();
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    MatchResult match;
    match.block = number_at<std::uint64_t>(*rows, 0);
    match.order = number_at<std::uint32_t>(*rows, 1);
    match.world = number_at<std::uint32_t>(*rows, 2);
    match.lineup = number_at<std::uint32_t>(*rows, 3);
    match.world_seed = number_at<std::uint64_t>(*rows, 4);
    match.ticks = number_at<rules::Tick>(*rows, 5);
    match.state_hash = number_at<rules::Hash>(*rows, 6);
    matches.push_back(std::move(match));
  }
  if (auto seats = read_seats(state_->database, state_->spec.score == Score::kGhost, matches); !seats)
    return seats.error();
  if (auto faults = read_faults(state_->database, matches); !faults) return faults.error();
  if (auto conduct = read_conduct(state_->database, matches); !conduct) return conduct.error();
  if (auto order = check_order(state_->database.path(), state_->spec, matches); !order) return order.error();
  return matches;
}

}  // namespace tt::tournament
