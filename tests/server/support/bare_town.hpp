// The parts of a world's actor that has no socket and no file, for tests that bring a journal and a clock of their own.
#pragma once

#include <memory>

#include "server/world/world_actor.hpp"

namespace tt::test {

class NoFanOut final : public server::FanOut {
 public:
  void subscribe(std::shared_ptr<server::Subscriber>) override {}
  void unsubscribe(const server::Subscriber*) override {}
  void publish(server::PublicFrame) override {}
};

/// A hamlet at its beginning, owned by guest 7. Hasher and clock outlive the actor.
[[nodiscard]] inline server::WorldParts bare_town(std::shared_ptr<server::Journal> journal, server::Hasher& hasher,
                                                  server::Clock& clock, server::milliseconds tick) {
  server::WorldParts parts;
  parts.name = "town";
  parts.epoch = "e";
  parts.restored.world = rules::found_world(*rules::find_scenario("hamlet"), 3);
  parts.restored.at_close = parts.restored.world;
  parts.restored.last_close = rules::public_view(parts.restored.world);
  parts.journal = std::move(journal);
  parts.fan_out = std::make_shared<NoFanOut>();
  parts.tick = tick;
  parts.host = 7;
  parts.hasher = &hasher;
  parts.clock = &clock;
  return parts;
}

}  // namespace tt::test
