#include "tournament/watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <ostream>

#include "tournament/places.hpp"
#include "tournament/progress.hpp"

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

void show(const Spec& spec, const Progress& progress, bool in_place, std::ostream& out) {
  if (in_place) out << "\x1b[H\x1b[J";
  out << progress.played << " of " << progress.all << " matches, " << progress.worlds << " of " << progress.worlds_all
      << " worlds\n";
  if (progress.standings) out << to_text(spec, *progress.standings);
  out << std::flush;
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
    if (shown != progress->worlds) show(*spec, *progress, options.in_place, out);
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
