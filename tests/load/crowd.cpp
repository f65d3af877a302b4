#include "tests/load/crowd.hpp"

#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <functional>
#include <memory>

#include "tests/load/scene.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;

/// Coming in at the same time; more would only wait in the listener's queue.
constexpr std::size_t kComingIn = 64;
constexpr std::chrono::seconds kPatience{10};  ///< for last answers, and for one more to come in

struct Stage : Scene<CrowdPlan, CrowdReport> {
  std::vector<double> waits_ms;
  std::size_t coming = 0;   ///< how many have begun to come in
  std::size_t waiting = 0;  ///< requests not answered yet
  Clock::time_point start;
  Clock::time_point last_answer;
};

/// One guest at a steady rate.
class Actor {
 public:
  Actor(Stage& scene, std::size_t number, std::function<void()> in)
      : scene_(scene), number_(number), world_(number % scene.plan.worlds), timer_(scene.io) {
    guest_ = Guest::make(scene.io, {.port = scene.port, .world = scene.world_name(world_), .role = v1::ROLE_WORKER},
                         {.on_in = std::move(in),
                          .on_answer = [this](const v1::ServerEnvelope& answer) { take(answer); },
                          .on_frame =
                              [this](std::size_t bytes) {
                                ++scene_.report.frames;
                                scene_.report.bytes += bytes;
                              },
                          .on_lost = [this] { ++scene_.report.lost; }});
  }

  void come() { guest_->come(); }
  void leave() {
    timer_.cancel();
    guest_->leave();
  }

  /// The first action at a moment of its own within the interval, then at the steady rate.
  void start() {
    const auto offset = scene_.plan.between_actions * static_cast<std::int64_t>(number_) /
                        static_cast<std::int64_t>(scene_.plan.guests);
    timer_.expires_at(scene_.start + offset);
    wait_to_act();
  }

 private:
  void wait_to_act() {
    timer_.async_wait([this](boost::system::error_code ec) {
      if (ec || Clock::now() >= scene_.end) return;
      asked_at_ = Clock::now();
      ++scene_.report.sent;
      ++scene_.waiting;
      guest_->send(some_effort(*guest_));
      timer_.expires_at(timer_.expiry() + scene_.plan.between_actions);
      wait_to_act();
    });
  }

  void take(const v1::ServerEnvelope& answer) {
    --scene_.waiting;
    scene_.last_answer = Clock::now();
    if (scene_.take(*guest_, world_, answer))
      scene_.waits_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked_at_).count());
  }

  Stage& scene_;
  std::size_t number_;
  std::size_t world_;
  asio::steady_timer timer_;
  std::shared_ptr<Guest> guest_;
  Clock::time_point asked_at_;
};

/// Everybody comes in and sits down; then the clock starts, and everybody acts until the end and a last answer.
void act(Stage& scene, pid_t server) {
  std::vector<std::unique_ptr<Actor>> actors;
  bool acting = false;
  const std::function<void()> next = [&] {
    if (scene.coming < actors.size()) actors[scene.coming++]->come();
  };
  const auto in = [&] {
    if (++scene.report.seated < scene.plan.guests) return next();
    scene.start = scene.last_answer = Clock::now();
    scene.end = scene.start + scene.plan.duration;
    acting = true;
    for (const auto& actor : actors) actor->start();
  };
  for (std::size_t number = 0; number < scene.plan.guests; ++number)
    actors.push_back(std::make_unique<Actor>(scene, number, in));
  for (std::size_t first = 0; first < kComingIn; ++first) next();
  while (!acting && scene.report.lost == 0 && scene.io.run_one_for(kPatience) > 0) {
  }
  const double before = cpu_seconds(server);
  const auto last = scene.end + kPatience;
  while (acting && (Clock::now() < scene.end || scene.waiting > 0) && Clock::now() < last) scene.io.run_one_until(last);
  scene.report.cpu_seconds = cpu_seconds(server) - before;
  scene.report.seconds = std::chrono::duration<double>(scene.last_answer - scene.start).count();
  for (const auto& actor : actors) actor->leave();
  scene.io.poll();
}

}  // namespace

CrowdReport play(const CrowdPlan& plan) {
  const test::TempFolder folder;
  Stage scene{{.plan = plan, .town = "crowd", .worlds = plan.worlds}};
  for (std::size_t number = 0; number < plan.worlds; ++number)
    found(folder.path(), scene.world_name(number), plan.scenario);
  const std::string pace = plan.tick.count() > 0 ? "tick_ms = " + std::to_string(plan.tick.count()) + "\n" : "";
  const std::string room = "[limits]\nworlds = " + std::to_string(std::max<std::size_t>(64, plan.worlds)) + "\n";
  test::Program program(serving(folder.path(), 0, pace + room));
  scene.port = program.port();
  act(scene, program.pid());
  // No farewell: whatever was acknowledged has to be on the disk already.
  program.signal(SIGKILL);
  program.wait();
  CrowdReport& report = scene.report;
  report.waits = waits_of(std::move(scene.waits_ms));
  scene.look_into_all(folder.path());
  return report;
}

std::string CrowdReport::text() const {
  return std::to_string(seated) + " guests seated; " + std::to_string(sent) + " actions, " + std::to_string(receipts) +
         " receipts, " + std::to_string(refusals) + " refused, " + std::to_string(lost) + " connections lost\n" +
         tenths(static_cast<double>(receipts) / std::max(seconds, 1e-3)) +
         " receipts a second, after: " + waits.text() + "; the server used " + tenths(cpu_seconds) +
         " s of a processor in " + tenths(seconds) + " s\n" + std::to_string(frames) + " frames, " +
         std::to_string(bytes / 1024 / 1024) + " MiB received\n" + kept.text() + "\n";
}

}  // namespace tt::load
