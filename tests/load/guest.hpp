// One guest of a load test: a connection of its own, all of them in one thread. Comes in as far as asked, then tells
// what it hears.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "protocol/codec/envelope.hpp"

namespace tt::load {

namespace v1 = technotariat::v1;

/// How far a guest comes in.
struct Way {
  std::uint16_t port = 0;
  std::string world;                     ///< empty: connects, and says nothing
  v1::Role role = v1::ROLE_UNSPECIFIED;  ///< to sit down in; unspecified: watches
  std::string token;                     ///< of before; empty for somebody new
  std::uint64_t last_request = 0;        ///< used before
};

class Guest : public std::enable_shared_from_this<Guest> {
 public:
  /// What is heard; each may be empty. `on_lost` is not for a connection that was left.
  struct Ears {
    std::function<void()> on_in;                               ///< as far in as asked
    std::function<void(const v1::ServerEnvelope&)> on_answer;  ///< to what was sent once in
    std::function<void(std::size_t bytes)> on_frame;           ///< any frame, before it is looked at
    std::function<void()> on_lost;
  };

  static std::shared_ptr<Guest> make(boost::asio::io_context& io, Way way, Ears ears);
  virtual ~Guest() = default;

  virtual void come() = 0;
  /// Returns the id it went under; a request that has one keeps it.
  virtual std::uint64_t send(v1::ClientEnvelope request) = 0;
  /// At once and without a word.
  virtual void leave() = 0;
  [[nodiscard]] virtual bool in() const = 0;

  std::uint64_t id = 0;  ///< as the server calls it
  std::string token;     ///< to come back with
  bool seated = false;   ///< found in a seat, or sat down
  std::uint64_t last_request = 0;
};

}  // namespace tt::load
