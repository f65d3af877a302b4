// One WebSocket as bytes. Behind it is Beast, in one file; nobody else needs to know. Network thread only.
#pragma once

#include <memory>
#include <string_view>

#include "server/net/frame.hpp"

namespace tt::server {

class Connection {
 public:
  virtual ~Connection() = default;

  /// Queues a frame. If the client does not keep up it is told so and closed.
  virtual void send(SharedBytes frame) = 0;
  /// Sends what is queued and this, then closes. Nothing is sent or read after it.
  virtual void close(SharedBytes farewell) = 0;
  /// While paused nothing is read: the client feels it as back-pressure.
  virtual void pause() = 0;
  virtual void resume() = 0;
};

/// Who listens to a connection.
class ConnectionUser {
 public:
  virtual ~ConnectionUser() = default;

  virtual void on_open(std::shared_ptr<Connection> connection) = 0;
  /// The bytes are valid during the call.
  virtual void on_frame(std::string_view frame) = 0;
  /// The last call. The connection is gone.
  virtual void on_closed() = 0;
  /// What to say to a client that does not read fast enough.
  virtual SharedBytes too_slow() = 0;
};

}  // namespace tt::server
