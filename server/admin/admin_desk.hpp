// What the host may ask through the admin socket. "WORLD {request}": a request of the protocol about a world, judged
// and told like anybody's, in the name of the host's machine. "- worlds", "- backup", "- end-sessions GUEST", "- own
// WORLD GUEST", "- stop": the server's own business. Answers are JSON, one line.
#pragma once

#include <functional>
#include <string>

#include "server/lobby/guests.hpp"
#include "server/lobby/worlds.hpp"

namespace tt::server {

class AdminDesk {
 public:
  using Answer = std::function<void(std::string)>;
  struct Ground {
    Worlds& worlds;
    Guests& guests;
    std::function<void(std::function<void(std::string)>)> back_up;
    std::function<void(std::uint64_t guest)> send_away;
    std::function<void()> stop;
  };
  explicit AdminDesk(Ground ground) : ground_(std::move(ground)) {}

  /// Network thread; the answer comes on any thread.
  void take(const std::string& line, Answer answer) const;

 private:
  void about_server(const std::string& what, const Answer& answer) const;
  void end_sessions(std::uint64_t guest, const Answer& answer) const;
  void remove(const std::string& world, const Answer& answer) const;
  void name_owner(const std::string& world_and_guest, const Answer& answer) const;
  void about_world(const std::string& world, const std::string& request, Answer answer) const;

  Ground ground_;
};

}  // namespace tt::server
