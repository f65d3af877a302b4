#include "server/hooks/delivery.hpp"

#include <openssl/ssl.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <type_traits>
#include <utility>

#include "server/version.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using beast::error_code;
using Fate = Delivered::Fate;
using Request = http::request<http::string_body>;

using Plain = beast::tcp_stream;
using Tls = beast::ssl_stream<beast::tcp_stream>;

Delivered judge(unsigned status) {
  const std::string why = "it answers " + std::to_string(status);
  if (status / 100 == 2) return {Fate::kTaken, {}};
  if (status == 408 || status == 429 || status / 100 == 5) return {Fate::kNotYet, why};
  if (status / 100 == 3) return {Fate::kRefused, why + ", and redirects are not followed"};
  return {Fate::kRefused, why};
}

/// One try. Alive as long as one of its steps is under way; each step has its time.
template <class Stream>
class Try : public std::enable_shared_from_this<Try<Stream>> {
 public:
  Try(Stream stream, HookAddress address, milliseconds step, Request request, Delivery::Done done,
      std::shared_ptr<std::atomic<int>> resolving)
      : stream_(std::move(stream)),
        resolver_(stream_.get_executor()),
        timer_(stream_.get_executor()),
        address_(std::move(address)),
        step_(step),
        request_(std::move(request)),
        done_(std::move(done)),
        resolving_(std::move(resolving)) {
    answer_.header_limit(kHookAnswerBytesMax);
  }

  void start() {
    // Asking the system takes as long as it takes, and cannot be cut short: only the waiting for it can.
    timer_.expires_after(step_);
    timer_.async_wait([self = this->shared_from_this()](error_code ec) {
      if (!ec) self->finish({Fate::kNotYet, "its address cannot be found in time"});
    });
    ++*resolving_;
    resolver_.async_resolve(address_.host, address_.port,
                            [self = this->shared_from_this()](error_code ec, const tcp::resolver::results_type& found) {
                              --*self->resolving_;
                              self->timer_.cancel();
                              if (ec) return self->fail("its address cannot be found", ec);
                              if (self->done_) self->connect(found);
                            });
  }

 private:
  static constexpr bool kTls = std::is_same_v<Stream, Tls>;

  void connect(const tcp::resolver::results_type& found) {
    auto& lowest = beast::get_lowest_layer(stream_);
    lowest.expires_after(step_);
    lowest.async_connect(found, [self = this->shared_from_this()](error_code ec, const tcp::endpoint&) {
      if (ec) return self->fail("it cannot be connected to", ec);
      if constexpr (kTls)
        self->shake_hands();
      else
        self->send();
    });
  }

  void shake_hands() {
    beast::get_lowest_layer(stream_).expires_after(step_);
    stream_.async_handshake(asio::ssl::stream_base::client, [self = this->shared_from_this()](error_code ec) {
      if (ec) return self->fail("TLS", ec);
      self->send();
    });
  }

  void send() {
    beast::get_lowest_layer(stream_).expires_after(step_);
    http::async_write(stream_, request_, [self = this->shared_from_this()](error_code ec, std::size_t) {
      if (ec) return self->fail("it cannot be sent to", ec);
      self->hear();
    });
  }

  /// A body is of no interest: the connection ends with the header.
  void hear() {
    beast::get_lowest_layer(stream_).expires_after(step_);
    http::async_read_header(stream_, buffer_, answer_, [self = this->shared_from_this()](error_code ec, std::size_t) {
      if (ec) return self->fail("it does not answer", ec);
      self->finish(judge(self->answer_.get().result_int()));
    });
  }

  void fail(const char* what, error_code ec) { finish({Fate::kNotYet, std::string(what) + ": " + ec.message()}); }

  void finish(Delivered delivered) {
    if (!done_) return;
    beast::get_lowest_layer(stream_).close();
    std::exchange(done_, nullptr)(std::move(delivered));
  }

  Stream stream_;
  tcp::resolver resolver_;
  asio::steady_timer timer_;
  const HookAddress address_;
  const milliseconds step_;
  Request request_;
  Delivery::Done done_;
  std::shared_ptr<std::atomic<int>> resolving_;
  beast::flat_buffer buffer_;
  http::response_parser<http::empty_body> answer_;
};

std::shared_ptr<asio::ssl::context> trusted_authorities() {
  auto trust = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(trust->native_handle(), TLS1_2_VERSION);
  error_code ignored;  // without any, no certificate is good enough, and that is said then
  trust->set_default_verify_paths(ignored);
  trust->set_verify_mode(asio::ssl::verify_peer);
  return trust;
}

Tls tls_stream(const asio::any_io_executor& where, asio::ssl::context& trust, const std::string& host) {
  Tls stream(where, trust);
  stream.set_verify_callback(asio::ssl::host_name_verification(host));
  error_code ec;
  asio::ip::make_address(host, ec);
  if (ec) SSL_set_tlsext_host_name(stream.native_handle(), host.c_str());  // numbers are not asked for by name
  return stream;
}

}  // namespace

Delivery::Delivery(asio::any_io_executor where, HookAddress address, std::string secret, milliseconds step)
    : where_(std::move(where)),
      address_(std::move(address)),
      secret_(std::move(secret)),
      step_(step),
      trust_(address_.tls ? trusted_authorities() : nullptr) {}

void Delivery::start(const HookMessage& message, std::uint64_t timestamp, Done done) {
  Request request{http::verb::post, address_.target, 11};
  request.set(http::field::host, address_.header);
  request.set(http::field::user_agent, std::string("technotariat/") + kServerVersion);
  request.set(http::field::content_type, "application/json");
  request.set(http::field::connection, "close");
  const std::string time = std::to_string(timestamp);
  request.set("Technotariat-Event", std::string(kHookEvents[static_cast<std::size_t>(message.event)]));
  request.set("Technotariat-Id", message.id);
  request.set("Technotariat-Timestamp", time);
  if (!secret_.empty()) request.set("Technotariat-Signature", signature_of(secret_, time, message.body));
  request.body() = message.body;
  request.prepare_payload();
  if (trust_)
    std::make_shared<Try<Tls>>(tls_stream(where_, *trust_, address_.host), address_, step_, std::move(request),
                               std::move(done), resolving_)
        ->start();
  else
    std::make_shared<Try<Plain>>(Plain(where_), address_, step_, std::move(request), std::move(done), resolving_)
        ->start();
}

}  // namespace tt::server
