// One accepted socket: reads request headers, answers, and hands WebSockets on. Network thread only.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <functional>
#include <memory>

#include "protocol/codec/envelope.hpp"
#include "server/http/answers.hpp"
#include "server/net/connection.hpp"

namespace tt::server {

/// What all connections of a server share; outlives them.
struct HttpDoor {
  const Answers& answers;
  /// A listener for a new WebSocket that speaks this mapping.
  std::function<std::shared_ptr<ConnectionUser>(protocol::Mapping)> new_user;
  std::size_t write_queue_bytes;
  std::chrono::milliseconds write_stall;
};

void serve_http(boost::asio::ip::tcp::socket socket, std::shared_ptr<void> place, const HttpDoor& door);

}  // namespace tt::server
