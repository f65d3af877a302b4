#include "persistence/world_file.hpp"

#include <algorithm>
#include <utility>

#include "persistence/files.hpp"
#include "persistence/journal/entries.hpp"
#include "persistence/journal/tables.hpp"
#include "persistence/world_file_state.hpp"
#include "protocol/codec/json_shape.hpp"
#include "rules/rules.hpp"
#include "rules/state/scenario_text.hpp"

namespace tt::persistence {

namespace {

std::string place(const std::filesystem::path& path, std::uint64_t index) {
  std::string where = path.string();
  if (index != 0) where.append(", entry ").append(std::to_string(index));
  return where;
}

/// A genesis this program can found and read back.
Result<void> check_genesis(const Genesis& genesis, const std::filesystem::path& path) {
  if (genesis.rules_version != rules::kRulesVersion)
    return Failure{std::string("This world was founded under rules version ")
                       .append(std::to_string(genesis.rules_version))
                       .append(", this program has ")
                       .append(std::to_string(rules::kRulesVersion))
                       .append("."),
                   path.string(), "Play it on with the program it was founded with; the file was left as it is."};
  if (genesis.scenario.size() > rules::kScenarioBytesMax || !protocol::is_utf8(genesis.scenario))
    return Failure{"The world's scenario is not UTF-8, or longer than 16 KiB.", path.string(), "Shorten the scenario."};
  for (const std::string* text : {&genesis.world, &genesis.title})
    if (text->size() > 1024 || !protocol::is_utf8(*text))
      return Failure{"A name of the world is not UTF-8, or longer than 1024 bytes.", path.string(),
                     "Choose another name."};
  return {};
}

Result<void> write_draft(const std::filesystem::path& draft, const Genesis& genesis) {
  auto database = sqlite::draft_laid_out(draft, world_layout());
  if (!database) return database.error();
  return insert_genesis(*database, genesis);
}

}  // namespace

WorldFile::WorldFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorldFile::WorldFile(WorldFile&&) noexcept = default;
WorldFile& WorldFile::operator=(WorldFile&&) noexcept = default;
WorldFile::~WorldFile() = default;

const Genesis& WorldFile::genesis() const {
  return state_->genesis;
}
const std::filesystem::path& WorldFile::path() const {
  return state_->path;
}
std::uint64_t WorldFile::last_index() const {
  return state_->last_index;
}

Result<WorldFile> WorldFile::create(const std::filesystem::path& path, const Genesis& genesis) {
  if (auto sound = check_genesis(genesis, path); !sound) return sound.error();
  if (auto free = check_name_is_free(path); !free) return free.error();
  const std::filesystem::path draft = draft_of(path);
  remove_draft(draft);
  auto made = write_draft(draft, genesis);
  if (made) made = settle(draft, path);
  if (!made) {
    remove_draft(draft);
    return made.error();
  }
  return open(path);
}

Result<std::string> WorldFile::image(const Genesis& genesis, std::span<const Entry> entries) {
  if (auto sound = check_genesis(genesis, genesis.world); !sound) return sound.error();
  auto rows = pack(entries);
  if (!rows) return rows.error();
  auto database = sqlite::Database::in_memory();
  if (!database) return database.error();
  if (auto laid = sqlite::lay_out(*database, world_layout()); !laid) return laid.error();
  auto transaction = sqlite::Transaction::begin(*database);
  if (!transaction) return transaction.error();
  if (auto founded = insert_genesis(*database, genesis); !founded) return founded.error();
  auto insert = prepare_row(*database);
  if (!insert) return insert.error();
  std::uint64_t last_index = 0;
  ChainHash head = genesis_hash(genesis);
  if (auto inserted = insert_rows(*insert, *rows, last_index, head); !inserted) return inserted.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return database->image();
}

Result<WorldFile> WorldFile::open(const std::filesystem::path& path) {
  auto database = open_world_database(path);
  if (!database) return database.error();
  auto scan = scan_chain(*database);
  if (!scan) return scan.error();
  if (!scan->problem.empty())
    return Failure{scan->problem, place(path, scan->first_bad_index),
                   "Run `technotariat world verify` on it, and go back to a backup."};
  auto pages = check_pages(*database);
  if (!pages) return pages.error();
  if (*pages != "ok")
    return Failure{"The file is damaged (" + *pages + ").", path.string(),
                   "Run `technotariat world verify` on it, and go back to a backup."};
  if (auto sound = check_genesis(scan->genesis, path); !sound) return sound.error();

  auto state = std::make_unique<State>(State{path, std::move(*database), std::nullopt, std::move(scan->genesis),
                                             scan->last_index, scan->head, std::nullopt});
  auto insert = prepare_row(state->database);
  if (!insert) return insert.error();
  state->insert_row.emplace(std::move(*insert));
  return WorldFile(std::move(state));
}

Failure WorldFile::State::note(Failure failure) {
  if (database.last_leaves_doubt()) {
    failure.remedy = "This world is stopped: open the file again to see what the disk holds. " + failure.remedy;
    broken = failure;
  }
  return failure;
}

Result<WorldFile::State::RowAt> WorldFile::State::row_of(std::uint64_t index) {
  auto select = database.prepare(
      "SELECT first_index, count, entries, hash FROM journal WHERE first_index <= ?1 ORDER BY first_index DESC LIMIT "
      "1");
  if (!select) return select.error();
  select->bind(1, static_cast<std::int64_t>(index));
  auto row = select->step();
  if (!row) return row.error();
  RowAt found;
  if (*row) {
    found.first_index = static_cast<std::uint64_t>(select->integer(0));
    found.count = static_cast<std::uint64_t>(select->integer(1));
    found.entries = select->bytes(2);
    const std::string_view hash = select->bytes(3);
    if (hash.size() == found.hash.size()) std::copy(hash.begin(), hash.end(), found.hash.begin());
  }
  if (found.first_index == 0 || index - found.first_index >= found.count)
    return Failure{"There is no such entry.", place(path, index), "Ask for one from 1 to the last."};
  return found;
}

Result<void> WorldFile::append(std::span<const Entry> entries) {
  if (state_->broken) return *state_->broken;
  if (entries.empty()) return {};
  auto rows = pack(entries);
  if (!rows) return rows.error();

  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return state_->note(transaction.error());
  std::uint64_t last_index = state_->last_index;
  ChainHash head = state_->head;
  if (auto inserted = insert_rows(*state_->insert_row, *rows, last_index, head); !inserted)
    return state_->note(inserted.error());
  if (auto committed = transaction->commit(); !committed) return state_->note(committed.error());

  state_->last_index = last_index;
  state_->head = head;
  return {};
}

Result<void> WorldFile::State::walk(std::uint64_t from_index, const std::function<bool(std::uint64_t, Entry&)>& visit) {
  auto select = database.prepare(
      "SELECT first_index, count, entries FROM journal WHERE first_index >= "
      "(SELECT COALESCE(MAX(first_index), 0) FROM journal WHERE first_index <= ?1) ORDER BY first_index");
  if (!select) return select.error();
  select->bind(1, static_cast<std::int64_t>(from_index));
  for (;;) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return {};
    const auto first = static_cast<std::uint64_t>(select->integer(0));
    auto entries = unpack(select->bytes(2), first, static_cast<std::uint64_t>(select->integer(1)));
    if (!entries) {
      Failure failure = entries.error();
      failure.where = path.string() + ", " + failure.where;
      return failure;
    }
    for (std::size_t at = 0; at < entries->size(); ++at)
      if (first + at >= from_index && !visit(first + at, (*entries)[at])) return {};
  }
}

Result<void> WorldFile::read(std::uint64_t from_index, const std::function<void(std::uint64_t, const Entry&)>& visit) {
  return state_->walk(std::max<std::uint64_t>(from_index, 1), [&](std::uint64_t index, const Entry& entry) {
    visit(index, entry);
    return true;
  });
}

Result<std::vector<Entry>> WorldFile::read_some(std::uint64_t from_index, std::size_t at_most) {
  std::vector<Entry> some;
  auto walked = state_->walk(std::max<std::uint64_t>(from_index, 1), [&](std::uint64_t, Entry& entry) {
    if (some.size() < at_most) some.push_back(std::move(entry));
    return some.size() < at_most;
  });
  if (!walked) return walked.error();
  return some;
}

Result<Entry> WorldFile::entry(std::uint64_t index) {
  auto row = state_->row_of(index);
  if (!row) return row.error();
  auto entries = unpack(row->entries, row->first_index, row->count);
  if (!entries) return entries.error();
  return (*entries)[index - row->first_index];
}

Result<void> WorldFile::backup_to(const std::filesystem::path& copy) {
  if (auto free = check_name_is_free(copy); !free) return free.error();
  const std::filesystem::path draft = draft_of(copy);
  remove_draft(draft);
  const auto vacuum = [&]() -> Result<void> {
    auto statement = state_->database.prepare("VACUUM INTO ?1");
    if (!statement) return statement.error();
    const std::string name = draft.string();
    statement->bind_text(1, name);
    return statement->run();
  };
  state_->database.allow_attached(true);
  auto made = vacuum();
  state_->database.allow_attached(false);
  if (made) made = settle(draft, copy);
  if (!made) remove_draft(draft);
  return made;
}

}  // namespace tt::persistence
