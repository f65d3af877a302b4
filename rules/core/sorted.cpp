#include "rules/core/sorted.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "rules/core/digits.hpp"

namespace tt::rules {
namespace {

constexpr std::size_t kFew = 100;     ///< below this many, clearing the digits' counters costs more than comparing
constexpr std::size_t kMany = 4'000;  ///< from here on, larger digits pay

}  // namespace

void sort_amounts(std::vector<Mils>& amounts) {
  std::uint64_t any = 0;  // as many bits as the largest amount
  for (const Mils amount : amounts) any |= static_cast<std::uint64_t>(amount);
  if (amounts.size() < kFew || any >> 63U != 0) {
    std::sort(amounts.begin(), amounts.end());
    return;
  }
  const auto bits = static_cast<unsigned>(std::bit_width(any));
  const auto itself = [](Mils amount) { return static_cast<std::uint64_t>(amount); };
  if (amounts.size() < kMany)
    sort_by_digits<8>(amounts, bits, itself);
  else
    sort_by_digits<11>(amounts, bits, itself);
}

}  // namespace tt::rules
