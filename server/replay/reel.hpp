// The past of one world, rebuilt from its journal beside the world's own strand: any closed tick, and the course of the
// whole. Every close played again must give the hash that was written then. One question after the other; between
// turns of work the pool's other users have theirs.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/strand.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "persistence/replayer.hpp"
#include "persistence/result.hpp"
#include "server/replay/course.hpp"
#include "server/replay/keyframes.hpp"
#include "server/world/journal.hpp"

namespace tt::server {

class Reel : public std::enable_shared_from_this<Reel> {
 public:
  /// `keyframes` outlives it. The journal's file may be closed while this lives; asking fails then.
  Reel(const boost::asio::any_io_executor& pool, Keyframes& keyframes, std::weak_ptr<Journal> journal);
  ~Reel();
  Reel(const Reel&) = delete;
  Reel& operator=(const Reel&) = delete;

  using World = std::shared_ptr<const rules::World>;
  /// Told on the pool. The course holds every tick up to the one asked for, and maybe later ones.
  using Told = std::function<void(persistence::Result<World>, const Course&)>;

  /// The world right after that tick closed, which must have been written. `whole`: the course up to it as well. From
  /// any thread; `told` always hears of it, unless the pool ends first.
  void ask(rules::Tick tick, bool whole, Told told);

 private:
  struct Question {
    rules::Tick tick = 0;
    bool whole = false;
    Told told;
  };
  /// A run through the journal towards a question's tick.
  struct Run {
    persistence::Replayer replayer;
    std::uint64_t index = 0;  ///< of the last entry taken
    std::vector<persistence::Entry> read;
    std::size_t at = 0;  ///< the next of them
  };

  void begin();
  void read_on();
  void play();
  void pass(std::uint64_t index);
  void answer(persistence::Result<World> world);
  [[nodiscard]] persistence::Result<Keyframe> base(rules::Tick tick);
  [[nodiscard]] rules::Tick spacing(const rules::World& world) const;
  template <class Work>
  void on_strand(Work work);

  boost::asio::strand<boost::asio::any_io_executor> strand_;
  Keyframes& keyframes_;
  std::weak_ptr<Journal> journal_;
  const std::uint64_t reel_;

  // The strand's own:
  std::deque<Question> questions_;  ///< the first is being worked on
  std::optional<Run> run_;
  Course course_;
  std::size_t frame_bytes_ = 0;  ///< of one world, about
};

}  // namespace tt::server
