#include "protocol/codec/events.hpp"

#include <algorithm>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/motions.hpp"

namespace tt::protocol {

namespace {

bool same(const rules::Event& a, const rules::Event& b) {
  return a.tick == b.tick && a.kind == b.kind && a.subject == b.subject && a.enterprise == b.enterprise &&
         a.other == b.other && a.good == b.good && a.value == b.value && a.motion == b.motion && a.law == b.law;
}

std::int64_t value_of(const rules::Event& event) {
  if (event.motion.exists()) return to_wire(event.motion);
  if (event.kind == rules::EventKind::kLapsed) return error_code(static_cast<rules::Rejection>(event.value));
  return event.value;
}

}  // namespace

void encode(const rules::Event& event, v1::Event& to) {
  to.set_tick(event.tick);
  to.set_kind(to_wire(event.kind));
  to.set_subject_id(to_wire(event.subject));
  to.set_enterprise_id(to_wire(event.enterprise));
  to.set_other_enterprise_id(to_wire(event.other));
  if (event.kind == rules::EventKind::kPriceMove) to.set_good(to_wire(event.good));
  to.set_value(value_of(event));
  if (event.law) to.set_law(to_wire(*event.law));
  if (event.change) encode(*event.change, *to.mutable_change());
}

std::size_t known_events(std::span<const rules::Event> before, std::span<const rules::Event> after) {
  for (std::size_t known = std::min(before.size(), after.size()); known > 0; --known) {
    const auto end_of_before = before.last(known);
    if (std::equal(end_of_before.begin(), end_of_before.end(), after.begin(), same)) return known;
  }
  return 0;
}

}  // namespace tt::protocol
