#include "rules/state/names.hpp"

#include <algorithm>
#include <array>

#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr std::array kPlaces{"Alder",     "Birchfield", "Causeway", "Dovecote", "Eastgate", "Fernhill",
                             "Gantry",    "Harrow",     "Ironwell", "Juniper",  "Kilnside", "Lanthorn",
                             "Millrace",  "Northquay",  "Orchard",  "Pargeter", "Quayside", "Rookery",
                             "Saltmarsh", "Tanner's",   "Upland",   "Viaduct",  "Weaver's", "Yarrow"};
constexpr std::array kTrades{"Works", "Yard", "Mills", "Sheds", "Works & Sons", "Company", "Stores", "Hall"};

}  // namespace

std::string enterprise_name(const World& world, std::uint32_t number) {
  const Dice dice{world.seed, 0};
  const auto& taken = world.enterprises.name.values;
  constexpr std::uint64_t kPlainTries = 8;
  const bool used_up = taken.size() >= kPlaces.size() * kTrades.size();
  for (std::uint64_t k = used_up ? kPlainTries : 0;; ++k) {
    const auto place = static_cast<std::size_t>(dice.below(kPlaces.size(), Stream::kNames, number, 2 * k));
    const auto trade = static_cast<std::size_t>(dice.below(kTrades.size(), Stream::kNames, number, 2 * k + 1));
    std::string name = std::string(kPlaces[place]) + ' ' + kTrades[trade];
    // When the two hundred are used up, a number tells them apart.
    if (k >= kPlainTries) name += ' ' + std::to_string(number + k - kPlainTries + 1);
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
  }
}

}  // namespace tt::rules
