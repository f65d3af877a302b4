#include "rules/state/names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/core/text.hpp"
#include "rules/state/hasher.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr std::array kPlaces{"Alder",     "Birchfield", "Causeway", "Dovecote", "Eastgate", "Fernhill",
                             "Gantry",    "Harrow",     "Ironwell", "Juniper",  "Kilnside", "Lanthorn",
                             "Millrace",  "Northquay",  "Orchard",  "Pargeter", "Quayside", "Rookery",
                             "Saltmarsh", "Tanner's",   "Upland",   "Viaduct",  "Weaver's", "Yarrow"};
constexpr std::array kTrades{"Works", "Yard", "Mills", "Sheds", "Works & Sons", "Company", "Stores", "Hall"};

std::uint64_t hash_of(const std::string& name) {
  Hasher hasher;
  hasher.text(name);
  return hasher.result();
}

template <class Taken>
std::string first_free_name(const World& world, std::uint32_t number, Taken&& taken) {
  const Dice dice{world.seed, 0};
  constexpr std::uint64_t kPlainTries = 8;
  const bool used_up = world.enterprises.count() >= kPlaces.size() * kTrades.size();
  for (std::uint64_t k = used_up ? kPlainTries : 0;; ++k) {
    const auto place = static_cast<std::size_t>(dice.below(kPlaces.size(), Stream::kNames, number, 2 * k));
    const auto trade = static_cast<std::size_t>(dice.below(kTrades.size(), Stream::kNames, number, 2 * k + 1));
    std::string name = std::string(kPlaces[place]) + ' ' + kTrades[trade];
    // When the two hundred are used up, a number tells them apart.
    if (k >= kPlainTries) name += ' ' + std::to_string(number + k - kPlainTries + 1);
    if (!taken(name)) return name;
  }
}

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
  return first_free_name(world, number, [&](const std::string& name) { return is_taken(world, name); });
}

std::string enterprise_name(const World& world, std::uint32_t number, const TakenNames& taken) {
  return first_free_name(world, number, [&](const std::string& name) { return taken.has(name); });
}

TakenNames::TakenNames(const World& world) : world_(world) {
  sorted_hashes_.reserve(world.enterprises.count());
  for (const std::string& name : world.enterprises.name.values) sorted_hashes_.push_back(hash_of(name));
  std::sort(sorted_hashes_.begin(), sorted_hashes_.end());
}

bool TakenNames::has(const std::string& name) const {
  const std::uint64_t hash = hash_of(name);
  const bool known = std::binary_search(sorted_hashes_.begin(), sorted_hashes_.end(), hash) ||
                     std::find(added_hashes_.begin(), added_hashes_.end(), hash) != added_hashes_.end();
  return known && is_taken(world_, name);
}

void TakenNames::add(const std::string& name) {
  added_hashes_.push_back(hash_of(name));
}

}  // namespace tt::rules
