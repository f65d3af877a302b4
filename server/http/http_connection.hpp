// One accepted socket: reads request headers, answers, and hands WebSockets on. Network thread only.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "protocol/codec/envelope.hpp"
#include "server/http/answers.hpp"
#include "server/http/forwarded.hpp"
#include "server/limits.hpp"
#include "server/net/certificate.hpp"
#include "server/net/connection.hpp"
#include "server/net/listener.hpp"

namespace tt::server {

/// What all connections of a server share; outlives them.
struct HttpDoor {
  const Answers& answers;
  const ProxyPlan& proxies;
  /// For a client that came through a trusted proxy; null if there are enough of its address.
  std::function<Place(const boost::asio::ip::address& client)> place_for;
  /// A listener for a new WebSocket that speaks this mapping, of a client at this address.
  std::function<std::shared_ptr<ConnectionUser>(protocol::Mapping, const std::string& address)> new_user;
  std::size_t write_queue_bytes;
  std::chrono::milliseconds write_stall;
  std::chrono::milliseconds handshake;
  /// Null: in the clear. Another one is for new connections.
  TlsIdentity tls;
  std::chrono::milliseconds farewell = kFarewellMax;
};

void serve_http(AcceptedSocket accepted, const HttpDoor& door);

}  // namespace tt::server
