// Turning an HTTP upgrade into a connection. The only door to Beast's WebSocket, whose templates live in the .cpp
// alone.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <chrono>
#include <memory>

#include "protocol/codec/envelope.hpp"
#include "server/net/connection.hpp"
#include "server/net/stream.hpp"

namespace tt::server {

struct Upgrade {
  Stream stream;
  boost::beast::http::request<boost::beast::http::empty_body> request;  ///< already judged: path, origin, sub-protocol
  protocol::Mapping mapping = protocol::Mapping::kBinary;
  std::size_t write_queue_bytes = 0;
  std::chrono::milliseconds farewell{};     ///< a client that has not taken the goodbye by then goes without
  std::chrono::milliseconds write_stall{};  ///< a frame that has not left in this time ends the connection
  std::shared_ptr<void> place;              ///< released when the connection is gone
};

/// Answers the upgrade and connects the two; `user` hears on_open once it is done, and on_closed at the end if it heard
/// on_open.
void accept_websocket(Upgrade upgrade, std::shared_ptr<ConnectionUser> user);

}  // namespace tt::server
