// Sorting by the digits of a number, least first (radix sort): linear, for many items.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tt::rules {

/// Sorts by `key(item)`, an unsigned number below 2^bits; items alike keep their order.
template <unsigned kDigitBits, class Item, class Key>
void sort_by_digits(std::vector<Item>& items, unsigned bits, Key&& key) {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << kDigitBits) - 1;
  const auto digit = [&](const Item& item, unsigned place) { return (key(item) >> (place * kDigitBits)) & kMask; };
  const unsigned places = (bits + kDigitBits - 1) / kDigitBits;
  std::vector<std::array<std::uint32_t, kMask + 2>> starts(places);  // all digits are counted in one pass
  for (const Item& item : items)
    for (unsigned place = 0; place < places; ++place) ++starts[place][digit(item, place) + 1];
  std::vector<Item> sorted(items.size());
  for (unsigned place = 0; place < places; ++place) {
    auto& start = starts[place];
    for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
    for (const Item& item : items) sorted[start[digit(item, place)]++] = item;
    items.swap(sorted);
  }
}

}  // namespace tt::rules
