#include "server/world/name_book.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "protocol/limits.hpp"
#include "server/chance.hpp"
#include "server/lobby/names.hpp"

namespace tt::server {
namespace {

/// Numbers that are tried in turn; a crowd of one name draws theirs, of more digits the larger it is.
constexpr std::uint32_t kCounted = 9;
constexpr std::uint32_t kShortDraws = 50;

std::uint32_t number_of(std::uint32_t attempt) {
  if (attempt <= kCounted) return attempt;
  return 1'000 + random_below(attempt <= kShortDraws ? 9'000 : 90'000'000);
}

/// The name with the number behind it, cut to what a name may have.
std::string numbered(const std::string& name, std::uint32_t number) {
  const std::string end = ' ' + std::to_string(number);
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  std::size_t room = protocol::kDisplayNameCharsMax - end.size();
  std::size_t bytes = 0;
  for (; bytes < name.size(); ++bytes)
    if (begins(name[bytes]) && room-- == 0) break;
  std::string made = name.substr(0, bytes);
  while (!made.empty() && made.back() == ' ') made.pop_back();
  return made + end;
}

}  // namespace

void NameBook::keep(std::uint64_t who, const std::string& name) {
  for (std::string& look : looks_of(name))
    if (by_look_.try_emplace(look, who).second) looks_[who].push_back(std::move(look));
}

void NameBook::let_go(std::uint64_t who) {
  const auto mine = looks_.find(who);
  if (mine == looks_.end()) return;
  for (const std::string& look : mine->second) by_look_.erase(look);
  looks_.erase(mine);
}

bool NameBook::is_free(const std::string& name, std::uint64_t who) const {
  const std::vector<std::string> looks = looks_of(name);
  return std::all_of(looks.begin(), looks.end(), [&](const std::string& look) {
    const auto at = by_look_.find(look);
    return at == by_look_.end() || at->second == who;
  });
}

std::string NameBook::call(std::uint64_t who, const std::string& name) {
  let_go(who);
  std::string called = name;
  for (std::uint32_t attempt = 2; !is_free(called, who); ++attempt) called = numbered(name, number_of(attempt));
  keep(who, called);
  return called;
}

}  // namespace tt::server
