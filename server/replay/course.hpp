// The course of a world in a few columns, gathered close by close: what a scrubber and the results need. Made of public
// views alone, so that nothing in it can be a secret.
#pragma once

#include <deque>
#include <vector>

#include "rules/view/view.hpp"
#include "server/replay/turning_points.hpp"
#include "technotariat/v1/replay.pb.h"

namespace tt::server {

class Course {
 public:
  /// The tick whose view comes next: 0 is the founded world.
  [[nodiscard]] rules::Tick next() const { return static_cast<rules::Tick>(rows_.size()); }
  /// The view right after the close of tick `next()`.
  void add(const rules::PublicView& view);
  /// Up to and with that tick, below `next()`.
  [[nodiscard]] technotariat::v1::Course message(rules::Tick last) const;

 private:
  struct Row {
    rules::Mils output = 0;
    rules::Bp price_index = 0;
    rules::Bp gini = 0;
    rules::Bp technotariat = 0;
    rules::Bp cooperative_labour = 0;
    std::uint32_t firms = 0;
    std::uint32_t cooperatives = 0;
  };
  struct Seat {
    rules::HouseholdId household;
    rules::Tick first = 0;
    std::vector<Standing> course;
  };
  [[nodiscard]] static Row row_of(const rules::PublicView& view);

  std::vector<Row> rows_;
  std::vector<Seat> seats_;
  std::deque<rules::Event> events_;
};

}  // namespace tt::server
