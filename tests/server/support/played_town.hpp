// A world without sockets, disk and threads: its clock is played, and what it does is done when told to.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/world/world_actor.hpp"
#include "tests/simulation/fake_clock.hpp"

namespace tt::test {

class PlayedTown {
 public:
  explicit PlayedTown(server::milliseconds tick, server::TellNews news = {});
  ~PlayedTown();

  /// Comes in and sits down as a member.
  void seat(std::uint64_t guest, const std::string& name);
  void ask(std::uint64_t guest, server::WorldRequest request);
  /// All there is to do at this moment.
  void settle();
  void pass(server::milliseconds time);
  /// While held, nothing gets to the disk.
  void hold_disk(bool held);

 private:
  class TownJournal;
  class Listener;

  FakeClock clock_;
  boost::asio::io_context io_{1};
  server::Hasher hasher_;
  std::shared_ptr<TownJournal> journal_;
  std::shared_ptr<Listener> listener_;
  std::shared_ptr<server::WorldActor> actor_;
  std::map<std::uint64_t, std::string> names_;
  std::uint64_t last_request_ = 0;
};

}  // namespace tt::test
