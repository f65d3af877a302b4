#include "tests/simulation/fake_process.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "persistence/accounts.hpp"

namespace tt::test {
namespace {

template <class Value>
Value got(persistence::Result<Value> result) {
  if (!result) throw std::runtime_error("the server does not start: " + result.error().text());
  return std::move(*result);
}

server::Config config_of(const std::filesystem::path& data) {
  server::Config config;
  config.data = data;
  config.demo = false;
  config.tick = std::chrono::seconds(3);
  config.caps.presence_grace = std::chrono::seconds(4);
  return config;
}

}  // namespace

bool FakeStorage::step() {
  if (jobs_.empty()) return false;
  const Job job = std::move(jobs_.front());
  jobs_.pop_front();
  job();
  return true;
}

void FakeStorage::forget() {
  while (!jobs_.empty()) {
    const auto dropped = std::exchange(jobs_, {});
  }
}

FakeProcess::FakeProcess(const std::filesystem::path& data, FakeClock& clock)
    : config_(config_of(data)),
      data_(got(server::DataFolder::open(data))),
      clock_(clock),
      network_work_(boost::asio::make_work_guard(network_)),
      pool_work_(boost::asio::make_work_guard(pool_)),
      guests_(storage_, hasher_, clock, got(persistence::AccountsFile::open(data_.accounts_file()))),
      worlds_({network_, pool_.get_executor(), storage_, data_, guests_, hasher_, clock, config_, metrics_, keyframes_,
               downloads_}),
      ground_{network_,
              guests_,
              worlds_,
              clock,
              config_,
              metrics_,
              "page",
              by_account_,
              [this](std::uint64_t id, std::weak_ptr<server::Session> session) { sessions_[id] = std::move(session); },
              [this](std::uint64_t id) { sessions_.erase(id); },
              [](std::uint64_t, std::uint64_t) {}} {
  worlds_.load_all();
  if (worlds_.has_failed("town")) throw std::runtime_error("the town cannot be loaded");
}

FakeProcess::~FakeProcess() {
  // Whatever still waits for the disk hears that it failed; no link carries a word of it.
  Draws any(1);
  settle(any);
  for (const auto& [id, session] : std::exchange(sessions_, {}))
    if (const auto alive = session.lock()) alive->abandon();
  clock_.forget_alarms();
  settle(any);
  storage_.forget();
}

std::shared_ptr<server::Session> FakeProcess::new_session(protocol::Mapping mapping) {
  return std::make_shared<server::Session>(ground_, ++last_session_, mapping);
}

bool FakeProcess::step(Draws& draws) {
  const auto first = static_cast<std::size_t>(draws.below(3));
  for (std::size_t turn = 0; turn < 3; ++turn) {
    const std::size_t part = (first + turn) % 3;
    if (part == 0 ? network_.poll_one() > 0 : part == 1 ? pool_.poll_one() > 0 : storage_.step()) return true;
  }
  return false;
}

void FakeProcess::stop(Draws& draws) {
  bool at_rest = false;
  worlds_.drain([&] { at_rest = true; });
  settle(draws);
  if (!at_rest) throw std::runtime_error("the worlds do not come to rest");
}

}  // namespace tt::test
