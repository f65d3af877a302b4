#include <algorithm>
#include <cmath>

#include "tournament/rating/pairs.hpp"
#include "tournament/report/report.hpp"
#include "tournament/text.hpp"

namespace tt::tournament::report {
namespace {

constexpr double kWidth = 640;
constexpr double kNames = 170;
constexpr double kRow = 30;
constexpr int kShades = 10;

double number(const rating::Cell& cell) {
  const double value = std::get<double>(cell);
  return std::isfinite(value) ? value : 0;
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
  return std::string("<line class=\"") + kind + "\" x1=\"" + fixed(x1, 1) + "\" y1=\"" + fixed(y1, 1) + "\" x2=\"" +
         fixed(x2, 1) + "\" y2=\"" + fixed(y2, 1) + "\"/>";
}

std::string words(double x, double y, const char* anchor, const std::string& text) {
  return "<text x=\"" + fixed(x, 1) + "\" y=\"" + fixed(y, 1) + "\" text-anchor=\"" + anchor + "\">" + html_text(text) +
         "</text>";
}

}  // namespace

std::string rating_plot(const rating::Section& worths) {
  if (worths.rows.empty()) return "";
  double low = 0;
  double high = 0;
  for (const auto& row : worths.rows) {  // columns 5 and 6: Elo and half of its interval
    low = std::min(low, number(row[5]) - number(row[6]));
    high = std::max(high, number(row[5]) + number(row[6]));
  }
  const double margin = std::max(10.0, 0.05 * (high - low));
  low -= margin;
  high += margin;
  const auto x = [&](double elo) { return kNames + (elo - low) / (high - low) * (kWidth - kNames - 20); };
  const double height = kRow * static_cast<double>(worths.rows.size()) + 34;
  std::string svg =
      "<svg viewBox=\"0 0 " + fixed(kWidth, 0) + " " + fixed(height, 0) +
      "\" role=\"img\" aria-label=\"Ratings on the Elo scale with their intervals; the table below has the figures\">";
  double step = 10;
  for (const double wider : {20, 50, 100, 200, 400, 1000})
    if ((high - low) / step > 8) step = wider;
  for (double tick = std::ceil(low / step) * step; tick <= high; tick += step) {
    svg += line(x(tick), 6, x(tick), height - 28, tick == 0 ? "axis" : "grid");
    svg += words(x(tick), height - 10, "middle", tick == 0 ? "0 Elo" : signed_fixed(tick, 0));
  }
  double y = 6 + kRow / 2;
  for (const auto& row : worths.rows) {
    const double elo = number(row[5]);
    const double half = number(row[6]);
    svg += words(kNames - 14, y + 5, "end", std::get<std::string>(row[0]));
    svg += line(x(elo - half), y, x(elo + half), y, "span");
    svg += "<circle class=\"dot\" r=\"5\" cx=\"" + fixed(x(elo), 1) + "\" cy=\"" + fixed(y, 1) + "\"/>";
    y += kRow;
  }
  return svg + "</svg>";
}

std::string heat_map(const RolePart& part) {
  const rating::Pairs pairs(part.games);
  const auto number_of = [&](const std::string& name) {
    const auto& names = part.games.strategies;
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  std::string html = "<table class=\"heat\"><thead><tr><td></td>";
  for (std::size_t i = 0; i < part.lines.size(); ++i)
    html += "<th scope=\"col\"><abbr title=\"" + html_text(part.lines[i].strategy) + "\">" + std::to_string(i + 1) +
            "</abbr></th>";
  html += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    html += "<tr><th scope=\"row\">" + std::to_string(i + 1) + " " + html_text(part.lines[i].strategy) + "</th>";
    for (std::size_t j = 0; j < part.lines.size(); ++j) {
      const std::size_t a = number_of(part.lines[i].strategy);
      const std::size_t b = number_of(part.lines[j].strategy);
      if (i == j || pairs.played(a, b) == 0) {
        html += "<td class=\"none\">&middot;</td>";
        continue;
      }
      const double share = pairs.share(a, b);
      const rating::Interval interval = rating::wilson(pairs.won(a, b), pairs.played(a, b), kConfidence);
      html += "<td class=\"h" + std::to_string(static_cast<int>(std::lround(share * kShades))) + "\" title=\"" +
              html_text(part.lines[i].strategy) + " ahead of " + html_text(part.lines[j].strategy) + ": " +
              fixed(pairs.won(a, b), 1) + " of " + fixed(pairs.played(a, b), 0) + ", interval " +
              fixed(100 * interval.low, 0) + " to " + fixed(100 * interval.high, 0) + " %\">" + fixed(100 * share, 0) +
              "</td>";
    }
    html += "</tr>";
  }
  return html + "</tbody></table>";
}

}  // namespace tt::tournament::report
