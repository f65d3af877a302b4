// Where work on files is done: one job after the other, in the order in which they came.
#pragma once

#include <functional>

namespace tt::server {

class Storage {
 public:
  using Job = std::function<void()>;

  virtual ~Storage() = default;
  /// From any thread; never waits. The queue is as long as those who post let it be: every poster has its own bound.
  virtual void post(Job job) = 0;
};

}  // namespace tt::server
