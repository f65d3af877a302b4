#include "tests/server/support/tls_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace tt::test {
namespace {

constexpr time_t kDeadlineSeconds = 20;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// Until either side ends.
void relay(int plain, std::uint16_t server) {
  TlsClient far(server);
  std::array<pollfd, 2> both{{{plain, POLLIN, 0}, {far.socket(), POLLIN, 0}}};
  std::array<char, 16 * 1024> bytes{};
  bool going = far.is_open();
  while (going && (far.pending() || ::poll(both.data(), both.size(), kDeadlineSeconds * 1'000) > 0)) {
    if ((both[0].revents & (POLLIN | POLLHUP)) != 0) {
      const ssize_t count = ::recv(plain, bytes.data(), bytes.size(), 0);
      going = count > 0 && far.write({bytes.data(), static_cast<std::size_t>(count)});
    }
    if (going && (far.pending() || (both[1].revents & (POLLIN | POLLHUP)) != 0)) {
      const std::string came = far.read_some();
      going = !came.empty() && ::send(plain, came.data(), came.size(), MSG_NOSIGNAL) > 0;
    }
    both[0].revents = both[1].revents = 0;
  }
  ::close(plain);
}

}  // namespace

int connect_to(std::uint16_t port, int receive_buffer) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (receive_buffer > 0) ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  const timeval deadline{kDeadlineSeconds, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &deadline, sizeof deadline);
  const sockaddr_in address = loopback(port);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("nobody listens");
  return socket;
}

struct TlsClient::State {
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{SSL_CTX_new(TLS_client_method()), &SSL_CTX_free};
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl{nullptr, &SSL_free};
};

TlsClient::TlsClient(std::uint16_t port, Wish wish)
    : state_(std::make_unique<State>()), socket_(connect_to(port, wish.receive_buffer)) {
  // OpenSSL writes to sockets that may have been closed.
  static const auto kIgnored = std::signal(SIGPIPE, SIG_IGN);
  (void)kIgnored;
  SSL_CTX* const context = state_->context.get();
  SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
  // The oldest versions are refused by a client of today's security level before the server is asked.
  SSL_CTX_set_security_level(context, 0);
  if (wish.version_most != 0) SSL_CTX_set_max_proto_version(context, wish.version_most);
  state_->ssl.reset(SSL_new(context));
  SSL_set_fd(state_->ssl.get(), socket_);
  open_ = SSL_connect(state_->ssl.get()) == 1;
}

TlsClient::~TlsClient() {
  if (open_) SSL_shutdown(state_->ssl.get());
  ::close(socket_);
}

std::string TlsClient::version() const {
  return SSL_get_version(state_->ssl.get());
}
std::string TlsClient::cipher() const {
  return SSL_get_cipher_name(state_->ssl.get());
}

std::string TlsClient::name() const {
  std::array<char, 256> text{};
  X509* const certificate = SSL_get0_peer_certificate(state_->ssl.get());
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, text.data(), text.size());
  return text.data();
}

bool TlsClient::write(std::string_view bytes) {
  return SSL_write(state_->ssl.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
}

std::string TlsClient::read_some() {
  std::string bytes(16 * 1024, '\0');
  const int count = SSL_read(state_->ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

std::string TlsClient::read_all() {
  std::string all;
  for (std::string more = read_some(); !more.empty(); more = read_some()) all += more;
  return all;
}

bool TlsClient::ended_well() const {
  return (SSL_get_shutdown(state_->ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}
bool TlsClient::pending() const {
  return SSL_pending(state_->ssl.get()) > 0;
}

TlsTunnel::TlsTunnel(std::uint16_t server)
    : server_(server), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no tunnel");
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { accept(); });
}

void TlsTunnel::accept() {
  for (int plain = ::accept(listener_, nullptr, nullptr); plain >= 0; plain = ::accept(listener_, nullptr, nullptr))
    relays_.emplace_back([plain, server = server_] { relay(plain, server); });
}

TlsTunnel::~TlsTunnel() {
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  ::close(listener_);
  for (std::thread& one : relays_) one.join();
}

}  // namespace tt::test
