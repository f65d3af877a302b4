// The first bytes of a WebSocket frame from a server: a whole message, unmasked (RFC 6455, 5.2).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tt::server {

class FrameHeader {
 public:
  /// Of a message of so many bytes.
  FrameHeader(bool binary, std::size_t bytes) {
    put(binary ? 0x82 : 0x81);
    const int width = bytes < 126 ? 0 : bytes <= 0xffff ? 2 : 8;
    put(width == 0 ? bytes : width == 2 ? 126 : 127);
    for (int at = width - 1; at >= 0; --at) put((bytes >> (8 * at)) & 0xff);
  }

  [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), size_}; }

 private:
  void put(std::uint64_t byte) { bytes_[size_++] = static_cast<char>(byte); }

  std::array<char, 10> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace tt::server
