#include "server/routines/stops.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/limits.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

template <class Action, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<Action, Kinds> || ...);

/// Stand on the books until filled; a quantity of 0 takes them off.
template <class Action>
constexpr bool stands = is_one_of<Action, rules::PlaceOrder, rules::OrderInputs, rules::OrderMachines, rules::OrderLand,
                                  rules::OrderShares>;
template <class Action>
constexpr bool is_of_one_tick = is_one_of<Action, rules::IssueShares, rules::DeclareDividend, rules::Invest,
                                          rules::BackCommons, rules::Borrow, rules::Repay>;

std::optional<std::int64_t> stock_of(const rules::Books& books, rules::Good good, const rules::World& world) {
  if (world.enterprises.product[books.enterprise] == good) return books.product_stock;
  if (good == rules::Good::kMaterials) return books.materials_stock;
  return std::nullopt;
}

/// As it stands for this seat; nothing if there is no such figure, or it may not be seen.
std::optional<std::int64_t> figure_of(const v1::StopCondition& stop, const rules::World& world,
                                      const rules::PrivateView& mine) {
  const auto good = protocol::from_wire(stop.good());
  const auto books = std::find_if(mine.books.begin(), mine.books.end(), [&](const rules::Books& one) {
    return protocol::to_wire(one.enterprise) == stop.enterprise_id();
  });
  const bool own = stop.enterprise_id() == 0;
  if (!own && books == mine.books.end()) return std::nullopt;
  switch (static_cast<int>(stop.figure())) {
    case v1::STOP_FIGURE_TICK:
      return world.tick;
    case v1::STOP_FIGURE_CASH:
      return own ? mine.cash : books->cash;
    case v1::STOP_FIGURE_STOCK:
      if (!good) return std::nullopt;
      return own ? mine.stock[rules::index_of(*good)] : stock_of(*books, *good, world);
    case v1::STOP_FIGURE_PRICE:
      if (!good) return std::nullopt;
      return world.markets[rules::index_of(*good)].price;
  }
  return std::nullopt;  // of a newer program
}

bool has_come_about(const v1::StopCondition& stop, std::int64_t figure) {
  const auto value = static_cast<std::int64_t>(stop.value());
  return stop.below() ? figure < value : figure >= value;
}

}  // namespace

bool can_be_kept_up(const rules::Action& action) {
  return std::visit(
      [](const auto& one) {
        using Kind = std::decay_t<decltype(one)>;
        return stands<Kind> || is_of_one_tick<Kind>;
      },
      action);
}

bool is_about_a_new_one(const rules::Action& action, const rules::World& at_close) {
  return std::visit(
      [&](const auto& one) {
        if constexpr (requires { one.enterprise; })
          return one.enterprise.value >= at_close.enterprises.count();
        else
          return false;
      },
      action);
}

std::optional<rules::Action> taking_off(const rules::Action& action) {
  return std::visit(
      [](auto one) -> std::optional<rules::Action> {
        if constexpr (stands<decltype(one)>) {
          one.quantity = 0;
          return one;
        } else {
          return std::nullopt;
        }
      },
      action);
}

v1::Error within_routine(v1::Error error) {
  constexpr std::string_view kAct = "act";
  if (error.field().starts_with(kAct)) error.set_field("set_routine.action" + error.field().substr(kAct.size()));
  return error;
}

std::optional<std::uint32_t> come_about(const Stops& stops, const rules::World& world, rules::HouseholdId seat) {
  if (stops.empty()) return 0;
  const auto mine = rules::private_view(world, seat);
  if (!mine) return std::nullopt;
  for (int at = 0; at < stops.size(); ++at) {
    const auto figure = figure_of(stops[at], world, *mine);
    if (!figure) return std::nullopt;
    if (has_come_about(stops[at], *figure)) return static_cast<std::uint32_t>(at) + 1;
  }
  return 0;
}

std::optional<v1::Error> fault_of(const Stops& stops, const rules::World& world, rules::HouseholdId seat) {
  const auto fault = [](const char* text, const std::string& field) {
    return protocol::make_error(v1::ERROR_CODE_MALFORMED, text, field);
  };
  if (static_cast<std::size_t>(stops.size()) > kStopsPerRoutine)
    return fault("Name at most 4 things that stop it.", "set_routine.stops");
  const auto mine = rules::private_view(world, seat);
  for (int at = 0; mine && at < stops.size(); ++at) {
    const std::string field = "set_routine.stops[" + std::to_string(at) + "]";
    const auto figure = figure_of(stops[at], world, *mine);
    if (!figure)
      return fault("Name a figure that you can see: the tick, cash, a stock or a price; with its good and enterprise.",
                   field);
    if (stops[at].value() > protocol::kRequestIdMax) return fault("That is more than there can be.", field + ".value");
    if (has_come_about(stops[at], *figure))
      return fault("That has come about already, so nothing would be kept up; name another value.", field + ".value");
  }
  return std::nullopt;
}

}  // namespace tt::server
