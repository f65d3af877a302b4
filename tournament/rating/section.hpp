// A table of figures with a title and a sentence that reads it: computed once, then told as text, JSON or HTML.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tt::tournament::rating {

using Cell = std::variant<std::string, double, std::int64_t>;

struct Column {
  std::string key;    ///< in JSON
  std::string title;  ///< for people
  int places = 2;     ///< decimal, of doubles for people
};

struct Section {
  std::string key;
  std::string title;
  std::string note;  ///< sentences; may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< as many cells as columns
};

/// Infinite widths and what is no number are "?".
[[nodiscard]] std::string cell_text(const Cell& cell, const Column& column);
[[nodiscard]] std::string to_text(const std::vector<Section>& sections);
/// {"KEY":{"title":…,"note":…,"rows":[{…},…]},…}
[[nodiscard]] std::string to_json(const std::vector<Section>& sections);

}  // namespace tt::tournament::rating
