#include "tournament/rating/results_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "rules/core/nearest.hpp"
#include "tournament/rating/plackett_luce.hpp"

namespace tt::tournament::rating {
namespace {

using persistence::Failure;
using persistence::Result;

constexpr std::array<std::string_view, 6> kColumns{"match", "seed", "seat", "strategy", "rank", "score"};
enum Column : std::size_t { kMatch, kSeed, kSeat, kStrategy, kRank, kScore };

/// The lines of a file, one after the other, cut into fields; keeps the first complaint.
class Lines {
 public:
  Lines(std::string_view text, const std::filesystem::path& path) : rest_(text), path_(path) {}

  /// The fields of the next line that is not empty; false at the end.
  bool next(std::vector<std::string_view>& fields) {
    while (!rest_.empty() && !complaint_) {
      ++number_;
      const std::size_t end = rest_.find('\n');
      std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      if (line.find('"') != std::string_view::npos)
        return complain("There is a quote in this line.", "Write fields without quotes and commas.");
      fields.clear();
      for (std::size_t at = 0; at <= line.size();) {
        const std::size_t comma = std::min(line.find(',', at), line.size());
        fields.push_back(line.substr(at, comma - at));
        at = comma + 1;
      }
      return true;
    }
    return false;
  }

  bool complain(std::string what, std::string remedy) {
    if (!complaint_)
      complaint_ = Failure{std::move(what), path_.string() + ":" + std::to_string(number_), std::move(remedy)};
    return false;
  }
  [[nodiscard]] const std::optional<Failure>& complaint() const { return complaint_; }

 private:
  std::string_view rest_;
  std::filesystem::path path_;
  std::size_t number_ = 0;
  std::optional<Failure> complaint_;
};

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Numbers names in the order in which they come.
class Names {
 public:
  std::uint32_t number(std::string_view name) {
    const auto [at, added] = numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(list_.size()));
    if (added) list_.emplace_back(name);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string> list_;
};

class GamesReader {
 public:
  GamesReader(Lines& lines, const std::vector<std::string_view>& head) : lines_(lines) {
    for (std::size_t i = 0; i < head.size(); ++i) take_column(head[i], i);
    for (const Column needed : {kMatch, kSeed, kSeat, kStrategy})
      if (!places_[needed]) lines.complain("The column '" + std::string(kColumns[needed]) + "' is missing.", kRemedy);
    if (!places_[kRank] && !places_[kScore]) lines.complain("There is neither a column 'rank' nor 'score'.", kRemedy);
    width_ = head.size();
    games_.scored = places_[kScore].has_value();
  }

  Result<ResultsFile> read() {
    std::vector<std::string_view> fields;
    while (!lines_.complaint() && lines_.next(fields)) add(fields);
    if (!lines_.complaint() && games_.games.empty()) lines_.complain("There is no game in it.", kRemedy);
    for (std::size_t i = 0; i < games_.games.size() && !lines_.complaint(); ++i) finish(i);
    if (lines_.complaint()) return *lines_.complaint();
    games_.strategies = strategies_.list();
    games_.seats = seats_.list();
    games_.clusters = static_cast<std::uint32_t>(seeds_.list().size());
    return ResultsFile{std::move(games_)};
  }

 private:
  static constexpr const char* kRemedy =
      "The first line is match,seed,seat,strategy,rank or …,score; a row an entrant.";
  Lines& lines_;
  std::array<std::optional<std::size_t>, kColumns.size()> places_;
  std::size_t width_ = 0;
  Names matches_;
  Names seeds_;
  Names seats_;
  Names strategies_;
  Games games_;

  void take_column(std::string_view name, std::size_t place) {
    const auto known = std::find(kColumns.begin(), kColumns.end(), name);
    if (known == kColumns.end()) {
      lines_.complain("There is no column '" + std::string(name) + "' in such files.",
                      "Did you mean '" + std::string(rules::nearest(name, kColumns)) + "'?");
      return;
    }
    auto& kept = places_[static_cast<std::size_t>(known - kColumns.begin())];
    if (kept) lines_.complain("The column '" + std::string(name) + "' is there twice.", "Leave one out.");
    kept = place;
  }

  void add(const std::vector<std::string_view>& fields) {
    if (fields.size() != width_) {
      lines_.complain(
          "This line has " + std::to_string(fields.size()) + " fields, the first line " + std::to_string(width_) + ".",
          "Give every line as many fields as there are columns.");
      return;
    }
    for (const Column column : {kMatch, kSeed, kSeat, kStrategy})
      if (fields[*places_[column]].empty()) {
        lines_.complain("The " + std::string(kColumns[column]) + " is empty.", "Write one.");
        return;
      }
    Entrant entrant{strategies_.number(fields[*places_[kStrategy]]), seats_.number(fields[*places_[kSeat]])};
    if (strategies_.list().size() > kStrategiesMost)
      lines_.complain("That are too many strategies.",
                      "Rate at most " + std::to_string(kStrategiesMost) + " at a time.");
    if (!read_rank(fields, entrant) || !read_score(fields, entrant)) return;
    put(fields, entrant);
  }

  bool read_rank(const std::vector<std::string_view>& fields, Entrant& entrant) {
    if (!places_[kRank]) return true;
    const auto rank = number_of<std::uint32_t>(fields[*places_[kRank]]);
    if (!rank || *rank < 1)
      return lines_.complain("The rank '" + std::string(fields[*places_[kRank]]) + "' is no whole number from 1.",
                             "Write 1 for the best; equal ranks are ties.");
    entrant.rank = *rank;
    return true;
  }

  bool read_score(const std::vector<std::string_view>& fields, Entrant& entrant) {
    if (!places_[kScore]) return true;
    const auto score = number_of<double>(fields[*places_[kScore]]);
    if (!score || !std::isfinite(*score))
      return lines_.complain("The score '" + std::string(fields[*places_[kScore]]) + "' is no number.",
                             "Write one such as 12.5; more is better.");
    entrant.score = *score;
    return true;
  }

  void put(const std::vector<std::string_view>& fields, const Entrant& entrant) {
    const std::uint32_t match = matches_.number(fields[*places_[kMatch]]);
    const std::uint32_t seed = seeds_.number(fields[*places_[kSeed]]);
    if (match == games_.games.size()) games_.games.push_back({seed, {}});
    Game& game = games_.games[match];
    if (game.cluster != seed)
      lines_.complain("Match '" + matches_.list()[match] + "' had another seed before.", "A match has one seed.");
    for (const Entrant& other : game.entrants)
      if (other.seat == entrant.seat)
        lines_.complain(
            "Seat '" + seats_.list()[entrant.seat] + "' is taken twice in match '" + matches_.list()[match] + "'.",
            "Give every entrant of a match a seat of its own.");
    game.entrants.push_back(entrant);
  }

  /// Ranks of scores where there are no ranks, and what concerns a whole match.
  void finish(std::size_t index) {
    std::vector<Entrant>& entrants = games_.games[index].entrants;
    const std::string name = "Match '" + matches_.list()[index] + "' ";
    if (entrants.size() < 2) lines_.complain(name + "has only one entrant.", "Leave it out, or add the others.");
    if (!places_[kRank])
      for (Entrant& entrant : entrants)
        entrant.rank =
            1 + static_cast<std::uint32_t>(std::count_if(entrants.begin(), entrants.end(),
                                                         [&](const Entrant& o) { return o.score > entrant.score; }));
    for (const Entrant& entrant : entrants) {
      const auto tied = std::count_if(entrants.begin(), entrants.end(),
                                      [&](const Entrant& other) { return other.rank == entrant.rank; });
      if (static_cast<std::size_t>(tied) > kTiedMost)
        lines_.complain(name + "has " + std::to_string(tied) + " entrants on one rank.",
                        "At most " + std::to_string(kTiedMost) + " may share one.");
    }
  }
};

Result<ResultsFile> read_payoffs(Lines& lines, const std::vector<std::string_view>& head) {
  PayoffTable table;
  for (std::size_t i = 1; i < head.size(); ++i) table.strategies.emplace_back(head[i]);
  const std::size_t n = table.strategies.size();
  if (n < 2 || n > kStrategiesMost)
    lines.complain("A payoff table has 2 to " + std::to_string(kStrategiesMost) + " strategies.", "Write payoff,A,B,…");
  table.payoff = Matrix(n, n);
  std::vector<std::string_view> fields;
  std::size_t row = 0;
  for (; !lines.complaint() && lines.next(fields); ++row) {
    if (row >= n || fields.size() != n + 1 || fields[0] != table.strategies[row]) {
      lines.complain(
          "Here the row of '" + (row < n ? table.strategies[row] : std::string("nobody")) + "' was due.",
          "Write a row a strategy, in the order of the first line: its name, then what it gets against each.");
      break;
    }
    for (std::size_t j = 0; j < n; ++j) {
      const auto value = number_of<double>(fields[j + 1]);
      if (!value || !std::isfinite(*value))
        lines.complain("'" + std::string(fields[j + 1]) + "' is no number.", "Write one such as 0.25.");
      table.payoff(row, j) = value.value_or(0);
    }
  }
  if (!lines.complaint() && row < n)
    lines.complain("The row of '" + table.strategies[row] + "' is missing.", "Add it.");
  if (lines.complaint()) return *lines.complaint();
  return ResultsFile{std::move(table)};
}

}  // namespace

Result<ResultsFile> parse_results(std::string_view text, const std::filesystem::path& path) {
  Lines lines(text, path);
  std::vector<std::string_view> head;
  if (!lines.next(head)) {
    lines.complain("The file is empty.", "docs/tournaments.md has an example.");
    return *lines.complaint();
  }
  if (head[0] == "payoff") return read_payoffs(lines, head);
  GamesReader reader(lines, head);
  return reader.read();
}

Result<ResultsFile> read_results(const std::filesystem::path& path) {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (failed) return Failure{"The file cannot be read: " + failed.message() + ".", path.string(), "Check the path."};
  if (size > kFileMost) return Failure{"The file is larger than 256 MiB.", path.string(), "Rate a part of it."};
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return parse_results(text, path);
}

}  // namespace tt::tournament::rating
