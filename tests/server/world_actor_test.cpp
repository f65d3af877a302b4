// A world without sockets or disk: what it tells, when, and what it does when the disk fails.
#include <doctest/doctest.h>

#include <boost/asio/thread_pool.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "protocol/codec/envelope.hpp"
#include "server/world/world_actor.hpp"
#include "tests/server/support/bare_town.hpp"

using namespace tt::server;
using tt::protocol::Mapping;
namespace rules = tt::rules;
namespace persistence = tt::persistence;

namespace {

/// Holds every append until told how it ended.
class HeldJournal final : public Journal {
 public:
  void append(std::uint64_t after, std::vector<persistence::Entry> entries, Done done) override {
    const std::lock_guard lock(mutex_);
    CHECK(after == entries_);
    entries_ += entries.size();
    held_.push_back(std::move(done));
    changed_.notify_all();
  }
  /// Nothing is being appended.
  [[nodiscard]] bool idle() {
    const std::lock_guard lock(mutex_);
    return held_.empty();
  }
  void save_snapshot(std::uint64_t, std::string) override {}
  void read(std::uint64_t, std::size_t, Read done) override { done(std::vector<persistence::Entry>{}); }
  [[nodiscard]] const persistence::Genesis& genesis() const override { return genesis_; }

  /// Waits for an append and ends it.
  void finish(const persistence::Result<void>& result = {}) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, std::chrono::seconds(10), [&] { return !held_.empty(); }))
      throw std::runtime_error("nothing was appended");
    const Done done = std::move(held_.front());
    held_.pop_front();
    lock.unlock();
    done(result);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Done> held_;
  std::uint64_t entries_ = 0;
  persistence::Genesis genesis_;
};

class Listener final : public Subscriber {
 public:
  Mapping mapping() const override { return Mapping::kBinary; }
  void deliver(SharedBytes frame) override {
    const std::lock_guard lock(mutex_);
    const bool awaited =
        on_answer_ && tt::protocol::parse_server(*frame, Mapping::kBinary)->request_id() == on_answer_to_;
    if (awaited) std::exchange(on_answer_, nullptr)();
    frames_.push_back(std::move(frame));
    changed_.notify_all();
  }
  v1::ServerEnvelope answer(std::uint64_t request_id) {
    std::unique_lock lock(mutex_);
    for (;;) {
      while (!frames_.empty()) {
        const auto envelope = tt::protocol::parse_server(*frames_.front(), Mapping::kBinary);
        frames_.pop_front();
        if (envelope->request_id() == request_id) return *envelope;
      }
      if (changed_.wait_for(lock, std::chrono::seconds(10)) == std::cv_status::timeout)
        throw std::runtime_error("no answer");
    }
  }
  void show_out(const std::string&, SharedBytes frame) override { deliver(std::move(frame)); }
  /// What came until now.
  void forget() {
    const std::lock_guard lock(mutex_);
    frames_.clear();
  }
  bool silent() {
    const std::lock_guard lock(mutex_);
    return frames_.empty();
  }
  /// Done while that answer is being delivered.
  void on_answer(std::uint64_t request_id, std::function<void()> answered) {
    const std::lock_guard lock(mutex_);
    on_answer_to_ = request_id;
    on_answer_ = std::move(answered);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<SharedBytes> frames_;
  std::uint64_t on_answer_to_ = 0;
  std::function<void()> on_answer_;
};

struct Town {
  explicit Town(std::size_t inbox = 100, const std::function<void(rules::World&)>& plant = {}) {
    WorldParts parts = tt::test::bare_town(journal, hasher, clock, std::chrono::hours(1));
    parts.caps.inbox = inbox;
    if (plant) plant(parts.restored.world);
    parts.reload = [this] { ++reloads; };
    actor = std::make_shared<WorldActor>(pool.get_executor(), std::move(parts));
    actor->start();
    CHECK(offer(1'000, Enter{}));
    CHECK(listener->answer(1'000).has_entered());
    listener->forget();
  }
  ~Town() {
    pool.stop();
    pool.join();
  }
  bool offer(std::uint64_t request_id, WorldRequest request) {
    return actor->offer(
        {.guest = 7, .name = "Ann", .request_id = request_id, .content = 1, .to = listener, .place = nullptr},
        std::move(request));
  }

  std::atomic<int> reloads{0};
  RealClock clock;
  Hasher hasher;
  std::shared_ptr<HeldJournal> journal = std::make_shared<HeldJournal>();
  std::shared_ptr<Listener> listener = std::make_shared<Listener>();
  boost::asio::thread_pool pool{1};
  std::shared_ptr<WorldActor> actor;
};

const persistence::Failure kDiskFull("The disk is full.", "a test", "Make room.");

}  // namespace

TEST_CASE("nothing is told before it is on the disk, and a repeated request waits for the same commit") {
  Town town;
  CHECK(town.offer(1, Sit{{}, rules::Role::kCapitalist}));
  CHECK(town.offer(1, Sit{{}, rules::Role::kCapitalist}));
  CHECK(town.listener->silent());
  town.journal->finish();
  const auto first = town.listener->answer(1);
  CHECK(first.receipt().journal_index() == 1);
  CHECK(!first.receipt().repeated());
  const auto repeated = town.listener->answer(1);
  CHECK(repeated.receipt().journal_index() == 1);
  CHECK(repeated.receipt().repeated());
}

TEST_CASE("a full inbox takes nothing more until somebody has been answered") {
  Town town(3);
  CHECK(town.offer(1, Sit{{}, rules::Role::kMember}));
  CHECK(town.offer(2, Act{rules::SetEffort{9'000}}));
  CHECK(town.offer(3, Act{rules::SetEffort{9'100}}));
  CHECK(!town.offer(4, Act{rules::SetEffort{9'200}}));
  for (int commits = 0; commits < 3; ++commits) town.journal->finish();
  CHECK(town.listener->answer(3).has_receipt());
  CHECK(town.offer(5, Act{rules::SetEffort{9'300}}));
  town.journal->finish();
  CHECK(town.listener->answer(5).receipt().journal_index() == 4);
}

TEST_CASE("whoever asks again on hearing an answer finds its place in the inbox free") {
  Town town(1);
  town.listener->on_answer(1, [&] { CHECK(town.offer(2, Act{rules::SetEffort{9'000}})); });
  CHECK(town.offer(1, Act{rules::SetEffort{9'000}}));
  CHECK(town.listener->answer(1).error().code() == v1::ERROR_CODE_NOT_SEATED);
  CHECK(town.listener->answer(2).error().code() == v1::ERROR_CODE_NOT_SEATED);
}

TEST_CASE("a failed commit fails the world: no receipt, every answer says so, and its host can have it loaded again") {
  Town town;
  CHECK(town.offer(1, Sit{{}, rules::Role::kMember}));
  town.journal->finish(kDiskFull);
  CHECK(town.listener->answer(1).error().code() == v1::ERROR_CODE_WORLD_FAILED);
  CHECK(town.offer(2, Act{rules::SetEffort{9'000}}));
  CHECK(town.listener->answer(2).error().code() == v1::ERROR_CODE_WORLD_FAILED);
  CHECK(town.actor->summary(0).failed());
  CHECK(town.reloads == 0);
  CHECK(town.offer(3, ChangeClock{}));
  CHECK(town.listener->answer(3).error().code() == v1::ERROR_CODE_WORLD_FAILED);
  CHECK(town.reloads == 1);
}

TEST_CASE("a world whose books would not add up does not close its tick, says so, and leaves the process alone") {
  Town town(100, [](rules::World& world) { world.treasury += 5; });
  CHECK(town.offer(1, Sit{{}, rules::Role::kMember}));
  town.journal->finish();
  CHECK(town.listener->answer(1).has_receipt());
  CHECK(!town.actor->gauges().books_broken);
  CHECK(town.offer(2, Ready{true, 0}));
  CHECK(town.listener->answer(2).has_receipt());
  CHECK(town.offer(3, Act{rules::SetEffort{9'000}}));
  const auto stopped = town.listener->answer(3);
  CHECK(stopped.error().code() == v1::ERROR_CODE_WORLD_FAILED);
  CHECK(stopped.error().text().find("books") != std::string::npos);
  const WorldGauges gauges = town.actor->gauges();
  CHECK(gauges.failed);
  CHECK(gauges.tick == 0);
  CHECK(Metrics().text(0, {gauges}).find("conservation_error{world=\"town\"} 1\n") != std::string::npos);
  CHECK(town.journal->idle());
}

TEST_CASE("a world that comes to rest answers what it has taken and takes nothing more") {
  Town town;
  CHECK(town.offer(1, Sit{{}, rules::Role::kMember}));
  std::atomic<bool> at_rest{false};
  town.actor->drain([&] { at_rest = true; });
  CHECK(town.offer(2, Act{rules::SetEffort{9'000}}));
  CHECK(!at_rest);
  town.journal->finish();
  CHECK(town.listener->answer(1).has_receipt());
  CHECK(town.listener->answer(2).error().code() == v1::ERROR_CODE_BUSY);
  CHECK(at_rest);
}
