#include "rules/state/record.hpp"

#include <span>

#include "rules/state/hasher.hpp"

namespace tt::rules {
namespace {

template <class T>
Hash chained(Hash before, const T& item) {
  Hasher hasher;
  hasher.word(before);
  T copy = item;  // a list of fields is of what may change
  visit_fields(hasher, copy);
  return hasher.result();
}

template <class T>
Hash chained_all(Hash before, std::span<const T> items) {
  for (const T& item : items) before = chained(before, item);
  return before;
}

}  // namespace

void note(World& world, const Event& event) {
  auto& events = world.events;
  if (events.size() >= 2 * kEventsKept) {
    world.record.forgotten = chained_all(world.record.forgotten, std::span<const Event>(events).first(kEventsKept));
    events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(kEventsKept));
  }
  events.push_back(event);
  world.record.events = chained(world.record.events, event);
}

void enter(World& world, const HistoryRow& row) {
  world.history.push_back(row);
  world.record.history = chained(world.record.history, row);
}

void begin_record(World& world, const HistoryRow& row) {
  world.events.clear();
  world.history.clear();
  world.record = {};
  enter(world, row);
}

bool is_on_record(const World& world) {
  const Record& record = world.record;
  return chained_all(Hash{0}, std::span<const HistoryRow>(world.history)) == record.history &&
         chained_all(record.forgotten, std::span<const Event>(world.events)) == record.events;
}

}  // namespace tt::rules
