#include "server/ladder/exports.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <map>
#include <string_view>

namespace tt::server {
namespace {

namespace json = boost::json;

/// In thousandths, and those as text: the same digits on every machine.
std::string decimal(double value) {
  const long long milli = std::llround(value * 1'000);
  const long long size = milli < 0 ? -milli : milli;
  std::string part = std::to_string(size % 1'000);
  part.insert(0, 3 - part.size(), '0');
  return (milli < 0 ? "-" : "") + std::to_string(size / 1'000) + "." + part;
}

std::string plain(std::string_view name) {
  std::string text(name);
  for (char& c : text)
    if (c == ',' || c == '"') c = ' ';
  // What a spreadsheet would take for a formula is text.
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
  return text;
}

/// Everybody by a name of their own.
class Labels {
 public:
  std::string of(const Contender& who, const std::string& account_name) {
    if (who.guest == 0) return plain(account_name);
    const auto known = labels_.find(who);
    if (known != labels_.end()) return known->second;
    const std::string wanted = plain(who.bot.empty() ? account_name : who.bot + " (bot of " + account_name + ")");
    const unsigned count = ++used_[wanted];
    return labels_[who] = count == 1 ? wanted : wanted + " #" + std::to_string(count);
  }

 private:
  std::map<Contender, std::string> labels_;
  std::map<std::string, unsigned> used_;
};

std::string_view name_of(Conduct conduct) {
  switch (conduct) {
    case Conduct::kStayed:
      return "stayed";
    case Conduct::kAway:
      return "away";
    case Conduct::kLeft:
      return "left";
  }
  return "";
}

json::object name_in(const Contender& who, const std::string& account_name) {
  json::object row{{"name", who.bot.empty() ? account_name : who.bot}};
  if (!who.bot.empty()) row["bot_of"] = account_name;
  return row;
}

/// As a number with three decimals.
double rounded(double value) {
  return std::round(value * 1'000) / 1'000;
}

}  // namespace

std::string standings_csv(const LadderRoll& roll) {
  std::string text = "place,name,bot_of,rating,deviation,games,last_change,last_played_ms,account\n";
  std::size_t place = 0;
  for (const LadderPlayer* const player : roll.standings()) {
    const bool bot = !player->who.bot.empty();
    text += std::to_string(++place) + ',' + plain(bot ? player->who.bot : player->account_name) + ',' +
            (bot ? plain(player->account_name) : "") + ',' + decimal(player->skill.mu) + ',' +
            decimal(player->skill.sigma) + ',' + std::to_string(player->games) + ',' + decimal(player->change) + ',' +
            std::to_string(player->played_ms) + ',' + (player->claimed ? "yes" : "no") + '\n';
  }
  return text;
}

std::string standings_json(const LadderRoll& roll) {
  json::array rows;
  for (const LadderPlayer* const player : roll.standings()) {
    json::object row = name_in(player->who, player->account_name);
    row["place"] = rows.size() + 1;
    row["rating"] = rounded(player->skill.mu);
    row["deviation"] = rounded(player->skill.sigma);
    row["games"] = player->games;
    row["last_change"] = rounded(player->change);
    row["last_played_ms"] = player->played_ms;
    row["account"] = player->claimed;
    rows.push_back(std::move(row));
  }
  return json::serialize(json::object{{"kind", "live ratings, not a final table"}, {"standings", std::move(rows)}}) +
         '\n';
}

std::string matches_csv(std::span<const LadderGame> games) {
  std::string text = "match,seed,seat,strategy,rank,score\n";
  Labels labels;
  for (std::size_t at = games.size(); at-- > 0;) {
    const LadderGame& game = games[at];
    for (std::size_t seat = 0; seat < game.entrants.size(); ++seat) {
      const LadderEntrant& entrant = game.entrants[seat];
      text += std::to_string(game.number) + ',' + game.world + ',' + std::to_string(seat + 1) + ',' +
              labels.of(entrant.who, entrant.account_name) + ',' + std::to_string(entrant.rank) + ',' +
              std::to_string(entrant.score) + '\n';
    }
  }
  return text;
}

std::string matches_json(std::span<const LadderGame> games) {
  json::array matches;
  for (std::size_t at = games.size(); at-- > 0;) {
    const LadderGame& game = games[at];
    json::array seats;
    for (const LadderEntrant& entrant : game.entrants) {
      json::object seat = name_in(entrant.who, entrant.account_name);
      seat["built_in"] = entrant.built_in();
      seat["rank"] = entrant.rank;
      seat["score_bp"] = entrant.score;
      seat["conduct"] = name_of(entrant.conduct);
      seat["rating_before"] = rounded(entrant.before.mu);
      seat["change"] = rounded(entrant.change);
      seats.push_back(std::move(seat));
    }
    matches.push_back(json::object{{"match", game.number},
                                   {"world", game.world},
                                   {"kept", game.kept},
                                   {"began_ms", game.began_ms},
                                   {"ended_ms", game.ended_ms},
                                   {"rated", game.rated},
                                   {"by", game.by_ghost ? "difference made" : "laurels"},
                                   {"seats", std::move(seats)}});
  }
  return json::serialize(json::object{{"matches", std::move(matches)}}) + '\n';
}

}  // namespace tt::server
