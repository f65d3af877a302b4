#include "tests/load/storm.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include "tests/load/guest.hpp"
#include "tests/load/meter.hpp"
#include "tests/load/stage.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

constexpr const char* kWorld = "stage";
constexpr std::size_t kComingIn = 64;
constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::seconds kPatience{60};

struct Crowd {
  asio::io_context io{1};
  std::uint16_t port = 0;
  std::size_t in = 0;
  std::size_t attempts = 0;
  Clock::time_point first_in;
  std::function<void()> next_one = [] {};
};

/// Comes back until in, whatever happens.
class Watcher {
 public:
  explicit Watcher(Crowd& crowd) : crowd_(crowd), pause_(crowd.io) {}

  void come() {
    ++crowd_.attempts;
    guest_ = Guest::make(crowd_.io, {.port = crowd_.port, .world = kWorld, .token = token_},
                         {.on_in =
                              [this] {
                                token_ = guest_->token;
                                if (crowd_.in++ == 0) crowd_.first_in = Clock::now();
                                crowd_.next_one();
                              },
                          .on_answer = {},
                          .on_frame = {},
                          .on_lost = [this] { come_again(); }});
    guest_->come();
  }
  void leave() {
    pause_.cancel();
    if (guest_) guest_->leave();
  }

 private:
  /// The first try at once; the server has gone for everybody in the same moment.
  void come_again() {
    pause_.expires_after(tried_ ? kPause : std::chrono::milliseconds(0));
    tried_ = true;
    pause_.async_wait([this](boost::system::error_code ec) {
      if (!ec) come();
    });
  }

  Crowd& crowd_;
  asio::steady_timer pause_;
  std::shared_ptr<Guest> guest_;
  std::string token_;
  bool tried_ = false;
};

void until_all_in(Crowd& crowd, std::size_t sockets) {
  const auto last = Clock::now() + kPatience;
  while (crowd.in < sockets && Clock::now() < last) crowd.io.run_one_until(last);
}

}  // namespace

StormReport storm(const StormPlan& plan) {
  open_many_files();
  const test::TempFolder folder;
  found(folder.path(), kWorld, "sitting");
  StormReport report;
  report.sockets = plan.sockets;
  Crowd crowd;
  std::vector<std::unique_ptr<Watcher>> watchers;
  std::size_t coming = 0;
  {
    test::Program program(serving(folder.path()));
    crowd.port = program.port();
    for (std::size_t number = 0; number < plan.sockets; ++number) watchers.push_back(std::make_unique<Watcher>(crowd));
    crowd.next_one = [&] {
      if (coming < watchers.size()) watchers[coming++]->come();
    };
    for (std::size_t first = 0; first < kComingIn; ++first) crowd.next_one();
    until_all_in(crowd, plan.sockets);
    if (crowd.in < plan.sockets) throw std::runtime_error("not everybody got in at first");
    crowd.next_one = [] {};
    program.signal(SIGKILL);
    program.wait();
  }
  const auto killed = Clock::now();
  const auto since = [&](Clock::time_point then) { return std::chrono::duration<double>(then - killed).count(); };
  crowd.in = crowd.attempts = 0;
  test::Program program(serving(folder.path(), crowd.port));
  static_cast<void>(program.port());
  report.listening_s = since(Clock::now());
  until_all_in(crowd, plan.sockets);
  report.back = crowd.in;
  report.attempts = crowd.attempts;
  report.first_s = since(crowd.first_in);
  report.all_s = since(Clock::now());
  for (const auto& watcher : watchers) watcher->leave();
  crowd.io.poll();
  return report;
}

std::string StormReport::text() const {
  return std::to_string(back) + " of " + std::to_string(sockets) + " back after " + std::to_string(attempts) +
         " attempts; from the kill: the next server listens after " + tenths(listening_s) +
         " s, the first is back after " + tenths(first_s) + " s, all after " + tenths(all_s) + " s\n";
}

}  // namespace tt::load
