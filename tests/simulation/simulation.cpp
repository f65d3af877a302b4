#include "tests/simulation/simulation.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "persistence/verify.hpp"
#include "tests/persistence/faulty_disk.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/simulation/fake_chance.hpp"
#include "tests/simulation/fake_client.hpp"
#include "tests/simulation/founded_town.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::test {
namespace {

using std::chrono::seconds;

constexpr seconds kTroubles{45};
constexpr seconds kQuietEnd{20};

class Stage {
 public:
  explicit Stage(std::uint64_t seed) : draws_(seed), world_(folder_ / "worlds/town.world") {
    use_fake_chance(seed);
    std::filesystem::create_directories(world_.parent_path());
    replace_bytes(world_, founded_town());
    const bool orderly = draws_.one_in(2);
    for (std::int64_t n = draws_.between(2, 5); n > 0; --n)
      clients_.push_back(std::make_unique<FakeClient>("Client " + std::to_string(n), clock_, draws_, orderly));
    start();
  }

  Story play() {
    const auto calm = clock_.now() + kTroubles;
    while (clock_.now() < calm) {
      if (draws_.one_in(400)) trouble();
      turn();
    }
    calm_down();
    for (const auto end = clock_.now() + kQuietEnd; clock_.now() < end;) turn();
    compare();
    process_->stop(draws_);
    process_.reset();
    read_journal();
    return story_;
  }

 private:
  void start() { process_ = std::make_unique<FakeProcess>(folder_.path(), clock_); }

  void kill(bool power) {
    if (!process_) return;
    disk_.cut_power();
    for (const auto& client : clients_)
      if (client->link()) client->link()->vanish();
    process_.reset();
    if (power) {
      disk_.power_on(draws_);
      ++story_.power_cuts;
    }
    disk_.heal();
    ++story_.restarts;
    back_at_ = clock_.now() + std::chrono::milliseconds(draws_.below(3'000));
  }

  void trouble() {
    const auto client = static_cast<std::size_t>(draws_.below(static_cast<std::int64_t>(clients_.size())));
    switch (draws_.below(6)) {
      case 0:
      case 1:
        return clients_[client]->crash();
      case 2:
        return kill(false);
      case 3:
        return kill(true);
      case 4:
        disk_.fail_after(draws_.below(12), draws_.one_in(2) ? SQLITE_FULL : SQLITE_IOERR_WRITE);
        healed_at_ = clock_.now() + std::chrono::milliseconds(draws_.below(4'000));
        ++story_.disk_faults;
        return;
      default:
        if (!process_ || process_->has_failed()) return;
        process_->stop(draws_);
        return kill(false);
    }
  }

  /// One step of somebody, or on to the next moment.
  void turn() {
    if (clock_.now() >= healed_at_) disk_.heal();
    if (!process_ && clock_.now() >= back_at_) {
      disk_.heal();
      start();
    }
    for (const auto& client : clients_) client->tend(process_.get());
    const auto first = static_cast<std::size_t>(draws_.below(static_cast<std::int64_t>(clients_.size())));
    if (draws_.one_in(2) && carry(first)) return;
    if (process_ && process_->step(draws_)) return;
    if (carry(first)) return;
    pass_time();
  }

  bool carry(std::size_t first) {
    for (std::size_t n = 0; n < clients_.size(); ++n) {
      FakeClient& client = *clients_[(first + n) % clients_.size()];
      const auto link = client.link();
      if (!link || !link->is_open()) continue;
      if (link->server_has_mail()) return link->hand_to_server(), true;
      if (link->client_has_mail()) return client.take(link->take_at_client()), true;
    }
    return false;
  }

  void pass_time() {
    auto next = clock_.now() + seconds(1);
    const auto earlier = [&](FakeClock::Time at) { next = std::min(next, at); };
    if (const auto alarm = clock_.next()) earlier(*alarm);
    if (!process_) earlier(back_at_);
    for (const auto& client : clients_) {
      earlier(client->next());
      if (client->link())
        if (const auto mail = client->link()->next()) earlier(*mail);
    }
    clock_.advance_to(std::max(next, clock_.now() + std::chrono::milliseconds(1)));
  }

  void calm_down() {
    kill(false);
    back_at_ = healed_at_ = clock_.now();
    for (const auto& client : clients_) client->calm_down();
  }

  /// Nothing is on its way any more: all hold what somebody who comes now is given.
  void compare() {
    settle();
    for (const auto& client : clients_) {
      if (!client->in_the_world()) throw std::runtime_error("a client did not come back");
      if (client->has_open_request()) throw std::runtime_error("a request was never answered");
    }
    const PublicCopy held = clients_.front()->copy();
    const std::uint64_t sequence = clients_.front()->sequence();
    clients_.front()->watch_anew();
    settle();
    for (const auto& client : clients_) {
      const bool same = client->copy() == held && client->sequence() == sequence;
      if (!same) throw std::runtime_error("clients hold different worlds: " + held.difference(client->copy()));
    }
  }

  void settle() {
    while (process_->step(draws_) || carry(0)) {
    }
  }

  void read_journal() {
    const auto report = persistence::verify(world_);
    if (!report || !report->sound())
      throw std::runtime_error("the journal: " + (report ? report->problem : report.error().text()));
    auto file = persistence::WorldFile::open(world_);
    if (!file) throw std::runtime_error(file.error().text());
    std::set<std::pair<std::uint64_t, std::uint64_t>> once;
    std::map<std::uint64_t, std::vector<std::uint64_t>> own;  // by player, the ids of the requests in their order
    std::vector<std::uint64_t> hashes;
    const auto read = file->read(1, [&](std::uint64_t, const persistence::Entry& entry) {
      if (const auto* const close = std::get_if<persistence::TickClose>(&entry)) hashes.push_back(close->state_hash);
      std::pair<std::uint64_t, std::uint64_t> request{0, 0};
      if (const auto* const command = std::get_if<persistence::Command>(&entry))
        request = {command->player, command->request_id};
      if (const auto* const event = std::get_if<persistence::HouseEvent>(&entry))
        request = {event->player(), event->request_id()};
      if (request.second == 0) return;
      own[request.first].push_back(request.second);
      if (!once.insert(request).second)
        throw std::runtime_error("request " + std::to_string(request.second) + " is in the journal twice");
    });
    if (!read) throw std::runtime_error(read.error().text());
    for (const auto& client : clients_) {
      for (const auto& [id, promise] : client->promises()) {
        ++story_.promises;
        const std::vector<std::uint64_t>& ids = own[client->guest()];
        if (promise.index > ids.size() || ids[promise.index - 1] != id)
          throw std::runtime_error("a client's entry " + std::to_string(promise.index) + " is not what was promised");
      }
      for (const auto& [tick, hash] : client->hashes())
        if (tick != 0 && (tick > hashes.size() || hashes[tick - 1] != hash))
          throw std::runtime_error("what was told of tick " + std::to_string(tick) + " is not in the journal");
    }
    story_.ticks = static_cast<std::uint32_t>(hashes.size());
    story_.state_hash = hashes.empty() ? 0 : hashes.back();
  }

  Draws draws_;
  TempFolder folder_;
  std::filesystem::path world_;
  FaultyDisk disk_;
  FakeClock clock_;
  std::unique_ptr<FakeProcess> process_;
  std::vector<std::unique_ptr<FakeClient>> clients_;
  FakeClock::Time back_at_{};
  FakeClock::Time healed_at_{};
  Story story_;
};

}  // namespace

Story simulate(std::uint64_t seed) {
  static_cast<void>(founded_town());
  return Stage(seed).play();
}

}  // namespace tt::test
