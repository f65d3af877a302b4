#include "tournament/bots/channel.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace tt::tournament {

protocol::Mapping mapping_of(Transport transport) {
  switch (transport) {
    case Transport::kJson:
      return protocol::Mapping::kJson;
    case Transport::kProtobuf:
      return protocol::Mapping::kBinary;
  }
  return protocol::Mapping::kJson;
}

void Channel::send(std::string_view message) {
  if (wrote_all()) {
    outgoing_.clear();
    written_ = 0;
  }
  if (transport_ == Transport::kProtobuf)
    for (std::size_t left = message.size();; left >>= 7U) {
      outgoing_ += static_cast<char>((left & 0x7FU) | (left > 0x7FU ? 0x80U : 0U));
      if (left <= 0x7FU) break;
    }
  outgoing_ += message;
  if (transport_ == Transport::kJson) outgoing_ += '\n';
}

bool Channel::write() {
  while (!wrote_all()) {
    const ssize_t count = ::write(process_.input(), outgoing_.data() + written_, outgoing_.size() - written_);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    written_ += static_cast<std::size_t>(count);
  }
  return true;
}

bool Channel::read() {
  std::array<char, 64 * 1024> bytes;  // NOLINT: filled by read
  const ssize_t count = ::read(process_.output(), bytes.data(), bytes.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (taken_ == incoming_.size()) {
    incoming_.clear();
    taken_ = 0;
  }
  incoming_.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

std::optional<std::string> Channel::take(std::size_t length) {
  std::string message = incoming_.substr(taken_, length);
  taken_ += length;
  ++messages_;
  return message;
}

std::optional<std::string> Channel::next() {
  if (transport_ == Transport::kJson) {
    const std::size_t end = incoming_.find('\n', taken_);
    if (end == std::string::npos) return std::nullopt;
    auto message = take(end - taken_);
    ++taken_;
    return message;
  }
  std::size_t length = 0;
  for (std::size_t byte = 0; byte < kLengthBytesMax && taken_ + byte < incoming_.size(); ++byte) {
    const auto value = static_cast<unsigned char>(incoming_[taken_ + byte]);
    length |= static_cast<std::size_t>(value & 0x7FU) << (7 * byte);
    if (value > 0x7FU) continue;
    if (incoming_.size() - taken_ - byte - 1 < length) return std::nullopt;
    taken_ += byte + 1;
    return take(length);
  }
  return std::nullopt;
}

bool Channel::read_errors(std::string& log) {
  std::array<char, 4096> bytes;  // NOLINT: filled by read
  const ssize_t count = ::read(process_.errors(), bytes.data(), bytes.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  const std::size_t kept = std::min(stderr_left_, static_cast<std::size_t>(count));
  log.append(bytes.data(), kept);
  stderr_left_ -= kept;
  return count > 0;
}

}  // namespace tt::tournament
