#include "rules/state/names.hpp"

#include <algorithm>
#include <array>

#include "rules/core/text.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr std::array kPlaces{"Alder",     "Birchfield", "Causeway", "Dovecote", "Eastgate", "Fernhill",
                             "Gantry",    "Harrow",     "Ironwell", "Juniper",  "Kilnside", "Lanthorn",
                             "Millrace",  "Northquay",  "Orchard",  "Pargeter", "Quayside", "Rookery",
                             "Saltmarsh", "Tanner's",   "Upland",   "Viaduct",  "Weaver's", "Yarrow"};
constexpr std::array kTrades{"Works", "Yard", "Mills", "Sheds", "Works & Sons", "Company", "Stores", "Hall"};

}  // namespace

bool is_taken(const World& world, const std::string& name) {
  const auto& taken = world.enterprises.name.values;
  return std::find(taken.begin(), taken.end(), name) != taken.end();
}

std::string distinct_name(const World& world, const std::string& name) {
  std::string distinct = name;
  for (std::uint32_t number = 2; is_taken(world, distinct); ++number) {
    const std::string ordinal = ' ' + std::to_string(number);
    distinct = std::string(beginning_of(name, kLongestName - ordinal.size())) + ordinal;
  }
  return distinct;
}

std::string enterprise_name(const World& world, std::uint32_t number) {
  const Dice dice{world.seed, 0};
  constexpr std::uint64_t kPlainTries = 8;
  const bool used_up = world.enterprises.count() >= kPlaces.size() * kTrades.size();
  for (std::uint64_t k = used_up ? kPlainTries : 0;; ++k) {
    const auto place = static_cast<std::size_t>(dice.below(kPlaces.size(), Stream::kNames, number, 2 * k));
    const auto trade = static_cast<std::size_t>(dice.below(kTrades.size(), Stream::kNames, number, 2 * k + 1));
    std::string name = std::string(kPlaces[place]) + ' ' + kTrades[trade];
    // When the two hundred are used up, a number tells them apart.
    if (k >= kPlainTries) name += ' ' + std::to_string(number + k - kPlainTries + 1);
    if (!is_taken(world, name)) return name;
  }
}

}  // namespace tt::rules
