#include "tournament/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tt::tournament {

std::string fixed(double value, int places) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, value);
  return text.data();
}

std::string signed_fixed(double value, int places) {
  return (value >= 0 ? "+" : "") + fixed(value, places);
}

std::string counted(std::uint64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string json_number(double value) {
  return std::isfinite(value) ? fixed(value, 6) : "null";
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
      continue;
    }
    std::array<char, 8> escaped{};
    std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
    out += escaped.data();
  }
  return out + '"';
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string Columns::text(std::size_t to_the_left) const {
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(width(i) - row[i].size(), ' ');
      line += i == 0 ? "  " : "   ";
      line += i < to_the_left ? row[i] + padding : padding + row[i];
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::size_t Columns::width(std::size_t column) const {
  std::size_t most = 0;
  for (const auto& row : rows_) most = std::max(most, row[column].size());
  return most;
}

}  // namespace tt::tournament
