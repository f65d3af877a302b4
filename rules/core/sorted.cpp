#include "rules/core/sorted.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace tt::rules {
namespace {

constexpr std::size_t kFew = 100;     ///< below this many, clearing the digits' counters costs more than comparing
constexpr std::size_t kMany = 4'000;  ///< from here on, larger digits pay

template <unsigned kDigitBits>
void sort_by_digits(std::vector<Mils>& amounts, unsigned bits) {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << kDigitBits) - 1;
  const auto digit = [](Mils amount, unsigned place) {
    return (static_cast<std::uint64_t>(amount) >> (place * kDigitBits)) & kMask;
  };
  const unsigned places = (bits + kDigitBits - 1) / kDigitBits;
  std::vector<std::array<std::uint32_t, kMask + 2>> starts(places);  // all digits are counted in one pass
  for (const Mils amount : amounts)
    for (unsigned place = 0; place < places; ++place) ++starts[place][digit(amount, place) + 1];
  std::vector<Mils> sorted(amounts.size());
  for (unsigned place = 0; place < places; ++place) {
    auto& start = starts[place];
    for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
    for (const Mils amount : amounts) sorted[start[digit(amount, place)]++] = amount;
    amounts.swap(sorted);
  }
}

}  // namespace

void sort_amounts(std::vector<Mils>& amounts) {
  std::uint64_t any = 0;  // as many bits as the largest amount
  for (const Mils amount : amounts) any |= static_cast<std::uint64_t>(amount);
  if (amounts.size() < kFew || any >> 63U != 0) {
    std::sort(amounts.begin(), amounts.end());
    return;
  }
  const auto bits = static_cast<unsigned>(std::bit_width(any));
  if (amounts.size() < kMany)
    sort_by_digits<8>(amounts, bits);
  else
    sort_by_digits<11>(amounts, bits);
}

}  // namespace tt::rules
