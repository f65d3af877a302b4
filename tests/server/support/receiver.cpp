#include "tests/server/support/receiver.hpp"

#include <sys/socket.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace tt::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds kDeadline{20};

struct Receiver::State {
  asio::io_context io;
  tcp::acceptor acceptor{io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
  std::deque<std::string> answers;
  server::TlsIdentity tls;

  template <class Stream>
  bool serve(Stream& stream, Got& got) {
    boost::beast::flat_buffer buffer;
    http::request<http::string_body> request;
    error_code ec;
    http::read(stream, buffer, request, ec);
    if (ec) return false;
    got.target = std::string(request.target());
    for (const auto& field : request) got.headers[std::string(field.name_string())] = std::string(field.value());
    got.body = request.body();
    std::string answer = "204 No Content";
    if (!answers.empty()) {
      answer = answers.front();
      answers.pop_front();
    }
    asio::write(stream, asio::buffer("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n"), ec);
    return true;
  }
};

Receiver::Receiver(std::deque<std::string> answers, server::TlsIdentity tls) : state_(std::make_unique<State>()) {
  state_->answers = std::move(answers);
  state_->tls = std::move(tls);
  port_ = state_->acceptor.local_endpoint().port();
  thread_ = std::thread([this] { run(); });
}

Receiver::~Receiver() {
  ::shutdown(state_->acceptor.native_handle(), SHUT_RDWR);
  thread_.join();
}

std::string Receiver::url(const std::string& path) const {
  return std::string(state_->tls ? "https" : "http") + "://localhost:" + std::to_string(port_) + path;
}

void Receiver::run() {
  for (;;) {
    error_code ec;
    tcp::socket socket(state_->io);
    state_->acceptor.accept(socket, ec);
    if (ec) return;
    Got got;
    bool good = false;
    if (state_->tls) {
      asio::ssl::stream<tcp::socket> stream(std::move(socket), *state_->tls);
      stream.handshake(asio::ssl::stream_base::server, ec);
      good = !ec && state_->serve(stream, got);
    } else {
      good = state_->serve(socket, got);
    }
    if (!good) continue;
    const std::lock_guard lock(mutex_);
    got_.push_back(std::move(got));
    changed_.notify_all();
  }
}

std::vector<Receiver::Got> Receiver::wait(std::size_t count) {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, kDeadline, [&] { return got_.size() >= count; }))
    throw std::runtime_error("the receiver has " + std::to_string(got_.size()) + " messages");
  return got_;
}

std::size_t Receiver::count() {
  const std::lock_guard lock(mutex_);
  return got_.size();
}

}  // namespace tt::test
