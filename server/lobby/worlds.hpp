// All worlds of a host: loads them, lists them, founds new ones. A world that cannot be loaded is counted as failed,
// and told to whoever knows its name; the others go on.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "server/address_buckets.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/http/downloads.hpp"
#include "server/lobby/founding.hpp"
#include "server/lobby/guests.hpp"
#include "server/replay/keyframes.hpp"
#include "server/storage/data_folder.hpp"
#include "server/storage/storage.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

/// What worlds live on; outlives them.
struct Ground {
  boost::asio::io_context& io;        ///< the network thread's
  boost::asio::any_io_executor pool;  ///< where worlds run
  Disk& disk;
  const DataFolder& data;
  Guests& guests;
  Hasher& hasher;
  Clock& clock;
  const Config& config;
  Metrics& metrics;
  Keyframes& keyframes;
  Downloads& downloads;
  TellNews news = {};  ///< of every world; empty: nobody outside wants to know
};

class Worlds {
 public:
  explicit Worlds(Ground ground);

  /// Loads every world of the folder, and founds a demo world if none can be played; another one whenever it has come
  /// to its end. At the start, on the calling thread.
  void load_all();

  /// Null for a world that is not there, or has not been loaded.
  [[nodiscard]] std::shared_ptr<WorldActor> find(const std::string& name) const;
  /// Whether it is there but could not be loaded.
  [[nodiscard]] bool has_failed(const std::string& name) const;
  /// In the order of their names, but `first` first. One that could not be loaded is shown to strangers only if it is
  /// known to have been listed: nobody can tell otherwise whether it was.
  [[nodiscard]] v1::WorldList list(std::uint64_t guest, const std::string& first = {}) const;

  using Created = std::function<void(std::variant<std::string, v1::Error>)>;
  /// Founds a world for this guest; its name, or why not. `address` as it is counted, empty if it is not. The answer
  /// comes on any thread.
  void create(const persistence::Guest& host, const std::string& address, const v1::CreateWorld& wish, Created created);

  /// Worlds founded from the lobby whose first tick has not closed in all the time they have for it go, files and
  /// copies with them, unless somebody is in there now. From any thread.
  void sweep();
  /// Who has a seat or a part in a world that has not ended, or is founding one; nothing while there is a world that
  /// could not be loaded, since nobody can tell who is needed there. From any thread.
  [[nodiscard]] std::optional<std::unordered_set<std::uint64_t>> needed_guests() const;

  /// A match of a ladder: nobody's world, under the name of its founding, not counted among those that people may
  /// found. From any thread; calls back on any thread, false if it could not be founded (the log says why).
  void found_match(Founding founding, std::function<void(bool)> founded);
  /// Brings a world to rest and takes its file away, then calls back on any thread. From any thread; nothing happens
  /// to one that is not there or has failed, but the call.
  void remove(const std::string& name, std::function<void()> gone);

  /// Shows a finished world from elsewhere under a name with kShownMark in it, for whoever knows that name: a copy of
  /// the file at `from`, which is nobody's, is listed nowhere, and goes when nobody has looked at it for a while. From
  /// any thread; calls back on any thread, with why not.
  using Shown = std::function<void(std::optional<v1::Error>)>;
  void show(const std::string& name, const std::filesystem::path& from, Shown shown);
  static constexpr char kShownMark = '~';
  [[nodiscard]] static bool is_shown(std::string_view name) { return name.find(kShownMark) != std::string_view::npos; }

  /// From any thread; false for a world that is not there, or has not been loaded. Not written to the accounts.
  bool give_to(const std::string& name, std::uint64_t guest);

  /// The demo world that can be played now; empty if there is none.
  [[nodiscard]] std::string demo() const;

  /// Brings every world to rest; `done` when all is on the disk. From any thread.
  void drain(std::function<void()> done);
  [[nodiscard]] std::vector<WorldGauges> gauges() const;
  /// A checked copy of every world, and the oldest copies go; `done` hears a line a world, on any thread.
  void back_up(std::function<void(std::string)> done);
  /// One line for everybody: how many there are, and how many have failed. Which, the log and `admin worlds` say.
  [[nodiscard]] std::string health() const;

 private:
  struct Entry {
    std::shared_ptr<WorldActor> actor;  ///< null: being founded or loaded, or failed
    std::string failure;
    std::uint64_t host = 0;
    std::uint64_t founded_ms = 0;  ///< from the lobby; 0: it was not, and stays whether or not it is played
    bool listed = false;           ///< to everybody, when it was loaded last
    std::uint64_t number = 0;      ///< stands for its name where that is not for everybody
    Time shown_at = {};            ///< of one that is shown: when somebody asked for it last
  };
  /// A world's turn among those whose clocks start in the same moment.
  struct Turn {
    std::size_t number = 0;
    std::size_t of = 1;
  };
  void add(const std::string& name, Loaded loaded, Guests::Hosting hosting, Turn turn);
  void fail(const std::string& name, const persistence::Failure& failure);
  void reload(const std::string& name);
  [[nodiscard]] std::filesystem::path file_of(const std::string& name) const;
  [[nodiscard]] Storage& lane_of(const std::string& name);
  struct Plan {
    Founding founding;
    persistence::Guest host;
    std::string address;
    v1::CreateWorld wish;
    Created created;
  };
  /// When it goes unless it is played, since 1970; 0: it stays.
  [[nodiscard]] std::uint64_t goes_ms(const Entry& entry, const v1::WorldSummary& summary) const;
  void remove(const std::string& name);
  void sweep_shown();
  void take_away(const std::string& name);
  /// Why this cannot be founded, or nothing.
  [[nodiscard]] static std::optional<v1::Error> fault_of(const v1::CreateWorld& wish);
  void found(Plan plan);
  void found_owned(Plan plan, std::uint64_t now_ms);
  void give_up(const Plan& plan);
  void found_demo();
  [[nodiscard]] milliseconds pace_of(const persistence::Restored& restored) const;

  Ground ground_;
  mutable std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  std::uint64_t last_number_ = 0;
  AddressBuckets founded_from_;
};

}  // namespace tt::server
