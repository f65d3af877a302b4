#include "server/replay/reel.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <utility>

#include "persistence/restore.hpp"
#include "rules/view/view.hpp"
#include "server/limits.hpp"

namespace tt::server {
namespace {

persistence::Failure stopped() {
  return {"The world has stopped.", "", "Enter it again when it runs."};
}

}  // namespace

template <class Work>
void Reel::on_strand(Work work) {
  boost::asio::post(strand_, [self = shared_from_this(), work = std::move(work)]() mutable { work(*self); });
}

Reel::Reel(const boost::asio::any_io_executor& pool, Keyframes& keyframes, std::weak_ptr<Journal> journal)
    : strand_(boost::asio::make_strand(pool)),
      keyframes_(keyframes),
      journal_(std::move(journal)),
      reel_(keyframes.new_reel()) {}

Reel::~Reel() {
  keyframes_.drop(reel_);
}

void Reel::ask(rules::Tick tick, bool whole, Told told) {
  on_strand([question = Question{tick, whole, std::move(told)}](Reel& self) mutable {
    self.questions_.push_back(std::move(question));
    if (self.questions_.size() == 1) self.begin();
  });
}

persistence::Result<Keyframe> Reel::base(rules::Tick tick) {
  if (auto known = keyframes_.nearest(reel_, tick)) return *known;
  const auto journal = journal_.lock();
  if (!journal) return stopped();
  auto founded = persistence::found(journal->genesis());
  if (!founded) return founded.error();
  if (frame_bytes_ == 0) frame_bytes_ = rules::save(*founded).size();
  if (course_.next() == 0) course_.add(rules::public_view(*founded));
  Keyframe first{0, std::make_shared<const rules::World>(std::move(*founded))};
  keyframes_.keep(reel_, first, frame_bytes_);
  return first;
}

void Reel::begin() {
  const Question& question = questions_.front();
  // The course is gathered in passing: where some of it is missing, the run starts before that.
  const rules::Tick gathered = course_.next() == 0 ? 0 : course_.next() - 1;
  auto from = base(question.whole ? std::min(question.tick, gathered) : question.tick);
  if (!from) return answer(from.error());
  const bool there = from->world->tick == question.tick;
  if (there && (!question.whole || course_.next() > question.tick)) return answer(from->world);
  run_.emplace(Run{persistence::Replayer(*from->world), from->index, {}, 0});
  read_on();
}

void Reel::read_on() {
  const auto journal = journal_.lock();
  if (!journal) return answer(stopped());
  journal->read(run_->index + 1, kReplayEntriesPerRead, [self = shared_from_this()](auto entries) {
    self->on_strand([entries = std::move(entries)](Reel& reel) mutable {
      if (!entries) return reel.answer(entries.error());
      if (entries->empty())
        return reel.answer(persistence::Failure("The journal ends before that tick.", "", "Ask for an earlier one."));
      reel.run_->read = std::move(*entries);
      reel.run_->at = 0;
      reel.play();
    });
  });
}

void Reel::play() {
  std::uint64_t work = 0;
  while (run_->at < run_->read.size()) {
    const persistence::Entry& entry = run_->read[run_->at++];
    ++run_->index;
    if (auto taken = run_->replayer.take(run_->index, entry); !taken) return answer(taken.error());
    if (!std::holds_alternative<persistence::TickClose>(entry)) continue;
    pass(run_->index);
    const rules::World& world = run_->replayer.world();
    if (world.tick == questions_.front().tick) {
      // The one asked for is kept too: the next question is mostly about its neighbour.
      Keyframe found{run_->index, std::make_shared<const rules::World>(run_->replayer.release())};
      keyframes_.keep(reel_, found, frame_bytes_);
      return answer(std::move(found.world));
    }
    work += world.households.count();
    if (work >= kReplayHouseholdTicksPerTurn) return on_strand([](Reel& self) { self.play(); });
  }
  read_on();
}

void Reel::pass(std::uint64_t index) {
  const rules::World& world = run_->replayer.world();
  if (world.tick == course_.next()) course_.add(rules::public_view(world));
  if (world.tick % spacing(world) == 0)
    keyframes_.keep(reel_, {index, std::make_shared<const rules::World>(world)}, frame_bytes_);
}

rules::Tick Reel::spacing(const rules::World& world) const {
  const std::size_t frames = std::max<std::size_t>(1, kKeyframeBytesPerWorld / std::max<std::size_t>(1, frame_bytes_));
  const auto wanted = static_cast<rules::Tick>(world.scenario.final_tick / frames + 1);
  return std::max<rules::Tick>(kTicksPerKeyframe, wanted);
}

void Reel::answer(persistence::Result<World> world) {
  run_.reset();
  const Question question = std::move(questions_.front());
  questions_.pop_front();
  question.told(std::move(world), course_);
  if (!questions_.empty()) on_strand([](Reel& self) { self.begin(); });
}

}  // namespace tt::server
