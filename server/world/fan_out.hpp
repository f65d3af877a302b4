// Where a world's frames go: the narrow interface behind which another engine could stand one day.
#pragma once

#include <memory>

#include "protocol/codec/envelope.hpp"
#include "server/net/frame.hpp"

namespace tt::server {

/// One connection as a world sees it. `deliver` may be called on any thread; frames arrive in the order of the calls of
/// one world.
class Subscriber {
 public:
  virtual ~Subscriber() = default;
  [[nodiscard]] virtual protocol::Mapping mapping() const = 0;
  virtual void deliver(SharedBytes frame) = 0;
  /// The last frame from that world: whoever listens is in it no more.
  virtual void show_out(const std::string& world, SharedBytes frame) = 0;
};

/// A public frame in the mappings that somebody listens in; null where nobody does.
struct PublicFrame {
  SharedBytes binary;
  SharedBytes json;

  [[nodiscard]] const SharedBytes& in(protocol::Mapping mapping) const {
    return mapping == protocol::Mapping::kBinary ? binary : json;
  }
};

class FanOut {
 public:
  virtual ~FanOut() = default;
  virtual void subscribe(std::shared_ptr<Subscriber> subscriber) = 0;
  virtual void unsubscribe(const Subscriber* subscriber) = 0;
  /// To everybody subscribed at this moment. In order with what is delivered to each of them alone.
  virtual void publish(PublicFrame frame) = 0;
};

}  // namespace tt::server
