#include "server/admin/admin_desk.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "protocol/codec/envelope.hpp"
#include "protocol/codec/errors.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

using protocol::Mapping;
using Body = v1::ClientEnvelope;

/// Takes the answer of a world, as if it were a connection.
class Ear final : public Subscriber {
 public:
  explicit Ear(AdminDesk::Answer answer) : answer_(std::move(answer)) {}
  [[nodiscard]] Mapping mapping() const override { return Mapping::kJson; }
  void deliver(SharedBytes frame) override { answer_(*frame); }
  void show_out(const std::string&, SharedBytes) override {}

 private:
  AdminDesk::Answer answer_;
};

std::string said(const std::string& key, const std::string& words) {
  return '{' + log::quoted(key) + ':' + log::quoted(words) + '}';
}

/// What the host's machine may ask of a world: everything but sitting down in it.
std::optional<WorldRequest> request_of(const v1::ClientEnvelope& envelope) {
  if (envelope.has_set_clock()) return ChangeClock(envelope.set_clock());
  if (envelope.has_say()) return envelope.say();
  if (envelope.has_read_house()) return envelope.read_house();
  if (envelope.has_set_house()) return envelope.set_house();
  if (envelope.has_make_invitation()) return envelope.make_invitation();
  if (envelope.has_revoke_invitation()) return envelope.revoke_invitation();
  if (envelope.has_take_measure()) return envelope.take_measure();
  return std::nullopt;
}

}  // namespace

void AdminDesk::take(const std::string& line, Answer answer) const {
  const std::size_t space = line.find(' ');
  if (space == std::string::npos) return answer(said("failure", "Say WORLD {request}, or - and what to do."));
  const std::string world = line.substr(0, space);
  if (world == "-") return about_server(line.substr(space + 1), answer);
  about_world(world, line.substr(space + 1), std::move(answer));
}

void AdminDesk::about_server(const std::string& what, const Answer& answer) const {
  if (what == "worlds") {
    std::string all;
    for (const WorldGauges& world : ground_.worlds.gauges())
      all += (all.empty() ? "{\"name\":" : ",{\"name\":") + log::quoted(world.name) +
             ",\"number\":" + std::to_string(world.number) + ",\"listed\":" + (world.listed ? "true" : "false") +
             ",\"tick\":" + std::to_string(world.tick) + ",\"queue\":" + std::to_string(world.queue) +
             ",\"failed\":" + (world.failed ? "true" : "false") +
             (world.failure.empty() ? std::string() : ",\"failure\":" + log::quoted(world.failure)) + '}';
    return answer("{\"worlds\":[" + all + "]}");
  }
  if (what == "backup") return ground_.back_up([answer](const std::string& report) { answer(said("done", report)); });
  if (what == "stop") {
    log::info("the host's machine asks the server to stop");
    answer(said("done", "The server stops."));
    return ground_.stop();
  }
  constexpr std::string_view kEnd = "end-sessions ";
  if (what.starts_with(kEnd)) return end_sessions(guest_of(what.substr(kEnd.size())), answer);
  constexpr std::string_view kRemove = "remove ";
  if (what.starts_with(kRemove)) return remove(what.substr(kRemove.size()), answer);
  constexpr std::string_view kOwn = "own ";
  if (what.starts_with(kOwn)) return name_owner(what.substr(kOwn.size()), answer);
  answer(
      said("failure", "The server knows worlds, backup, end-sessions GUEST, own WORLD GUEST, remove WORLD and stop."));
}

void AdminDesk::end_sessions(std::uint64_t guest, const Answer& answer) const {
  if (guest == 0) return answer(said("failure", "That is no guest's number; `admin house` has them."));
  ground_.guests.end_all_sessions(guest, [guest, answer, send_away = ground_.send_away](std::size_t gone) {
    send_away(guest);
    answer(said("done", std::to_string(gone) + " sessions have ended."));
  });
}

void AdminDesk::name_owner(const std::string& world_and_guest, const Answer& answer) const {
  const std::size_t space = world_and_guest.find(' ');
  const std::string world = world_and_guest.substr(0, space);
  const std::string who = space == std::string::npos ? std::string() : world_and_guest.substr(space + 1);
  if (!ground_.worlds.find(world)) return answer(said("failure", "There is no such world, or it has not been loaded."));
  ground_.guests.name_owner(world, who, [this, world, answer](std::uint64_t owner) {
    if (owner == 0) return answer(said("failure", "There is no guest of that number or login."));
    ground_.worlds.give_to(world, owner);
    log::info("the host's machine gives world " + world + " to guest " + std::to_string(owner));
    answer(said("done", "World " + world + " is guest " + std::to_string(owner) + "'s."));
  });
}

void AdminDesk::remove(const std::string& world, const Answer& answer) const {
  if (!ground_.worlds.find(world)) return answer(said("failure", "There is no such world, or it has not been loaded."));
  log::info("the host's machine removes world " + world);
  ground_.guests.clear_host(world);
  ground_.worlds.remove(world, [world, answer] {
    answer(said("done", "World " + world + " is gone, and its file with it. Its backups are still there."));
  });
}

void AdminDesk::about_world(const std::string& name, const std::string& request, Answer answer) const {
  const auto world = ground_.worlds.find(name);
  if (!world) return answer(said("failure", "There is no such world, or it has not been loaded."));
  const auto envelope = protocol::parse_client(request, Mapping::kJson);
  auto wish = envelope ? request_of(*envelope) : std::nullopt;
  if (!wish) return answer(said("failure", "That is no request the host's machine can make of a world."));
  Caller caller;
  caller.machine = true;
  caller.name = envelope->has_say() ? "Host" : "";
  caller.to = std::make_shared<Ear>(answer);
  if (!world->offer(std::move(caller), std::move(*wish))) answer(said("failure", "The world is busy; try again."));
}

}  // namespace tt::server
