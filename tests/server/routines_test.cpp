// What is kept up for a seat: when it is done, when it stops, and that it outlives absence and restarts.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "protocol/codec/kinds.hpp"
#include "server/routines/stops.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
namespace rules = tt::rules;
using tt::server::kRoutinesPerSeat;

namespace {

v1::Action gift(std::uint64_t mils) {
  v1::Action action;
  action.mutable_back_commons()->set_amount_mils(mils);
  return action;
}

/// Too low to be filled.
v1::Action bid(std::uint32_t lots) {
  v1::Action action;
  auto& order = *action.mutable_place_order();
  order.set_good(v1::GOOD_COMFORTS);
  order.set_side(v1::SIDE_BUY);
  order.set_quantity_lots(lots);
  order.set_limit_price_mils(1);
  return action;
}

v1::StopCondition when(v1::StopFigure figure, std::uint64_t value, bool below = false) {
  v1::StopCondition stop;
  stop.set_figure(figure);
  stop.set_value(value);
  stop.set_below(below);
  return stop;
}

v1::ServerEnvelope keep(Guest& guest, const v1::Action& action, const std::vector<v1::StopCondition>& stops = {},
                        std::uint32_t id = 0) {
  auto request = guest.request();
  auto& wish = *request.mutable_set_routine();
  wish.set_routine_id(id);
  *wish.mutable_action() = action;
  wish.mutable_stops()->Add(stops.begin(), stops.end());
  return guest.ask(request);
}

v1::ServerEnvelope end(Guest& guest, std::uint32_t id) {
  auto request = guest.request();
  request.mutable_end_routine()->set_routine_id(id);
  return guest.ask(request);
}

/// As the world tells it after all that was asked before.
v1::Me now(Guest& guest) {
  static_cast<void>(guest.house());
  const auto& seen = guest.client.seen;
  const auto last = std::find_if(seen.rbegin(), seen.rend(), [](const auto& envelope) { return envelope.has_me(); });
  REQUIRE(last != seen.rend());
  return last->me();
}

/// Closes the tick and returns what the guest has then.
v1::Me close(Guest& guest, std::uint32_t tick) {
  CHECK(guest.ready(tick).has_receipt());
  guest.until_tick(tick + 1);
  return now(guest);
}

}  // namespace

TEST_CASE("a routine is done at once and when each tick opens, until a stop comes about; its order is taken off then") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_MEMBER);
  CHECK(keep(ann, bid(10), {when(v1::STOP_FIGURE_TICK, 2)}).has_receipt());
  const v1::Me set = now(ann);
  REQUIRE(set.routines_size() == 1);
  CHECK(set.routines(0).state() == v1::ROUTINE_STATE_RUNNING);
  CHECK(set.orders_size() == 1);
  CHECK(set.actions_left() == 31);
  const v1::Me second = close(ann, 0);
  CHECK(second.actions_left() == 31);
  CHECK(second.orders_size() == 1);
  const v1::Me third = close(ann, 1);
  CHECK(third.orders_size() == 0);
  REQUIRE(third.routines_size() == 1);
  CHECK(third.routines(0).state() == v1::ROUTINE_STATE_STOPPED);
  CHECK(third.routines(0).stop() == 1);
  CHECK(third.routines(0).stopped_tick() == 2);
  CHECK(close(ann, 2).actions_left() == 32);
  CHECK(end(ann, third.routines(0).id()).has_receipt());
  CHECK(now(ann).routines_size() == 0);
  server.stop();
  CHECK(server.town().problem.empty());
  CHECK(server.town().actions == 3);
}

TEST_CASE("a routine goes on while its owner is away, and after a restart, and a replay comes to the same") {
  TestServer server([](auto& config) { config.caps.presence_grace = std::chrono::milliseconds(1); });
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  Guest bob = server.seated(v1::ROLE_MEMBER, "Bob");
  CHECK(keep(ann, gift(1'000)).has_receipt());
  ann.client.drop();
  close(bob, 0);
  server.restart();
  Guest again = server.guest("", bob.token);
  REQUIRE(again.enter("town").has_entered());
  close(again, 1);
  Guest back = server.guest("", ann.token);
  REQUIRE(back.enter("town").has_entered());
  const v1::Me mine = now(back);
  REQUIRE(mine.routines_size() == 1);
  CHECK(mine.routines(0).state() == v1::ROUTINE_STATE_RUNNING);
  CHECK(mine.routines(0).action().back_commons().amount_mils() == 1'000);
  CHECK(mine.actions_left() == 31);
  server.stop();
  CHECK(server.town().problem.empty());
  CHECK(server.town().actions == 3);
}

TEST_CASE("a routine that cannot be done is left out with the reason, and stops after three ticks in a row") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_MEMBER);
  const auto all = static_cast<std::uint64_t>(now(ann).cash_mils());
  CHECK(keep(ann, gift(all)).has_receipt());
  for (std::uint32_t tick = 0; tick < 3; ++tick) {
    const v1::Me mine = close(ann, tick);
    REQUIRE(mine.routines_size() == 1);
    const v1::Routine& routine = mine.routines(0);
    CHECK(routine.missed_tick() == tick + 1);
    CHECK(routine.refused().code() == v1::ERROR_CODE_NOT_ENOUGH_CASH);
    CHECK(!routine.refused().text().empty());
    CHECK(routine.state() == (tick < 2 ? v1::ROUTINE_STATE_RUNNING : v1::ROUTINE_STATE_REFUSED));
  }
}

TEST_CASE("a routine is changed in its place, and what cannot be one is refused with nothing done") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_MEMBER);
  Guest bob = server.seated(v1::ROLE_MEMBER);
  CHECK(keep(ann, bid(10)).has_receipt());
  const std::uint32_t id = now(ann).routines(0).id();
  CHECK(keep(ann, bid(20), {when(v1::STOP_FIGURE_CASH, 5, true)}, id).has_receipt());
  const v1::Me mine = now(ann);
  REQUIRE(mine.routines_size() == 1);
  CHECK(mine.routines(0).action().place_order().quantity_lots() == 20);
  CHECK(mine.routines(0).stops_size() == 1);
  CHECK(code_of(keep(bob, bid(1), {}, id)) == v1::ERROR_CODE_UNKNOWN_ROUTINE);
  CHECK(code_of(end(bob, id)) == v1::ERROR_CODE_UNKNOWN_ROUTINE);
  v1::Action effort;
  effort.mutable_set_effort()->set_effort_bp(9'000);
  CHECK(keep(bob, effort).error().field() == "set_routine.action");
  CHECK(keep(bob, v1::Action()).error().field() == "set_routine.action");
  CHECK(keep(bob, bid(1), {when(v1::STOP_FIGURE_TICK, 0)}).error().field() == "set_routine.stops[0].value");
  CHECK(keep(bob, bid(1), {when(v1::STOP_FIGURE_PRICE, 5)}).error().field() == "set_routine.stops[0]");
  CHECK(code_of(keep(bob, bid(1), {5, when(v1::STOP_FIGURE_TICK, 9)})) == v1::ERROR_CODE_MALFORMED);
  const auto poor = keep(bob, gift(static_cast<std::uint64_t>(now(bob).cash_mils()) + 1));
  CHECK(poor.error().code() == v1::ERROR_CODE_NOT_ENOUGH_CASH);
  CHECK(poor.error().field() == "set_routine.action.back_commons.amount_mils");
  for (std::size_t more = 0; more < kRoutinesPerSeat; ++more) CHECK(keep(bob, bid(1)).has_receipt());
  CHECK(code_of(keep(bob, bid(1))) == v1::ERROR_CODE_ROUTINE_LIMIT);
  Guest watcher = server.guest();
  REQUIRE(watcher.enter("town").has_entered());
  CHECK(code_of(keep(watcher, bid(1))) == v1::ERROR_CODE_NOT_SEATED);
}

TEST_CASE("the same request again is one routine; nobody else hears of it, and it ends with the seat") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_MEMBER);
  Guest bob = server.seated(v1::ROLE_MEMBER);
  CHECK(keep(ann, bid(10)).has_receipt());
  --ann.last_request;
  CHECK(keep(ann, bid(10)).receipt().repeated());
  CHECK(ann.house().log_size() == 0);
  CHECK(bob.ready(0).has_receipt());
  CHECK(close(ann, 0).routines_size() == 1);
  auto leave = ann.request();
  leave.mutable_leave_seat();
  CHECK(ann.ask(leave).has_receipt());
  CHECK(ann.sit(v1::ROLE_MEMBER).has_receipt());
  CHECK(now(ann).routines_size() == 0);
  server.restart();
  Guest back = server.guest("", ann.token);
  REQUIRE(back.enter("town").has_entered());
  CHECK(now(back).routines_size() == 0);
  for (const auto& envelope : bob.client.seen) CHECK((!envelope.has_me() || envelope.me().routines_size() == 0));
}

TEST_CASE("stops look at the figures that their seat can see") {
  const rules::World world = rules::found_world(*rules::find_scenario("hamlet"), 3);
  const auto seat = std::find_if(world.seats.begin(), world.seats.end(), [&](const rules::Seat& one) {
    return !rules::private_view(world, one.household)->books.empty();
  });
  REQUIRE(seat != world.seats.end());
  const auto mine = *rules::private_view(world, seat->household);
  const rules::Books& books = mine.books.front();
  const auto judge = [&](v1::StopCondition stop, rules::Mils figure) {
    tt::server::Stops stops;
    stop.set_below(false);
    stop.set_value(static_cast<std::uint64_t>(figure));
    *stops.Add() = stop;
    CHECK(tt::server::come_about(stops, world, seat->household) == 1);
    stops[0].set_below(true);
    CHECK(tt::server::come_about(stops, world, seat->household) == 0);
    stops[0].set_value(static_cast<std::uint64_t>(figure) + 1);
    CHECK(tt::server::come_about(stops, world, seat->household) == 1);
    stops[0].set_below(false);
    CHECK(tt::server::come_about(stops, world, seat->household) == 0);
  };
  v1::StopCondition stop = when(v1::STOP_FIGURE_CASH, 0);
  judge(stop, mine.cash);
  stop.set_enterprise_id(tt::protocol::to_wire(books.enterprise));
  judge(stop, books.cash);
  stop.set_figure(v1::STOP_FIGURE_STOCK);
  stop.set_good(v1::GOOD_MATERIALS);
  const bool makes_materials = world.enterprises.product[books.enterprise] == rules::Good::kMaterials;
  judge(stop, makes_materials ? books.product_stock : books.materials_stock);
  stop = when(v1::STOP_FIGURE_PRICE, 0);
  stop.set_good(v1::GOOD_PROVISIONS);
  judge(stop, world.markets[rules::index_of(rules::Good::kProvisions)].price);

  tt::server::Stops foreign;
  *foreign.Add() = when(v1::STOP_FIGURE_CASH, 5);
  foreign[0].set_enterprise_id(250);
  CHECK(!tt::server::come_about(foreign, world, seat->household).has_value());
}
