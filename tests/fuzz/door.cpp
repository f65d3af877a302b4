// Everything a stranger may send to the port: the header of a request, and behind an upgrade the frames of a WebSocket.
// The real connection over a pair of sockets; whoever listens reads each frame as the server does, answers it, and
// hangs up at the fourth. Nothing waits: what has not been answered when there is no more to do never is.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>

#include "server/http/http_connection.hpp"
#include "server/limits.hpp"

namespace {

namespace asio = boost::asio;
using namespace tt::server;
using tt::protocol::Mapping;

/// Users who have been made and not told that it is over: one left behind is a connection that never ends.
int listening = 0;

class Answerer final : public ConnectionUser {
 public:
  explicit Answerer(Mapping mapping) : mapping_(mapping) {}

  void on_open(std::shared_ptr<Connection> connection) override {
    ++listening;
    connection_ = std::move(connection);
  }
  void on_frame(std::string_view frame) override {
    (void)tt::protocol::parse_client(frame, mapping_);
    if (++frames_ < 4) return connection_->send(share("answer"));
    connection_->close(share("goodbye"));
  }
  void on_closed() override {
    --listening;
    connection_.reset();
  }
  SharedBytes too_slow() override { return share("slow"); }

 private:
  Mapping mapping_;
  std::shared_ptr<Connection> connection_;
  int frames_ = 0;
};

const HttpDoor& door() {
  static const Site site = Site::built_in();
  static const Answers answers(site, HostNames({}, true), [] { return Readiness{true, "ready"}; });
  static const ProxyPlan proxies{{*parse_network("127.0.0.1")}, ProxyHeader::kForwardedFor};
  static const HttpDoor made{answers,
                             proxies,
                             [](const asio::ip::address&) { return std::make_shared<int>(0); },
                             [](Mapping mapping, const std::string&) { return std::make_shared<Answerer>(mapping); },
                             kWriteQueueBytesMax,
                             kWriteStallMax,
                             kHeaderTimeMax,
                             nullptr,
                             std::chrono::milliseconds(1)};
  return made;
}

/// One connection to whom the bytes come in two parts.
void knock(std::string_view first, std::string_view second) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
  asio::io_context io(1);
  asio::ip::tcp::socket socket(io);
  socket.assign(asio::ip::tcp::v4(), ends[0]);
  serve_http({std::move(socket), asio::ip::address_v4::loopback(), nullptr}, door());
  for (const std::string_view part : {first, second}) {
    (void)!::send(ends[1], part.data(), part.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    io.poll();
  }
  ::close(ends[1]);
  io.poll();
  // Whoever breaks the rules while being told goodbye is let go when the time of a farewell is over.
  while (listening != 0 && io.run_one_for(kFarewellMax) > 0) {
  }
  if (listening != 0) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(bytes), size);
  // Frames come behind the header, not with it: an upgrade that has company is none. Cut in the middle, everything
  // comes in pieces, and whatever belongs to the first half with it.
  const std::size_t end = all.find("\r\n\r\n");
  const std::size_t header = end == std::string_view::npos ? all.size() : end + 4;
  knock(all.substr(0, header), all.substr(header));
  knock(all.substr(0, size / 2), all.substr(size / 2));
  return 0;
}
