// Formats in rounds, Swiss and knockout: more strategies than a table has seats, and who meets whom next follows from
// what the finished rounds brought, and from nothing else.
//
// Swiss: every round seats players of like score together, preferring those who have not met. Those left over when the
// tables are full sit the round out, whoever did so least. Knockout: the first of every table go on, spread so that the
// strong meet late; those left over go on without playing. The last table is filled with the best of those just out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tournament/match_result.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {

/// How far one strategy came.
struct Placing {
  std::string strategy;
  std::uint32_t rounds = 0;  ///< took part in
  double score = 0;          ///< mean: Swiss of all rounds, knockout of its last; points of per cent
};

class Rounds {
 public:
  /// Where a block stands.
  struct Block {
    std::uint32_t world = 0;
    std::uint32_t table = 0;
    const std::vector<std::size_t>* players = nullptr;  ///< by position: numbers in the field's list
  };

  /// `spec.format` is Swiss or knockout.
  explicit Rounds(const Spec& spec);

  [[nodiscard]] rules::Role role() const { return role_; }
  [[nodiscard]] std::uint32_t rounds() const { return static_cast<std::uint32_t>(blocks_by_round_.size()); }
  [[nodiscard]] std::uint64_t tables() const { return drawn_.front().size(); }  ///< of the first round
  [[nodiscard]] std::uint64_t blocks() const;                                   ///< of all rounds
  [[nodiscard]] std::uint64_t known_blocks() const;                             ///< of the rounds that are drawn
  [[nodiscard]] Block block(std::uint64_t number) const;

  /// The next match, in the order of the schedule.
  void take_in(const MatchResult& match);
  /// Best first.
  [[nodiscard]] std::vector<Placing> placings() const;

 private:
  using Table = std::vector<std::size_t>;
  struct Mean {
    std::int64_t sum = 0;  ///< of scores, bp
    std::int64_t games = 0;
  };
  struct Player {
    Mean all;
    Mean round;  ///< of the last round played
    std::uint32_t draw = 0;
    std::uint32_t byes = 0;
    std::uint32_t reached = 0;  ///< rounds begun while still in
    std::uint32_t played = 0;
  };

  const Spec& spec_;
  rules::Role role_ = rules::Role::kCapitalist;
  std::size_t seats_ = 0;
  std::vector<Player> players_;
  std::vector<std::vector<std::uint32_t>> met_;  ///< tables shared
  std::vector<std::uint64_t> blocks_by_round_;
  std::vector<std::vector<Table>> drawn_;  ///< tables by round
  std::vector<std::size_t> waiting_;       ///< knockout: go on without playing this round
  std::uint64_t taken_in_ = 0;             ///< matches

  void plan_rounds();
  void seat_round(std::vector<std::size_t> ranked);
  void draw_swiss();
  void draw_knockout();
  [[nodiscard]] Table swiss_table(std::vector<std::size_t>& pool) const;
  [[nodiscard]] std::vector<std::size_t> sitting_out(const std::vector<std::size_t>& ranked) const;
  [[nodiscard]] std::vector<std::size_t> winners() const;
  void begin(std::vector<Table> tables);
  [[nodiscard]] bool ahead(Mean Player::*of, std::size_t a, std::size_t b) const;
  void sort(Mean Player::*of, std::vector<std::size_t>& players) const;
};

}  // namespace tt::tournament
