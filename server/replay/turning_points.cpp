#include "server/replay/turning_points.hpp"

#include <algorithm>
#include <cstdlib>
#include <variant>

namespace tt::server {
namespace {

using rules::EventKind;

rules::Bp change(std::span<const Standing> course, std::size_t from, std::size_t to) {
  return course[to].total() - course[from].total();
}

bool overlap(const TurningPoint& a, const TurningPoint& b) {
  return a.from < b.to && b.from < a.to;
}

bool concerns(const rules::Event& event, rules::HouseholdId seat, std::span<const Standing> course) {
  if (event.subject == seat) return true;
  return std::any_of(course.begin(), course.end(), [&](const Standing& at) {
    return at.enterprise.exists() && (event.enterprise == at.enterprise || event.other == at.enterprise);
  });
}

std::optional<rules::Event> weightiest(std::span<const Standing> course, rules::Tick after, rules::Tick until,
                                       rules::HouseholdId seat, std::span<const rules::Event> events) {
  std::optional<rules::Event> best;
  for (const rules::Event& event : events) {
    if (event.tick <= after || event.tick > until || weight_of(event) == 0) continue;
    if (!concerns(event, seat, course)) continue;
    if (!best || weight_of(event) > weight_of(*best)) best = event;
  }
  return best;
}

}  // namespace

Standing standing_of(const rules::SeatRow& seat, const rules::WorldRow& world) {
  const auto part = [](rules::Bp share, rules::Bp weight) {
    return static_cast<rules::Bp>(rules::share_of(share, weight));
  };
  return {.wealth = part(seat.wealth, world.wealth_weight),
          .livelihood = part(seat.livelihood, world.livelihood_weight),
          .progress = part(seat.progress, world.progress_weight),
          .enterprise = seat.enterprise};
}

int weight_of(const rules::Event& event) {
  switch (event.kind) {
    case EventKind::kWorldFinished:
    case EventKind::kTechnostism:
      return 9;
    case EventKind::kTakenOver:
    case EventKind::kBuyOutDone:
    case EventKind::kBecameCooperative:
    case EventKind::kDemutualised:
    case EventKind::kEnterpriseClosed:
      return 8;
    case EventKind::kFounded:
    case EventKind::kWindingUp:
    case EventKind::kBoardChanged:
      return 7;
    case EventKind::kStrikeBegan:
      return 6;
    case EventKind::kMotionCarried:
      // Of what assemblies decide, who leads changes a course; the rest is their daily bread.
      return event.change && std::holds_alternative<rules::ElectManager>(*event.change) ? 6 : 0;
    case EventKind::kNewGeneration:
    case EventKind::kLawInForce:
      return 5;
    case EventKind::kWagesUnpaid:
    case EventKind::kLoanLost:
    case EventKind::kTrustEndowed:
    case EventKind::kReturnOwed:
      return 4;
    case EventKind::kDisputeSettled:
    case EventKind::kSharesIssued:
    case EventKind::kCapitalSold:
    case EventKind::kCapitalRedeemed:
      return 3;
    case EventKind::kSeatTaken:
    case EventKind::kSeatLeft:
      return 2;
    case EventKind::kHired:
    case EventKind::kLeftWork:
    case EventKind::kDismissed:
    case EventKind::kLabourFlight:
    case EventKind::kMotionOpened:
    case EventKind::kMotionLost:
    case EventKind::kPriceMove:
    case EventKind::kDividendPaid:
    case EventKind::kSurplusShared:
    case EventKind::kApplicationFailed:
    case EventKind::kLapsed:
    case EventKind::kCashLow:
    case EventKind::kGenerationAhead:
    case EventKind::kTechnostismNear:
    case EventKind::kDemandMade:
    case EventKind::kDemandDropped:
    case EventKind::kBuyOutOffered:
    case EventKind::kBuyOutFailed:
    case EventKind::kReceiverNear:
    case EventKind::kFlightAhead:
    case EventKind::kLawProposed:
    case EventKind::kLawCarried:
    case EventKind::kLawLost:
    case EventKind::kCapitalOffered:
      return 0;
  }
  return 0;
}

std::vector<TurningPoint> turning_points(std::span<const Standing> course, rules::Tick first_tick,
                                         rules::HouseholdId seat, std::span<const rules::Event> events) {
  std::vector<TurningPoint> stretches;
  for (std::size_t to = kTurnTicks; to < course.size(); ++to)
    if (std::abs(change(course, to - kTurnTicks, to)) >= kTurnLeast) stretches.push_back({to - kTurnTicks, to, {}});
  std::stable_sort(stretches.begin(), stretches.end(), [&](const TurningPoint& a, const TurningPoint& b) {
    return std::abs(change(course, a.from, a.to)) > std::abs(change(course, b.from, b.to));
  });
  std::vector<TurningPoint> chosen;
  for (const TurningPoint& one : stretches) {
    if (chosen.size() == kTurnsMax) break;
    if (std::none_of(chosen.begin(), chosen.end(), [&](const TurningPoint& other) { return overlap(one, other); }))
      chosen.push_back(one);
  }
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.to < b.to; });
  for (TurningPoint& point : chosen)
    point.event = weightiest(course.subspan(point.from, point.to - point.from + 1),
                             first_tick + static_cast<rules::Tick>(point.from),
                             first_tick + static_cast<rules::Tick>(point.to), seat, events);
  return chosen;
}

}  // namespace tt::server
