#include "tests/persistence/examples.hpp"

#include <sstream>

#include "protocol/codec/actions.hpp"
#include "rules/rules.hpp"

namespace tt::test {

namespace {

using persistence::Command;
using persistence::Entry;
using persistence::SeatedAction;
using persistence::TickClose;

struct Words {
  std::ostringstream& to;

  void operator()(const SeatedAction& seated) const {
    to << "actor " << seated.actor.value << " does " << protocol::encode(seated.action).ShortDebugString();
  }
  void operator()(const rules::HostAction& host) const { std::visit(*this, host); }
  void operator()(const rules::TakeSeat& take) const {
    to << "seat " << take.household.value << " to " << take.player << " " << take.name << " "
       << static_cast<int>(take.controller);
  }
  void operator()(const rules::SetController& set) const {
    to << "controller " << set.household.value << " " << static_cast<int>(set.controller);
  }
  void operator()(const Command& command) const {
    to << command.player << "/" << command.request_id << ": ";
    std::visit(*this, command.what);
  }
  void operator()(const persistence::HouseEvent& event) const { to << "house " << event.ShortDebugString(); }
  void operator()(const TickClose& close) const { to << "close " << close.clock << " " << close.state_hash; }
};

rules::Action action_at(std::uint64_t index) {
  const auto number = static_cast<std::uint32_t>(index);
  switch (index % 4) {
    case 0:
      return rules::FoundEnterprise{"Bakers ü " + std::to_string(index), rules::Form::kCooperative,
                                    rules::Good::kComforts, static_cast<rules::Mils>(index)};
    case 1:
      return rules::OfferWork{rules::EnterpriseId{number}, static_cast<rules::Mils>(index), number};
    case 2:
      return rules::ProposeMotion{rules::EnterpriseId{number}, rules::ChangeSplit{{5'000, 3'000, 2'000}}};
    default:
      return rules::LeaveWork{};
  }
}

}  // namespace

persistence::Genesis genesis() {
  return {"harbour", "hamlet", "The Härbour", 0xFFFF'0000'1234'5678U, rules::kRulesVersion, 77};
}

persistence::Entry entry_at(std::uint64_t index) {
  const auto number = static_cast<std::uint32_t>(index);
  const std::uint64_t player = ~index;
  if (index % 7 == 0) return TickClose{number, index * 0x9E37'79B9'7F4A'7C15U};
  if (index % 7 == 1)
    return Command{rules::TakeSeat{rules::HouseholdId{number}, player, "Zoë", rules::Controller::kBot}, player, index};
  if (index % 7 == 2)
    return Command{rules::SetController{rules::HouseholdId{number}, rules::Controller::kVacant}, 0, 0};
  if (index % 7 == 3) {
    persistence::HouseEvent event;
    event.set_player(player);
    event.set_by_name("Zoë");
    event.mutable_said()->set_text("Guten Tag 漢 " + std::to_string(index));
    return event;
  }
  return Command{SeatedAction{rules::HouseholdId{number}, action_at(index)}, player, index};
}

std::vector<persistence::Entry> entries_from(std::uint64_t first, std::uint64_t count) {
  std::vector<Entry> entries;
  for (std::uint64_t index = first; index < first + count; ++index) entries.push_back(entry_at(index));
  return entries;
}

std::string words(const persistence::Entry& entry) {
  std::ostringstream text;
  std::visit(Words{text}, entry);
  return text.str();
}

std::uint64_t count_expected(persistence::WorldFile& file) {
  std::uint64_t count = 0;
  bool strange = false;
  const auto read = file.read(1, [&](std::uint64_t index, const Entry& entry) {
    strange = strange || index != count + 1 || words(entry) != words(entry_at(index));
    ++count;
  });
  return read && !strange ? count : ~std::uint64_t{0};
}

}  // namespace tt::test
