#include "tests/load/bare.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/limits.hpp"
#include "server/limits.hpp"
#include "tests/load/meter.hpp"

namespace tt::load {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using beast::error_code;

class BareSocket : public std::enable_shared_from_this<BareSocket> {
 public:
  explicit BareSocket(asio::ip::tcp::socket socket) : stream_(std::move(socket)) {}

  void start(std::function<void(std::shared_ptr<BareSocket>)> open) {
    stream_.next_layer().set_option(asio::ip::tcp::no_delay(true));
    // It pings as the server does: that costs, whoever does it.
    auto timeout = beast::websocket::stream_base::timeout::suggested(beast::role_type::server);
    timeout.idle_timeout = server::kIdleMax;
    timeout.keep_alive_pings = true;
    stream_.set_option(timeout);
    stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol, protocol::kSubprotocolBinary);
    }));
    stream_.auto_fragment(false);
    stream_.binary(true);
    stream_.async_accept([self = shared_from_this(), open = std::move(open)](error_code ec) {
      if (ec) return;
      open(self);
      self->read();
    });
  }
  void write(const std::shared_ptr<const std::string>& frame) {
    stream_.async_write(asio::buffer(*frame), [self = shared_from_this(), frame](error_code, std::size_t) {});
  }

 private:
  void read() {
    stream_.async_read(buffer_, [self = shared_from_this()](error_code ec, std::size_t) {
      if (!ec) self->read();
    });
  }

  beast::websocket::stream<asio::ip::tcp::socket, false> stream_;
  beast::flat_buffer buffer_;
};

/// Until the other end of `orders` closes. A byte there is a broadcast.
void serve(int orders, int told, std::size_t frame_bytes) {
  open_many_files();
  asio::io_context io{1};
  const auto frame = std::make_shared<const std::string>(frame_bytes, 'x');
  std::vector<std::shared_ptr<BareSocket>> all;
  asio::ip::tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  acceptor.listen(asio::socket_base::max_listen_connections);
  const std::function<void()> accept = [&] {
    acceptor.async_accept([&](error_code ec, asio::ip::tcp::socket socket) {
      if (!ec)
        std::make_shared<BareSocket>(std::move(socket))->start([&](auto open) { all.push_back(std::move(open)); });
      accept();
    });
  };
  accept();
  asio::posix::stream_descriptor line(io, orders);
  char order = 0;
  const std::function<void()> listen = [&] {
    line.async_read_some(asio::buffer(&order, 1), [&](error_code ec, std::size_t) {
      if (ec) return io.stop();
      for (const auto& one : all) one->write(frame);
      listen();
    });
  };
  listen();
  const std::uint16_t port = acceptor.local_endpoint().port();
  if (::write(told, &port, sizeof port) != sizeof port) return;
  io.run();
}

}  // namespace

BareBroadcaster::BareBroadcaster(std::size_t frame_bytes) {
  std::array<int, 2> orders{};
  std::array<int, 2> told{};
  if (::pipe(orders.data()) != 0 || ::pipe(told.data()) != 0) throw std::runtime_error("no pipe");
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("no process");
  if (pid_ == 0) {
    ::close(orders[1]);
    ::close(told[0]);
    serve(orders[0], told[1], frame_bytes);
    ::_exit(0);
  }
  ::close(orders[0]);
  ::close(told[1]);
  orders_ = orders[1];
  const bool heard = ::read(told[0], &port_, sizeof port_) == sizeof port_;
  ::close(told[0]);
  if (!heard) throw std::runtime_error("the bare broadcaster does not listen");
}

BareBroadcaster::~BareBroadcaster() {
  ::close(orders_);
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void BareBroadcaster::broadcast() const {
  if (::write(orders_, "!", 1) != 1) throw std::runtime_error("the bare broadcaster has gone");
}

}  // namespace tt::load
