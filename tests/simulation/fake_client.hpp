// A client that plays by docs/protocol.md and keeps book of every promise it was given. It crashes, comes back with its
// token, resumes, and asks again under the same id whatever it has no answer to. Throws std::runtime_error when a
// promise is broken.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "technotariat/v1/session.pb.h"
#include "tests/simulation/fake_process.hpp"
#include "tests/simulation/link.hpp"
#include "tests/simulation/public_copy.hpp"

namespace tt::test {

namespace v1 = technotariat::v1;

class FakeClient {
 public:
  struct Promise {
    std::uint64_t index = 0;
    std::uint32_t tick = 0;
  };

  FakeClient(std::string name, FakeClock& clock, Draws& draws, bool orderly)
      : name_(std::move(name)), clock_(clock), draws_(draws), orderly_(orderly) {}

  /// Connects where it is time to, asks where there is something to ask, gives up where it waits too long.
  void tend(FakeProcess* process);
  void take(const std::string& frame);
  /// Loses its memory but for what a client keeps on its disk; half of the time the copy of the world too.
  void crash();
  /// No faults of its own from here on, and nothing new to ask.
  void calm_down();
  /// As it was, without the copy: a new one follows.
  void watch_anew();

  [[nodiscard]] const std::shared_ptr<Link>& link() const { return link_; }
  [[nodiscard]] FakeClock::Time next() const { return wake_; }
  [[nodiscard]] bool in_the_world() const { return stage_ == Stage::kInWorld && !awaiting_copy_; }
  [[nodiscard]] bool has_open_request() const { return pending_.has_value(); }

  [[nodiscard]] std::uint64_t guest() const { return guest_; }
  [[nodiscard]] const std::map<std::uint64_t, Promise>& promises() const { return promises_; }
  [[nodiscard]] const std::map<std::uint32_t, std::uint64_t>& hashes() const { return hashes_; }
  [[nodiscard]] const PublicCopy& copy() const { return copy_; }
  [[nodiscard]] std::uint64_t sequence() const { return sequence_; }

 private:
  enum class Stage { kAway, kHello, kEntering, kInWorld };

  [[noreturn]] void complain(const std::string& what) const;
  void lose();
  void send(v1::ClientEnvelope& envelope);
  void enter();
  void ask_something();
  void take_answer(const v1::ServerEnvelope& envelope);
  void take_receipt(std::uint64_t id, const v1::Receipt& receipt);
  void take_error(const v1::ServerEnvelope& envelope);
  void see(const v1::WorldInfo& world);
  void wait(std::int64_t ms) { wake_ = clock_.now() + std::chrono::milliseconds(ms); }

  std::string name_;
  FakeClock& clock_;
  Draws& draws_;
  bool orderly_;
  bool calm_ = false;

  // On the client's disk.
  std::string token_;
  std::uint64_t guest_ = 0;
  std::uint64_t last_id_ = 0;
  std::optional<v1::ClientEnvelope> pending_;
  std::map<std::uint64_t, v1::ClientEnvelope> kept_;  ///< what the promises were given for
  std::map<std::uint64_t, Promise> promises_;
  std::map<std::uint32_t, std::uint64_t> hashes_;  ///< state hashes told, by tick

  // In its memory.
  std::shared_ptr<Link> link_;
  Stage stage_ = Stage::kAway;
  FakeClock::Time wake_{};
  std::uint64_t asked_ = 0;  ///< hello or enter_world under way
  bool seated_ = false;
  bool awaiting_copy_ = true;
  std::uint32_t tick_ = 0;
  std::string epoch_;
  std::uint64_t sequence_ = 0;
  PublicCopy copy_;
};

}  // namespace tt::test
