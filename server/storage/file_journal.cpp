#include "server/storage/file_journal.hpp"

#include <iterator>
#include <utility>

#include "server/log.hpp"

namespace tt::server {
namespace {

persistence::Failure ended() {
  return {"The journal has failed before.", "", "Load the world from its file again."};
}

}  // namespace

FileJournal::FileJournal(Storage& storage, persistence::WorldFile file, const Clock& clock, Metrics& metrics)
    : storage_(storage),
      genesis_(file.genesis()),
      file_(std::make_shared<persistence::WorldFile>(std::move(file))),
      clock_(clock),
      metrics_(metrics) {}

FileJournal::~FileJournal() {
  storage_.post([file = std::move(file_)]() mutable { file.reset(); });
}

void FileJournal::append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = waiting_.empty();
    waiting_.push_back({after, clock_.now(), std::move(entries), std::move(done)});
  }
  if (first) storage_.post([self = shared_from_this()] { self->commit(); });
}

void FileJournal::commit() {
  std::vector<Waiting> group;
  {
    const std::lock_guard lock(mutex_);
    group.swap(waiting_);
  }
  const persistence::Result<void> result = write(group);
  if (!result && file_) {
    log::error("journal: " + result.error().text());
    metrics_.commit_failed();
    file_.reset();
  }
  const auto now = clock_.now();
  for (const Waiting& one : group) {
    if (result) metrics_.committed(now - one.since);
    one.done(result);
  }
}

persistence::Result<void> FileJournal::write(std::vector<Waiting>& group) {
  if (!file_) return ended();
  std::vector<persistence::Entry> entries;
  for (Waiting& one : group) {
    if (one.after != file_->last_index() + entries.size())
      return persistence::Failure("The journal and the world count its entries differently.", file_->path().string(),
                                  "Load the world from its file again.");
    std::move(one.entries.begin(), one.entries.end(), std::back_inserter(entries));
  }
  return file_->append(entries);
}

void FileJournal::copy_to(std::filesystem::path copy, Done done) {
  storage_.post([self = shared_from_this(), copy = std::move(copy), done = std::move(done)] {
    done(self->file_ ? self->file_->backup_to(copy) : ended());
  });
}

void FileJournal::save_snapshot(std::uint64_t after_index, std::string state) {
  storage_.post([self = shared_from_this(), after_index, state = std::move(state)] {
    if (!self->file_) return;
    if (auto saved = self->file_->save_snapshot(after_index, state); !saved)
      log::warn("snapshot: " + saved.error().text());
  });
}

void FileJournal::read(std::uint64_t from_index, std::size_t at_most, Read done) {
  storage_.post([self = shared_from_this(), from_index, at_most, done = std::move(done)] {
    if (!self->file_) return done(ended());
    done(self->file_->read_some(from_index, at_most));
  });
}

}  // namespace tt::server
