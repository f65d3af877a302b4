#include "server/admin/admin_socket.hpp"

#include <sys/stat.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace tt::server {
namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;
using boost::system::error_code;

constexpr int kTalksMax = 8;
constexpr std::size_t kLineBytesMax = 8 * 1024;
/// A backup of all worlds is the longest answer.
constexpr std::chrono::minutes kTalkMax{5};

/// One question and its answer.
class Talk : public std::enable_shared_from_this<Talk> {
 public:
  Talk(stream_protocol::socket socket, std::shared_ptr<int> talks)
      : socket_(std::move(socket)), timer_(socket_.get_executor()), talks_(std::move(talks)) {
    ++*talks_;
  }
  ~Talk() { --*talks_; }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  void start(asio::io_context& io, const AdminSocket::Handle& handle) {
    timer_.expires_after(kTalkMax);
    timer_.async_wait([self = shared_from_this()](error_code ec) {
      error_code ignored;
      if (!ec) self->socket_.close(ignored);
    });
    asio::async_read_until(socket_, asio::dynamic_buffer(line_, kLineBytesMax), '\n',
                           [self = shared_from_this(), &io, handle](error_code ec, std::size_t length) {
                             if (ec) return static_cast<void>(self->timer_.cancel());
                             handle(self->line_.substr(0, length - 1), [self, &io](std::string answer) {
                               asio::post(io, [self, answer = std::move(answer)] { self->write(answer); });
                             });
                           });
  }

 private:
  void write(const std::string& answer) {
    line_ = answer + '\n';
    asio::async_write(socket_, asio::buffer(line_),
                      [self = shared_from_this()](error_code, std::size_t) { self->timer_.cancel(); });
  }

  stream_protocol::socket socket_;
  asio::steady_timer timer_;
  std::shared_ptr<int> talks_;
  std::string line_;
};

}  // namespace

AdminSocket::AdminSocket(asio::io_context& io, std::filesystem::path path, Handle handle)
    : io_(io), acceptor_(io), path_(std::move(path)), handle_(std::move(handle)) {}

std::string AdminSocket::open() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  try {
    const stream_protocol::endpoint endpoint(path_.string());
    acceptor_.open(endpoint.protocol());
    acceptor_.bind(endpoint);
    // Nobody can come in before it listens.
    if (::chmod(path_.c_str(), 0600) != 0) return "its permissions cannot be set";
    acceptor_.listen(kTalksMax);
  } catch (const boost::system::system_error& error) {
    error_code closed;
    acceptor_.close(closed);
    return error.code().message();
  }
  accept();
  return {};
}

void AdminSocket::stop() {
  error_code ignored;
  const bool was_open = acceptor_.is_open();
  acceptor_.close(ignored);
  std::error_code gone;
  if (was_open) std::filesystem::remove(path_, gone);
}

void AdminSocket::accept() {
  acceptor_.async_accept([self = shared_from_this()](error_code ec, stream_protocol::socket socket) {
    if (ec || !self->acceptor_.is_open()) return;
    if (*self->talks_ < kTalksMax)
      std::make_shared<Talk>(std::move(socket), self->talks_)->start(self->io_, self->handle_);
    self->accept();
  });
}

std::filesystem::path admin_path(const std::filesystem::path& data) {
  return data / "admin.sock";
}

std::string ask_server(const std::filesystem::path& data, const std::string& line) {
  asio::io_context io(1);
  error_code ec;
  std::string answer;
  try {
    stream_protocol::socket socket(io);
    socket.connect(stream_protocol::endpoint(admin_path(data).string()), ec);
    if (ec) return {};
    asio::write(socket, asio::buffer(line + '\n'), ec);
    asio::read_until(socket, asio::dynamic_buffer(answer), '\n', ec);
  } catch (const boost::system::system_error&) {
    return {};  // a path too long for a socket: then no server has one there either
  }
  while (!answer.empty() && answer.back() == '\n') answer.pop_back();
  return answer;
}

}  // namespace tt::server
