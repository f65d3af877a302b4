// The host's own door: a socket in the data folder that only its owner can open. One line in, one line out. Network
// thread only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace tt::server {

class AdminSocket : public std::enable_shared_from_this<AdminSocket> {
 public:
  using Answer = std::function<void(std::string line)>;
  /// `answer` may be called on any thread, once.
  using Handle = std::function<void(std::string line, Answer answer)>;

  AdminSocket(boost::asio::io_context& io, std::filesystem::path path, Handle handle);

  /// Why there is none, or nothing. The caller holds the data folder's lock: a socket left behind is replaced.
  [[nodiscard]] std::string open();
  void stop();

 private:
  void accept();

  boost::asio::io_context& io_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
  std::filesystem::path path_;
  Handle handle_;
  std::shared_ptr<int> talks_ = std::make_shared<int>(0);
};

/// Asks a running server; its line, or nothing if there is no server at that data folder.
[[nodiscard]] std::string ask_server(const std::filesystem::path& data, const std::string& line);

/// DATA/admin.sock.
[[nodiscard]] std::filesystem::path admin_path(const std::filesystem::path& data);

}  // namespace tt::server
