// The report as one page: no script, no other file, readable in light and in dark.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tournament/lab/report.hpp"

namespace tt::tournament::lab {
namespace {

constexpr double kWidth = 640;
constexpr double kHeight = 220;
constexpr double kLeft = 56;
constexpr double kBottom = 24;

constexpr char kStyle[] =
    "<style>:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fbfaf7;--faint:#8a867d;--rule:#dcd8cf;"
    "--c0:#1f6f8b;--c1:#b4532a;--c2:#4d7c31;--c3:#7a4b9c;--c4:#a08016}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#191816;--faint:#98938a;--rule:#3a3733;"
    "--c0:#6fc0dc;--c1:#e8946a;--c2:#9ccf78;--c3:#c79be6;--c4:#dcc065}}"
    "body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.4rem}table{border-collapse:collapse;width:100%;font-size:.9rem}"
    "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--rule);vertical-align:top}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}svg{width:100%;height:auto}"
    "text{fill:var(--ink);font:12px system-ui,sans-serif}.faint{color:var(--faint)}.grid{stroke:var(--rule)}"
    "figure{margin:1.5rem 0}figcaption{font-weight:600}.wide{overflow-x:auto}</style>";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string coordinate(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

struct Scale {
  double low = 0;
  double high = 1;
  [[nodiscard]] double place(double value, double from, double to) const {
    return from + (value - low) / (high - low) * (to - from);
  }
};

Scale spanning(double low, double high) {
  if (!(low < high)) return {low - 1, low + 1};
  const double margin = (high - low) * 0.06;
  return {low - margin, high + margin};
}

std::string colour(std::size_t i) {
  return "var(--c" + std::to_string(i % 5) + ")";
}

std::string text_at(double x, double y, const std::string& anchor, const std::string& text) {
  return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor + "\">" +
         escaped(text) + "</text>";
}

std::string line_at(double x1, double y1, double x2, double y2, const std::string& stroke, const std::string& width) {
  return "<line x1=\"" + coordinate(x1) + "\" y1=\"" + coordinate(y1) + "\" x2=\"" + coordinate(x2) + "\" y2=\"" +
         coordinate(y2) + "\" stroke=\"" + stroke + "\" stroke-width=\"" + width + "\"/>";
}

/// A curve an arm; where a value is missing the pen is lifted.
std::string curves(const Chart& chart) {
  double low = INFINITY;
  double high = -INFINITY;
  for (const Chart::Line& line : chart.lines)
    for (const double value : line.values)
      if (std::isfinite(value)) {
        low = std::min(low, value);
        high = std::max(high, value);
      }
  if (chart.ticks.empty() || !std::isfinite(low)) return "";
  const Scale y = spanning(low, high);
  const Scale x{0, static_cast<double>(chart.ticks.back())};
  const double floor = kHeight - kBottom;
  std::string svg = "<svg viewBox=\"0 0 " + coordinate(kWidth) + " " + coordinate(kHeight) +
                    "\" role=\"img\" aria-label=\"" + escaped(chart.title) + "\">";
  for (int i = 0; i <= 4; ++i) {
    const double value = y.low + (y.high - y.low) * i / 4;
    const double at = y.place(value, floor, 6);
    svg += line_at(kLeft, at, kWidth, at, "var(--rule)", "1") + text_at(kLeft - 6, at + 4, "end", number_text(value));
  }
  svg += text_at(kLeft, kHeight - 6, "start", "tick 0") +
         text_at(kWidth, kHeight - 6, "end", std::to_string(chart.ticks.back()));
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    std::string path;
    bool drawing = false;
    for (std::size_t p = 0; p < chart.ticks.size(); ++p) {
      const double value = chart.lines[i].values[p];
      if (!std::isfinite(value)) {
        drawing = false;
        continue;
      }
      path += (drawing ? "L" : "M") + coordinate(x.place(chart.ticks[p], kLeft, kWidth)) + " " +
              coordinate(y.place(value, floor, 6));
      drawing = true;
    }
    svg += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour(i) + "\" stroke-width=\"2\"/>";
  }
  return svg + "</svg>";
}

/// The effect of each seed as a dot, the mean and its interval as a bar.
std::string dots(const Finding& f) {
  constexpr double kRow = 44;
  double low = std::min(0.0, f.mean);
  double high = std::max(0.0, f.mean);
  for (const double d : f.differences) {
    low = std::min(low, d);
    high = std::max(high, d);
  }
  const Scale x = spanning(low, high);
  const auto at = [&](double value) { return x.place(value, 4, 316); };
  std::string svg = "<svg viewBox=\"0 0 320 " + coordinate(kRow) + "\" role=\"img\" aria-label=\"" + escaped(f.what) +
                    " by seed\">" + line_at(at(0), 4, at(0), kRow - 14, "var(--faint)", "1") +
                    text_at(at(0), kRow - 2, "middle", "0");
  for (const double d : f.differences)
    svg += "<circle cx=\"" + coordinate(at(d)) + "\" cy=\"12\" r=\"3\" fill=\"var(--c0)\" fill-opacity=\".45\"/>";
  if (std::isfinite(f.low))
    svg += line_at(at(std::max(f.low, x.low)), 24, at(std::min(f.high, x.high)), 24, "var(--c1)", "3") +
           "<circle cx=\"" + coordinate(at(f.mean)) + "\" cy=\"24\" r=\"4\" fill=\"var(--c1)\"/>";
  return svg + "</svg>";
}

std::string row_of(const Finding& f) {
  const std::string unit = f.unit.empty() ? "" : " " + f.unit;
  const std::string interval = std::isfinite(f.low) ? number_text(f.low) + " to " + number_text(f.high) : "";
  const std::string levels = f.paired ? number_text(f.level) + " against " + number_text(f.against) : "";
  std::string claimed = "nothing";
  if (f.expect != Expect::kNothing)
    claimed = (f.expect == Expect::kMore ? "more, by " : "less, by ") + number_text(f.smallest) + " at least";
  return "<tr><td>" + escaped(f.what) + "<br><span class=\"faint\">" + escaped(f.where) +
         "</span></td><td class=\"n\">" + escaped(number_text(f.mean) + unit) + "<br><span class=\"faint\">" +
         interval + "</span></td><td class=\"n\">" + levels + "</td><td>" + claimed + "</td><td>" +
         std::string(word_for(f.verdict)) + "</td><td>" + dots(f) + "</td></tr>\n";
}

}  // namespace

std::string to_html(const Report& report) {
  std::string page =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>" +
      escaped(report.name) + "</title>" + kStyle + "</head><body><h1>" + escaped(report.claim) + "</h1><p><strong>" +
      escaped(report.summary) + ".</strong></p><p class=\"faint\">" + escaped(report.conditions) + "</p>\n";
  if (!report.findings.empty()) {
    page +=
        "<div class=\"wide\"><table><thead><tr><th>what</th><th>effect, 95 %</th><th>levels</th><th>claimed</th>"
        "<th>verdict</th><th>by seed</th></tr></thead><tbody>\n";
    for (const Finding& f : report.findings) page += row_of(f);
    page += "</tbody></table></div>\n";
  }
  for (const std::string& note : report.notes) page += "<p>" + escaped(note) + "</p>\n";
  if (!report.caveat.empty()) page += "<p><strong>Caveat.</strong> " + escaped(report.caveat) + "</p>\n";
  for (const Chart& chart : report.charts) {
    page += "<figure><figcaption>" + escaped(chart.title) + "</figcaption><p>";
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
      page += "<span style=\"color:" + colour(i) + "\">\u25A0</span> " + escaped(chart.lines[i].name) + "&ensp;";
    page += "</p>" + curves(chart) + "</figure>\n";
  }
  return page + "</body></html>\n";
}

}  // namespace tt::tournament::lab
