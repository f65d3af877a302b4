// A journal in a world file, with group commit: whatever has come in while the disk was busy goes into the next
// transaction together.
#pragma once

#include <memory>
#include <mutex>

#include "persistence/world_file.hpp"
#include "server/clock.hpp"
#include "server/metrics.hpp"
#include "server/storage/storage.hpp"
#include "server/world/journal.hpp"

namespace tt::server {

class FileJournal final : public Journal, public std::enable_shared_from_this<FileJournal> {
 public:
  /// The file is touched on its lane of the disk only, from here on to the end. The others outlive this.
  FileJournal(Storage& storage, persistence::WorldFile file, const Clock& clock, Metrics& metrics);
  ~FileJournal() override;

  void append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) override;
  void save_snapshot(std::uint64_t after_index, std::string state) override;
  void copy_to(std::filesystem::path copy, Done done) override;
  void read(std::uint64_t from_index, std::size_t at_most, Read done) override;
  [[nodiscard]] const persistence::Genesis& genesis() const override { return genesis_; }

 private:
  struct Waiting {
    std::uint64_t after;
    Time since;
    std::vector<persistence::Entry> entries;
    Done done;
  };
  void commit();
  persistence::Result<void> write(std::vector<Waiting>& group);

  Storage& storage_;
  const persistence::Genesis genesis_;
  /// Null once an append has failed: whoever loads the world again finds its file free.
  std::shared_ptr<persistence::WorldFile> file_;
  const Clock& clock_;
  Metrics& metrics_;
  std::mutex mutex_;
  std::vector<Waiting> waiting_;  ///< not empty: a commit is on its way
};

}  // namespace tt::server
