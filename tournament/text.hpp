// Figures and names as text, printed by one function each, so that the same results give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tt::tournament {

/// "1.50": so many decimal places.
[[nodiscard]] std::string fixed(double value, int places);
/// The same with a plus before what is not below zero.
[[nodiscard]] std::string signed_fixed(double value, int places);

/// "1 match", "2 matches".
[[nodiscard]] std::string counted(std::uint64_t count, const char* one, const char* many);

/// JSON: six decimal places; null for what is infinite or no number.
[[nodiscard]] std::string json_number(double value);
/// JSON, in quotes.
[[nodiscard]] std::string json_text(std::string_view text);
/// What may stand between tags and in attributes of HTML.
[[nodiscard]] std::string html_text(std::string_view text);

/// Rows of cells as aligned text. The first columns to the left, the others to the right; as wide as the widest cell.
class Columns {
 public:
  explicit Columns(std::vector<std::string> head) { rows_.push_back(std::move(head)); }

  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] std::string text(std::size_t to_the_left) const;

 private:
  std::vector<std::vector<std::string>> rows_;
  [[nodiscard]] std::size_t width(std::size_t column) const;
};

}  // namespace tt::tournament
