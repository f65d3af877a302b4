#include "tests/tournament/small_tournament.hpp"

#include <fstream>
#include <iterator>
#include <sstream>

namespace tt::test {

std::string small_spec_text() {
  return R"(name = "Small"
scenario = "hamlet"
ticks = 8
master_seed = 7
worlds = 2

[capitalists]
seats = 2
strategies = ["poacher", "cost-cutter", "random"]

[members]
seats = 1
strategies = ["organiser"]
)";
}

tournament::Spec small_spec() {
  return tournament::parse_spec(small_spec_text(), "small.toml").value();
}

std::string spec_text_of(const std::string& head, const std::string& capitalists) {
  return "name = \"Small\"\nscenario = \"hamlet\"\nticks = 4\nmaster_seed = 7\n" + head +
         "\n[capitalists]\nseats = 2\n" + capitalists + "\n";
}

std::vector<std::string> spec_texts_of_formats() {
  const std::string others = R"(strategies = ["poacher", "cost-cutter", "random"])";
  const std::string many = R"(strategies = ["poacher", "cost-cutter", "random", "idle", "steady-owner"])";
  return {
      spec_text_of("format = \"gauntlet\"\nworlds = 2\n", "focus = [\"idle\"]\n" + others),
      spec_text_of("format = \"ab\"\nworlds = 30\nstop = { rule = \"sequential\", worlds_least = 4 }\n",
                   "focus = [\"steady-owner\", \"idle\"]\nstrategies = [\"poacher\"]"),
      spec_text_of("worlds = 30\nstop = { rule = \"precision\", half_width = 20.0, worlds_least = 4 }\n", others),
      spec_text_of("format = \"swiss\"\nworlds = 1\nrounds = 3\n", many),
      spec_text_of("format = \"knockout\"\nworlds = 2\n", many),
  };
}

tournament::MatchResult made_up_result(
    const tournament::MatchPlan& plan,
    const std::function<rules::Bp(std::string_view strategy, std::uint32_t world)>& standing) {
  tournament::MatchResult match{.block = plan.block,
                                .order = plan.order,
                                .world = plan.world,
                                .lineup = plan.lineup,
                                .world_seed = plan.world_seed};
  for (const tournament::Seating& seating : plan.seatings)
    match.seats.push_back({.role = seating.role,
                           .seat = seating.seat,
                           .strategy = std::string(seating.strategy->name),
                           .standing = standing(seating.strategy->name, plan.world)});
  tournament::rank_seats(match);
  return match;
}

std::filesystem::path write_text(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Outcome run(const tournament::TournamentOptions& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = tournament::run_tournament(options, out, err);
  return {code, out.str(), err.str()};
}

std::map<std::string, std::string> lasting_files(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const char* name : {"results.sqlite", "results.csv", "standings.txt"}) files[name] = read_bytes(folder / name);
  return files;
}

}  // namespace tt::test
