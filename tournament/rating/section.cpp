#include "tournament/rating/section.hpp"

#include <algorithm>
#include <cmath>

#include "tournament/text.hpp"

namespace tt::tournament::rating {
namespace {

std::string json_of(const Cell& cell) {
  if (const auto* const text = std::get_if<std::string>(&cell)) return json_text(*text);
  if (const auto* const number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return json_number(std::get<double>(cell));
}

/// Columns of text come first; the others stand to the right.
std::size_t text_columns(const Section& section) {
  if (section.rows.empty()) return section.columns.size();
  const auto& row = section.rows.front();
  const auto first =
      std::find_if(row.begin(), row.end(), [](const Cell& cell) { return !std::holds_alternative<std::string>(cell); });
  return static_cast<std::size_t>(first - row.begin());
}

}  // namespace

std::string cell_text(const Cell& cell, const Column& column) {
  if (const auto* const text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* const number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  const double value = std::get<double>(cell);
  return std::isfinite(value) ? fixed(value, column.places) : "?";
}

std::string to_text(const std::vector<Section>& sections) {
  std::string out;
  for (const Section& section : sections) {
    out += (out.empty() ? "" : "\n") + section.title + "\n";
    if (!section.note.empty()) out += "  " + section.note + "\n";
    if (section.columns.empty()) continue;
    std::vector<std::string> head;
    for (const Column& column : section.columns) head.push_back(column.title);
    Columns columns(head);
    for (const auto& row : section.rows) {
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(cell_text(row[i], section.columns[i]));
      columns.add(std::move(cells));
    }
    out += columns.text(text_columns(section));
  }
  return out;
}

std::string to_json(const std::vector<Section>& sections) {
  std::string out;
  for (const Section& section : sections) {
    std::string rows;
    for (const auto& row : section.rows) {
      std::string cells;
      for (std::size_t i = 0; i < row.size(); ++i)
        cells += (i == 0 ? "" : ",") + json_text(section.columns[i].key) + ":" + json_of(row[i]);
      rows += (rows.empty() ? "{" : ",{") + cells + "}";
    }
    out += (out.empty() ? "" : ",") + json_text(section.key) + ":{\"title\":" + json_text(section.title) +
           ",\"note\":" + json_text(section.note) + ",\"rows\":[" + rows + "]}";
  }
  return "{" + out + "}\n";
}

}  // namespace tt::tournament::rating
