// The threads that touch the disk; nobody else waits for it. Each does little but wait: syncs of different files that
// are under way together share the disk's own work, where one after the other each pays for it alone.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <map>
#include <memory>
#include <mutex>

#include "server/storage/storage.hpp"

namespace tt::server {

class DiskThreads final : public Disk {
 public:
  DiskThreads();
  ~DiskThreads() override;
  DiskThreads(const DiskThreads&) = delete;
  DiskThreads& operator=(const DiskThreads&) = delete;

  Storage& lane(const std::string& file) override;
  /// Runs what is queued, then ends the threads. Idempotent. What is posted later is let go of without being run.
  void finish();

 private:
  boost::asio::thread_pool threads_;
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Storage>> lanes_;
};

}  // namespace tt::server
