// Standings in words and columns: for people, for scripts, for spreadsheets. Figures are printed by one function, so
// the same results give the same bytes.
#include <cmath>

#include "tournament/schedule.hpp"
#include "tournament/spec_format.hpp"
#include "tournament/standings.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

using rules::Rejection;
using rules::Role;

std::string half_width(const Estimate& estimate) {
  return std::isfinite(estimate.half_width) ? fixed(estimate.half_width, 2) : "?";
}

std::string role_table(const Standings& standings, Role role) {
  Columns columns({std::string(section_of(role)), "score", "+- 95 %", "standing %", "wealth %", "livelihood %",
                   "progress %", "leads %", "games", "orders", "refused"});
  for (const Line& line : standings.lines) {
    if (line.role != role) continue;
    columns.add({line.strategy, signed_fixed(line.score.mean, 2), half_width(line.score), fixed(line.standing.mean, 2),
                 fixed(line.wealth, 2), fixed(line.livelihood, 2), fixed(line.progress, 2),
                 fixed(100 * line.first_in_role, 1), std::to_string(line.games), std::to_string(line.orders),
                 std::to_string(line.refused)});
  }
  return columns.text(1);
}

std::string difference_table(const Standings& standings) {
  Columns columns({"better", "worse", "points", "+- 95 %", "verdict"});
  for (const Difference& difference : standings.differences)
    columns.add({difference.first, difference.second, signed_fixed(difference.points.mean, 2),
                 half_width(difference.points), difference.points.excludes_zero() ? "clear" : "open"});
  return columns.text(2);
}

std::string placing_table(const Standings& standings) {
  Columns columns({"place", "strategy", "rounds played", "score"});
  std::size_t place = 0;
  for (const Placing& placing : standings.placings)
    columns.add(
        {std::to_string(++place), placing.strategy, std::to_string(placing.rounds), signed_fixed(placing.score, 2)});
  return columns.text(2);
}

std::string form_table(const Standings& standings) {
  Columns columns({"role", "seats", "score a seat", "standing a seat %", "leads all %", "if all were alike %"});
  for (const RoleLine& line : standings.roles)
    columns.add({std::string(section_of(line.role)), std::to_string(line.seats), signed_fixed(line.score, 2),
                 fixed(line.standing, 2), fixed(100 * line.wins, 1), fixed(100 * line.wins_if_alike, 1)});
  return columns.text(1);
}

std::string fault_list(const Standings& standings) {
  std::string out;
  for (const Line& line : standings.lines)
    for (std::size_t i = 0; i < line.rejections.size(); ++i)
      if (line.rejections[i] > 0)
        out += "  " + line.strategy + " (" + std::string(name_of(line.role)) +
               "): " + std::to_string(line.rejections[i]) + " x " + rules::describe(static_cast<Rejection>(i)).text +
               "\n";
  return out.empty() ? "  none\n" : out;
}

/// A row a fault of a program: how often, and how many games it ended.
std::string conduct_table(const Standings& standings) {
  Columns columns({"program", "role", "fault", "times", "games it ended", "of games"});
  bool any = false;
  for (const Line& line : standings.lines)
    for (std::size_t i = 0; i < kFaults; ++i) {
      if (line.faults[i] == 0) continue;
      any = true;
      columns.add({line.strategy, std::string(name_of(line.role)), std::string(name_of(static_cast<Fault>(i))),
                   std::to_string(line.faults[i]), std::to_string(line.outs[i]), std::to_string(line.games)});
    }
  return any ? columns.text(3) : "  none\n";
}

std::string json_conduct(const Line& line) {
  std::string out;
  for (std::size_t i = 0; i < kFaults; ++i)
    if (line.faults[i] > 0)
      out += (out.empty() ? "" : ",") + ("{\"fault\":\"" + std::string(name_of(static_cast<Fault>(i)))) +
             "\",\"times\":" + std::to_string(line.faults[i]) + ",\"games_ended\":" + std::to_string(line.outs[i]) +
             "}";
  return "[" + out + "]";
}

std::string json_of(const Line& line) {
  return "{\"role\":\"" + std::string(name_of(line.role)) + "\",\"strategy\":\"" + line.strategy +
         "\",\"games\":" + std::to_string(line.games) + ",\"score\":" + json_number(line.score.mean) +
         ",\"score_half_width\":" + json_number(line.score.half_width) +
         ",\"standing_percent\":" + json_number(line.standing.mean) +
         ",\"standing_half_width\":" + json_number(line.standing.half_width) +
         ",\"wealth_percent\":" + json_number(line.wealth) + ",\"livelihood_percent\":" + json_number(line.livelihood) +
         ",\"progress_percent\":" + json_number(line.progress) + ",\"leads_role\":" + json_number(line.first_in_role) +
         ",\"leads_all\":" + json_number(line.first_of_all) + ",\"orders\":" + std::to_string(line.orders) +
         ",\"refused\":" + std::to_string(line.refused) + ",\"faults\":" + json_conduct(line) + "}";
}

std::string json_of(const Difference& difference) {
  return "{\"role\":\"" + std::string(name_of(difference.role)) + "\",\"better\":\"" + difference.first +
         "\",\"worse\":\"" + difference.second + "\",\"points\":" + json_number(difference.points.mean) +
         ",\"half_width\":" + json_number(difference.points.half_width) + "}";
}

std::string json_of(const Placing& placing) {
  return "{\"strategy\":\"" + placing.strategy + "\",\"rounds\":" + std::to_string(placing.rounds) +
         ",\"score\":" + json_number(placing.score) + "}";
}

std::string json_of(const RoleLine& line) {
  return "{\"role\":\"" + std::string(name_of(line.role)) + "\",\"seats\":" + std::to_string(line.seats) +
         ",\"score\":" + json_number(line.score) + ",\"standing_percent\":" + json_number(line.standing) +
         ",\"leads_all\":" + json_number(line.wins) + ",\"leads_all_if_alike\":" + json_number(line.wins_if_alike) +
         "}";
}

template <class Items>
std::string json_list(const Items& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ",") + json_of(item);
  return "[" + out + "]";
}

}  // namespace

std::string_view describe(Score score) {
  if (score == Score::kLaurels) return "Score: the standing, the share of all laurels in per cent.";
  return "Score: the standing less the ghost's, in points: the difference made to the same world with autopilot in the "
         "seat.";
}

std::string to_text(const Spec& spec, const Standings& standings) {
  const Schedule schedule(spec);
  std::string out = spec.name + ": " + counted(standings.matches, "match", "matches") + " (" +
                    std::string(name_of(spec.format)) + ": " + schedule.design(standings.worlds) + ") of " +
                    counted(spec.ticks, "tick", "ticks") + ", scenario " + spec.scenario.name + "\n" +
                    std::string(describe(spec.score)) + "\nStopping rule, " + standings.stopping + ".\n";
  if (!schedule.seats_are_balanced())
    out += "Not every strategy sat in every seat equally often: a full rotation has " +
           std::to_string(full_rotation(spec)) + " seat orders.\n";
  if (!standings.placings.empty()) out += "\n" + placing_table(standings);
  for (const RoleLine& role : standings.roles) out += "\n" + role_table(standings, role.role);
  out += "\nDifferences within a role, paired by world, in points of score\n" + difference_table(standings);
  out += "\nRoles (they start from different means: a difference here is the game's, not the strategies')\n" +
         form_table(standings);
  out += "\nOrders refused by the rules\n" + fault_list(standings);
  if (!spec.bots.empty())
    out += "\nFaults of programs (a game that was ended is idled to its end)\n" + conduct_table(standings);
  return out;
}

std::string to_json(const Spec& spec, const Standings& standings) {
  const Schedule schedule(spec);
  return "{\"tournament\":\"" + spec.name + "\",\"spec_hash\":\"" + spec.hash() + "\",\"scenario\":\"" +
         spec.scenario.name + "\",\"score\":\"" + (spec.score == Score::kGhost ? "ghost" : "laurels") +
         "\",\"format\":\"" + std::string(name_of(spec.format)) +
         "\",\"matches\":" + std::to_string(standings.matches) + ",\"worlds\":" + std::to_string(standings.worlds) +
         ",\"lineups\":" + std::to_string(schedule.lineups()) + ",\"seat_orders\":" + std::to_string(spec.rotations) +
         ",\"seats_balanced\":" + (schedule.seats_are_balanced() ? "true" : "false") +
         ",\"stopping\":" + json_text(standings.stopping) + ",\"placings\":" + json_list(standings.placings) +
         ",\"standings\":" + json_list(standings.lines) + ",\"differences\":" + json_list(standings.differences) +
         ",\"roles\":" + json_list(standings.roles) + "}\n";
}

std::string to_csv(const std::vector<MatchResult>& matches) {
  std::string out =
      "block,seat_order,world,lineup,role,seat,strategy,household,standing_bp,wealth_bp,livelihood_bp,progress_bp,"
      "ghost_bp,"
      "score_bp,place,place_in_role,"
      "orders,refused,out,match_file\n";
  for (const MatchResult& match : matches) {
    for (const SeatResult& seat : match.seats) {
      std::uint64_t refused = 0;
      for (const std::uint32_t count : seat.rejections) refused += count;
      for (const std::uint64_t number :
           {match.block, std::uint64_t{match.order}, std::uint64_t{match.world}, std::uint64_t{match.lineup}})
        out += std::to_string(number) + ",";
      out += std::string(name_of(seat.role)) + "," + std::to_string(seat.seat) + "," + seat.strategy;
      for (const std::int64_t number :
           {std::int64_t{seat.household.value}, std::int64_t{seat.standing}, std::int64_t{seat.wealth},
            std::int64_t{seat.livelihood}, std::int64_t{seat.progress}})
        out += "," + std::to_string(number);
      out += "," + (seat.ghost ? std::to_string(*seat.ghost) : "");
      for (const std::int64_t number : {std::int64_t{seat.score()}, std::int64_t{seat.place},
                                        std::int64_t{seat.place_in_role}, std::int64_t{seat.orders}})
        out += "," + std::to_string(number);
      out += "," + std::to_string(refused) + "," + std::string(name_of(seat.conduct.out)) + "," +
             match_file_name(match.block, match.order) + "\n";
    }
  }
  return out;
}

}  // namespace tt::tournament
