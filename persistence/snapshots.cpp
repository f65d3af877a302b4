// Snapshots: a cache of states beside the journal. Losing them costs time, never anything else.
#include <algorithm>
#include <limits>

#include "persistence/world_file.hpp"
#include "persistence/world_file_state.hpp"

namespace tt::persistence {

namespace {

/// The newest may be damaged or of a tick that turns out wrong; two more make it unlikely that a restart has to begin
/// at the beginning.
constexpr const char* kDropOld =
    "DELETE FROM snapshot WHERE after_index NOT IN (SELECT after_index FROM snapshot ORDER BY after_index DESC LIMIT "
    "3)";

}  // namespace

Result<void> WorldFile::save_snapshot(std::uint64_t after_index, std::string_view state) {
  if (state_->broken) return *state_->broken;
  ChainHash row = genesis_hash(state_->genesis);
  if (after_index != 0) {
    auto at = entry(after_index);
    if (!at) return at.error();
    if (!std::holds_alternative<TickClose>(*at))
      return Failure{"A snapshot is taken after a tick close, not in the middle of a tick.",
                     state_->path.string() + ", entry " + std::to_string(after_index),
                     "Save it with the index of the last close."};
    auto holder = state_->row_of(after_index);
    if (!holder) return holder.error();
    row = holder->hash;
  }
  const ChainHash seal = snapshot_seal(row, after_index, state);

  auto insert = state_->database.prepare("INSERT OR REPLACE INTO snapshot VALUES(?1, ?2, ?3)");
  if (!insert) return insert.error();
  insert->bind(1, static_cast<std::int64_t>(after_index));
  insert->bind_blob(2, state);
  insert->bind_blob(3, bytes_of(seal));
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return state_->note(transaction.error());
  if (auto inserted = insert->run(); !inserted) return state_->note(inserted.error());
  if (auto dropped = state_->database.run(kDropOld); !dropped) return state_->note(dropped.error());
  if (auto committed = transaction->commit(); !committed) return state_->note(committed.error());
  return {};
}

Result<std::optional<Snapshot>> WorldFile::latest_snapshot(std::uint64_t at_most_index) {
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  auto select = state_->database.prepare(
      "SELECT after_index, state, hash FROM snapshot WHERE after_index BETWEEN 0 AND ?1 ORDER BY after_index DESC");
  if (!select) return select.error();
  select->bind(1, static_cast<std::int64_t>(std::min({at_most_index, state_->last_index, kMost})));
  for (;;) {
    auto there = select->step();
    if (!there) return there.error();
    if (!*there) return std::optional<Snapshot>{};
    const auto after_index = static_cast<std::uint64_t>(select->integer(0));
    ChainHash row = genesis_hash(state_->genesis);
    if (after_index != 0) {
      auto holder = state_->row_of(after_index);
      if (!holder) return holder.error();
      row = holder->hash;
    }
    const std::string_view state = select->bytes(1);
    if (select->bytes(2) == bytes_of(snapshot_seal(row, after_index, state)))
      return std::optional<Snapshot>{Snapshot{after_index, std::string(state)}};
  }
}

}  // namespace tt::persistence
