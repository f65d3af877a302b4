// The one thread that touches the disk. Jobs run one after the other; nobody else waits for them.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server/storage/storage.hpp"

namespace tt::server {

class StorageThread final : public Storage {
 public:
  StorageThread();
  ~StorageThread() override;
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  /// Runs what is queued, then ends the thread. Idempotent.
  void finish();
  void post(Job job) override;

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace tt::server
