// What people are called in one world, so that no two names there look alike.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tt::server {

class NameBook {
 public:
  /// Whose the names of bots are: nobody's else, for good.
  static constexpr std::uint64_t kBots = 0;

  /// From here on nobody else is called anything that looks like it. Where somebody already is, as in worlds of before
  /// there was a book, both keep their names.
  void keep(std::uint64_t who, const std::string& name);
  void let_go(std::uint64_t who);
  [[nodiscard]] bool is_free(const std::string& name, std::uint64_t who) const;
  /// The name if it is free, and else it with a number behind it: kept in place of what they were called before.
  std::string call(std::uint64_t who, const std::string& name);

 private:
  std::unordered_map<std::string, std::uint64_t> by_look_;
  std::unordered_map<std::uint64_t, std::vector<std::string>> looks_;  ///< those that are theirs in `by_look_`
};

}  // namespace tt::server
