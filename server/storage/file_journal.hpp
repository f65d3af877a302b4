// A journal in a world file, with group commit: whatever has come in while the disk was busy goes into the next
// transaction together.
#pragma once

#include <memory>
#include <mutex>

#include "persistence/world_file.hpp"
#include "server/storage/storage_thread.hpp"
#include "server/world/journal.hpp"

namespace tt::server {

class FileJournal final : public Journal, public std::enable_shared_from_this<FileJournal> {
 public:
  /// The file is touched on the storage thread only, from here on to the end.
  FileJournal(StorageThread& storage, persistence::WorldFile file);
  ~FileJournal() override;

  void append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) override;
  void save_snapshot(std::uint64_t after_index, std::string state) override;
  void read(Read done) override;

 private:
  struct Waiting {
    std::uint64_t after;
    std::vector<persistence::Entry> entries;
    Done done;
  };
  void commit();

  StorageThread& storage_;
  std::shared_ptr<persistence::WorldFile> file_;
  std::mutex mutex_;
  std::vector<Waiting> waiting_;  ///< not empty: a commit is on its way
};

}  // namespace tt::server
