#include "server/ladder/ladder.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "server/chance.hpp"
#include "server/ladder/cards.hpp"
#include "server/ladder/exports.hpp"
#include "server/lobby/names.hpp"
#include "server/log.hpp"
#include "server/world/public_feed.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace v1 = technotariat::v1;
using protocol::make_error;

/// Between two looks at the queue: nobody minds it among the tens of seconds of a wait.
constexpr std::chrono::milliseconds kLookEvery{1'000};
constexpr std::uint64_t kDayMs = 24 * 3'600'000;
constexpr std::size_t kWorldNameTail = 6;
constexpr char kNameless[] = "bot";

std::filesystem::path path_of(const LadderGround& ground, const LadderPlan& plan) {
  return ground.folder / (plan.name + ".ladder");
}

/// In any order, each as likely as any other.
template <class Thing>
void shuffle(std::vector<Thing>& things) {
  for (std::size_t left = things.size(); left > 1; --left)
    std::swap(things[left - 1], things[random_below(static_cast<std::uint32_t>(left))]);
}

Founding founding_of(const LadderPlan& plan, const LadderGame& game, std::uint64_t now_ms) {
  const std::string title = plan.title.empty() ? plan.name : plan.title;
  Founding founding{.name = game.world,
                    .scenario = plan.scenario,
                    .title = title + " #" + std::to_string(game.number),
                    .seed = random_number(),
                    .bots = false,
                    .laws = {},
                    .house = {}};
  HouseEvent event;
  event.set_time_ms(now_ms);
  event.set_by_name(title);
  v1::HouseRules& rules = *event.mutable_rules();
  rules.set_unlisted(true);
  rules.set_match_wait_seconds(static_cast<std::uint32_t>(plan.start.count()));
  rules.set_spectator_sight(plan.spectators ? v1::SPECTATOR_SIGHT_PUBLIC : v1::SPECTATOR_SIGHT_NOTHING);
  rules.set_spectator_delay_ticks(plan.spectator_delay);
  founding.house.push_back(event);
  if (plan.tick_seconds != 0) {
    event.mutable_clock_set()->set_tick_seconds(plan.tick_seconds);
    founding.house.push_back(std::move(event));
  }
  std::set<std::string> looks;  // of those at the table: no two shall be taken for one another
  for (const LadderEntrant& entrant : game.entrants) {
    const std::string called = entrant.who.bot.empty() ? entrant.account_name : entrant.who.bot;
    std::string name = called;
    for (int number = 2; !looks.insert(looks_of(name)[0]).second; ++number)
      name = called + " " + std::to_string(number);
    founding.seated.push_back({plan.role, entrant.who.guest, std::move(name)});
  }
  return founding;
}

/// Of the seats that the founding gave, in their order.
std::vector<LadderResult> results_of(const Ending& ending, rules::Role role, std::size_t seats) {
  std::vector<LadderResult> results;
  for (const SeatEnding& seat : ending.seats) {
    if (seat.role != role || results.size() == seats) continue;
    LadderResult result{seat.standing, Conduct::kStayed};
    if (seat.controller == rules::Controller::kVacant) result.conduct = Conduct::kLeft;
    if (seat.controller == rules::Controller::kCaretaker || seat.controller == rules::Controller::kAutopilot)
      result.conduct = Conduct::kAway;
    if (ending.scores)
      for (const persistence::SeatScore& score : *ending.scores)
        if (score.household == seat.household) result.score = score.score();
    results.push_back(result);
  }
  return results;
}

}  // namespace

Ladder::Ladder(const LadderGround& ground, const LadderPlan& plan)
    : ground_(ground),
      plan_(plan),
      lane_(ground.disk.lane(path_of(ground, plan).string())),
      alarm_(ground.clock.alarm(ground.io.get_executor())) {}

template <class Work, class Then>
void Ladder::on_file(Work work, Then then) {
  lane_.post([this, file = file_, work = std::move(work), then = std::move(then)]() mutable {
    auto result = work(*file);
    if (!result) log::error("ladder " + plan_.name + ": " + result.error().text());
    asio::post(ground_.io, [result = std::move(result), then = std::move(then)]() mutable { then(result); });
  });
}

persistence::Result<void> Ladder::load() {
  std::error_code ignored;  // what cannot be made makes the opening fail, with words
  std::filesystem::create_directories(ground_.folder, ignored);
  auto file = LadderFile::open(path_of(ground_, plan_));
  if (!file) return file.error();
  auto players = file->players();
  if (!players) return players.error();
  auto running = file->running();
  if (!running) return running.error();
  auto ended = file->ended(kMatchesTold);
  if (!ended) return ended.error();
  auto kept = file->kept();
  if (!kept) return kept.error();
  roll_.set(std::move(*players));
  for (LadderGame& game : *running) {
    for (const LadderEntrant& entrant : game.entrants)
      if (!entrant.built_in()) playing_[entrant.who] = game.world;
    running_[game.number] = {std::move(game), true, false};
  }
  ended_.assign(std::make_move_iterator(ended->begin()), std::make_move_iterator(ended->end()));
  kept_.assign(std::make_move_iterator(kept->begin()), std::make_move_iterator(kept->end()));
  file_ = std::make_shared<LadderFile>(std::move(*file));
  return {};
}

void Ladder::start() {
  std::vector<std::int64_t> numbers;
  for (const auto& [number, game] : running_) numbers.push_back(number);
  for (const std::int64_t number : numbers) look_at(number);
  let_old_worlds_go();
  tend();
}

void Ladder::stop() {
  stopped_ = true;
  alarm_->cancel();
}

/// A running game of the file, at the start: its world runs, has ended, has failed, or never came about.
void Ladder::look_at(std::int64_t number) {
  Game& running = running_.at(number);
  const std::string world = running.game.world;
  if (const auto actor = ground_.worlds.find(world)) {
    running.broken = actor->summary(0).failed();
    return world_ended(world);
  }
  running.broken = true;
  free_people(running.game);
  if (ground_.worlds.has_failed(world)) return;
  log::warn("ladder " + plan_.name + ": match " + std::to_string(number) + " has no world; it is struck out");
  running_.erase(number);
  on_file([number](LadderFile& file) { return file.strike(number); }, [](const auto&) {});
}

v1::LadderSummary Ladder::summary() const {
  v1::LadderSummary summary = summary_of(plan_);
  summary.set_playing(static_cast<std::uint32_t>(tables_in_use()));
  summary.set_waiting(static_cast<std::uint32_t>(queue_.places().size()));
  summary.set_players(static_cast<std::uint32_t>(roll_.size()));
  return summary;
}

v1::Ladder Ladder::card(const LadderAsker& asker) {
  // A bot's connection stays the bot's that joined on it.
  const auto known = listeners_.find(asker.connection.get());
  const Contender who = known != listeners_.end() && known->second.who.guest == asker.guest.id
                            ? known->second.who
                            : Contender{asker.guest.id, asker.guest.bot ? kNameless : ""};
  listen(asker, who);
  v1::Ladder card;
  *card.mutable_summary() = summary();
  *card.mutable_mine() = place_of(who);
  list_standings(roll_, asker.guest.id, card);
  for (const auto& [number, running] : running_)
    if (running.founded && !running.broken) *card.add_running() = card_of(running.game, asker.guest.id);
  for (const LadderGame& game : ended_) *card.add_matches() = card_of(game, asker.guest.id);
  for (const char* const file : {"standings.csv", "standings.json", "matches.csv", "matches.json"})
    card.add_files(file);
  return card;
}

std::variant<Contender, v1::Error> Ladder::contender(const LadderAsker& asker, const std::string& bot) const {
  if (!asker.guest.bot) {
    if (bot.empty()) return Contender{asker.guest.id, {}};
    return make_error(v1::ERROR_CODE_BAD_TOKEN,
                      "Only a program that came with a bot's token is rated as a bot; make one under \"Account\".",
                      "join_ladder.bot");
  }
  auto name = sound_name(bot.empty() ? kNameless : bot, 1, protocol::kDisplayNameCharsMax);
  if (!name) return make_error(v1::ERROR_CODE_BAD_NAME, "", "join_ladder.bot");
  return Contender{asker.guest.id, std::move(*name)};
}

std::optional<v1::Error> Ladder::fault_of(const LadderAsker& asker, const Contender& who) {
  if (!plan_.everybody && !asker.guest.claimed)
    return make_error(v1::ERROR_CODE_ACCOUNT_NEEDED,
                      "A place on this ladder needs an account: choose a passphrase under \"Account\" first.");
  if (playing_.contains(who)) return make_error(v1::ERROR_CODE_AT_A_TABLE);
  if (queue_.find(who) != nullptr) return std::nullopt;
  if (!joins_.take(std::to_string(who.guest), ground_.clock.now()))
    return make_error(v1::ERROR_CODE_RATE_LIMITED, "You join and leave too often; wait ten seconds.", "join_ladder");
  const std::vector<std::string> bots = roll_.bots_of(who.guest);
  std::set<std::string> names(bots.begin(), bots.end());
  for (const LadderQueue::Place& place : queue_.places())
    if (place.who.guest == who.guest && !place.who.bot.empty()) names.insert(place.who.bot);
  if (!who.bot.empty()) names.insert(who.bot);
  if (!who.bot.empty() && names.size() > kBotsPerAccountMax) return make_error(v1::ERROR_CODE_LADDER_FULL);
  return std::nullopt;
}

Ladder::Answer Ladder::join(const LadderAsker& asker, const std::string& bot) {
  auto named = contender(asker, bot);
  if (const auto* const error = std::get_if<v1::Error>(&named)) return *error;
  const Contender& who = std::get<Contender>(named);
  listen(asker, who);
  if (auto fault = fault_of(asker, who)) return std::move(*fault);
  if (!queue_.join(who, asker.guest.name, asker.guest.claimed, ground_.clock.now()))
    return make_error(v1::ERROR_CODE_LADDER_FULL);
  return place_of(who);
}

Ladder::Answer Ladder::leave(const LadderAsker& asker, const std::string& bot) {
  auto named = contender(asker, bot);
  if (const auto* const error = std::get_if<v1::Error>(&named)) return *error;
  const Contender& who = std::get<Contender>(named);
  listen(asker, who);
  if (playing_.contains(who)) return make_error(v1::ERROR_CODE_AT_A_TABLE);
  if (queue_.leave(who)) tell(who);
  return place_of(who);
}

void Ladder::listen(const LadderAsker& asker, const Contender& who) {
  const auto before = listeners_.find(asker.connection.get());
  if (before != listeners_.end() && before->second.who != who) lose(asker.connection.get());
  listeners_[asker.connection.get()] = {who, asker.connection};
  queue_.come_back(who);
}

void Ladder::lose(const Subscriber* connection) {
  const auto at = listeners_.find(connection);
  if (at == listeners_.end()) return;
  const Contender who = at->second.who;
  listeners_.erase(at);
  const bool another = std::any_of(listeners_.begin(), listeners_.end(),
                                   [&](const auto& listener) { return listener.second.who == who; });
  if (!another) queue_.go_away(who, ground_.clock.now());
}

v1::LadderPlace Ladder::place_of(const Contender& who) const {
  v1::LadderPlace place;
  place.set_ladder(plan_.name);
  place.set_bot(who.bot);
  place.set_state(v1::LADDER_STATE_OUT);
  place.set_waiting(static_cast<std::uint32_t>(queue_.places().size()));
  if (const LadderQueue::Place* const waits = queue_.find(who)) {
    place.set_state(v1::LADDER_STATE_WAITING);
    const auto waited = std::chrono::duration_cast<seconds>(ground_.clock.now() - waits->joined);
    place.set_waited_seconds(static_cast<std::uint32_t>(waited.count()));
  }
  if (const auto at = playing_.find(who); at != playing_.end()) {
    place.set_state(at->second.empty() ? v1::LADDER_STATE_WAITING : v1::LADDER_STATE_PLAYING);
    place.set_world(at->second);
  }
  return place;
}

void Ladder::tell(const Contender& who) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_ladder_place() = place_of(who);
  for (const auto& [id, listener] : listeners_)
    if (listener.who == who)
      if (const auto connection = listener.connection.lock())
        connection->deliver(frame_of(envelope, connection->mapping()));
}

void Ladder::tend() {
  if (stopped_) return;
  const Time now = ground_.clock.now();
  for (const Contender& gone : queue_.drop(now, ground_.caps.presence_grace)) tell(gone);
  for (auto& [number, running] : running_) {
    const auto actor = ground_.worlds.find(running.game.world);
    const bool broken = running.founded && (!actor || actor->summary(0).failed());
    if (broken && !running.broken) free_people(running.game);
    running.broken = broken;
  }
  make_tables();
  if (std::exchange(told_waiting_, queue_.places().size()) != queue_.places().size())
    for (const LadderQueue::Place& place : queue_.places()) tell(place.who);
  if (ground_.clock.wall_ms() >= expired_at_ms_ + kDayMs) expire();
  alarm_->ring_at(now + kLookEvery, [this] { tend(); });
}

std::size_t Ladder::tables_in_use() const {
  return on_the_way_ + static_cast<std::size_t>(std::count_if(running_.begin(), running_.end(),
                                                              [](const auto& row) { return !row.second.broken; }));
}

void Ladder::make_tables() {
  const std::size_t free = plan_.tables - std::min(plan_.tables, tables_in_use());
  if (free == 0 || queue_.places().empty()) return;
  std::vector<LadderQueue::Place> here;
  std::vector<Waiting> waiting;
  for (const LadderQueue::Place& place : queue_.places()) {
    if (place.away_since) continue;
    here.push_back(place);
    const auto waited = std::chrono::duration_cast<milliseconds>(ground_.clock.now() - place.joined);
    waiting.push_back({place.who.guest, roll_.skill_of(place.who).mu, waited});
  }
  const TableRule rule{plan_.seats, plan_.wait, !plan_.fill.empty(), plan_.least};
  for (const std::vector<std::size_t>& table : server::make_tables(waiting, rule, free)) {
    std::vector<LadderQueue::Place> people;
    for (const std::size_t at : table) people.push_back(here[at]);
    begin(people);
  }
}

void Ladder::begin(const std::vector<LadderQueue::Place>& people) {
  LadderGame game;
  game.world = std::string(kMatchPrefix) + plan_.name + '-' + random_text(kWorldNameTail);
  game.began_ms = ground_.clock.wall_ms();
  for (const LadderQueue::Place& person : people) {
    queue_.leave(person.who);
    playing_[person.who] = {};
    game.entrants.push_back({.who = person.who, .account_name = person.account_name, .claimed = person.claimed});
  }
  std::size_t next = plan_.fill.empty() ? 0 : random_below(static_cast<std::uint32_t>(plan_.fill.size()));
  while (game.entrants.size() < plan_.seats)
    game.entrants.push_back({.who = {}, .account_name = plan_.fill[next++ % plan_.fill.size()]});
  shuffle(game.entrants);
  ++on_the_way_;
  // First the row, then the world: a world that nobody knows the sense of would be worse than a row without a world.
  on_file([game](LadderFile& file) { return file.begin(game); },
          [this, game](const persistence::Result<std::int64_t>& number) mutable {
            --on_the_way_;
            if (!number) return free_people(game);
            game.number = *number;
            found(std::move(game));
          });
}

void Ladder::found(LadderGame game) {
  const std::int64_t number = game.number;
  Founding founding = founding_of(plan_, game, ground_.clock.wall_ms());
  running_[number] = {std::move(game), false, false};
  ground_.worlds.found_match(std::move(founding), [this, number](bool founded) {
    asio::post(ground_.io, [this, number, founded] { opened(number, founded); });
  });
}

void Ladder::opened(std::int64_t number, bool founded) {
  Game& running = running_.at(number);
  running.founded = true;
  if (!founded) {
    const LadderGame game = std::move(running.game);
    running_.erase(number);
    free_people(game);
    return on_file([number](LadderFile& file) { return file.strike(number); }, [](const auto&) {});
  }
  log::info("ladder " + plan_.name + ": match " + std::to_string(number) + " is played in " + running.game.world);
  for (const LadderEntrant& entrant : running.game.entrants) {
    if (entrant.built_in()) continue;
    playing_[entrant.who] = running.game.world;
    tell(entrant.who);
  }
}

void Ladder::world_ended(const std::string& world) {
  const auto at =
      std::find_if(running_.begin(), running_.end(), [&](const auto& row) { return row.second.game.world == world; });
  if (at == running_.end()) return;
  const auto actor = ground_.worlds.find(world);
  if (!actor) return;
  actor->tell_ending([this, number = at->first](const Ending& ending) {
    asio::post(ground_.io, [this, number, ending] { record(number, ending); });
  });
}

void Ladder::record(std::int64_t number, const Ending& ending) {
  const auto at = running_.find(number);
  if (at == running_.end()) return;
  on_file([results = results_of(ending, plan_.role, at->second.game.entrants.size()), number,
           by_ghost = ending.scores.has_value(), fills = plan_.fill_rated, now_ms = ground_.clock.wall_ms()](
              LadderFile& file) { return file.finish(number, results, by_ghost, fills, now_ms); },
          [this](const persistence::Result<std::optional<LadderFinish>>& finish) {
            if (finish && *finish) take_in(**finish);
          });
}

void Ladder::take_in(const LadderFinish& finish) {
  const LadderGame& game = finish.game;
  running_.erase(game.number);
  for (const LadderPlayer& player : finish.players) roll_.put(player);
  ended_.push_front(game);
  if (ended_.size() > kMatchesTold) ended_.pop_back();
  kept_.push_back(game);
  log::info("ladder " + plan_.name + ": match " + std::to_string(game.number) + " is over" +
            (game.rated ? "" : ", unrated"));
  free_people(game);
  let_old_worlds_go();
}

void Ladder::free_people(const LadderGame& game) {
  for (const LadderEntrant& entrant : game.entrants)
    if (!entrant.built_in() && playing_.erase(entrant.who) > 0) tell(entrant.who);
}

/// First the world, then the row: a row whose world has gone is found at the next start, a world without a row is not.
void Ladder::let_old_worlds_go() {
  const auto forget = [this](std::int64_t number) {
    for (LadderGame& game : ended_)
      if (game.number == number) game.kept = false;
    on_file([number](LadderFile& file) { return file.let_go(number); }, [](const auto&) {});
  };
  for (auto at = kept_.begin(); at != kept_.end();) {
    const bool there = ground_.worlds.find(at->world) || ground_.worlds.has_failed(at->world);
    if (!there) forget(at->number);
    at = there ? at + 1 : kept_.erase(at);
  }
  while (kept_.size() > plan_.kept) {
    const LadderGame oldest = std::move(kept_.front());
    kept_.pop_front();
    ground_.worlds.remove(oldest.world, [this, forget, number = oldest.number] {
      asio::post(ground_.io, [forget, number] { forget(number); });
    });
  }
}

void Ladder::expire() {
  expired_at_ms_ = ground_.clock.wall_ms();
  const std::uint64_t before = expired_at_ms_ - std::min(expired_at_ms_, plan_.guest_days * kDayMs);
  roll_.expire(before);
  on_file([before](LadderFile& file) { return file.expire(before); }, [](const auto&) {});
  ground_.guests.which_are_gone(roll_.unclaimed(), [this](const std::vector<std::uint64_t>& gone) {
    asio::post(ground_.io, [this, gone] {
      for (const std::uint64_t guest : gone) {
        roll_.forget(guest);
        on_file([guest](LadderFile& file) { return file.forget(guest); }, [](const auto&) {});
      }
    });
  });
}

void Ladder::fetch(const std::string& file, const HearFile& hear) {
  const auto tell = [hear](std::string text) { hear(std::make_shared<const std::string>(std::move(text))); };
  if (file == "standings.csv") return tell(standings_csv(roll_));
  if (file == "standings.json") return tell(standings_json(roll_));
  const bool csv = file == "matches.csv";
  on_file([](LadderFile& ladder) { return ladder.ended(kMatchesFetched); },
          [hear, tell, csv](const persistence::Result<std::vector<LadderGame>>& games) {
            if (!games) return hear(nullptr);
            tell(csv ? matches_csv(*games) : matches_json(*games));
          });
}

}  // namespace tt::server
