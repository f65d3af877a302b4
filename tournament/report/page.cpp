// The report as one page: no script, no other file, and a content security policy that allows nothing but its own
// style. Readable in light and in dark, on a phone, and printed.
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tournament/report/report.hpp"
#include "tournament/text.hpp"

namespace tt::tournament::report {
namespace {

using rating::Section;

constexpr std::string_view kStyle =
    ":root{color-scheme:light "
    "dark;--ink:#1c1b19;--paper:#fbfaf7;--card:#fff;--faint:#6d6960;--rule:#e2ded5;--accent:#1f6f8b;"
    "--win:31,111,139;--lose:180,83,42}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#171614;--card:#201f1c;--faint:#a39e94;--rule:#"
    "3a3733;"
    "--accent:#6fc0dc;--win:80,170,205;--lose:215,120,75}}"
    "*{box-sizing:border-box}body{font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
    "max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.35rem;margin:3rem 0 .5rem;padding-top:1rem;"
    "border-top:2px solid var(--ink)}h3{font-size:1.05rem;margin:2rem 0 .4rem}p{margin:.3rem 0 .8rem;max-width:46rem}"
    ".faint{color:var(--faint)}.lead{font-size:1.1rem}nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}header "
    "p{overflow-wrap:anywhere}a{color:var(--accent)}"
    ".wide{overflow-x:auto;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:.4rem .6rem}"
    "table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{padding:.35rem .6rem;text-align:right;"
    "white-space:nowrap;font-variant-numeric:tabular-nums;border-bottom:1px solid var(--rule)}"
    "tbody tr:last-child>*{border-bottom:0}thead "
    "th{color:var(--faint);font-weight:500}th:first-child,td.t,th.t{text-align:left}"
    "tbody th{font-weight:600}.heat td{text-align:center;min-width:2.6rem}.heat th[scope=col]{text-align:center}"
    "abbr{text-decoration:none}.none{color:var(--faint)}svg{display:block;width:100%;max-width:46rem;height:auto}"
    "text{fill:var(--ink);font:14px system-ui,sans-serif}.grid{stroke:var(--rule)}.axis{stroke:var(--faint)}"
    ".span{stroke:var(--accent);stroke-width:3;stroke-linecap:round;opacity:.55}.dot{fill:var(--accent)}"
    "details{margin:.8rem 0}summary{cursor:pointer;font-weight:600;padding:.3rem 0}"
    ".h0{background:rgba(var(--lose),.62)}.h1{background:rgba(var(--lose),.5)}.h2{background:rgba(var(--lose),.38)}"
    ".h3{background:rgba(var(--lose),.26)}.h4{background:rgba(var(--lose),.13)}.h6{background:rgba(var(--win),.13)}"
    ".h7{background:rgba(var(--win),.26)}.h8{background:rgba(var(--win),.38)}.h9{background:rgba(var(--win),.5)}"
    ".h10{background:rgba(var(--win),.62)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem "
    "1.2rem;margin:0}"
    "dt{color:var(--faint)}dd{margin:0}@media(max-width:600px){body{padding-top:1rem}h1{font-size:1.5rem}text{font-"
    "size:17px}}"
    "@media print{details>*{display:block}.wide{overflow:visible}}";

/// The style's hash as a policy names it: nothing else on the page may style it.
std::string style_hash() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(kStyle.data()), kStyle.size());
  std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)> text{};
  sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), sodium_base64_VARIANT_ORIGINAL);
  return std::string("'sha256-") + text.data() + "'";
}

std::string cell(const std::string& text) {
  return "<td>" + html_text(text) + "</td>";
}

std::string half_width(const Estimate& estimate, int places) {
  return std::isfinite(estimate.half_width) ? fixed(estimate.half_width, places) : "?";
}

std::string head(std::initializer_list<const char*> names) {
  std::string html = "<thead><tr>";
  for (const char* name : names) html += std::string("<th scope=\"col\">") + name + "</th>";
  return html + "</tr></thead>";
}

std::string wide(const std::string& table) {
  return "<div class=\"wide\" tabindex=\"0\">" + table + "</div>\n";
}

std::string standings_table(const RolePart& part) {
  std::string html = "<table>" +
                     head({"strategy", "score", "&plusmn; 95 %", "standing %", "&plusmn; 95 %", "wealth %",
                           "livelihood %", "progress %", "leads its role %", "leads all %", "games"}) +
                     "<tbody>";
  for (const Line& line : part.lines)
    html += "<tr><th scope=\"row\">" + html_text(line.strategy) + "</th>" + cell(signed_fixed(line.score.mean, 2)) +
            cell(half_width(line.score, 2)) + cell(fixed(line.standing.mean, 2)) + cell(half_width(line.standing, 2)) +
            cell(fixed(line.wealth, 2)) + cell(fixed(line.livelihood, 2)) + cell(fixed(line.progress, 2)) +
            cell(fixed(100 * line.first_in_role, 1)) + cell(fixed(100 * line.first_of_all, 1)) +
            cell(std::to_string(line.games)) + "</tr>";
  return wide(html + "</tbody></table>");
}

std::string fault_table(const RolePart& part) {
  std::string html = "<table>" + head({"strategy", "orders", "refused", "most often because"}) + "<tbody>";
  for (const Line& line : part.lines) {
    const auto most = std::max_element(line.rejections.begin(), line.rejections.end());
    const auto reason = static_cast<rules::Rejection>(most - line.rejections.begin());
    html += "<tr><th scope=\"row\">" + html_text(line.strategy) + "</th>" + cell(std::to_string(line.orders)) +
            cell(std::to_string(line.refused)) + "<td class=\"t\">" +
            (*most == 0 ? "" : html_text(rules::describe(reason).text)) + "</td></tr>";
  }
  return wide(html + "</tbody></table>");
}

std::string section_table(const Section& section) {
  std::string html = "<table><thead><tr>";
  for (const rating::Column& column : section.columns) html += "<th scope=\"col\">" + html_text(column.title) + "</th>";
  html += "</tr></thead><tbody>";
  for (const auto& row : section.rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool text = std::holds_alternative<std::string>(row[i]);
      html += std::string(i == 0 ? "<th scope=\"row\">"
                          : text ? "<td class=\"t\">"
                                 : "<td>") +
              html_text(rating::cell_text(row[i], section.columns[i])) + (i == 0 ? "</th>" : "</td>");
    }
    html += "</tr>";
  }
  return wide(html + "</tbody></table>");
}

/// Long tables are folded away.
std::string section_part(const Section& section) {
  const std::string note = section.note.empty() ? "" : "<p class=\"faint\">" + html_text(section.note) + "</p>";
  const std::string table = section.rows.empty() ? "" : section_table(section);
  if (section.key == "pairs" || section.key == "differences")
    return "<details><summary>" + html_text(section.title) + ": every pair</summary>" + note + table + "</details>\n";
  return "<h3>" + html_text(section.title) + "</h3>" + note + table;
}

std::string role_part(const RolePart& part, Score score) {
  const std::string name(section_of(part.role));
  std::string html = "<h2 id=\"" + name + "\">" + static_cast<char>(name[0] - 'a' + 'A') + name.substr(1) + "</h2>\n";
  html += "<h3>Standings</h3><p class=\"faint\">" + html_text(describe(score)) +
          " Standing: the share of the laurels the seat ended with, of all seats of the world. Means over worlds, "
          "intervals "
          "by Student&rsquo;s t over worlds.</p>" +
          standings_table(part);
  for (const Section& section : part.sections) {
    if (section.key == "worths") {
      html += "<h3>Rating</h3>" + rating_plot(section) + "<details><summary>The figures</summary>" +
              section_part(section) +
              "</details>\n<h3>Head to head</h3><p class=\"faint\">How often, in per cent, the row ended ahead of the "
              "column. Blue: more often than not.</p>" +
              wide(heat_map(part));
      continue;
    }
    html += section_part(section);
  }
  return html + "<h3>Refused orders</h3>" + fault_table(part);
}

std::string placings_part(const Report& report) {
  if (report.placings.empty()) return "";
  std::string table =
      "<table>" + head({"strategy", "place", "rounds played", "score in all or, knocked out, in its last"}) + "<tbody>";
  std::size_t place = 0;
  for (const Placing& placing : report.placings)
    table += "<tr><th scope=\"row\">" + html_text(placing.strategy) + "</th>" + cell(std::to_string(++place)) +
             cell(std::to_string(placing.rounds)) + cell(signed_fixed(placing.score, 2)) + "</tr>";
  return "<h2 id=\"rounds\">Rounds</h2>" + wide(table + "</tbody></table>");
}

std::string forms_part(const Report& report) {
  std::string html =
      "<h2 id=\"forms\">Balance by form of ownership</h2><p class=\"faint\">Roles start from different means: a "
      "difference in standing is the game&rsquo;s, not the strategies&rsquo;. Against ghosts it is what playing the "
      "role "
      "makes of it.</p>";
  std::string table = "<table>" +
                      head({"form", "seats", "score a seat", "&plusmn; 95 %", "standing a seat %", "&plusmn; 95 %",
                            "leads all %", "if all were alike %"}) +
                      "<tbody>";
  for (const FormLine& form : report.forms)
    table += "<tr><th scope=\"row\">" + std::string(section_of(form.role.role)) + "</th>" +
             cell(std::to_string(form.role.seats)) + cell(signed_fixed(form.score.mean, 2)) +
             cell(half_width(form.score, 2)) + cell(fixed(form.standing.mean, 2)) + cell(half_width(form.standing, 2)) +
             cell(fixed(100 * form.role.wins, 1)) + cell(fixed(100 * form.role.wins_if_alike, 1)) + "</tr>";
  return html + wide(table + "</tbody></table>");
}

std::string matches_part(const Report& report, std::string_view links) {
  std::string html =
      "<h2 id=\"matches\">Matches</h2><p class=\"faint\">" +
      std::string(links.empty() ? "Whoever serves the folder of the tournament (<code>technotariat serve --data "
                                  "FOLDER</code>) has each as a finished world of its name."
                  : links.starts_with('/')
                      ? "Every name opens its world, tick by tick."
                      : "Serve the folder of the tournament (<code>technotariat serve --data FOLDER</code>), "
                        "then every name opens its world.") +
      "</p><details><summary>All " + std::to_string(report.matches.size()) + " matches and their seeds</summary>";
  std::string table = "<table>" + head({"match", "world", "seed", "seat order", "led by"}) + "<tbody>";
  for (const MatchResult& match : report.matches) {
    std::string file = match_file_name(match.block, match.order);
    file.resize(file.size() - std::string_view(".world").size());
    std::string leaders;
    for (const SeatResult& seat : match.seats)
      if (seat.place == 1) leaders += (leaders.empty() ? "" : ", ") + seat.strategy;
    const std::string name = links.empty() ? file : "<a href=\"" + html_text(links) + file + "/town\">" + file + "</a>";
    table += "<tr><td class=\"t\">" + name + "</td>" + cell(std::to_string(match.world)) +
             cell(std::to_string(match.world_seed)) + cell(std::to_string(match.order)) + "<td class=\"t\">" +
             html_text(leaders) + "</td></tr>";
  }
  return html + wide(table + "</tbody></table>") + "</details>\n";
}

/// One sentence a role: who is first, and whether that is clear.
std::string lead(const RolePart& part, Score score) {
  if (part.lines.size() < 2) return "";
  const Line& first = part.lines[0];
  std::string sentence =
      "Among " + std::string(section_of(part.role)) + " <strong>" + html_text(first.strategy) +
      "</strong> is first with " +
      (score == Score::kGhost ? "a score of " + signed_fixed(first.score.mean, 2) + " points a seat against its ghosts"
                              : fixed(first.score.mean, 2) + " % of the laurels a seat");
  for (const Section& section : part.sections)
    if (section.key == "differences")
      for (const auto& row : section.rows)
        if (row[0] == rating::Cell{first.strategy} && row[1] == rating::Cell{part.lines[1].strategy})
          sentence += row[2] == rating::Cell{std::string("clear")}
                          ? ", clearly ahead of " + html_text(part.lines[1].strategy)
                          : "; that it is ahead of " + html_text(part.lines[1].strategy) + " is not certain";
  return "<p class=\"lead\">" + sentence + ".</p>\n";
}

}  // namespace

std::string to_html(const Report& report, std::string_view links) {
  std::string html =
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src " +
      style_hash() + "\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" +
      html_text(report.name) + "</title><style>" + std::string(kStyle) + "</style></head><body>\n<header><h1>" +
      html_text(report.name) + "</h1><p class=\"faint\">A tournament of Technotariat, " + html_text(report.hash) +
      "</p></header>\n<main>\n";
  for (const RolePart& part : report.roles) html += lead(part, report.score);
  html += "<nav aria-label=\"Parts\">";
  for (const RolePart& part : report.roles)
    html += "<a href=\"#" + std::string(section_of(part.role)) + "\">" + std::string(section_of(part.role)) + "</a>";
  html += "<a href=\"#forms\">balance</a><a href=\"#design\">design</a><a href=\"#matches\">matches</a></nav>\n";
  html += placings_part(report);
  for (const RolePart& part : report.roles) html += role_part(part, report.score);
  html += forms_part(report) + "<h2 id=\"design\">Design</h2><dl>";
  for (const auto& [key, value] : report.design)
    html += "<dt>" + html_text(key) + "</dt><dd>" + html_text(value) + "</dd>";
  return html + "</dl>\n" + matches_part(report, links) + "</main></body></html>\n";
}

}  // namespace tt::tournament::report
