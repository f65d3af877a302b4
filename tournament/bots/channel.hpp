// Messages to and from one program, over pipes that never block: what is still to be written, what has been read of the
// next message.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/codec/envelope.hpp"
#include "protocol/limits.hpp"
#include "tournament/bots/process.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

using Clock = std::chrono::steady_clock;

[[nodiscard]] protocol::Mapping mapping_of(Transport transport);

class Channel {
 public:
  Channel(Process process, Transport transport, std::size_t stderr_bytes)
      : process_(std::move(process)), transport_(transport), stderr_left_(stderr_bytes) {}

  /// Appends a message, without its line end or length, to what is to be written.
  void send(std::string_view message);
  /// Writes what goes without waiting. False: the program does not read any more.
  [[nodiscard]] bool write();
  [[nodiscard]] bool wrote_all() const { return written_ == outgoing_.size(); }

  /// Reads what is there. False: its output has ended.
  [[nodiscard]] bool read();
  /// The next whole message read, if any.
  [[nodiscard]] std::optional<std::string> next();
  /// Whether what has been read of the next message is more than one may have.
  [[nodiscard]] bool too_long() const {
    return incoming_.size() - taken_ > protocol::kBotFrameBytesMax + kLengthBytesMax;
  }
  [[nodiscard]] bool has_unread() const { return incoming_.size() > taken_; }
  /// How many messages have been taken.
  [[nodiscard]] std::size_t taken() const { return messages_; }

  /// Reads its standard error, up to its cap, into `log`. False: it has ended.
  [[nodiscard]] bool read_errors(std::string& log);

  [[nodiscard]] Process& process() { return process_; }

 private:
  static constexpr std::size_t kLengthBytesMax = 5;

  Process process_;
  Transport transport_;
  std::size_t stderr_left_;
  std::string outgoing_;
  std::size_t written_ = 0;
  std::string incoming_;
  std::size_t taken_ = 0;  ///< bytes of it
  std::size_t messages_ = 0;

  [[nodiscard]] std::optional<std::string> take(std::size_t length);
};

}  // namespace tt::tournament
