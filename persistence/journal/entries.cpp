#include "persistence/journal/entries.hpp"

#include <optional>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/envelope.hpp"
#include "protocol/codec/json_shape.hpp"
#include "protocol/codec/kinds.hpp"
#include "technotariat/store/v1/journal.pb.h"

namespace tt::persistence {

namespace {

namespace store = ::technotariat::store::v1;
using protocol::from_wire;
using protocol::to_wire;

void write(const SeatedAction& seated, store::Command& to) {
  auto& out = *to.mutable_seated_action();
  out.set_actor_id(to_wire(seated.actor));
  *out.mutable_action() = protocol::encode(seated.action);
}

void write(const rules::TakeSeat& take, store::Command& to) {
  auto& out = *to.mutable_take_seat();
  out.set_household_id(to_wire(take.household));
  out.set_player(take.player);
  out.set_name(take.name);
  out.set_controller(to_wire(take.controller));
}

void write(const rules::SetController& set, store::Command& to) {
  auto& out = *to.mutable_set_controller();
  out.set_household_id(to_wire(set.household));
  out.set_controller(to_wire(set.controller));
}

void write(const rules::HostAction& host, store::Command& to) {
  std::visit([&](const auto& action) { write(action, to); }, host);
}

struct EntryWriter {
  store::Entry& to;

  void operator()(const Command& command) const {
    auto& out = *to.mutable_command();
    out.set_player(command.player);
    out.set_request_id(command.request_id);
    std::visit([&](const auto& what) { write(what, out); }, command.what);
  }
  void operator()(const TickClose& close) const {
    auto& out = *to.mutable_tick_close();
    out.set_clock(close.clock);
    out.set_state_hash(close.state_hash);
  }
  void operator()(const HouseEvent& event) const { *to.mutable_house() = event; }
};

/// Whether every text in a house event is UTF-8: reading refuses others.
bool storable_texts(const HouseEvent& event) {
  return protocol::is_utf8(event.by_name()) && protocol::is_utf8(event.came_in().name()) &&
         protocol::is_utf8(event.measure_taken().name()) && protocol::is_utf8(event.measure_taken().was()) &&
         protocol::is_utf8(event.said().text()) && protocol::is_utf8(event.invitation_made().note()) &&
         protocol::is_utf8(event.rematch()) && protocol::is_utf8(event.password_set().hash());
}

/// Why an entry could not be read back, or null. Protobuf writes such things without complaint and refuses them when
/// reading.
const char* unstorable(const Entry& entry) {
  if (const auto* const event = std::get_if<HouseEvent>(&entry))
    return storable_texts(*event) ? nullptr : "a text in it is not UTF-8";
  const auto* const command = std::get_if<Command>(&entry);
  if (command == nullptr) return nullptr;
  if (const auto* const seated = std::get_if<SeatedAction>(&command->what)) {
    if (!protocol::representable(seated->action)) return "a number in it is out of range";
    const auto* const founding = std::get_if<rules::FoundEnterprise>(&seated->action);
    return founding != nullptr && !protocol::is_utf8(founding->name) ? "the name in it is not UTF-8" : nullptr;
  }
  const auto* const take = std::get_if<rules::TakeSeat>(&std::get<rules::HostAction>(command->what));
  return take != nullptr && !protocol::is_utf8(take->name) ? "the name in it is not UTF-8" : nullptr;
}

std::optional<rules::HostAction> read(const store::TakeSeat& take) {
  const auto controller = from_wire(take.controller());
  if (!controller) return std::nullopt;
  return rules::TakeSeat{from_wire<rules::HouseholdId>(take.household_id()), take.player(), take.name(), *controller};
}

std::optional<rules::HostAction> read(const store::SetController& set) {
  const auto controller = from_wire(set.controller());
  if (!controller) return std::nullopt;
  return rules::SetController{from_wire<rules::HouseholdId>(set.household_id()), *controller};
}

std::optional<Entry> with_host_action(const std::optional<rules::HostAction>& host, const store::Command& command) {
  if (!host) return std::nullopt;
  return Command{*host, command.player(), command.request_id()};
}

std::optional<Entry> read(const store::Command& command) {
  switch (command.what_case()) {
    case store::Command::kSeatedAction: {
      auto action = protocol::decode(command.seated_action().action());
      if (!action) return std::nullopt;
      const auto actor = from_wire<rules::HouseholdId>(command.seated_action().actor_id());
      return Command{SeatedAction{actor, std::move(*action)}, command.player(), command.request_id()};
    }
    case store::Command::kTakeSeat:
      return with_host_action(read(command.take_seat()), command);
    case store::Command::kSetController:
      return with_host_action(read(command.set_controller()), command);
    case store::Command::WHAT_NOT_SET:
      break;
  }
  return std::nullopt;
}

std::optional<Entry> read(const store::Entry& entry) {
  switch (entry.entry_case()) {
    case store::Entry::kCommand:
      return read(entry.command());
    case store::Entry::kTickClose:
      return TickClose{entry.tick_close().clock(), entry.tick_close().state_hash()};
    case store::Entry::kHouse:
      if (entry.house().what_case() == HouseEvent::WHAT_NOT_SET) return std::nullopt;
      return entry.house();
    case store::Entry::ENTRY_NOT_SET:
      break;
  }
  return std::nullopt;
}

Failure unreadable(std::uint64_t index) {
  return {"The entry cannot be read: it is not one this program writes.",
          std::string("entry ").append(std::to_string(index)),
          "Run `technotariat world verify` on the file, and go back to a backup."};
}

}  // namespace

Result<std::vector<Row>> pack(std::span<const Entry> entries) {
  std::vector<Row> rows;
  store::Batch one;  // serialised one by one: the bytes of a batch are the bytes of its entries in a row
  std::string bytes;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const std::string where = std::string("entry ").append(std::to_string(at + 1)).append(" of the commit");
    if (const char* const why = unstorable(entries[at]))
      return Failure{std::string("The entry cannot be stored: ").append(why).append("."), where,
                     "Only what the rules accepted is journaled."};
    one.Clear();
    std::visit(EntryWriter{*one.add_entries()}, entries[at]);
    one.SerializeToString(&bytes);
    if (bytes.size() > kEntryBytesMax)
      return Failure{"The entry is too large to store.", where, "Only what the rules accepted is journaled."};
    if (rows.empty() || rows.back().count == kRowEntriesMax || rows.back().entries.size() + bytes.size() > kRowBytesMax)
      rows.emplace_back();
    ++rows.back().count;
    rows.back().entries += bytes;
  }
  return rows;
}

Result<std::vector<Entry>> unpack(std::string_view row, std::uint64_t first_index, std::uint64_t count) {
  protocol::quiet_protobuf();
  store::Batch batch;
  if (row.size() > kRowBytesMax || count > kRowEntriesMax ||
      !batch.ParseFromArray(row.data(), static_cast<int>(row.size())) ||
      static_cast<std::uint64_t>(batch.entries_size()) != count)
    return unreadable(first_index);
  std::vector<Entry> entries;
  entries.reserve(count);
  for (const store::Entry& stored : batch.entries()) {
    auto entry = read(stored);
    if (!entry) return unreadable(first_index + entries.size());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace tt::persistence
