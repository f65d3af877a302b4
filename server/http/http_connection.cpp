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

/// The first byte of every TLS connection: a record of the handshake (RFC 8446, 5.1).
constexpr char kTlsHandshake = 0x16;

std::string_view text(boost::beast::string_view from) {
  return {from.data(), from.size()};
}

/// All lines of a header as one list.
std::string joined(const Parser::value_type& message, boost::beast::string_view name) {
  std::string list;
  const auto [first, end] = message.equal_range(name);
  for (auto at = first; at != end; ++at) list.append(list.empty() ? "" : ",").append(text(at->value()));
  return list;
}

class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(AcceptedSocket accepted, const HttpDoor& door)
      : stream_(std::move(accepted.socket)),
        timer_(stream_.get_executor()),
        peer_(accepted.peer),
        place_(std::move(accepted.place)),
        door_(door) {}

  /// One limit for the handshake and the first header: whoever dawdles gains nothing by doing it in two places.
  void start() {
    limit(door_.handshake);
    if (!door_.tls) return read();
    error_code ignored;
    socket().non_blocking(true, ignored);
    socket().async_wait(asio::socket_base::wait_read,
                        [self = shared_from_this()](error_code ec) { self->on_first_byte(ec); });
  }

 private:
  asio::ip::tcp::socket& socket() { return stream_.next_layer(); }

  /// What does not begin as TLS does is read in the clear, to be told where it has come to.
  void on_first_byte(error_code ec) {
    char first = 0;
    if (!ec) socket().receive(asio::buffer(&first, 1), asio::socket_base::message_peek, ec);
    if (ec) return close();
    if (first != kTlsHandshake) return read();
    stream_.encrypt(door_.tls);
    stream_.handshake([self = shared_from_this()](error_code failed) {
      if (failed) return self->close();
      self->read();
    });
  }

  void read() {
    parser_.emplace();
    parser_->header_limit(kHeaderBytesMax);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](error_code ec, std::size_t) { self->on_header(ec); });
  }

  void on_header(error_code ec) {
    timer_.cancel();
    if (ec == http::error::header_limit)
      return write(Answers::plain(431, "The request's header is larger than 8 KiB."), false);
    if (ec.category() == make_error_code(http::error::bad_method).category() && ec != http::error::end_of_stream &&
        ec != http::error::partial_message)
      return write(Answers::plain(400, "This is not an HTTP request."), false);
    if (ec) return close();
    if (door_.tls && !stream_.encrypted())
      return write(Answers::plain(400, "This port speaks TLS: the address begins with https://."), false);
    const auto& message = parser_->get();
    const auto field = [&](http::field name) { return text(message[name]); };
    // Bodies are not read here, and two meanings of one header are two requests to somebody in between.
    const auto twice = [&](http::field name) { return message.count(name) > 1; };
    if (message.count(http::field::transfer_encoding) > 0 || twice(http::field::host) || twice(http::field::origin) ||
        twice(http::field::content_length))
      return write(Answers::plain(400, "This header may not be sent, or not twice."), false);
    const bool rfc = door_.proxies.header == ProxyHeader::kForwarded;
    const Origin origin = origin_of(door_.proxies, peer_, joined(message, rfc ? "Forwarded" : "X-Forwarded-For"),
                                    joined(message, "X-Forwarded-Proto"));
    const HttpRequest request{.method = text(message.method_string()),
                              .target = text(message.target()),
                              .host = field(http::field::host),
                              .origin = field(http::field::origin),
                              .accept_encoding = field(http::field::accept_encoding),
                              .if_none_match = field(http::field::if_none_match),
                              .subprotocols = field(http::field::sec_websocket_protocol),
                              .upgrade = boost::beast::websocket::is_upgrade(message),
                              .has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0,
                              .scheme = stream_.encrypted() ? "https" : std::string_view(origin.scheme)};
    if (door_.answers.may_upgrade(request) && buffer_.size() == 0) return upgrade(request, origin);
    const bool keep = message.keep_alive() && !request.upgrade && !request.has_body;
    respond(door_.answers.answer(request), keep);
  }

  void respond(HttpAnswer answer, bool keep) {
    if (!answer.fetch) return write(std::move(answer), keep);
    auto fetch = std::move(answer.fetch);
    answer.fetch = nullptr;
    fetch([self = shared_from_this(), answer = std::move(answer), keep](Downloads::Content content) mutable {
      if (!content) return self->write(Answers::plain(404, "This file cannot be read."), keep);
      answer.file = std::move(content);
      self->write(std::move(answer), keep);
    });
  }

  void upgrade(const HttpRequest& request, const Origin& origin) {
    if (origin.address != peer_) {
      place_.reset();
      place_ = door_.place_for(origin.address);
      if (!place_) return write(Answers::plain(429, "There are too many connections from your address."), false);
    }
    const bool json = chosen_subprotocol(request.subprotocols) == protocol::kSubprotocolJson;
    const auto mapping = json ? protocol::Mapping::kJson : protocol::Mapping::kBinary;
    handed_on_ = true;
    accept_websocket({.stream = std::move(stream_),
                      .request = parser_->release(),
                      .mapping = mapping,
                      .write_queue_bytes = door_.write_queue_bytes,
                      .farewell = door_.farewell,
                      .write_stall = door_.write_stall,
                      .place = std::move(place_)},
                     door_.new_user(mapping, origin.address.to_string()));
  }

  void write(HttpAnswer answer, bool keep) {
    answer_ = std::move(answer);
    head_ = "HTTP/1.1 " + std::to_string(answer_.status) + ' ' + std::string(reason_of(answer_.status)) + "\r\n" +
            answer_.headers;
    if (stream_.encrypted()) head_ += "Strict-Transport-Security: max-age=31536000\r\n";
    if (answer_.status != 304) head_ += "Content-Length: " + std::to_string(answer_.body().size()) + "\r\n";
    head_ += keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    const bool no_body = answer_.head_only || answer_.status == 304;
    const std::string_view body = no_body ? std::string_view{} : answer_.body();
    limit(kResponseTimeMax);
    asio::async_write(stream_,
                      std::array<asio::const_buffer, 2>{asio::buffer(head_), asio::buffer(body.data(), body.size())},
                      [self = shared_from_this(), keep](error_code ec, std::size_t) {
                        self->timer_.cancel();
                        if (ec) return self->close();
                        if (!keep) return self->finish();
                        self->limit(self->door_.handshake);
                        self->read();
                      });
  }

  /// Under TLS the client is told that nothing is missing.
  void finish() {
    if (!stream_.encrypted()) return close();
    limit(door_.farewell);
    stream_.shut_down([self = shared_from_this()](error_code) { self->close(); });
  }

  void limit(std::chrono::milliseconds time) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this()](error_code ec) {
      if (!ec) self->close();
    });
  }

  void close() {
    if (handed_on_) return;
    error_code ignored;
    socket().shutdown(asio::socket_base::shutdown_send, ignored);
    socket().close(ignored);
    timer_.cancel();
  }

  Stream stream_;
  asio::steady_timer timer_;
  asio::ip::address peer_;
  std::shared_ptr<void> place_;
  const HttpDoor& door_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  HttpAnswer answer_;
  std::string head_;
  bool handed_on_ = false;  ///< the stream is a WebSocket's now
};

}  // namespace

void serve_http(AcceptedSocket accepted, const HttpDoor& door) {
  std::make_shared<HttpConnection>(std::move(accepted), door)->start();
}

}  // namespace tt::server
