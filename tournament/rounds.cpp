#include "tournament/rounds.hpp"

#include <algorithm>
#include <numeric>

#include "rules/core/assert.hpp"
#include "tournament/digest.hpp"

namespace tt::tournament {

Rounds::Rounds(const Spec& spec) : spec_(spec), role_(spec.contested()), seats_(spec.of(role_).seats) {
  const std::size_t count = spec.of(role_).strategies.size();
  players_.resize(count);
  met_.assign(count, std::vector<std::uint32_t>(count, 0));
  std::vector<std::size_t> drawn(count);
  std::iota(drawn.begin(), drawn.end(), std::size_t{0});
  const auto lot = [&](std::size_t player) { return derived_seed(spec.master_seed, "draw", player); };
  std::sort(drawn.begin(), drawn.end(), [&](std::size_t a, std::size_t b) { return lot(a) < lot(b); });
  for (std::uint32_t place = 0; place < count; ++place) players_[drawn[place]].draw = place;
  plan_rounds();
  if (spec.format == Format::kSwiss)
    draw_swiss();
  else
    seat_round(std::move(drawn));
}

/// How many tables each round has does not depend on who wins.
void Rounds::plan_rounds() {
  std::size_t left = players_.size();
  if (spec_.format == Format::kSwiss) {
    blocks_by_round_.assign(spec_.rounds, left / seats_ * spec_.worlds);
    return;
  }
  while (left > seats_) {
    const std::size_t tables = left / seats_;
    blocks_by_round_.push_back(tables * spec_.worlds);
    left = tables * spec_.advance + left % seats_;
  }
  blocks_by_round_.push_back(spec_.worlds);  // the final
}

std::uint64_t Rounds::blocks() const {
  return std::accumulate(blocks_by_round_.begin(), blocks_by_round_.end(), std::uint64_t{0});
}

std::uint64_t Rounds::known_blocks() const {
  const auto end = blocks_by_round_.begin() + static_cast<std::ptrdiff_t>(drawn_.size());
  return std::accumulate(blocks_by_round_.begin(), end, std::uint64_t{0});
}

Rounds::Block Rounds::block(std::uint64_t number) const {
  TT_ASSERT(number < known_blocks());
  std::uint32_t round = 0;
  while (number >= blocks_by_round_[round]) number -= blocks_by_round_[round++];
  const auto& tables = drawn_[round];
  const auto world = static_cast<std::uint32_t>(number / tables.size());
  const auto table = static_cast<std::uint32_t>(number % tables.size());
  return {round * spec_.worlds + world, table, &tables[table]};
}

void Rounds::take_in(const MatchResult& match) {
  const auto& field = spec_.of(role_).strategies;
  for (const SeatResult& seat : match.seats) {
    if (seat.role != role_) continue;
    const auto at = std::find_if(field.begin(), field.end(), [&](const auto* e) { return e->name == seat.strategy; });
    TT_ASSERT(at != field.end());
    Player& player = players_[static_cast<std::size_t>(at - field.begin())];
    for (Mean* mean : {&player.all, &player.round}) {
      mean->sum += seat.score();
      ++mean->games;
    }
  }
  if (++taken_in_ < known_blocks() * spec_.rotations || drawn_.size() == blocks_by_round_.size()) return;
  if (spec_.format == Format::kSwiss)
    draw_swiss();
  else
    draw_knockout();
}

/// Those who have not played yet come last, in the order of the draw.
bool Rounds::ahead(Mean Player::*of, std::size_t a, std::size_t b) const {
  const Mean& one = players_[a].*of;
  const Mean& other = players_[b].*of;
  if ((one.games == 0) != (other.games == 0)) return other.games == 0;
  const std::int64_t left = one.sum * std::max<std::int64_t>(1, other.games);
  const std::int64_t right = other.sum * std::max<std::int64_t>(1, one.games);
  return left != right ? left > right : players_[a].draw < players_[b].draw;
}

void Rounds::sort(Mean Player::*of, std::vector<std::size_t>& players) const {
  std::sort(players.begin(), players.end(), [&](std::size_t a, std::size_t b) { return ahead(of, a, b); });
}

void Rounds::begin(std::vector<Table> tables) {
  for (const Table& table : tables)
    for (const std::size_t a : table) {
      ++players_[a].played;
      players_[a].round = {};
      for (const std::size_t b : table) met_[a][b] += a == b ? 0 : 1;
    }
  drawn_.push_back(std::move(tables));
}

/// As many as fit no table: those who sat out least often, of them the last in rank.
std::vector<std::size_t> Rounds::sitting_out(const std::vector<std::size_t>& ranked) const {
  std::vector<std::size_t> order(ranked.rbegin(), ranked.rend());
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return players_[a].byes < players_[b].byes; });
  order.resize(ranked.size() % seats_);
  return order;
}

/// The first of the pool with those next in rank whom the table has met least.
Rounds::Table Rounds::swiss_table(std::vector<std::size_t>& pool) const {
  Table table{pool.front()};
  pool.erase(pool.begin());
  const auto meetings = [&](std::size_t player) {
    std::uint32_t sum = 0;
    for (const std::size_t other : table) sum += met_[player][other];
    return sum;
  };
  while (table.size() < seats_) {
    const auto next = std::min_element(pool.begin(), pool.end(), [&](std::size_t a, std::size_t b) {
      return meetings(a) < meetings(b);  // of equals the first: the next in rank
    });
    table.push_back(*next);
    pool.erase(next);
  }
  return table;
}

void Rounds::draw_swiss() {
  std::vector<std::size_t> pool(players_.size());
  std::iota(pool.begin(), pool.end(), std::size_t{0});
  sort(&Player::all, pool);
  for (const std::size_t out : sitting_out(pool)) {
    ++players_[out].byes;
    std::erase(pool, out);
  }
  std::vector<Table> tables;
  while (!pool.empty()) tables.push_back(swiss_table(pool));
  begin(std::move(tables));
}

/// Of the round just played and of those who waited, best first.
std::vector<std::size_t> Rounds::winners() const {
  std::vector<std::size_t> found = waiting_;
  for (Table table : drawn_.back()) {
    sort(&Player::round, table);
    found.insert(found.end(), table.begin(), table.begin() + static_cast<std::ptrdiff_t>(spec_.advance));
  }
  sort(&Player::all, found);
  return found;
}

void Rounds::draw_knockout() {
  std::vector<std::size_t> left = winners();
  std::vector<std::size_t> out;
  for (const Table& table : drawn_.back())
    for (const std::size_t player : table)
      if (std::find(left.begin(), left.end(), player) == left.end()) out.push_back(player);
  sort(&Player::round, out);
  for (std::size_t next = 0; left.size() < seats_; ++next) left.push_back(out[next]);
  seat_round(std::move(left));
}

/// The best wait where not all fit; the others are dealt to the tables to and fro, so that each gets of all ranks.
void Rounds::seat_round(std::vector<std::size_t> ranked) {
  for (const std::size_t player : ranked) ++players_[player].reached;
  const std::size_t tables = ranked.size() / seats_;
  const auto waits = static_cast<std::ptrdiff_t>(ranked.size() % seats_);
  waiting_.assign(ranked.begin(), ranked.begin() + waits);
  std::vector<Table> dealt(tables);
  for (std::size_t i = 0; i + static_cast<std::size_t>(waits) < ranked.size(); ++i) {
    const std::size_t lap = i / tables;
    const std::size_t at = lap % 2 == 0 ? i % tables : tables - 1 - i % tables;
    dealt[at].push_back(ranked[i + static_cast<std::size_t>(waits)]);
  }
  begin(std::move(dealt));
}

std::vector<Placing> Rounds::placings() const {
  const bool swiss = spec_.format == Format::kSwiss;
  std::vector<std::size_t> order(players_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto of = swiss ? &Player::all : &Player::round;
  sort(of, order);
  if (!swiss)
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return players_[a].reached > players_[b].reached; });
  std::vector<Placing> placings;
  for (const std::size_t player : order) {
    const Mean& mean = players_[player].*of;
    const double score = mean.games == 0 ? 0 : static_cast<double>(mean.sum) / 100.0 / static_cast<double>(mean.games);
    placings.push_back({std::string(spec_.of(role_).strategies[player]->name), players_[player].played, score});
  }
  return placings;
}

}  // namespace tt::tournament
