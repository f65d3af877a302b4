#include "tournament/watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <ostream>
#include <system_error>
#include <vector>

#include "tournament/places.hpp"
#include "tournament/results.hpp"
#include "tournament/schedule.hpp"
#include "tournament/standings.hpp"
#include "tournament/stopping.hpp"

namespace tt::tournament {
namespace {

constexpr int kQuietMs = 2'000;  ///< without a change: is anybody still at work?
constexpr int kBetweenTablesMs = 250;

/// Tells when something in a folder has changed.
class FolderChanges {
 public:
  explicit FolderChanges(const std::filesystem::path& folder) : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    ::inotify_add_watch(descriptor_, folder.c_str(), IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO);
  }
  FolderChanges(const FolderChanges&) = delete;
  FolderChanges& operator=(const FolderChanges&) = delete;
  ~FolderChanges() { ::close(descriptor_); }

  /// Waits for one, and takes in all there are. False: there was none for a while.
  [[nodiscard]] bool wait() const {
    pollfd changed{descriptor_, POLLIN, 0};
    if (::poll(&changed, 1, kQuietMs) <= 0) return false;
    std::array<char, 16 * 1024> events;  // NOLINT: filled by read
    while (::read(descriptor_, events.data(), events.size()) > 0) {
    }
    return true;
  }

 private:
  int descriptor_;
};

struct Progress {
  std::uint64_t played = 0;
  std::uint64_t all = 0;
  std::uint32_t worlds = 0;      ///< whole ones
  std::uint32_t worlds_all = 0;  ///< as many at most
  bool over = false;             ///< all are played, or the stopping rule is satisfied
  std::string table;             ///< of the whole worlds
};

Result<Progress> progress_of(const Places& places, const Spec& spec) {
  std::error_code ignored;
  Schedule schedule(spec);
  Stopping stopping(spec);
  Progress progress{.all = schedule.matches(), .worlds_all = schedule.worlds(), .table = {}};
  if (!std::filesystem::exists(places.results(), ignored)) return progress;
  auto results = Results::open(places.results(), spec);
  if (!results) return results.error();
  auto matches = results->read();
  if (!matches) return matches.error();
  progress.played = matches->size();
  for (const MatchResult& match : *matches) {
    schedule.take_in(match);
    stopping.take_in(match);
  }
  progress.over = stopping.over();
  if (progress.played < schedule.known())
    for (const std::uint32_t running = schedule.match(progress.played).world;
         !matches->empty() && matches->back().world == running;)
      matches->pop_back();
  if (matches->empty()) return progress;
  progress.worlds = matches->back().world + 1;
  progress.table = to_text(spec, standings_of(spec, *matches));
  return progress;
}

void show(const Progress& progress, bool in_place, std::ostream& out) {
  if (in_place) out << "\x1b[H\x1b[J";
  out << progress.played << " of " << progress.all << " matches, " << progress.worlds << " of " << progress.worlds_all
      << " worlds\n";
  out << progress.table << std::flush;
}

int refuse(std::ostream& err, const Failure& failure) {
  err << "technotariat tournament watch: " << failure.text() << '\n';
  return 2;
}

}  // namespace

int watch_tournament(const WatchOptions& options, std::ostream& out, std::ostream& err) {
  const Places places{options.folder};
  const auto spec = load_spec(places);
  if (!spec) return refuse(err, spec.error());
  const FolderChanges changes(places.folder);
  std::optional<std::uint32_t> shown;
  for (;;) {
    // Asked before looking: a run that ends in between has written all that it will.
    const bool at_work = run_at_work(places);
    const auto progress = progress_of(places, *spec);
    if (!progress) return refuse(err, progress.error());
    if (shown != progress->worlds) show(*progress, options.in_place, out);
    shown = progress->worlds;
    if (options.once || progress->over) return 0;
    if (!at_work) {
      err << "Nobody is at work here any more: " << progress->played << " of " << progress->all
          << " matches are played. `technotariat tournament resume " << options.folder.string() << "` goes on.\n";
      return 1;
    }
    static_cast<void>(changes.wait());
    ::poll(nullptr, 0, kBetweenTablesMs);  // a table a moment is enough for anybody
  }
}

}  // namespace tt::tournament
