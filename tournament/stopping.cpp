#include "tournament/stopping.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tournament/standings.hpp"
#include "tournament/student_t.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {

using Kind = StopRule::Kind;

Stopping::Stopping(const Spec& spec) : spec_(spec) {
  const Schedule schedule(spec);
  matches_ = schedule.matches();
  a_world_ = schedule.matches_a_world();
  for (const rules::Role role : kAllRoles)
    records_[static_cast<std::size_t>(role)].resize(spec.of(role).strategies.size());
}

void Stopping::take_in(const MatchResult& match) {
  ++count_;
  over_ = count_ >= matches_;
  if (spec_.stop.kind == Kind::kBudget) return;
  for (const SeatResult& seat : match.seats) {
    const auto& players = spec_.of(seat.role).strategies;
    const auto at =
        std::find_if(players.begin(), players.end(), [&](const auto* e) { return e->name == seat.strategy; });
    if (at == players.end()) continue;
    Record& record = records_[static_cast<std::size_t>(seat.role)][static_cast<std::size_t>(at - players.begin())];
    record.sum += seat.score() / 100.0;
    record.games += 1;
  }
  if (count_ % a_world_ == 0) close_world();
}

void Stopping::close_world() {
  ++worlds_;
  for (auto& role : records_)
    for (Record& record : role) {
      if (record.games > 0) record.by_world.push_back(record.sum / record.games);
      record.sum = record.games = 0;
    }
  over_ = over_ || (worlds_ >= spec_.stop.worlds_least && answered());
}

bool Stopping::answered() const {
  if (spec_.stop.kind == Kind::kPrecision) return widest() <= spec_.stop.half_width;
  return test().state != rating::SprtState::kUndecided;
}

double Stopping::widest() const {
  double widest = 0;
  for (const auto& role : records_)
    for (const Record& record : role) {
      if (record.by_world.empty()) return std::numeric_limits<double>::infinity();
      widest = std::max(widest, estimate(record.by_world, kConfidence).half_width);
    }
  return widest;
}

/// Every block has both versions, so both have a score in every world.
rating::SprtResult Stopping::test() const {
  const auto& records = records_[static_cast<std::size_t>(spec_.contested())];
  std::vector<double> differences = records[0].by_world;
  for (std::size_t i = 0; i < differences.size(); ++i) differences[i] -= records[1].by_world[i];
  return rating::sprt(differences, spec_.stop.sprt);
}

std::string Stopping::verdict() const {
  const StopRule& stop = spec_.stop;
  if (stop.kind == Kind::kBudget) return "fixed budget: all " + std::to_string(count_) + " matches were played";
  const std::string after = " after " + std::to_string(worlds_) + " of at most " + std::to_string(spec_.worlds) +
                            (spec_.worlds == 1 ? " world" : " worlds");
  if (stop.kind == Kind::kPrecision) {
    const double width = worlds_ == 0 ? std::numeric_limits<double>::infinity() : widest();
    return "precision: the widest interval is +- " + (std::isfinite(width) ? fixed(width, 2) : "?") + after + "; " +
           (width <= stop.half_width ? "no wider than the " : "the bound was ") + fixed(stop.half_width, 2) +
           " asked for" + (width <= stop.half_width ? "" : ", not reached");
  }
  const auto& focus = spec_.of(spec_.contested()).strategies;
  const std::string first(focus[0]->name);
  const std::string second(focus[1]->name);
  const rating::SprtResult result = test();
  std::string says = first + " against " + second + " is undecided";
  if (result.state == rating::SprtState::kAcceptsT1) says = first + " is better than " + second;
  if (result.state == rating::SprtState::kAcceptsT0) says = first + " is not better than " + second;
  return "sequential test: " + says + after + " (log likelihood ratio " + signed_fixed(result.llr, 2) + ", bounds " +
         signed_fixed(result.low, 2) + " and " + signed_fixed(result.high, 2) + "; mean over deviation " +
         fixed(stop.sprt.t0, 2) + " or " + fixed(stop.sprt.t1, 2) + ")";
}

}  // namespace tt::tournament
