#include "tests/server/support/played_town.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "tests/server/support/bare_town.hpp"

namespace tt::test {

using namespace server;

class PlayedTown::TownJournal final : public Journal {
 public:
  void append(std::uint64_t, std::vector<persistence::Entry>, Done done) override {
    waiting_.push_back(std::move(done));
    if (!held_) finish();
  }
  void save_snapshot(std::uint64_t, std::string) override {}
  void read(std::uint64_t, std::size_t, Read done) override { done(std::vector<persistence::Entry>{}); }
  [[nodiscard]] const persistence::Genesis& genesis() const override { return genesis_; }

  void hold(bool held) {
    held_ = held;
    if (!held) finish();
  }

 private:
  void finish() {
    for (const Done& done : std::exchange(waiting_, {})) done({});
  }
  bool held_ = false;
  std::vector<Done> waiting_;
  persistence::Genesis genesis_;
};

class PlayedTown::Listener final : public Subscriber {
 public:
  [[nodiscard]] protocol::Mapping mapping() const override { return protocol::Mapping::kBinary; }
  void deliver(SharedBytes) override {}
  void show_out(const std::string&, SharedBytes) override {}
};

PlayedTown::PlayedTown(milliseconds tick, TellNews news)
    : journal_(std::make_shared<TownJournal>()), listener_(std::make_shared<Listener>()) {
  WorldParts parts = bare_town(journal_, hasher_, clock_, tick);
  parts.news = std::move(news);
  actor_ = std::make_shared<WorldActor>(io_.get_executor(), std::move(parts));
  actor_->start();
  settle();
}

PlayedTown::~PlayedTown() {
  clock_.forget_alarms();
}

void PlayedTown::seat(std::uint64_t guest, const std::string& name) {
  names_[guest] = name;
  ask(guest, Enter{});
  ask(guest, Sit{{}, rules::Role::kMember});
}

void PlayedTown::ask(std::uint64_t guest, WorldRequest request) {
  ++last_request_;
  CHECK(actor_->offer({.guest = guest,
                       .name = names_[guest],
                       .request_id = last_request_,
                       .content = last_request_,
                       .to = listener_,
                       .place = nullptr},
                      std::move(request)));
  settle();
}

void PlayedTown::settle() {
  io_.restart();
  io_.poll();
}

void PlayedTown::pass(milliseconds time) {
  const Time until = clock_.now() + time;
  for (auto next = clock_.next(); next && *next <= until; next = clock_.next()) {
    clock_.advance_to(*next);
    settle();
  }
  clock_.advance_to(until);
  settle();
}

void PlayedTown::hold_disk(bool held) {
  journal_->hold(held);
  settle();
}

}  // namespace tt::test
