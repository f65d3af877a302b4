#include "tournament/bots/hello.hpp"

#include "protocol/codec/kinds.hpp"
#include "protocol/limits.hpp"

namespace tt::tournament {

::technotariat::v1::BotHello hello_to(const Program& program, rules::HouseholdId seat, rules::Role role,
                                      std::uint64_t bot_seed, rules::Tick ticks, const TimeControl& time) {
  ::technotariat::v1::BotHello hello;
  hello.set_protocol_version(protocol::kProtocolVersion);
  hello.set_name(program.name);
  hello.set_seat_id(protocol::to_wire(seat));
  hello.set_role(protocol::to_wire(role));
  hello.set_bot_seed(bot_seed);
  hello.set_ticks(ticks);
  hello.set_max_orders(kOrdersMax);
  hello.set_decision_ms(time.clocks ? time.decision_ms : 0);
  hello.set_bank_ms(time.clocks ? time.bank_ms : 0);
  return hello;
}

std::string order_path(std::size_t order, std::string_view field) {
  constexpr std::string_view kAct = "act";  // where a path of the wire's own envelope begins
  return "orders.actions[" + std::to_string(order) + "]" +
         std::string(field.starts_with(kAct) ? field.substr(kAct.size()) : "");
}

}  // namespace tt::tournament
