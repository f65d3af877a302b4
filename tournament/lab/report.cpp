#include "tournament/lab/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tt::tournament::lab {
namespace {

std::string sign_text(Expect expect) {
  switch (expect) {
    case Expect::kMore:
      return "more";
    case Expect::kLess:
      return "less";
    case Expect::kNothing:
      return "-";
  }
  return "";
}

std::string interval_text(const Finding& f) {
  return std::isfinite(f.low) ? number_text(f.low) + " to " + number_text(f.high) : "one seed: none";
}

std::string effect_text(const Finding& f) {
  return number_text(f.mean) + (f.unit.empty() ? "" : " " + f.unit);
}

/// Columns filled with spaces, counted in code points as terminals do.
std::string padded(const std::string& text, std::size_t width) {
  const auto points = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return text + std::string(points < width ? width - points : 1, ' ');
}

std::string json_text(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

std::string json_number(double value) {
  if (!std::isfinite(value)) return "null";
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

std::string json_numbers(const std::vector<double>& values) {
  std::string out = "[";
  for (const double value : values) out += (out.size() > 1 ? "," : "") + json_number(value);
  return out + "]";
}

std::string levels_text(const Finding& f) {
  return f.paired ? number_text(f.level) + " against " + number_text(f.against) : "";
}

}  // namespace

std::string_view word_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSupported:
      return "supported";
    case Verdict::kContradicted:
      return "contradicted";
    case Verdict::kNoEffect:
      return "no effect seen";
    case Verdict::kUndecided:
      return "undecided";
    case Verdict::kMeasured:
      return "measured";
  }
  return "";
}

Verdict judge(Expect expect, double mean, double low, double high, double smallest) {
  if (std::isnan(mean) || !std::isfinite(low)) return Verdict::kUndecided;
  if (expect == Expect::kNothing) return Verdict::kMeasured;
  if (expect == Expect::kLess) return judge(Expect::kMore, -mean, -high, -low, smallest);
  if (low > 0 && mean >= smallest) return Verdict::kSupported;
  if (high < 0 && mean <= -smallest) return Verdict::kContradicted;
  if (-smallest < low && high < smallest) return Verdict::kNoEffect;
  return Verdict::kUndecided;
}

std::string summary_of(const std::vector<Finding>& findings) {
  constexpr std::array kOrder{Verdict::kSupported, Verdict::kContradicted, Verdict::kNoEffect, Verdict::kUndecided};
  std::size_t claimed = 0;
  for (const Finding& f : findings) claimed += f.expect == Expect::kNothing ? 0 : 1;
  if (claimed == 0) return "measured";
  std::string parts;
  for (const Verdict verdict : kOrder) {
    const auto count = static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) {
      return f.expect != Expect::kNothing && f.verdict == verdict;
    }));
    if (count == claimed) return std::string(word_for(verdict));
    if (count > 0)
      parts += (parts.empty() ? "" : ", ") + std::string(word_for(verdict)) + " in " + std::to_string(count) + " of " +
               std::to_string(claimed);
  }
  return "in part: " + parts;
}

std::string number_text(double value) {
  if (std::isnan(value)) return "none";
  const double size = std::fabs(value);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(),
                size >= 100  ? "%.0f"
                : size >= 10 ? "%.1f"
                : size >= 1  ? "%.2f"
                             : "%.3f",
                value);
  return text.data();
}

std::string to_text(const Report& report) {
  std::string out = report.name + ": " + report.claim + "\n" + report.conditions + "\n\n";
  std::size_t what = 8;
  std::size_t where = 8;
  for (const Finding& f : report.findings) {
    what = std::max(what, f.what.size() + 2);
    where = std::max(where, f.where.size() + 2);
  }
  what = std::min<std::size_t>(what, 46);
  where = std::min<std::size_t>(where, 34);
  for (const Finding& f : report.findings)
    out += "  " + padded(f.what, what) + padded(f.where, where) + padded(effect_text(f), 12) +
           padded("(" + interval_text(f) + ")", 22) + std::string(word_for(f.verdict)) +
           (f.left_out > 0 ? ", " + std::to_string(f.left_out) + " seeds left out" : "") + "\n";
  for (const std::string& note : report.notes) out += "  " + note + "\n";
  out += "\nResult: " + report.summary + "\n";
  if (!report.caveat.empty()) out += "Caveat: " + report.caveat + "\n";
  return out;
}

std::string to_json(const Report& report) {
  std::string out = "{\"name\":" + json_text(report.name) + ",\"claim\":" + json_text(report.claim) +
                    ",\"conditions\":" + json_text(report.conditions) + ",\"summary\":" + json_text(report.summary) +
                    ",\"caveat\":" + json_text(report.caveat) + ",\"findings\":[";
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& f = report.findings[i];
    out += std::string(i > 0 ? "," : "") + "{\"what\":" + json_text(f.what) + ",\"where\":" + json_text(f.where) +
           ",\"unit\":" + json_text(f.unit) + ",\"claimed\":" + json_text(sign_text(f.expect)) +
           ",\"smallest\":" + json_number(f.smallest) + ",\"mean\":" + json_number(f.mean) +
           ",\"low\":" + json_number(f.low) + ",\"high\":" + json_number(f.high) +
           ",\"level\":" + json_number(f.level) + ",\"against\":" + (f.paired ? json_number(f.against) : "null") +
           ",\"seeds\":" + std::to_string(f.seeds) + ",\"left_out\":" + std::to_string(f.left_out) +
           ",\"verdict\":" + json_text(std::string(word_for(f.verdict))) +
           ",\"differences\":" + json_numbers(f.differences) + "}";
  }
  out += "],\"notes\":[";
  for (std::size_t i = 0; i < report.notes.size(); ++i) out += (i > 0 ? "," : "") + json_text(report.notes[i]);
  return out + "]}\n";
}

std::string to_markdown(const Report& report) {
  std::string out =
      "## " + report.name + "\n\n" + report.claim + "\n\n**" + report.summary + ".** " + report.conditions + "\n\n";
  if (!report.findings.empty())
    out +=
        "| what | arms | claimed | effect | 95 % interval | levels | seeds | verdict "
        "|\n|---|---|---|---|---|---|---|---|\n";
  for (const Finding& f : report.findings)
    out += "| " + f.what + " | " + f.where + " | " + sign_text(f.expect) +
           (f.expect == Expect::kNothing ? "" : ", by " + number_text(f.smallest) + " or more") + " | " +
           effect_text(f) + " | " + interval_text(f) + " | " + levels_text(f) + " | " + std::to_string(f.seeds) +
           " | " + std::string(word_for(f.verdict)) + " |\n";
  if (!report.findings.empty()) out += "\n";
  for (const std::string& note : report.notes) out += "- " + note + "\n";
  if (!report.notes.empty()) out += "\n";
  if (!report.caveat.empty()) out += "Caveat: " + report.caveat + "\n\n";
  return out;
}

}  // namespace tt::tournament::lab
