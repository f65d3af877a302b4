#include "server/tournaments/tournaments.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "server/chance.hpp"
#include "server/log.hpp"
#include "server/storage/data_folder.hpp"
#include "server/tournaments/cards.hpp"
#include "server/tournaments/opening.hpp"

namespace tt::server {
namespace {

namespace asio = boost::asio;
namespace v1 = technotariat::v1;
using persistence::Guest;
using protocol::make_error;

/// Standings this fresh are not read again, however many watch.
constexpr std::chrono::milliseconds kFreshFor{500};
/// Waiting or running ones of one guest: a queue of one's own fits, and leaves the others theirs.
constexpr int kUnfinishedPerGuest = 4;
constexpr std::uint64_t kSeedMost = (std::uint64_t{1} << 53U) - 1;
constexpr std::size_t kNameStem = 40;
constexpr std::size_t kNameTail = 4;
constexpr std::uintmax_t kFileBytesMax = std::uintmax_t{64} * 1024 * 1024;  // a report has 200 bytes a match

struct Kind {
  std::string_view file;
  std::string_view type;
  bool page;
};
constexpr std::array<Kind, 4> kFiles{{{"report.html", "text/html; charset=utf-8", true},
                                      {"report.csv", "text/csv; charset=utf-8", false},
                                      {"report.json", "application/json", false},
                                      {"results.csv", "text/csv; charset=utf-8", false}}};

/// "A Cup" → "a-cup".
std::string stem_of(std::string_view title) {
  std::string stem;
  for (const char c : title.substr(0, kNameStem)) {
    const bool capital = 'A' <= c && c <= 'Z';
    const char letter = capital ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
    if (plain || (!stem.empty() && stem.back() != '-')) stem += plain ? letter : '-';
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  return stem.empty() ? "tournament" : stem;
}

Downloads::Content content_of(const std::filesystem::path& path) {
  std::error_code ec;
  const auto size = std::filesystem::file_size(path, ec);
  if (ec || size > kFileBytesMax) return nullptr;
  std::ifstream file(path, std::ios::binary);
  auto content =
      std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  return file.good() || file.eof() ? content : nullptr;
}

v1::ServerEnvelope refusal(v1::ErrorCode code, std::string_view text = {}, std::string_view field = {}) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_error() = make_error(code, text, field);
  return envelope;
}

bool is_unfinished(v1::TournamentState state) {
  return state == v1::TOURNAMENT_STATE_WAITING || state == v1::TOURNAMENT_STATE_RUNNING;
}

}  // namespace

Tournaments::Tournaments(asio::io_context& io, Guests& guests, Clock& clock, const TournamentsPlan& plan,
                         std::filesystem::path folder, ShowMatch show)
    : io_(io), guests_(guests), clock_(clock), plan_(plan), folder_(std::move(folder)), show_(std::move(show)) {}

void Tournaments::load() {
  std::error_code ec;
  for (std::filesystem::directory_iterator at(folder_, ec), end; !ec && at != end; at.increment(ec))
    if (const std::string name = at->path().filename().string(); is_world_name(name)) load_one(name);
}

void Tournaments::load_one(const std::string& name) {
  const tournament::Places places{folder_ / name};
  if (!is_opened(places)) return;
  const auto opened = read_opened(places);
  if (!opened) return log::error("tournament " + name + ": " + opened.error().text());
  Entry entry{.places = places, .opened = *opened};
  entry.summary.set_title(name);
  if (is_finished(places))
    entry.state = v1::TOURNAMENT_STATE_FINISHED;
  else if (opened->stopped)
    entry.state = v1::TOURNAMENT_STATE_STOPPED;
  auto spec = read_playable(places);
  const auto played = tournament::recorded_matches(places);
  if (spec && played) {
    entry.spec = std::make_shared<const tournament::Spec>(std::move(*spec));
    describe(*entry.spec, entry.summary);
    entry.summary.set_played(static_cast<std::uint32_t>(*played));
  } else {
    log::error("tournament " + name + ": " + (spec ? played.error() : spec.error()).text());
    entry.state = v1::TOURNAMENT_STATE_FAILED;
    entry.failure = "What is in its folder cannot be played by this server; the host's log says why.";
  }
  entries_.emplace(name, std::move(entry));
}

void Tournaments::start() {
  start_waiting();
}

void Tournaments::finish() {
  for (auto& [name, entry] : entries_) entry.child.reset();
  files_.join();
}

Tournaments::Named* Tournaments::find(const std::string& name) {
  const auto at = entries_.find(name);
  return at == entries_.end() || !at->second.made ? nullptr : &*at;
}

void Tournaments::with_right(const Guest& guest, std::function<void(bool)> then) {
  if (plan_.everybody || plan_.openers.empty() || !guest.claimed) return then(plan_.everybody);
  guests_.has_login(guest.id, plan_.openers,
                    [this, then = std::move(then)](bool may) { asio::post(io_, [then, may] { then(may); }); });
}

void Tournaments::take(const Guest& guest, const v1::ClientEnvelope& request, Answer answer) {
  using Body = v1::ClientEnvelope;
  const auto known = [&](const std::string& name, const char* field) {
    Named* const named = find(name);
    if (named == nullptr) answer(refusal(v1::ERROR_CODE_UNKNOWN_TOURNAMENT, "", field));
    return named;
  };
  const auto own = [&](const std::string& name, const char* field) {
    Named* const named = known(name, field);
    if (named == nullptr || named->second.opened.guest == guest.id) return named;
    answer(refusal(v1::ERROR_CODE_NOT_OPENER, "", field));
    return static_cast<Named*>(nullptr);
  };
  switch (static_cast<int>(request.body_case())) {
    case Body::kListTournaments:
      return with_right(guest, [this, id = guest.id, answer](bool may) {
        v1::ServerEnvelope envelope;
        *envelope.mutable_tournament_list() = list(id, may);
        answer(std::move(envelope));
      });
    case Body::kReadTournament:
      if (known(request.read_tournament().name(), "read_tournament.name") != nullptr)
        tell(request.read_tournament().name(), guest.id, answer);
      return;
    case Body::kListMatches:
      if (Named* const named = known(request.list_matches().name(), "list_matches.name"))
        list_matches(*named, request.list_matches().from(), answer);
      return;
    case Body::kOpenTournament:
      return with_right(guest,
                        [this, guest, id = request.request_id(), wish = request.open_tournament(), answer](bool may) {
                          if (!may) return answer(refusal(v1::ERROR_CODE_MAY_NOT_OPEN));
                          open(guest, id, wish, answer);
                        });
    case Body::kStopTournament:
      if (Named* const named = own(request.stop_tournament().name(), "stop_tournament.name")) {
        stop(*named);
        tell(named->first, guest.id, answer);
      }
      return;
    case Body::kResumeTournament:
      if (own(request.resume_tournament().name(), "resume_tournament.name") == nullptr) return;
      return with_right(guest, [this, id = guest.id, name = request.resume_tournament().name(), answer](bool may) {
        Named* const named = find(name);
        if (!may || named == nullptr) return answer(refusal(v1::ERROR_CODE_MAY_NOT_OPEN));
        resume(*named);
        tell(name, id, answer);
      });
  }
  answer(refusal(v1::ERROR_CODE_UNKNOWN_REQUEST));
}

v1::TournamentList Tournaments::list(std::uint64_t guest, bool may_open) {
  v1::TournamentList list;
  std::vector<const Named*> latest_first;
  for (Named& named : entries_) {
    if (!named.second.made) continue;
    latest_first.push_back(&named);
    if (named.second.child) with_fresh(named, [] {});  // for whoever asks next
  }
  std::stable_sort(latest_first.begin(), latest_first.end(),
                   [](const Named* a, const Named* b) { return a->second.opened.at_ms > b->second.opened.at_ms; });
  for (const Named* named : latest_first) *list.add_tournaments() = summary_of(*named, guest);
  list.set_may_open(may_open);
  list.set_matches_max(plan_.matches);
  list_strategies(list);
  return list;
}

void Tournaments::open(const Guest& guest, std::uint64_t request, const v1::OpenTournament& wish,
                       const Answer& answer) {
  int unfinished = 0;
  for (const auto& [name, entry] : entries_) {
    if (entry.opened.guest != guest.id) continue;
    if (entry.opened.request == request)
      return entry.made ? tell(name, guest.id, answer) : answer(refusal(v1::ERROR_CODE_BUSY));
    if (is_unfinished(entry.state)) ++unfinished;
  }
  if (unfinished >= kUnfinishedPerGuest || entries_.size() >= plan_.kept)
    return answer(refusal(v1::ERROR_CODE_TOURNAMENT_LIMIT));
  auto judged = opening_of(wish, random_number() & kSeedMost, plan_.matches);
  if (const auto* const error = std::get_if<v1::Error>(&judged)) {
    v1::ServerEnvelope envelope;
    *envelope.mutable_error() = *error;
    return answer(std::move(envelope));
  }
  auto& opening = std::get<Opening>(judged);
  std::string name;
  do name = stem_of(wish.title()) + '-' + random_text(kNameTail);
  while (entries_.contains(name));
  Entry entry{.places = {folder_ / name},
              .spec = std::make_shared<const tournament::Spec>(std::move(opening.spec)),
              .opened = {.guest = guest.id, .by = guest.name, .at_ms = clock_.wall_ms(), .request = request},
              .made = false};
  describe(*entry.spec, entry.summary);
  asio::post(files_,
             [this, name, places = entry.places, text = std::move(opening.text), opened = entry.opened, answer] {
               auto written = make_tournament(places, text, opened);
               asio::post(io_, [this, name, written = std::move(written), guest = opened.guest, answer] {
                 made(name, written, guest, answer);
               });
             });
  entries_.emplace(name, std::move(entry));
}

void Tournaments::made(const std::string& name, const persistence::Result<void>& written, std::uint64_t guest,
                       const Answer& answer) {
  if (!written) {
    log::error("tournament " + name + ": " + written.error().text());
    entries_.erase(name);
    return answer(refusal(v1::ERROR_CODE_BUSY, "The tournament could not be written down; the host's log says why."));
  }
  log::info("tournament " + name + ": opened by guest " + std::to_string(guest));
  entries_.at(name).made = true;
  start_waiting();
  tell(name, guest, answer);
}

void Tournaments::keep(const Named& named) {
  asio::post(files_, [name = named.first, places = named.second.places, opened = named.second.opened] {
    if (const auto written = write_opened(places, opened); !written)
      log::error("tournament " + name + ": " + written.error().text());
  });
}

void Tournaments::stop(Named& named) {
  Entry& entry = named.second;
  if (!is_unfinished(entry.state)) return;
  entry.state = v1::TOURNAMENT_STATE_STOPPED;
  entry.opened.stopped = true;
  keep(named);
  if (entry.child) entry.child->stop();
}

void Tournaments::resume(Named& named) {
  Entry& entry = named.second;
  if (is_unfinished(entry.state) || entry.state == v1::TOURNAMENT_STATE_FINISHED || !entry.spec) return;
  entry.state = v1::TOURNAMENT_STATE_WAITING;
  entry.failure.clear();
  if (looked_through_ == named.first) matches_ = nullptr;
  entry.opened.stopped = false;
  keep(named);
  start_waiting();
}

void Tournaments::start_waiting() {
  const auto running = [this] {
    return static_cast<std::size_t>(
        std::count_if(entries_.begin(), entries_.end(), [](const Named& one) { return one.second.child != nullptr; }));
  };
  while (running() < plan_.at_once) {
    Named* next = nullptr;  // of those that wait, the first to be opened
    for (Named& named : entries_) {
      const Entry& entry = named.second;
      const bool waits = entry.made && entry.state == v1::TOURNAMENT_STATE_WAITING && !entry.child;
      if (waits && (next == nullptr || entry.opened.at_ms < next->second.opened.at_ms)) next = &named;
    }
    if (next == nullptr) return;
    begin(*next);
  }
}

void Tournaments::begin(Named& named) {
  auto& [name, entry] = named;
  auto child = Child::start(io_,
                            {.program = plan_.program,
                             .arguments = {"tournament", "resume", entry.places.folder.string(), "--jobs",
                                           std::to_string(plan_.jobs), "--links", "/w/" + world_of_match(name, "")},
                             .log = run_log(entry.places)},
                            [this, name = name](const std::string& how) { ended(name, how); });
  if (!child) {
    log::error("tournament " + name + ": " + child.error().text());
    entry.state = v1::TOURNAMENT_STATE_FAILED;
    entry.failure = "It could not be started; the host's log says why.";
    return;
  }
  entry.child = std::move(*child);
  entry.state = v1::TOURNAMENT_STATE_RUNNING;
  entry.began = clock_.now();
  entry.played_before = entry.summary.played();
}

void Tournaments::ended(const std::string& name, const std::string& how) {
  Named& named = *entries_.find(name);
  Entry& entry = named.second;
  entry.child.reset();
  entry.read.reset();
  if (entry.state == v1::TOURNAMENT_STATE_RUNNING) {
    const bool finished = how.empty() && is_finished(entry.places);
    entry.state = finished ? v1::TOURNAMENT_STATE_FINISHED : v1::TOURNAMENT_STATE_FAILED;
    if (!finished) entry.failure = "Its run ended before its time (" + (how.empty() ? "exit code 0" : how) + ").";
    if (finished)
      log::info("tournament " + name + ": finished");
    else
      log::error("tournament " + name + ": " + entry.failure + ' ' + last_words(entry.places));
  }
  start_waiting();
}

void Tournaments::with_fresh(Named& named, std::function<void()> then) {
  auto& [name, entry] = named;
  const bool changes = entry.child != nullptr;
  const bool fresh = entry.read && (!changes || clock_.now() - entry.read_at < kFreshFor);
  if (!entry.spec || (fresh && !entry.reading)) return then();
  entry.readers.push_back(std::move(then));
  if (std::exchange(entry.reading, true)) return;
  asio::post(files_, [this, name = name, places = entry.places, spec = entry.spec, before = entry.read, changes] {
    const auto count = tournament::recorded_matches(places);
    std::optional<tournament::Progress> progress;
    if (count && before != *count) {
      auto read = tournament::progress_of(places, *spec);
      if (read) progress = std::move(*read);
      if (!read) log::error("tournament " + name + ": " + read.error().text());
    }
    asio::post(io_, [this, name, count = count ? *count : 0, progress = std::move(progress), changes] {
      take_in(name, count, progress);
      // Begun before the run ended: there may be more.
      if (Entry& read = entries_.at(name); changes && !read.child) read.read.reset();
    });
  });
}

void Tournaments::take_in(const std::string& name, std::uint64_t count,
                          const std::optional<tournament::Progress>& progress) {
  Entry& entry = entries_.at(name);
  entry.read = count;
  entry.read_at = clock_.now();
  entry.reading = false;
  if (progress) {
    entry.read = progress->played;
    entry.card = card_of(*progress);
    entry.summary.set_played(static_cast<std::uint32_t>(progress->played));
  }
  for (const auto& reader : std::exchange(entry.readers, {})) reader();
}

void Tournaments::tell(const std::string& name, std::uint64_t guest, const Answer& answer) {
  with_fresh(*find(name), [this, name, guest, answer] {
    v1::ServerEnvelope envelope;
    *envelope.mutable_tournament() = told(*find(name), guest);
    answer(std::move(envelope));
  });
}

v1::TournamentSummary Tournaments::summary_of(const Named& named, std::uint64_t guest) const {
  const Entry& entry = named.second;
  v1::TournamentSummary summary = entry.summary;
  summary.set_name(named.first);
  summary.set_state(entry.state);
  summary.set_opened_ms(entry.opened.at_ms);
  summary.set_opened_by(entry.opened.by);
  summary.set_mine(entry.opened.guest == guest);
  return summary;
}

v1::Tournament Tournaments::told(const Named& named, std::uint64_t guest) const {
  const Entry& entry = named.second;
  v1::Tournament tournament = entry.card;
  *tournament.mutable_summary() = summary_of(named, guest);
  tournament.set_failure(entry.failure);
  if (entry.state == v1::TOURNAMENT_STATE_FINISHED)
    for (const Kind& kind : kFiles) tournament.add_files(std::string(kind.file));
  const std::uint64_t played = entry.summary.played();
  const double hours = std::chrono::duration<double, std::ratio<3600>>(entry.read_at - entry.began).count();
  if (entry.state != v1::TOURNAMENT_STATE_RUNNING || played <= entry.played_before || hours <= 0) return tournament;
  const double rate = static_cast<double>(played - entry.played_before) / hours;
  tournament.set_matches_an_hour(static_cast<std::uint32_t>(std::min(rate, 1e9)));
  const double left = static_cast<double>(entry.summary.matches() - played) / rate * 3600;
  tournament.set_left_seconds(static_cast<std::uint32_t>(std::clamp(left, 1.0, 1e9)));
  return tournament;
}

std::optional<StoredFile> Tournaments::file(std::string_view path) {
  if (!path.starts_with(kFolder)) return std::nullopt;
  path.remove_prefix(kFolder.size());
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto kind =
      std::find_if(kFiles.begin(), kFiles.end(), [&](const Kind& one) { return one.file == path.substr(slash + 1); });
  const Named* const named = find(std::string(path.substr(0, slash)));
  if (kind == kFiles.end() || named == nullptr || named->second.state != v1::TOURNAMENT_STATE_FINISHED)
    return std::nullopt;
  const std::filesystem::path where = named->second.places.folder / kind->file;
  return StoredFile{kind->type, kind->page, [this, where](const std::function<void(Downloads::Content)>& then) {
                      if (const auto here = fetched_[where.string()].lock()) return then(here);
                      asio::post(files_, [this, where, then] {
                        auto content = content_of(where);
                        asio::post(io_, [this, where, then, content = std::move(content)] {
                          fetched_[where.string()] = content;
                          then(content);
                        });
                      });
                    }};
}

}  // namespace tt::server
