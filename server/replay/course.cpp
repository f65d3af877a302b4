#include "server/replay/course.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "protocol/codec/events.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

namespace v1 = technotariat::v1;

v1::Laurel main_laurel(rules::Bp total, rules::Bp wealth, rules::Bp livelihood, rules::Bp progress) {
  const int direction = total < 0 ? -1 : 1;
  const rules::Bp most = std::max({wealth * direction, livelihood * direction, progress * direction});
  if (wealth * direction == most) return v1::LAUREL_WEALTH;
  return livelihood * direction == most ? v1::LAUREL_LIVELIHOOD : v1::LAUREL_PROGRESS;
}

void write(const Standing& before, const Standing& now, v1::TurningPoint& to) {
  to.set_before_bp(protocol::to_wire_bp(before.total()));
  to.set_now_bp(protocol::to_wire_bp(now.total()));
  const auto wealth = now.wealth - before.wealth;
  const auto livelihood = now.livelihood - before.livelihood;
  const auto progress = now.progress - before.progress;
  to.set_wealth_bp(static_cast<std::int32_t>(wealth));
  to.set_livelihood_bp(static_cast<std::int32_t>(livelihood));
  to.set_progress_bp(static_cast<std::int32_t>(progress));
  to.set_laurel(main_laurel(now.total() - before.total(), wealth, livelihood, progress));
}

}  // namespace

Course::Row Course::row_of(const rules::PublicView& view) {
  Row row{.price_index = view.world.price_index, .technotariat = view.world.technotariat};
  for (const rules::EnterpriseRow& one : view.enterprises) {
    row.output += one.output * view.markets[index_of(one.product)].price;
    if (one.open) ++(one.form == rules::Form::kCooperative ? row.cooperatives : row.firms);
  }
  if (view.history.empty()) return row;
  row.gini = view.history.back().wealth_gini;
  row.cooperative_labour = view.history.back().cooperative_labour;
  return row;
}

void Course::add(const rules::PublicView& view) {
  const rules::Tick tick = next();
  rows_.push_back(row_of(view));
  // Laurels are awarded at closes: as founded, nobody has any, and the first close is no turn of anybody's.
  for (const rules::SeatRow& seat : view.seats) {
    if (tick == 0) break;
    auto known =
        std::find_if(seats_.begin(), seats_.end(), [&](const Seat& one) { return one.household == seat.household; });
    if (known == seats_.end()) {
      if (seats_.size() == kCourseSeatsMax) continue;
      known = seats_.insert(seats_.end(), Seat{seat.household, tick, {}});
    }
    known->course.push_back(standing_of(seat, view.world));
  }
  for (const rules::Event& event : view.events)
    if (event.tick == tick && weight_of(event) > 0) events_.push_back(event);
  while (events_.size() > kCourseEventsMax) events_.pop_front();
}

v1::Course Course::message(rules::Tick last) const {
  v1::Course to;
  to.set_last_tick(last);
  v1::CourseColumns& columns = *to.mutable_columns();
  for (rules::Tick tick = 0; tick <= last; ++tick) {
    const Row& row = rows_[tick];
    columns.add_tick(tick);
    columns.add_output_mils(row.output);
    columns.add_price_index_bp(protocol::to_wire_bp(row.price_index));
    columns.add_wealth_gini_bp(protocol::to_wire_bp(row.gini));
    columns.add_technotariat_bp(protocol::to_wire_bp(row.technotariat));
    columns.add_cooperative_labour_bp(protocol::to_wire_bp(row.cooperative_labour));
    columns.add_firms(row.firms);
    columns.add_cooperatives(row.cooperatives);
  }
  std::vector<rules::Event> events;
  std::copy_if(events_.begin(), events_.end(), std::back_inserter(events),
               [&](const rules::Event& event) { return event.tick <= last; });
  for (const rules::Event& event : events) protocol::encode(event, *to.add_events());
  for (const Seat& seat : seats_) {
    if (seat.first > last) continue;
    const std::span course(seat.course.data(), std::min<std::size_t>(seat.course.size(), last - seat.first + 1));
    v1::SeatCourse& row = *to.add_seats();
    row.set_seat_id(protocol::to_wire(seat.household));
    row.set_first_tick(seat.first);
    for (const Standing& standing : course) row.add_standing_bp(protocol::to_wire_bp(standing.total()));
    for (const TurningPoint& point : turning_points(course, seat.first, seat.household, events)) {
      v1::TurningPoint& turn = *row.add_turning_points();
      turn.set_from_tick(seat.first + static_cast<rules::Tick>(point.from));
      turn.set_tick(seat.first + static_cast<rules::Tick>(point.to));
      write(course[point.from], course[point.to], turn);
      if (point.event) protocol::encode(*point.event, *turn.mutable_event());
    }
  }
  return to;
}

}  // namespace tt::server
