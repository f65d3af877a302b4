#include "server/hooks/hooks.hpp"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>
#include <utility>

#include "server/hooks/hook.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;

/// Unlisted worlds and those by invitation are told of to whoever the operator named them for, and to nobody else.
bool concerns(const HookPlan& plan, const WorldNews& news) {
  return plan.world == news.world || (plan.world == "*" && news.open_to_all);
}

}  // namespace

struct Hooks::Runner {
  Runner(std::size_t number, HookPlan wanted, HookPace pace, Metrics& metrics) : plan(std::move(wanted)) {
    auto owned = std::make_unique<asio::io_context>(1);
    io = owned.get();
    work.emplace(asio::make_work_guard(*io));
    hook = std::make_shared<Hook>(io->get_executor(), number, plan, pace, metrics);
    thread = std::thread([owned = std::move(owned), ran = ran, released = released.get_future()]() mutable {
      owned->run();
      ran->set_value();
      released.wait();
      // Here the system may still be asked for an address, and the context waits for its answer.
      owned.reset();
    });
  }

  void close() {
    asio::post(*io, [this] { hook->close([this] { rested.set_value(); }); });
  }

  void finish(std::chrono::steady_clock::time_point until) {
    rested.get_future().wait_until(until);
    io->stop();
    ran->get_future().wait();
    const bool held_up = hook->resolving();
    hook.reset();
    work.reset();
    released.set_value();
    if (held_up)
      thread.detach();  // whatever it still holds is its own
    else
      thread.join();
  }

  HookPlan plan;
  asio::io_context* io = nullptr;  ///< the thread's own
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
  std::shared_ptr<Hook> hook;
  std::promise<void> rested;
  std::shared_ptr<std::promise<void>> ran = std::make_shared<std::promise<void>>();
  std::promise<void> released;
  std::thread thread;
};

Hooks::Hooks(const std::vector<HookPlan>& plans, HookPace pace, Metrics& metrics) : pace_(pace) {
  for (const HookPlan& plan : plans)
    runners_.push_back(std::make_unique<Runner>(runners_.size() + 1, plan, pace, metrics));
}

Hooks::~Hooks() {
  finish();
}

void Hooks::tell(const WorldNews& news) {
  const auto event = static_cast<HookEvent>(news.what.index());
  std::shared_ptr<const HookMessage> message;
  for (const auto& runner : runners_) {
    if (!concerns(runner->plan, news) || !runner->plan.wants(event)) continue;
    if (!message) message = std::make_shared<const HookMessage>(message_of(news));
    asio::post(*runner->io, [hook = runner->hook, message] { hook->tell(message); });
  }
}

void Hooks::close() {
  if (std::exchange(closed_, true)) return;
  until_ = std::chrono::steady_clock::now() + pace_.farewell;
  for (const auto& runner : runners_) runner->close();
}

void Hooks::finish() {
  close();
  for (const auto& runner : runners_) runner->finish(until_);
  runners_.clear();
}

}  // namespace tt::server
