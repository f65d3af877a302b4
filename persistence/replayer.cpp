#include "persistence/replayer.hpp"

#include <string>

namespace tt::persistence {

namespace {

Failure at(std::uint64_t index, std::string what) {
  return {std::move(what), std::string("entry ").append(std::to_string(index)),
          "The journal and these rules do not agree: go back to a backup, or use the program that wrote the file."};
}

}  // namespace

Result<void> Replayer::take(std::uint64_t index, const Entry& entry) {
  return std::visit([&](const auto& what) { return take(index, what); }, entry);
}

Result<void> Replayer::take(std::uint64_t index, const Command& command) {
  if (const auto* const seated = std::get_if<SeatedAction>(&command.what)) {
    const rules::Rejection rejection = rules::apply(world_, seated->actor, seated->action);
    if (rejection != rules::Rejection::kNone)
      return at(index,
                std::string("The rules refuse an action they accepted then: ").append(rules::describe(rejection).text));
    return {};
  }
  const rules::SeatRefusal refusal = rules::apply(world_, std::get<rules::HostAction>(command.what));
  if (refusal != rules::SeatRefusal::kNone)
    return at(index, std::string("The rules refuse a change of seats they accepted then (refusal ")
                         .append(std::to_string(static_cast<int>(refusal)))
                         .append(")."));
  return {};
}

Result<void> Replayer::take(std::uint64_t index, const TickClose& close) {
  const std::uint32_t expected = world_.clock + 1;
  rules::close_tick(world_);
  if (world_.clock != close.clock || world_.clock != expected)
    return at(index, std::string("The tick close is numbered ")
                         .append(std::to_string(close.clock))
                         .append(", it should be ")
                         .append(std::to_string(expected))
                         .append("."));
  if (rules::state_hash(world_) != close.state_hash)
    return at(index, "The tick closes with another state than it did then: the hashes differ.");
  return {};
}

}  // namespace tt::persistence
