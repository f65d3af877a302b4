// The other end of a conversation, for tests: one WebSocket, one answer at a time, every wait with a deadline.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/codec/envelope.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::test {

namespace v1 = technotariat::v1;
using protocol::Mapping;

struct Door {
  std::uint16_t port = 0;
  Mapping mapping = Mapping::kBinary;
  std::string target = "/ws";
  std::string host = "localhost";
  std::string origin;                      ///< empty: none
  std::string forwarded_for;               ///< as a proxy tells it; empty: there is none
  std::optional<std::string> subprotocol;  ///< empty: that of the mapping
  int receive_buffer = 0;                  ///< of the socket; 0: the system's
};

class Client {
 public:
  explicit Client(Door door);
  ~Client();
  Client(Client&&) noexcept;

  /// The HTTP status of the upgrade: 101 if this is a WebSocket now, 0 if nobody answered.
  [[nodiscard]] int status() const;
  [[nodiscard]] bool is_open() const { return status() == 101; }

  void send(const v1::ClientEnvelope& envelope);
  /// As it is. False if the connection is gone.
  bool send_raw(std::string_view frame);
  /// A sign of life nobody asked for; false when the connection has ended.
  bool send_pong();
  /// A ping, which the server answers by itself, between two of its own frames.
  bool send_ping();
  /// The next frame; nothing when the connection has ended. A wait of ten seconds fails the test.
  [[nodiscard]] std::optional<v1::ServerEnvelope> next();
  /// The next that is as wanted; the others are kept in `seen`. Fails the test if the connection ends.
  v1::ServerEnvelope until(const std::function<bool(const v1::ServerEnvelope&)>& wanted);
  /// The answer to that request.
  v1::ServerEnvelope answer(std::uint64_t request_id);
  /// Reads until the connection ends; how many bytes came.
  std::size_t drain();
  /// Without a word.
  void drop();

  std::vector<v1::ServerEnvelope> seen;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A guest at work: numbers the requests.
class Guest {
 public:
  explicit Guest(Door door, std::string name = {}, std::string token = {});

  v1::ServerEnvelope ask(v1::ClientEnvelope request);
  v1::ServerEnvelope enter(const std::string& world, std::uint64_t resume_after = 0, const std::string& epoch = {});
  /// With an invitation's code or a password.
  v1::ServerEnvelope enter_with(const std::string& key, const std::string& world);
  v1::ServerEnvelope sit(v1::Role role);
  v1::ServerEnvelope effort(std::uint32_t effort_bp);
  v1::ServerEnvelope ready(std::uint32_t tick);
  v1::ServerEnvelope say(v1::ChatChannel channel, const std::string& text, const std::string& to = {});
  v1::ServerEnvelope measure(v1::Measure measure, const std::string& guest, const std::string& called = {});
  v1::House house();
  /// The request as it would be sent next.
  [[nodiscard]] v1::ClientEnvelope request();
  [[nodiscard]] v1::ClientEnvelope effort_request(std::uint32_t effort_bp);
  /// What came last of these, the connection read up to it.
  v1::Me me();
  void until_tick(std::uint32_t tick);

  Client client;
  std::string token;
  std::string id;
  std::string name;
  std::uint64_t last_request = 0;
};

/// The error's code, or 0 for anything else.
[[nodiscard]] inline v1::ErrorCode code_of(const v1::ServerEnvelope& envelope) {
  return envelope.has_error() ? envelope.error().code() : v1::ERROR_CODE_UNSPECIFIED;
}

}  // namespace tt::test
