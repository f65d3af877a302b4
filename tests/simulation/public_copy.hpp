// A client's copy of the public world: a snapshot and the deltas after it, merged as docs/protocol.md says.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "technotariat/v1/view.pb.h"

namespace tt::test {

class PublicCopy {
 public:
  void take(const technotariat::v1::Snapshot& snapshot);
  void take(const technotariat::v1::Delta& delta);

  bool operator==(const PublicCopy&) const = default;
  /// Where two differ, for people.
  [[nodiscard]] std::string difference(const PublicCopy& other) const;

 private:
  template <class Frame>
  void merge(const Frame& frame);

  std::map<std::string, std::string> rows_;  ///< by table and key
};

}  // namespace tt::test
