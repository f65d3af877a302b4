#include "tests/load/soak.hpp"

#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <memory>
#include <numeric>

#include "tests/load/meter.hpp"
#include "tests/load/scene.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
constexpr std::size_t kWorlds = 4;
constexpr std::size_t kSamples = 60;

using Stage = Scene<SoakPlan, SoakReport>;

/// Plays for a while, goes without a word, and comes back.
class Visitor {
 public:
  Visitor(Stage& scene, std::size_t number)
      : scene_(scene), number_(number), world_(number % kWorlds), act_(scene.io), go_(scene.io) {}

  void come() {
    const std::uint64_t used = guest_ ? guest_->last_request : 0;
    guest_ =
        Guest::make(scene_.io,
                    {.port = scene_.port,
                     .world = scene_.world_name(world_),
                     .role = v1::ROLE_WORKER,
                     .token = guest_ ? guest_->token : std::string(),
                     .last_request = used},
                    {.on_in = [this] { play(); },
                     .on_answer = [this](const v1::ServerEnvelope& answer) { scene_.take(*guest_, world_, answer); },
                     .on_frame = {},
                     .on_lost = [this] { ++scene_.report.refusals; }});
    guest_->come();
  }
  void leave() {
    act_.cancel();
    go_.cancel();
    if (guest_) guest_->leave();
  }

 private:
  void play() {
    ++scene_.report.visits;
    // Not all at once: each stays a little longer than the one before.
    go_.expires_after(scene_.plan.stay + std::chrono::milliseconds(37 * (number_ % 101)));
    go_.async_wait([this](boost::system::error_code ec) {
      if (ec) return;
      leave();
      come();
    });
    act_.expires_after(scene_.plan.between_actions * static_cast<int>(number_ % 10) / 10);
    wait_to_act();
  }

  void wait_to_act() {
    act_.async_wait([this](boost::system::error_code ec) {
      if (ec || Clock::now() >= scene_.end) return;
      guest_->send(some_effort(*guest_));
      act_.expires_at(act_.expiry() + scene_.plan.between_actions);
      wait_to_act();
    });
  }

  Stage& scene_;
  std::size_t number_;
  std::size_t world_;
  asio::steady_timer act_;
  asio::steady_timer go_;
  std::shared_ptr<Guest> guest_;
};

double mean(const std::vector<std::size_t>& all, std::size_t from, std::size_t to) {
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(from);
  const auto last = all.begin() + static_cast<std::ptrdiff_t>(to);
  return static_cast<double>(std::accumulate(first, last, std::size_t{0})) / static_cast<double>(to - from);
}

}  // namespace

SoakReport soak(const SoakPlan& plan) {
  const test::TempFolder folder;
  Stage scene{.plan = plan, .town = "soak", .worlds = kWorlds};
  for (std::size_t world = 0; world < kWorlds; ++world) found(folder.path(), scene.world_name(world), "season");
  // The 480 ticks of a season within the time.
  const auto tick = std::chrono::milliseconds(plan.duration) / 480 + std::chrono::milliseconds(50);
  test::Program program(serving(folder.path(), 0, "tick_ms = " + std::to_string(tick.count()) + "\n"));
  scene.port = program.port();
  std::vector<std::unique_ptr<Visitor>> visitors;
  for (std::size_t number = 0; number < plan.guests; ++number)
    visitors.push_back(std::make_unique<Visitor>(scene, number));
  const auto start = Clock::now();
  scene.end = start + plan.duration;
  for (const auto& visitor : visitors) visitor->come();
  for (std::size_t sample = 1; sample <= kSamples; ++sample) {
    const auto until = start + sample * std::chrono::milliseconds(plan.duration) / kSamples;
    while (Clock::now() < until) scene.io.run_one_until(until);
    scene.report.resident.push_back(resident_bytes(program.pid()));
  }
  // Last answers.
  while (scene.io.run_one_for(std::chrono::milliseconds(500)) > 0 &&
         Clock::now() < scene.end + std::chrono::seconds(3)) {
  }
  for (const auto& visitor : visitors) visitor->leave();
  scene.io.poll();
  program.signal(SIGTERM);
  program.wait();
  scene.look_into_all(folder.path());
  return scene.report;
}

double SoakReport::growth() const {
  const std::size_t all = resident.size();
  if (all < 4) return 1;
  return mean(resident, all - all / 4, all) / mean(resident, all / 4, all / 2);
}

std::string SoakReport::text() const {
  std::string text = std::to_string(visits) + " visits, " + std::to_string(receipts) + " receipts, " +
                     std::to_string(refusals) + " refused or cut off\nmemory of the server, MiB:";
  for (const std::size_t bytes : resident) text += ' ' + tenths(static_cast<double>(bytes) / 1024 / 1024);
  return text + "\nlast quarter against second: " + tenths(100 * growth()) + " %\n" + kept.text() + "\n";
}

}  // namespace tt::load
