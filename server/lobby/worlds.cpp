#include "server/lobby/worlds.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/ip/address.hpp>
#include <iterator>
#include <utility>

#include "persistence/copies.hpp"
#include "persistence/scenario_file.hpp"
#include "protocol/codec/errors.hpp"
#include "rules/core/text.hpp"
#include "server/chance.hpp"
#include "server/lobby/names.hpp"
#include "server/log.hpp"
#include "server/net/local_fan_out.hpp"
#include "server/storage/file_journal.hpp"
#include "server/wall_clock.hpp"

namespace tt::server {
namespace {

using protocol::make_error;

constexpr double kHourS = 3'600;

bool is_demo(std::string_view name) {
  return name == "demo" || name.starts_with("demo-");
}

bool is_match(std::string_view name) {
  return name.starts_with(kMatchPrefix);
}

/// Nobody but who sits at this machine: no proxy brings others, and no name is given for them to come by.
bool listens_to_itself_only(const Config& config) {
  if (!config.proxies.trusted.empty() || !config.hosts.empty()) return false;
  boost::system::error_code ec;
  const auto address = boost::asio::ip::make_address(config.address, ec);
  return !ec && address.is_loopback();
}

/// Some are for the laboratory alone: nobody could sit down in them.
bool can_be_hosted(const rules::Scenario& scenario) {
  return scenario.capitalist_seats + scenario.member_seats + scenario.worker_seats > 0;
}

v1::ScenarioSummary summary_of(const rules::Scenario& scenario) {
  v1::ScenarioSummary summary;
  summary.set_name(scenario.name);
  summary.set_title(scenario.title);
  summary.set_households(scenario.households);
  summary.set_final_tick(scenario.final_tick);
  summary.set_tick_seconds(scenario.tick_seconds);
  summary.set_capitalist_seats(scenario.capitalist_seats);
  summary.set_member_seats(scenario.member_seats);
  summary.set_worker_seats(scenario.worker_seats);
  return summary;
}

HouseEvent signed_by(const persistence::Guest& host, std::uint64_t now_ms) {
  HouseEvent event;
  event.set_player(host.id);
  event.set_time_ms(now_ms);
  event.set_by_name(host.name);
  return event;
}

/// What a host has wished for beside the scenario, as the first things that happen in the house.
std::vector<HouseEvent> first_events(const persistence::Guest& host, const v1::CreateWorld& wish,
                                     std::uint64_t now_ms) {
  std::vector<HouseEvent> events;
  if (wish.has_rules()) {
    events.push_back(signed_by(host, now_ms));
    *events.back().mutable_rules() = wish.rules();
  }
  if (wish.tick_seconds() != 0) {
    events.push_back(signed_by(host, now_ms));
    events.back().mutable_clock_set()->set_tick_seconds(wish.tick_seconds());
  }
  return events;
}

}  // namespace

Worlds::Worlds(Ground ground)
    : ground_(ground),
      founded_from_(ground.config.caps.worlds_per_address_per_hour / kHourS,
                    ground.config.caps.worlds_per_address_per_hour, kAddressesWatched) {}

void Worlds::load_all() {
  std::error_code ignored;
  std::filesystem::remove_all(ground_.data.shown_folder(), ignored);
  const std::vector<std::string> names = ground_.data.world_names();
  for (std::size_t number = 0; number < names.size(); ++number) {
    const std::string& name = names[number];
    const Guests::Hosting hosting = ground_.guests.host_of_at_start(name);
    {
      const std::lock_guard lock(mutex_);
      entries_[name].host = hosting.guest;
    }
    auto loaded = load_world_file(ground_.data.world_file(name));
    if (loaded)
      add(name, std::move(*loaded), hosting, {number, names.size()});
    else
      fail(name, loaded.error());
  }
  if (ground_.config.demo && demo().empty()) found_demo();
}

std::string Worlds::demo() const {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, entry] : entries_)
    if (is_demo(name) && !is_shown(name) && entry.actor &&
        entry.actor->summary(0).status() != v1::WORLD_STATUS_FINISHED)
      return name;
  return {};
}

void Worlds::found_demo() {
  std::string name = "demo";
  {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= ground_.config.caps.worlds) return log::warn("no new demo world: there are too many worlds");
    for (int number = 2; entries_.contains(name); ++number) name = "demo-" + std::to_string(number);
    entries_[name];  // the place is taken
  }
  ground_.guests.clear_host(name);  // of one that went by that name before
  auto file = found_world_file(ground_.data.world_file(name),
                               {.name = name, .scenario = "sitting", .title = "Demo town", .seed = random_number()});
  if (!file) return fail(name, file.error());
  auto restored = persistence::restore(*file);
  if (!restored) return fail(name, restored.error());
  add(name, {std::move(*file), std::move(*restored)}, {}, {});
}

milliseconds Worlds::pace_of(const persistence::Restored& restored) const {
  if (ground_.config.tick) return *ground_.config.tick;
  std::uint32_t chosen = 0;
  for (const auto& [index, event] : restored.house)
    if (event.clock_set().tick_seconds() != 0) chosen = event.clock_set().tick_seconds();
  return seconds(chosen != 0 ? chosen : std::max(restored.world.scenario.tick_seconds, kTickSecondsMin));
}

void Worlds::add(const std::string& name, Loaded loaded, Guests::Hosting hosting, Turn turn) {
  WorldParts parts;
  parts.name = name;
  parts.epoch = random_text(12);
  parts.tick = pace_of(loaded.restored);
  const milliseconds spread = std::min(parts.tick / 4, kStaggerMax);
  parts.first_more = spread * static_cast<std::int64_t>(turn.number) / static_cast<std::int64_t>(turn.of);
  parts.restored = std::move(loaded.restored);
  parts.journal = std::make_shared<FileJournal>(lane_of(name), std::move(loaded.file), ground_.clock, ground_.metrics);
  parts.fan_out = std::make_shared<LocalFanOut>(ground_.io);
  parts.gallery = std::make_shared<LocalFanOut>(ground_.io);
  parts.make_bot = ground_.config.make_bot;
  parts.caps = ground_.config.caps;
  parts.host = hosting.guest;
  parts.metrics = &ground_.metrics;
  parts.hasher = &ground_.hasher;
  parts.clock = &ground_.clock;
  parts.keyframes = &ground_.keyframes;
  parts.copies = {&ground_.downloads, ground_.data.copies_folder()};
  // On a server for this machine alone, whoever sits down first may pause a world that has no host.
  if (hosting.guest == 0 && !is_shown(name) && listens_to_itself_only(ground_.config))
    parts.host_found = [this, name](std::uint64_t guest) {
      ground_.guests.set_host(name, guest);
      const std::lock_guard lock(mutex_);
      entries_[name].host = guest;
    };
  if (!is_shown(name)) parts.news = ground_.news;
  parts.reload = [this, name] { reload(name); };
  if (ground_.config.demo && is_demo(name) && !is_shown(name))
    parts.finished = [this] { boost::asio::post(ground_.pool, [this] { found_demo(); }); };
  auto actor = std::make_shared<WorldActor>(ground_.pool, std::move(parts));
  actor->start();
  log::info("world " + name + ": tick " + std::to_string(actor->summary(0).tick()) + " of " +
            std::to_string(actor->summary(0).final_tick()));
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[name];
  entry.actor = std::move(actor);
  entry.failure.clear();
  entry.host = hosting.guest;
  entry.founded_ms = hosting.founded_ms;
  if (entry.number == 0) entry.number = ++last_number_;
}

void Worlds::fail(const std::string& name, const persistence::Failure& failure) {
  log::error("world " + name + " cannot be loaded: " + failure.text());
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[name];
  entry.actor = nullptr;
  entry.failure = failure.text();
  if (entry.number == 0) entry.number = ++last_number_;
}

void Worlds::reload(const std::string& name) {
  Guests::Hosting hosting;
  {
    const std::lock_guard lock(mutex_);
    Entry& entry = entries_[name];
    // On its way already, or loaded since: whoever still talks to the failed one may ask twice.
    if (!entry.actor || !entry.actor->gauges().failed) return;
    hosting = {entry.host, entry.founded_ms};
    entry.listed = entry.actor->listed_for(0);
    entry.actor = nullptr;
    entry.failure = "It is being loaded again.";
  }
  // The failed world has let go of its file on the same lane before.
  lane_of(name).post([this, name, hosting] {
    auto loaded = load_world_file(file_of(name));
    if (loaded)
      add(name, std::move(*loaded), hosting, {});
    else
      fail(name, loaded.error());
  });
}

std::filesystem::path Worlds::file_of(const std::string& name) const {
  return is_shown(name) ? ground_.data.shown_folder() / (name + ".world") : ground_.data.world_file(name);
}

Storage& Worlds::lane_of(const std::string& name) {
  return ground_.disk.lane(file_of(name).string());
}

std::shared_ptr<WorldActor> Worlds::find(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(name);
  return at == entries_.end() ? nullptr : at->second.actor;
}

bool Worlds::has_failed(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(name);
  return at != entries_.end() && !at->second.actor;
}

bool Worlds::give_to(const std::string& name, std::uint64_t guest) {
  const std::lock_guard lock(mutex_);
  const auto at = entries_.find(name);
  if (at == entries_.end() || !at->second.actor) return false;
  at->second.host = guest;
  at->second.founded_ms = 0;  // whoever has the machine wants it to be there
  at->second.actor->set_owner(guest);
  return true;
}

v1::WorldList Worlds::list(std::uint64_t guest, const std::string& first) const {
  v1::WorldList list;
  const std::lock_guard lock(mutex_);
  const auto add_entry = [&](const std::string& name, const Entry& entry) {
    if (entry.actor && !entry.actor->listed_for(guest)) return;
    if (entry.actor) {
      v1::WorldSummary& row = *list.add_worlds();
      row = entry.actor->summary(guest);
      row.set_goes_ms(goes_ms(entry, row));
    } else if (!entry.failure.empty() && (entry.listed || (guest != 0 && entry.host == guest))) {
      v1::WorldSummary& failed = *list.add_worlds();
      failed.set_name(name);
      failed.set_title(name);
      failed.set_failed(true);
    }
  };
  if (const auto at = entries_.find(first); at != entries_.end()) add_entry(at->first, at->second);
  for (const auto& [name, entry] : entries_)
    if (name != first && !is_shown(name)) add_entry(name, entry);
  for (const rules::Scenario& scenario : rules::built_in_scenarios())
    if (can_be_hosted(scenario)) *list.add_scenarios() = summary_of(scenario);
  return list;
}

std::optional<v1::Error> Worlds::fault_of(const v1::CreateWorld& wish) {
  const rules::Scenario* const scenario = rules::find_scenario(wish.scenario());
  if (scenario == nullptr || !can_be_hosted(*scenario))
    return make_error(v1::ERROR_CODE_MALFORMED,
                      "There is no such scenario; choose one of: " + persistence::scenario_names() + ".",
                      "create_world.scenario");
  if (!wish.laws().empty() && rules::find_scenario(wish.laws()) == nullptr)
    return make_error(
        v1::ERROR_CODE_MALFORMED,
        "There are no such laws; name the scenario whose laws shall hold: " + persistence::scenario_names() + ".",
        "create_world.laws");
  if (!wish.title().empty() && !sound_name(wish.title(), 1, protocol::kWorldTitleCharsMax))
    return make_error(v1::ERROR_CODE_BAD_NAME, "A title has 1 to 60 visible characters, all of one script.",
                      "create_world.title");
  if (wish.tick_seconds() > kTickSecondsMax)
    return make_error(v1::ERROR_CODE_MALFORMED, "A tick takes 1 second to 7 days.", "create_world.tick_seconds");
  if (!is_hosts_house(wish.rules())) return make_error(v1::ERROR_CODE_MALFORMED, kHouseBounds, "create_world.rules");
  if (!wish.password().empty() && !is_password(wish.password()))
    return make_error(v1::ERROR_CODE_BAD_PASSWORD, "", "create_world.password");
  return std::nullopt;
}

void Worlds::create(const persistence::Guest& host, const std::string& address, const v1::CreateWorld& wish,
                    Created created) {
  if (const auto fault = fault_of(wish)) return created(*fault);
  Plan plan{{.name = {},
             .scenario = wish.scenario(),
             .title = sound_name(wish.title(), 1, protocol::kWorldTitleCharsMax).value_or(""),
             .seed = random_number(),
             .bots = !wish.no_bots(),
             .laws = wish.laws(),
             .house = {}},
            host,
            address,
            wish,
            std::move(created)};
  {
    const std::lock_guard lock(mutex_);
    const auto mine = static_cast<std::size_t>(std::count_if(
        entries_.begin(), entries_.end(), [&](const auto& entry) { return entry.second.host == host.id; }));
    const auto worlds = static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [](const auto& entry) {
      return !is_match(entry.first) && !is_shown(entry.first);
    }));
    if (worlds >= ground_.config.caps.worlds || mine >= ground_.config.caps.worlds_per_guest)
      return plan.created(make_error(v1::ERROR_CODE_WORLD_LIMIT));
    if (!address.empty() && !founded_from_.take(address, ground_.clock.now()))
      return plan.created(make_error(v1::ERROR_CODE_FOUNDING_LIMIT));
    do plan.founding.name = wish.scenario() + "-" + random_text(kFoundedNameTail);
    while (entries_.contains(plan.founding.name));
    entries_[plan.founding.name].host = host.id;  // the place is taken
  }
  const auto found_soon = [this](Plan ready) {
    boost::asio::post(ground_.pool, [this, ready = std::move(ready)]() mutable { found(std::move(ready)); });
  };
  plan.founding.house = first_events(host, wish, ground_.clock.wall_ms());
  const auto with_group = [this, found_soon](Plan ready) {
    const auto before = ready.wish.rematch_of().empty() ? nullptr : find(ready.wish.rematch_of());
    if (!before) return found_soon(std::move(ready));
    before->group_of(ready.host.id, [ready, found_soon](std::vector<HouseEvent> group) mutable {
      std::move(group.begin(), group.end(), std::back_inserter(ready.founding.house));
      found_soon(std::move(ready));
    });
  };
  if (wish.password().empty()) return with_group(std::move(plan));
  const std::string name = plan.founding.name;
  const Created answer = plan.created;
  const bool taken = ground_.hasher.hash(Hasher::Line::kChange, {host.id, {}}, wish.password(),
                                         [this, plan, with_group](std::string hash) mutable {
                                           HouseEvent event = signed_by(plan.host, ground_.clock.wall_ms());
                                           event.mutable_password_set()->set_hash(std::move(hash));
                                           plan.founding.house.push_back(std::move(event));
                                           with_group(std::move(plan));
                                         });
  if (taken) return;
  const std::lock_guard lock(mutex_);
  entries_.erase(name);
  founded_from_.give_back(address);
  answer(make_error(v1::ERROR_CODE_BUSY));
}

/// Whose it is stands in the accounts before there is a world: one that a crash leaves without an answer is still its
/// founder's, and goes unplayed in its time.
void Worlds::found(Plan plan) {
  const std::uint64_t now_ms = ground_.clock.wall_ms();
  const std::string name = plan.founding.name;
  const std::uint64_t host = plan.host.id;
  ground_.guests.set_host(name, host, now_ms, [this, now_ms, plan = std::move(plan)](bool written) mutable {
    boost::asio::post(ground_.pool, [this, now_ms, written, plan = std::move(plan)]() mutable {
      if (written)
        found_owned(std::move(plan), now_ms);
      else
        give_up(plan);
    });
  });
}

void Worlds::give_up(const Plan& plan) {
  ground_.guests.clear_host(plan.founding.name);
  {
    const std::lock_guard lock(mutex_);
    entries_.erase(plan.founding.name);
    founded_from_.give_back(plan.address);
  }
  plan.created(make_error(v1::ERROR_CODE_BUSY, "The world could not be founded; the host's log says why."));
}

void Worlds::found_owned(Plan plan, std::uint64_t now_ms) {
  const Founding& founding = plan.founding;
  const auto path = ground_.data.world_file(founding.name);
  auto file = found_world_file(path, founding);
  auto restored = file ? persistence::restore(*file) : persistence::Result<persistence::Restored>(file.error());
  if (!restored) {
    log::error("world " + founding.name + " cannot be founded: " + restored.error().text());
    return give_up(plan);
  }
  add(founding.name, {std::move(*file), std::move(*restored)}, {plan.host.id, now_ms}, {});
  // The old world tells everybody who comes by. Whom the new one knows finds it in the lobby, unlisted or not.
  const auto before = plan.wish.rematch_of().empty() ? nullptr : find(plan.wish.rematch_of());
  if (before && !(plan.wish.rules().unlisted() && before->is_open_to_all()))
    before->note_rematch(plan.host.id, plan.host.name, founding.name);
  plan.created(founding.name);
}

void Worlds::found_match(Founding founding, std::function<void(bool)> founded) {
  {
    const std::lock_guard lock(mutex_);
    entries_[founding.name];  // the place is taken
  }
  boost::asio::post(ground_.pool, [this, founding = std::move(founding), founded = std::move(founded)] {
    auto file = found_world_file(ground_.data.world_file(founding.name), founding);
    auto restored = file ? persistence::restore(*file) : persistence::Result<persistence::Restored>(file.error());
    if (!restored) {
      log::error("match " + founding.name + " cannot be founded: " + restored.error().text());
      const std::lock_guard lock(mutex_);
      entries_.erase(founding.name);
    } else {
      add(founding.name, {std::move(*file), std::move(*restored)}, {}, {});
    }
    founded(restored.has_value());
  });
}

void Worlds::remove(const std::string& name, std::function<void()> gone) {
  std::shared_ptr<WorldActor> actor;
  {
    const std::lock_guard lock(mutex_);
    const auto at = entries_.find(name);
    if (at != entries_.end() && at->second.actor) {
      actor = at->second.actor;
      entries_.erase(at);
    }
  }
  if (!actor) return gone();
  actor->drain([this, name, gone = std::move(gone)] {
    // On its lane, behind the closing of the file.
    lane_of(name).post([path = ground_.data.world_file(name), gone] {
      std::error_code ignored;  // what stays is found again at the next start
      for (const char* const beside : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + beside, ignored);
      gone();
    });
  });
}

void Worlds::drain(std::function<void()> done) {
  std::vector<std::shared_ptr<WorldActor>> actors;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, entry] : entries_)
      if (entry.actor) actors.push_back(entry.actor);
  }
  if (actors.empty()) return done();
  auto left = std::make_shared<std::atomic<std::size_t>>(actors.size());
  for (const auto& actor : actors)
    actor->drain([left, done] {
      if (left->fetch_sub(1) == 1) done();
    });
}

std::vector<WorldGauges> Worlds::gauges() const {
  std::vector<WorldGauges> all;
  const std::lock_guard lock(mutex_);
  for (const auto& [name, entry] : entries_)
    if (entry.actor || !entry.failure.empty()) {
      all.push_back(entry.actor ? entry.actor->gauges()
                                : WorldGauges{.name = name, .listed = entry.listed, .failed = true});
      all.back().number = entry.number;
      all.back().failure = entry.failure;
    }
  return all;
}

void Worlds::back_up(std::function<void(std::string)> done) {
  struct Report {
    std::mutex mutex;
    std::string text;
    std::size_t left = 0;
  };
  std::map<std::string, std::shared_ptr<WorldActor>> actors;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, entry] : entries_)
      if (entry.actor && !is_shown(name)) actors.emplace(name, entry.actor);
  }
  if (actors.empty()) return done("There are no worlds.");
  const auto report = std::make_shared<Report>();
  report->left = actors.size();
  const std::string stamp = utc_stamp(ground_.clock.wall_ms());
  const std::filesystem::path folder = ground_.config.backup.folder.empty()
                                           ? DataFolder::backups_path(ground_.config.data)
                                           : ground_.config.backup.folder;
  std::error_code ignored;  // what cannot be made makes the copy fail, with words
  std::filesystem::create_directories(folder, ignored);
  for (const auto& [name, actor] : actors) {
    const auto path = persistence::backup_path(name, folder, stamp);
    actor->copy_to(path, [=, this, name = name](const persistence::Result<void>& copied) {
      // Reading the copy again takes a while; the disk has other things to do.
      boost::asio::post(ground_.pool, [=, keep = ground_.config.backup.keep] {
        const auto made =
            persistence::keep_backup(name, folder, stamp, keep, [&](const std::filesystem::path&) { return copied; });
        if (made)
          log::info("world " + name + " copied to " + made->string());
        else
          log::error("backup of world " + name + ": " + made.error().text());
        std::unique_lock lock(report->mutex);
        report->text += (report->text.empty() ? "" : "; ") + (made ? made->string() : made.error().text());
        if (--report->left > 0) return;
        const std::string text = report->text;
        lock.unlock();
        done(text);
      });
    });
  }
}

std::string Worlds::health() const {
  const std::lock_guard lock(mutex_);
  const auto failed = std::count_if(entries_.begin(), entries_.end(), [](const auto& named) {
    const Entry& entry = named.second;
    return entry.actor ? entry.actor->summary(0).failed() : !entry.failure.empty();
  });
  return std::to_string(entries_.size()) + " worlds" + (failed == 0 ? "" : "; failed: " + std::to_string(failed));
}

}  // namespace tt::server
