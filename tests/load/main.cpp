// build/tests/load: the load tests at their full sizes. Exit code 0 if what the test promises holds. On loopback only;
// every number is bounded.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <functional>

#include "tests/load/audience.hpp"
#include "tests/load/crowd.hpp"
#include "tests/load/kills.hpp"
#include "tests/load/soak.hpp"
#include "tests/load/storm.hpp"

namespace {

template <class Report>
bool tell(const Report& report) {
  std::fputs(report.text().c_str(), stdout);
  if constexpr (requires { report.good(); }) return report.good();
  return true;
}

/// A number with a default and bounds, by its place.
template <class Number>
void number(CLI::App& command, const char* name, Number& value, int least, int most) {
  command.add_option(name, value)->check(CLI::Range(least, most))->capture_default_str();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tt::load;
  CLI::App app("Load on the real program, from this machine, with the proof that nothing was lost");
  app.require_subcommand(1);
  std::function<bool()> chosen;
  const auto command = [&](const char* name, const char* what, std::function<bool()> run) {
    auto* const sub = app.add_subcommand(name, what);
    sub->callback([&chosen, run = std::move(run)] { chosen = run; });
    return sub;
  };

  CrowdPlan crowd;
  int crowd_seconds = 60;
  auto* const one = command("crowd", "Many guests in the largest world, each acting every two seconds", [&] {
    crowd.duration = std::chrono::seconds(crowd_seconds);
    return tell(play(crowd));
  });
  number(*one, "GUESTS", crowd.guests, 1, 2'400);
  number(*one, "SECONDS", crowd_seconds, 1, 3'600);

  CrowdPlan worlds{.worlds = 100, .guests = 0, .scenario = "sitting", .between_actions = {}, .duration = {}};
  std::size_t seats = 10;
  int rate = 2'000;
  int worlds_seconds = 600;
  auto* const many = command("worlds", "Ten people in each of a hundred worlds, and their actions", [&] {
    worlds.guests = worlds.worlds * seats;
    worlds.between_actions = std::chrono::milliseconds(1'000 * worlds.guests / static_cast<std::size_t>(rate));
    worlds.duration = std::chrono::seconds(worlds_seconds);
    worlds.tick = 24 * worlds.between_actions;
    return tell(play(worlds));
  });
  number(*many, "WORLDS", worlds.worlds, 1, 1'000);
  number(*many, "SEATS", seats, 1, 12);
  number(*many, "RATE", rate, 1, 100'000);
  number(*many, "SECONDS", worlds_seconds, 1, 3'600);

  AudiencePlan audience;
  auto* const watching = command("audience", "Thousands who watch: memory, and a broadcast beside a bare one",
                                 [&] { return tell(watch(audience)); });
  number(*watching, "SOCKETS", audience.sockets, 64, 11'000);

  KillPlan kills;
  auto* const killing = command("kills", "The server killed again and again under load",
                                [&] { return tell(kill_again_and_again(kills)); });
  number(*killing, "KILLS", kills.kills, 1, 1'000);
  killing->add_option("SEED", kills.seed)->capture_default_str();

  StormPlan back;
  auto* const storming = command("storm", "Everybody thrown out and back at once", [&] { return tell(storm(back)); });
  number(*storming, "SOCKETS", back.sockets, 64, 11'000);

  SoakPlan long_time;
  int soak_minutes = 60;
  auto* const soaking = command("soak", "People coming and going for an hour, memory sampled", [&] {
    long_time.duration = std::chrono::minutes(soak_minutes);
    return tell(soak(long_time));
  });
  number(*soaking, "MINUTES", soak_minutes, 1, 24 * 60);

  CLI11_PARSE(app, argc, argv);
  try {
    return chosen() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load: %s\n", error.what());
    return 1;
  }
}
