// Ranked games taken apart into choices: which sets were chosen from, how often, and who was chosen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tournament/rating/games.hpp"

namespace tt::tournament::rating {

/// Members [begin, end) of ChoiceList::members.
struct Choice {
  std::size_t begin = 0;
  std::size_t end = 0;
  double weight = 1;  ///< below one where orders are averaged
};

struct Chooser {
  std::uint32_t strategy = 0;
  std::uint32_t seat = 0;
  double chosen = 0;  ///< how often
};

/// One game's part: choosers [chooser_begin, chooser_end), choices likewise.
struct GameChoices {
  std::uint32_t cluster = 0;
  std::size_t chooser_begin = 0, chooser_end = 0;
  std::size_t choice_begin = 0, choice_end = 0;
};

struct ChoiceList {
  std::vector<Chooser> choosers;
  std::vector<std::uint32_t> members;  ///< indices of choosers
  std::vector<Choice> choices;
  std::vector<GameChoices> games;
};

[[nodiscard]] ChoiceList choices_of(const Games& games);

}  // namespace tt::tournament::rating
