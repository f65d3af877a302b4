#include "server/storage/file_journal.hpp"

#include <iterator>
#include <utility>

#include "server/log.hpp"

namespace tt::server {

FileJournal::FileJournal(StorageThread& storage, persistence::WorldFile file)
    : storage_(storage), file_(std::make_shared<persistence::WorldFile>(std::move(file))) {}

FileJournal::~FileJournal() {
  storage_.post([file = std::move(file_)]() mutable { file.reset(); });
}

void FileJournal::append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = waiting_.empty();
    waiting_.push_back({after, std::move(entries), std::move(done)});
  }
  if (first) storage_.post([self = shared_from_this()] { self->commit(); });
}

void FileJournal::commit() {
  std::vector<Waiting> group;
  {
    const std::lock_guard lock(mutex_);
    group.swap(waiting_);
  }
  std::vector<persistence::Entry> entries;
  persistence::Result<void> result;
  for (Waiting& one : group) {
    if (one.after != file_->last_index() + entries.size())
      result = persistence::Failure("The journal and the world count its entries differently.", file_->path().string(),
                                    "Load the world from its file again.");
    std::move(one.entries.begin(), one.entries.end(), std::back_inserter(entries));
  }
  if (result) result = file_->append(entries);
  if (!result) log::error("journal: " + result.error().text());
  for (const Waiting& one : group) one.done(result);
}

void FileJournal::save_snapshot(std::uint64_t after_index, std::string state) {
  storage_.post([self = shared_from_this(), after_index, state = std::move(state)] {
    if (auto saved = self->file_->save_snapshot(after_index, state); !saved)
      log::warn("snapshot: " + saved.error().text());
  });
}

void FileJournal::read(Read done) {
  storage_.post([self = shared_from_this(), done = std::move(done)] {
    std::vector<persistence::Entry> entries;
    const auto result =
        self->file_->read(1, [&](std::uint64_t, const persistence::Entry& entry) { entries.push_back(entry); });
    if (result)
      done(std::move(entries));
    else
      done(result.error());
  });
}

}  // namespace tt::server
