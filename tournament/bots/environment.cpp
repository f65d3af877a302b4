#include "tournament/bots/environment.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <limits>
#include <ostream>

#include "persistence/scenario_file.hpp"
#include "protocol/codec/actions.hpp"
#include "protocol/codec/envelope.hpp"
#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/views.hpp"
#include "protocol/codec/write_json.hpp"
#include "rules/core/assert.hpp"
#include "tournament/bots/hello.hpp"
#include "tournament/bots/program.hpp"
#include "tournament/digest.hpp"

namespace tt::tournament {
namespace {

namespace v1 = protocol::v1;
using protocol::Decoded;
using protocol::Problem;
using rules::Role;

constexpr std::string_view kWorldName = "table";

Problem wrong(std::string text, std::string field) {
  return {v1::ERROR_CODE_MALFORMED, std::move(text), std::move(field), 0};
}

}  // namespace

std::string Environment::answer(std::string_view line) {
  v1::TableOutput output;
  const auto input = protocol::parse_table(line);
  const Decoded<bool> done = !input               ? Decoded<bool>(input.error())
                             : input->has_reset() ? reset(input->reset())
                                                  : step(input->step());
  if (done)
    tell(*output.mutable_state());
  else
    *output.mutable_error() = protocol::make_error(done.error());
  std::string text;
  protocol::append_json(output, text);
  return text;
}

Decoded<bool> Environment::reset(const v1::TableReset& reset) {
  auto scenario = persistence::scenario_of(reset.scenario(), ".");
  if (!scenario) return wrong(scenario.error().text(), "reset.scenario");
  v1::BotReady wanted;
  *wanted.mutable_fields() = reset.fields();
  auto sight = sight_of(wanted);
  if (!sight) return wrong(sight.error().text, "reset.fields");
  struct Seats {
    Role role;
    std::uint32_t asked;
    std::uint32_t offered;
    const char* field;
  };
  const std::array seats{Seats{Role::kCapitalist, reset.capitalists(), scenario->capitalist_seats, "reset.capitalists"},
                         Seats{Role::kMember, reset.members(), scenario->member_seats, "reset.members"},
                         Seats{Role::kWorker, reset.workers(), scenario->worker_seats, "reset.workers"}};
  for (const Seats& wish : seats)
    if (wish.asked > wish.offered)
      return wrong("The scenario has " + std::to_string(wish.offered) + " seats of that role.", wish.field);
  if (reset.capitalists() + reset.members() + reset.workers() == 0)
    return wrong("Nobody sits at the table.", "reset.workers");

  world_ = rules::found_world(*scenario, derived_seed(reset.seed(), "environment", 0));
  chairs_.clear();
  shown_.reset();
  sight_ = *std::move(sight);
  last_ = reset.ticks() > 0 ? reset.ticks() : std::numeric_limits<rules::Tick>::max();
  for (const Seats& wish : seats)
    for (std::uint32_t number = 0; number < wish.asked; ++number) {
      Chair chair{.seat = free_seat(world_, wish.role), .role = wish.role};
      chair.bot_seed = derived_seed(reset.seed(), "environment-bot", chairs_.size());
      const rules::HostAction take = rules::TakeSeat{
          chair.seat, chairs_.size() + 1, "agent-" + std::to_string(chairs_.size()), rules::Controller::kBot};
      const rules::SeatRefusal refusal = apply(world_, take);
      TT_ASSERT(refusal == rules::SeatRefusal::kNone);  // no more are asked for than the scenario has
      chairs_.push_back(std::move(chair));
    }
  return true;
}

Environment::Chair* Environment::chair_of(std::uint32_t seat_id) {
  const auto at = std::find_if(chairs_.begin(), chairs_.end(),
                               [&](const Chair& chair) { return protocol::to_wire(chair.seat) == seat_id; });
  return at == chairs_.end() ? nullptr : &*at;
}

Decoded<bool> Environment::step(const v1::TableStep& step) {
  if (chairs_.empty()) return wrong("There is no world yet; reset first.", "step");
  if (world_.finished || cut_off()) return wrong("The match is over; reset for another.", "step");
  std::vector<Chair*> spoken;
  for (const v1::BotOrders& orders : step.orders()) {
    Chair* const chair = chair_of(orders.seat_id());
    if (chair == nullptr)
      return wrong("There is no seat " + std::to_string(orders.seat_id()) + ".", "step.orders.seat_id");
    if (orders.tick() != world_.tick)
      return wrong("This is tick " + std::to_string(world_.tick) + ".", "step.orders.tick");
    if (static_cast<std::size_t>(orders.actions_size()) > kOrdersMax)
      return wrong("At most " + std::to_string(kOrdersMax) + " orders a tick.", "step.orders.actions");
    if (std::find(spoken.begin(), spoken.end(), chair) != spoken.end())
      return wrong("Seat " + std::to_string(orders.seat_id()) + " has decided twice.", "step.orders.seat_id");
    spoken.push_back(chair);
  }
  for (Chair& chair : chairs_) chair.refused.clear();
  for (int at = 0; at < step.orders_size(); ++at) order(*spoken[static_cast<std::size_t>(at)], step.orders(at));
  close_tick(world_);
  return true;
}

void Environment::order(Chair& chair, const v1::BotOrders& orders) {
  for (int at = 0; at < orders.actions_size(); ++at) {
    const auto action = protocol::decode(orders.actions(at));
    const rules::Rejection rejection = action ? apply(world_, chair.seat, *action) : rules::Rejection::kMalformedAction;
    if (rejection == rules::Rejection::kNone) continue;
    v1::Error why = action ? protocol::make_error(rejection, *action) : protocol::make_error(action.error());
    why.set_field(order_path(static_cast<std::size_t>(at), why.field()));
    chair.refused.push_back(std::move(why));
  }
}

void Environment::tell(v1::TableState& state) {
  rules::PublicView view = public_view(world_);
  state.set_tick(world_.tick);
  if (shown_) {
    *state.mutable_delta() = protocol::encode_delta(*shown_, view, kWorldName);
    sight_.world.prune(*state.mutable_delta());
  } else {
    *state.mutable_snapshot() = protocol::encode_snapshot(view, kWorldName);
    sight_.world.prune(*state.mutable_snapshot());
  }
  for (const Chair& chair : chairs_) {
    v1::TableSeat& seat = *state.add_seats();
    seat.set_seat_id(protocol::to_wire(chair.seat));
    seat.set_role(protocol::to_wire(chair.role));
    seat.set_bot_seed(chair.bot_seed);
    seat.set_standing_bp(static_cast<std::uint32_t>(world_.seats[world_.households.seat[chair.seat]].standing));
    *seat.mutable_me() = protocol::encode_me(*private_view(world_, chair.seat));
    sight_.me.prune(*seat.mutable_me());
    for (const v1::Error& refused : chair.refused) *seat.add_refused() = refused;
  }
  state.set_finished(world_.finished);
  state.set_cut_off(cut_off());
  shown_ = std::move(view);
}

int serve_environment(std::istream& in, std::ostream& out) {
  Environment environment;
  for (std::string line; std::getline(in, line);) out << environment.answer(line) << std::endl;
  return 0;
}

}  // namespace tt::tournament
