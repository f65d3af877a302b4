#include "tests/load/kills.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

#include "tests/load/guest.hpp"
#include "tests/server/support/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

constexpr const char* kWorld = "town";
/// A tick begins anew with every life: short, so that some of them close.
constexpr const char* kServing = "tick_ms = 400\n";
constexpr std::chrono::milliseconds kBetweenActions{120};  ///< of one guest
constexpr std::chrono::milliseconds kLongestLife{1'200};
constexpr std::chrono::seconds kPatience{30};

/// Somebody who remembers what was asked and what was answered, over all lives of the server.
struct Person {
  std::string token;
  std::uint64_t id = 0;
  std::uint64_t last_request = 0;
  std::map<std::uint64_t, v1::ClientEnvelope> unanswered;
};

struct Story {
  explicit Story(const KillPlan& wanted) : plan(wanted), chance(wanted.seed), people(wanted.guests) {}

  const KillPlan& plan;
  std::mt19937_64 chance;
  std::vector<Person> people;
  Receipts receipts;
  KillReport report;
  std::vector<double> accepting_ms;
};

/// One life of the server, from its start until it is killed.
class Life {
 public:
  Life(Story& story, const std::filesystem::path& data)
      : story_(story), born_(Clock::now()), program_(serving(data, 0, kServing)) {
    const std::uint16_t port = program_.port();
    for (std::size_t who = 0; who < story_.people.size(); ++who) {
      const Person& person = story_.people[who];
      guests_.push_back(Guest::make(io_,
                                    {.port = port,
                                     .world = kWorld,
                                     .role = v1::ROLE_WORKER,
                                     .token = person.token,
                                     .last_request = person.last_request},
                                    {.on_in = [this, who] { begin(who); },
                                     .on_answer = [this, who](const auto& answer) { take(who, answer); },
                                     .on_frame = {},
                                     .on_lost = {}}));
      timers_.emplace_back(io_);
      guests_.back()->come();
    }
  }

  void until_killed() {
    if (io_.run_one_for(kPatience) == 0) throw std::runtime_error("nobody gets in");
    std::uniform_int_distribution<std::int64_t> life(0, kLongestLife.count());
    const auto end = Clock::now() + std::chrono::milliseconds(life(story_.chance));
    // Not before somebody is in: a life in which nothing happens proves nothing.
    while (Clock::now() < end || !somebody_in_) io_.run_one_for(std::chrono::milliseconds(20));
    program_.signal(SIGKILL);
    program_.wait();
    // What the dead server had sent is in the sockets still.
    while (io_.run_one_for(std::chrono::milliseconds(200)) > 0) {
    }
    for (std::size_t who = 0; who < guests_.size(); ++who) {
      // Also of those who did not get as far as their seat: it may be theirs already.
      story_.people[who].token = guests_[who]->token;
      story_.people[who].last_request = guests_[who]->last_request;
      timers_[who].cancel();
      guests_[who]->leave();
    }
    io_.poll();
    ++story_.report.kills;
  }

 private:
  void begin(std::size_t who) {
    if (!somebody_in_)
      story_.accepting_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - born_).count());
    somebody_in_ = true;
    Person& person = story_.people[who];
    person.id = guests_[who]->id;
    for (const auto& [number, request] : person.unanswered) {
      ++story_.report.asked_again;
      guests_[who]->send(request);
    }
    timers_[who].expires_after(kBetweenActions * static_cast<std::int64_t>(who) /
                               static_cast<std::int64_t>(guests_.size()));
    act_steadily(who);
  }

  void act_steadily(std::size_t who) {
    timers_[who].async_wait([this, who](boost::system::error_code ec) {
      if (ec || !guests_[who]->in()) return;
      act(who);
      timers_[who].expires_at(timers_[who].expiry() + kBetweenActions);
      act_steadily(who);
    });
  }

  void act(std::size_t who) {
    v1::ClientEnvelope request;
    request.set_request_id(++guests_[who]->last_request);
    request.mutable_act()->mutable_set_effort()->set_effort_bp(
        9'000 + static_cast<std::uint32_t>(request.request_id() % 1'000));
    story_.people[who].unanswered[request.request_id()] = request;
    guests_[who]->send(request);
  }

  void take(std::size_t who, const v1::ServerEnvelope& answer) {
    Person& person = story_.people[who];
    if (person.unanswered.erase(answer.request_id()) == 0) return;
    if (answer.has_receipt()) {
      ++story_.report.receipts;
      if (answer.receipt().repeated()) ++story_.report.repeated;
      story_.receipts[{person.id, answer.request_id()}] = answer.receipt().journal_index();
    } else {
      if (story_.report.refusals++ == 0) story_.report.refusal = answer.ShortDebugString();
    }
  }

  Story& story_;
  Clock::time_point born_;
  test::Program program_;
  asio::io_context io_{1};
  std::vector<std::shared_ptr<Guest>> guests_;
  std::vector<asio::steady_timer> timers_;
  bool somebody_in_ = false;
};

}  // namespace

KillReport kill_again_and_again(const KillPlan& plan) {
  const test::TempFolder folder;
  found(folder.path(), kWorld, "season");
  Story story(plan);
  while (story.report.kills < plan.kills) Life(story, folder.path()).until_killed();
  story.report.accepting = waits_of(std::move(story.accepting_ms));
  story.report.kept = look_into(folder.path(), kWorld, story.receipts);
  return story.report;
}

std::string KillReport::text() const {
  return std::to_string(kills) + " kills, " + std::to_string(receipts) + " receipts; " + std::to_string(asked_again) +
         " requests asked again, of which " + std::to_string(repeated) + " had got through before; " +
         std::to_string(refusals) + " refused " + refusal + "\naccepting again after: " + accepting.text() + "\n" +
         kept.text() + "\n";
}

}  // namespace tt::load
