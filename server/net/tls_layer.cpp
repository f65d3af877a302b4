#include "server/net/tls_layer.hpp"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <utility>

namespace tt::server {
namespace asio = boost::asio;

struct TlsLayer::State {
  State(asio::ip::tcp::socket socket, TlsIdentity with)
      : identity(std::move(with)), stream(std::move(socket), *identity) {}
  TlsIdentity identity;
  asio::ssl::stream<asio::ip::tcp::socket> stream;
};

TlsLayer::TlsLayer(asio::ip::tcp::socket socket, TlsIdentity identity)
    : state_(std::make_unique<State>(std::move(socket), std::move(identity))) {}
TlsLayer::~TlsLayer() = default;

asio::ip::tcp::socket& TlsLayer::socket() {
  return state_->stream.next_layer();
}

void TlsLayer::handshake(Done done) {
  state_->stream.async_handshake(asio::ssl::stream_base::server, std::move(done));
}

void TlsLayer::read_some(asio::mutable_buffer into, Moved done) {
  state_->stream.async_read_some(into, std::move(done));
}

void TlsLayer::write_some(const Parts& from, Moved done) {
  state_->stream.async_write_some(from, std::move(done));
}

void TlsLayer::shut_down(Done done) {
  state_->stream.async_shutdown(std::move(done));
}

}  // namespace tt::server
