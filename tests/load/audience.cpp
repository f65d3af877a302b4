#include "tests/load/audience.hpp"

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "tests/load/bare.hpp"
#include "tests/load/guest.hpp"
#include "tests/load/meter.hpp"
#include "tests/load/stage.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kComingIn = 64;
constexpr std::chrono::seconds kPatience{30};

/// Everybody who watches; counts what all of them hear.
class Audience {
 public:
  Audience(std::size_t size, const Way& way) {
    for (std::size_t number = 0; number < size; ++number)
      guests_.push_back(Guest::make(io_, way,
                                    {.on_in =
                                         [this] {
                                           ++in_;
                                           next();
                                         },
                                     .on_answer = {},
                                     .on_frame =
                                         [this](std::size_t came) {
                                           ++frames;
                                           bytes += came;
                                         },
                                     .on_lost = [this] { ++lost_; }}));
    for (std::size_t first = 0; first < kComingIn; ++first) next();
    until([&] { return in_ == guests_.size(); });
    settle();
  }
  ~Audience() {
    for (const auto& guest : guests_) guest->leave();
    io_.poll();
  }
  Audience(const Audience&) = delete;
  Audience& operator=(const Audience&) = delete;

  void until(const std::function<bool()>& done) {
    while (!done()) {
      if (lost_ > 0) throw std::runtime_error("a connection of the audience was lost");
      if (io_.run_one_for(kPatience) == 0) throw std::runtime_error("the audience waits in vain");
    }
  }
  /// Until no frame has come for a second. Pings and their answers go on meanwhile.
  void settle() {
    for (std::size_t before = frames + 1; frames != before;) {
      before = frames;
      io_.run_for(std::chrono::seconds(1));
    }
  }

  asio::io_context& io() { return io_; }
  std::size_t frames = 0;
  std::size_t bytes = 0;

 private:
  void next() {
    if (coming_ < guests_.size()) guests_[coming_++]->come();
  }

  asio::io_context io_{1};
  std::vector<std::shared_ptr<Guest>> guests_;
  std::size_t coming_ = 0;
  std::size_t in_ = 0;
  std::size_t lost_ = 0;
};

/// Has each frame told, and waits until everybody has it.
Broadcast measure(Audience& audience, pid_t process, std::size_t empty_bytes, const AudiencePlan& plan,
                  const std::function<void()>& tell) {
  Broadcast cost;
  const auto now = resident_bytes(process);
  cost.bytes_per_socket = (now - std::min(now, empty_bytes)) / plan.sockets;
  audience.frames = audience.bytes = 0;
  const double before = cpu_seconds(process);
  for (std::size_t frame = 1; frame <= plan.frames; ++frame) {
    tell();
    audience.until([&] { return audience.frames >= frame * plan.sockets; });
    audience.settle();
  }
  cost.us_per_frame = 1e6 * (cpu_seconds(process) - before) / static_cast<double>(audience.frames);
  cost.frame_bytes = audience.bytes / audience.frames;
  return cost;
}

Broadcast of_server(const AudiencePlan& plan) {
  const test::TempFolder folder;
  found(folder.path(), "stage", "hamlet");
  test::Program program(serving(folder.path(), 0, "[limits]\nrequests_per_second = 1000\n"));
  const std::uint16_t port = program.port();
  const std::size_t empty = resident_bytes(program.pid());
  Audience audience(plan.sockets, {.port = port, .world = "stage"});
  // One person plays, alone: each time they are ready, a tick closes, and everybody hears of it.
  std::uint32_t tick = 0;
  bool seated = false;
  const auto player = Guest::make(audience.io(), {.port = port, .world = "stage", .role = v1::ROLE_WORKER},
                                  {.on_in = [&] { seated = true; }, .on_answer = {}, .on_frame = {}, .on_lost = {}});
  player->come();
  audience.until([&] { return seated; });
  audience.settle();
  const Broadcast cost = measure(audience, program.pid(), empty, plan, [&] {
    v1::ClientEnvelope ready;
    ready.mutable_set_ready()->set_ready(true);
    ready.mutable_set_ready()->set_tick(tick++);
    player->send(ready);
  });
  player->leave();
  return cost;
}

Broadcast of_bare(const AudiencePlan& plan, std::size_t frame_bytes) {
  const BareBroadcaster bare(frame_bytes);
  const std::size_t empty = resident_bytes(bare.pid());
  Audience audience(plan.sockets, {.port = bare.port()});
  return measure(audience, bare.pid(), empty, plan, [&] { bare.broadcast(); });
}

std::string line_of(const char* who, const Broadcast& cost) {
  return std::string(who) + tenths(cost.us_per_frame) + " us of a processor for one frame of " +
         std::to_string(cost.frame_bytes) + " bytes to one socket\n";
}

}  // namespace

AudienceReport watch(const AudiencePlan& plan) {
  open_many_files();
  AudienceReport report;
  report.sockets = plan.sockets;
  report.server = of_server(plan);
  report.bare = of_bare(plan, report.server.frame_bytes);
  return report;
}

std::string AudienceReport::text() const {
  return std::to_string(sockets) + " sockets, each " + tenths(static_cast<double>(server.bytes_per_socket) / 1024) +
         " KiB of the server's memory at rest\n" + line_of("the server: ", server) + line_of("bare Beast: ", bare) +
         "ratio of processor: " + tenths(100 * server.us_per_frame / bare.us_per_frame) + " %\n";
}

}  // namespace tt::load
