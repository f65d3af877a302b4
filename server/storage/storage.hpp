// Where work on files is done: for each file one job after the other, in the order in which they came; jobs on
// different files at the same time.
#pragma once

#include <functional>
#include <string>

namespace tt::server {

/// Of one file.
class Storage {
 public:
  using Job = std::function<void()>;

  virtual ~Storage() = default;
  /// From any thread; never waits. The queue is as long as those who post let it be: every poster has its own bound.
  virtual void post(Job job) = 0;
};

class Disk {
 public:
  virtual ~Disk() = default;
  /// The same for the same name, as long as the disk lives. From any thread.
  virtual Storage& lane(const std::string& file) = 0;
};

}  // namespace tt::server
