// One ladder: its queue, its tables, its ratings. Every second it looks whether a table can be made; a table is a world
// of its own; when that has come to its end, the result goes into the ladder's file, once. What the file says is what
// is so: after a crash the tables it knows as running are looked at, and those that ended meanwhile are rated. Network
// thread only, but for `load` and where it says so.
#pragma once

#include <boost/asio/io_context.hpp>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "server/clock.hpp"
#include "server/ladder/ladder_file.hpp"
#include "server/ladder/matchmaking.hpp"
#include "server/ladder/plan.hpp"
#include "server/ladder/queue.hpp"
#include "server/ladder/roll.hpp"
#include "server/named_buckets.hpp"
#include "server/lobby/worlds.hpp"
#include "server/storage/storage.hpp"
#include "server/world/fan_out.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

/// What ladders stand on; outlives them.
struct LadderGround {
  boost::asio::io_context& io;
  Disk& disk;
  Worlds& worlds;
  Guests& guests;
  Clock& clock;
  const Caps& caps;
  std::filesystem::path folder;  ///< of the ladders' files
};

/// Who asks, and where news go.
struct LadderAsker {
  persistence::Guest guest;
  std::shared_ptr<Subscriber> connection;
};

class Ladder {
 public:
  Ladder(const LadderGround& ground, const LadderPlan& plan);

  /// Opens the file and reads what is in it; on the calling thread, before the others run.
  [[nodiscard]] persistence::Result<void> load();
  /// Rates what ended while nobody looked, and begins.
  void start();
  void stop();

  [[nodiscard]] const std::string& name() const { return plan_.name; }
  [[nodiscard]] technotariat::v1::LadderSummary summary() const;
  [[nodiscard]] technotariat::v1::Ladder card(const LadderAsker& asker);

  using Answer = std::variant<technotariat::v1::LadderPlace, technotariat::v1::Error>;
  [[nodiscard]] Answer join(const LadderAsker& asker, const std::string& bot);
  [[nodiscard]] Answer leave(const LadderAsker& asker, const std::string& bot);
  /// That connection has closed, or is another guest's now.
  void lose(const Subscriber* connection);
  /// A world has come to its end; any world.
  void world_ended(const std::string& world);

  /// As its name says, such as "standings.csv"; null for none of ours. On the network thread, as the call back.
  using HearFile = std::function<void(std::shared_ptr<const std::string>)>;
  void fetch(const std::string& file, const HearFile& hear);

 private:
  struct Game {
    LadderGame game;
    bool founded = false;
    bool broken = false;  ///< its world has failed: it is no table, and looked at again at the next start
  };
  struct Listener {
    Contender who;
    std::weak_ptr<Subscriber> connection;
  };
  /// What `work` returns about the file, on the network thread.
  template <class Work, class Then>
  void on_file(Work work, Then then);

  [[nodiscard]] std::variant<Contender, technotariat::v1::Error> contender(const LadderAsker& asker,
                                                                           const std::string& bot) const;
  [[nodiscard]] std::optional<technotariat::v1::Error> fault_of(const LadderAsker& asker, const Contender& who);
  void listen(const LadderAsker& asker, const Contender& who);
  [[nodiscard]] technotariat::v1::LadderPlace place_of(const Contender& who) const;
  void tell(const Contender& who);
  void tend();
  void make_tables();
  void begin(const std::vector<LadderQueue::Place>& people);
  void found(LadderGame game);
  void opened(std::int64_t number, bool founded);
  [[nodiscard]] std::size_t tables_in_use() const;
  void look_at(std::int64_t number);
  void record(std::int64_t number, const Ending& ending);
  void take_in(const LadderFinish& finish);
  void free_people(const LadderGame& game);
  void let_old_worlds_go();
  void expire();

  const LadderGround& ground_;
  const LadderPlan& plan_;
  Storage& lane_;
  std::shared_ptr<LadderFile> file_;  ///< the lane's; null: it could not be opened
  LadderQueue queue_{kLadderQueueMax};
  NamedBuckets joins_{kJoinsPerSecond, kJoinsBurst, kLadderQueueMax * 8};
  LadderRoll roll_;
  std::map<std::int64_t, Game> running_;
  std::size_t on_the_way_ = 0;                ///< tables that have no number yet
  std::map<Contender, std::string> playing_;  ///< in which world; empty: it is being founded
  std::deque<LadderGame> ended_;              ///< the latest first
  std::deque<LadderGame> kept_;               ///< with worlds, the oldest first
  std::unordered_map<const Subscriber*, Listener> listeners_;
  std::size_t told_waiting_ = 0;
  std::uint64_t expired_at_ms_ = 0;
  std::unique_ptr<Alarm> alarm_;
  bool stopped_ = false;
};

}  // namespace tt::server
