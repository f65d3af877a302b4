// All tournaments of a host. Each is a folder and, while it is played, a process of its own, so that neither a heavy
// match nor a crash of one touches a world; what it has brought so far is read from its folder, once for all who watch.
// What was being played when the server ended goes on when it starts again. Network thread only, but for `load` and
// `finish`.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "persistence/accounts.hpp"
#include "server/clock.hpp"
#include "server/http/stored_file.hpp"
#include "server/lobby/guests.hpp"
#include "server/tournaments/child.hpp"
#include "server/tournaments/folder.hpp"
#include "server/tournaments/plan.hpp"
#include "technotariat/v1/session.pb.h"
#include "tournament/match_result.hpp"
#include "tournament/progress.hpp"

namespace tt::server {

class Tournaments {
 public:
  /// Shows the match in that file as a finished world of that name; calls back on any thread, with why not.
  using Told = std::function<void(std::optional<technotariat::v1::Error>)>;
  using ShowMatch = std::function<void(const std::string& world, const std::filesystem::path& file, Told told)>;

  /// `plan.folder` is there or can be made. All must outlive this.
  Tournaments(boost::asio::io_context& io, Guests& guests, Clock& clock, const TournamentsPlan& plan,
              std::filesystem::path folder, ShowMatch show);

  /// Finds what the folder has, on the calling thread, before the others run.
  void load();
  /// Goes on with what was not stopped.
  void start();

  /// The answer to a request about tournaments, `error` included; on the network thread.
  using Answer = std::function<void(technotariat::v1::ServerEnvelope)>;
  void take(const persistence::Guest& guest, const technotariat::v1::ClientEnvelope& request, Answer answer);

  /// Shows the match that `list_matches` gave this world's name; calls back on the network thread, with why not.
  void open_match(const std::string& world, const Told& told);

  /// Of /tournaments/NAME/FILE, of finished ones.
  [[nodiscard]] std::optional<StoredFile> file(std::string_view path);
  static constexpr std::string_view kFolder = "/tournaments/";

  /// Ends the processes; when the network thread has ended. They go on at the next start.
  void finish();

 private:
  using State = technotariat::v1::TournamentState;
  struct Entry {
    tournament::Places places = {};
    std::shared_ptr<const tournament::Spec> spec = {};  ///< null: it cannot be played here
    Opened opened = {};
    bool made = true;  ///< its folder is written
    State state = technotariat::v1::TOURNAMENT_STATE_WAITING;
    std::string failure = {};
    std::shared_ptr<Child> child = {};  ///< null: none runs, and none is on its way out
    Time began = {};                    ///< of the run
    std::uint64_t played_before = 0;
    technotariat::v1::TournamentSummary summary = {};
    technotariat::v1::Tournament card = {};  ///< as last read
    std::optional<std::uint64_t> read = {};  ///< of so many matches; nothing: not yet
    Time read_at = {};
    bool reading = false;
    std::vector<std::function<void()>> readers = {};  ///< when that is done
  };
  using Matches = std::shared_ptr<const std::vector<tournament::MatchResult>>;
  using Named = std::map<std::string, Entry>::value_type;

  void load_one(const std::string& name);
  /// Whether this guest may open tournaments; on the network thread.
  void with_right(const persistence::Guest& guest, std::function<void(bool may)> then);
  [[nodiscard]] technotariat::v1::TournamentList list(std::uint64_t guest, bool may_open);
  void open(const persistence::Guest& guest, std::uint64_t request, const technotariat::v1::OpenTournament& wish,
            const Answer& answer);
  void made(const std::string& name, const persistence::Result<void>& written, std::uint64_t guest,
            const Answer& answer);
  void stop(Named& named);
  void resume(Named& named);
  void start_waiting();
  void begin(Named& named);
  void ended(const std::string& name, const std::string& how);
  /// Makes what is known of it fresh enough, then calls back.
  void with_fresh(Named& named, std::function<void()> then);
  void take_in(const std::string& name, std::uint64_t count, const std::optional<tournament::Progress>& progress);
  void tell(const std::string& name, std::uint64_t guest, const Answer& answer);
  [[nodiscard]] technotariat::v1::TournamentSummary summary_of(const Named& named, std::uint64_t guest) const;
  [[nodiscard]] technotariat::v1::Tournament told(const Named& named, std::uint64_t guest) const;
  /// All that are recorded, in order; null if they cannot be read.
  void with_matches(Named& named, std::function<void(const Matches&)> then);
  void list_matches(Named& named, std::uint32_t from, const Answer& answer);
  [[nodiscard]] Named* find(const std::string& name);
  void keep(const Named& named);

  boost::asio::io_context& io_;
  Guests& guests_;
  Clock& clock_;
  const TournamentsPlan& plan_;
  std::filesystem::path folder_;
  ShowMatch show_;
  std::map<std::string, Entry> entries_;
  // The matches of the tournament that was looked through last, and who waits for those of which.
  std::string looked_through_;
  Matches matches_;
  std::map<std::string, std::vector<std::function<void(const Matches&)>>> match_readers_;
  std::map<std::string, std::weak_ptr<const std::string>> fetched_;  ///< one copy for all who fetch it now
  boost::asio::thread_pool files_{1};  ///< what waits for the disk; a slow one holds up nothing but tournaments
};

}  // namespace tt::server
