// The one thread that touches the disk. Jobs run one after the other; nobody else waits for them.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tt::server {

class StorageThread {
 public:
  using Job = std::function<void()>;

  StorageThread();
  ~StorageThread();
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  /// Runs what is queued, then ends the thread. Idempotent.
  void finish();
  /// From any thread. The queue is as long as those who post let it be: every poster has its own bound.
  void post(Job job);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace tt::server
