// Who has a rating on a ladder, in the order of the standings. In memory, as the file has it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/ladder/ladder_file.hpp"

namespace tt::server {

class LadderRoll {
 public:
  void set(std::vector<LadderPlayer> players);
  void put(const LadderPlayer& player);
  /// Guests without an account who last played before that moment.
  void expire(std::uint64_t before_ms);
  void forget(std::uint64_t guest);

  [[nodiscard]] std::size_t size() const { return players_.size(); }
  /// A newcomer's for whoever is not on it.
  [[nodiscard]] Skill skill_of(const Contender& who) const;
  /// Names of bots of this account that have a rating.
  [[nodiscard]] std::vector<std::string> bots_of(std::uint64_t guest) const;
  /// Of people and bots without an account.
  [[nodiscard]] std::vector<std::uint64_t> unclaimed() const;
  /// By what the rating is at least, the best first; of equals those of more games.
  [[nodiscard]] const std::vector<const LadderPlayer*>& standings() const;

 private:
  std::map<Contender, LadderPlayer> players_;
  mutable std::vector<const LadderPlayer*> order_;  ///< empty: to be worked out anew
};

}  // namespace tt::server
