// Typed numbers of things and the columns they index: a household's number cannot index an enterprise's column.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace tt::rules {

template <class Tag>
struct Id {
  std::uint32_t value = kNone;

  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  [[nodiscard]] constexpr bool exists() const { return value != kNone; }
  constexpr auto operator<=>(const Id&) const = default;
};

using HouseholdId = Id<struct HouseholdTag>;
using EnterpriseId = Id<struct EnterpriseTag>;
using MotionId = Id<struct MotionTag>;

/// One attribute of many things, contiguous (struct of arrays).
template <class IdType, class Value>
struct Column {
  std::vector<Value> values;

  [[nodiscard]] Value& operator[](IdType id) { return values[id.value]; }
  [[nodiscard]] const Value& operator[](IdType id) const { return values[id.value]; }
  [[nodiscard]] std::size_t size() const { return values.size(); }
};

/// One more row in every column of a table, each value empty or zero.
template <class Table>
void add_row(Table& table) {
  Table::columns(table, [](auto&... each) { (each.values.emplace_back(), ...); });
}

/// Range over the ids 0 … count−1, in order.
template <class IdType>
struct IdRange {
  std::uint32_t count = 0;

  struct Iterator {
    std::uint32_t at;
    constexpr IdType operator*() const { return IdType{at}; }
    constexpr Iterator& operator++() {
      ++at;
      return *this;
    }
    constexpr bool operator==(const Iterator&) const = default;
  };
  [[nodiscard]] constexpr Iterator begin() const { return {0}; }
  [[nodiscard]] constexpr Iterator end() const { return {count}; }
};

}  // namespace tt::rules
