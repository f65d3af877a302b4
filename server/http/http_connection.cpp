#include "server/http/http_connection.hpp"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <optional>
#include <utility>

#include "server/limits.hpp"
#include "server/net/websocket_connection.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;
using Parser = http::request_parser<http::empty_body>;

std::string_view text(boost::beast::string_view from) {
  return {from.data(), from.size()};
}

class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(asio::ip::tcp::socket socket, std::shared_ptr<void> place, const HttpDoor& door)
      : socket_(std::move(socket)), timer_(socket_.get_executor()), place_(std::move(place)), door_(door) {}

  void read() {
    parser_.emplace();
    parser_->header_limit(kHeaderBytesMax);
    limit(kHeaderTimeMax);
    http::async_read_header(socket_, buffer_, *parser_,
                            [self = shared_from_this()](error_code ec, std::size_t) { self->on_header(ec); });
  }

 private:
  void on_header(error_code ec) {
    timer_.cancel();
    if (ec == http::error::header_limit)
      return write(Answers::plain(431, "The request's header is larger than 8 KiB."), false);
    if (ec.category() == make_error_code(http::error::bad_method).category() && ec != http::error::end_of_stream &&
        ec != http::error::partial_message)
      return write(Answers::plain(400, "This is not an HTTP request."), false);
    if (ec) return close();
    const auto& message = parser_->get();
    const auto field = [&](http::field name) { return text(message[name]); };
    // Bodies are not read here, and two meanings of one header are two requests to somebody in between.
    const auto twice = [&](http::field name) { return message.count(name) > 1; };
    if (message.count(http::field::transfer_encoding) > 0 || twice(http::field::host) || twice(http::field::origin) ||
        twice(http::field::content_length))
      return write(Answers::plain(400, "This header may not be sent, or not twice."), false);
    const HttpRequest request{.method = text(message.method_string()),
                              .target = text(message.target()),
                              .host = field(http::field::host),
                              .origin = field(http::field::origin),
                              .accept_encoding = field(http::field::accept_encoding),
                              .if_none_match = field(http::field::if_none_match),
                              .subprotocols = field(http::field::sec_websocket_protocol),
                              .upgrade = boost::beast::websocket::is_upgrade(message),
                              .has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0};
    if (door_.answers.may_upgrade(request) && buffer_.size() == 0) return upgrade(request);
    const bool keep = message.keep_alive() && !request.upgrade && !request.has_body;
    write(door_.answers.answer(request), keep);
  }

  void upgrade(const HttpRequest& request) {
    const bool json = chosen_subprotocol(request.subprotocols) == protocol::kSubprotocolJson;
    const auto mapping = json ? protocol::Mapping::kJson : protocol::Mapping::kBinary;
    accept_websocket({.socket = std::move(socket_),
                      .request = parser_->release(),
                      .mapping = mapping,
                      .write_queue_bytes = door_.write_queue_bytes,
                      .write_stall = door_.write_stall,
                      .place = std::move(place_)},
                     door_.new_user(mapping));
  }

  void write(HttpAnswer answer, bool keep) {
    answer_ = std::move(answer);
    head_ = "HTTP/1.1 " + std::to_string(answer_.status) + ' ' + std::string(reason_of(answer_.status)) + "\r\n" +
            answer_.headers;
    if (answer_.status != 304) head_ += "Content-Length: " + std::to_string(answer_.body().size()) + "\r\n";
    head_ += keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    const bool no_body = answer_.head_only || answer_.status == 304;
    const std::string_view body = no_body ? std::string_view{} : answer_.body();
    limit(kResponseTimeMax);
    asio::async_write(socket_,
                      std::array<asio::const_buffer, 2>{asio::buffer(head_), asio::buffer(body.data(), body.size())},
                      [self = shared_from_this(), keep](error_code ec, std::size_t) {
                        self->timer_.cancel();
                        if (ec || !keep) return self->close();
                        self->read();
                      });
  }

  void limit(std::chrono::seconds time) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this()](error_code ec) {
      if (!ec) self->close();
    });
  }

  void close() {
    error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_send, ignored);
    socket_.close(ignored);
    timer_.cancel();
  }

  asio::ip::tcp::socket socket_;
  asio::steady_timer timer_;
  std::shared_ptr<void> place_;
  const HttpDoor& door_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  HttpAnswer answer_;
  std::string head_;
};

}  // namespace

void serve_http(asio::ip::tcp::socket socket, std::shared_ptr<void> place, const HttpDoor& door) {
  std::make_shared<HttpConnection>(std::move(socket), std::move(place), door)->read();
}

}  // namespace tt::server
