#include "protocol/codec/kinds.hpp"

namespace tt::protocol {

namespace {

// Wire enumerations leave 0 for "unspecified", so every closed set of the rules sits one higher there.
template <class Wire, class Internal>
constexpr Wire shifted(Internal value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}

template <class Internal, class Wire>
constexpr std::optional<Internal> unshifted(Wire value, Wire last) {
  if (value < static_cast<Wire>(1) || value > last) return std::nullopt;
  return static_cast<Internal>(static_cast<int>(value) - 1);
}

static_assert(shifted<v1::Good>(rules::Good::kLand) == v1::GOOD_LAND);
static_assert(shifted<v1::Task>(rules::Task::kMinds) == v1::TASK_MINDS);
static_assert(shifted<v1::Form>(rules::Form::kCooperative) == v1::FORM_COOPERATIVE);
static_assert(shifted<v1::Role>(rules::Role::kWorker) == v1::ROLE_WORKER);
static_assert(shifted<v1::Controller>(rules::Controller::kVacant) == v1::CONTROLLER_VACANT);
static_assert(shifted<v1::Controller>(rules::Controller::kAutopilot) == v1::CONTROLLER_AUTOPILOT);
static_assert(shifted<v1::Side>(rules::Side::kSell) == v1::SIDE_SELL);
static_assert(shifted<v1::Reason>(rules::Reason::kIssue) == v1::REASON_ISSUE);
static_assert(shifted<v1::Reason>(rules::Reason::kCapitalReturn) == v1::REASON_CAPITAL_RETURN);
static_assert(shifted<v1::Figure>(rules::Figure::kAutomated) == v1::FIGURE_AUTOMATED);
static_assert(shifted<v1::Cause>(rules::Cause::kPosted) == v1::CAUSE_POSTED);
static_assert(shifted<v1::Cause>(rules::Cause::kDebt) == v1::CAUSE_DEBT);
static_assert(rules::kCauses == v1::Cause_ARRAYSIZE - 1);
static_assert(rules::kFigures == v1::Figure_ARRAYSIZE - 1);
static_assert(rules::kReasons == v1::Reason_ARRAYSIZE - 1);
static_assert(shifted<v1::Dispute>(rules::Dispute::kStrike) == v1::DISPUTE_STRIKE);
static_assert(shifted<v1::Law>(rules::Law::kMoneyRule) == v1::LAW_MONEY_RULE);
static_assert(rules::kLaws == v1::Law_ARRAYSIZE - 1);
static_assert(shifted<v1::LawState>(rules::LawVote::State::kLost) == v1::LAW_STATE_LOST);
// Choices and answers already leave 0 for none, and events share their numbers.
static_assert(static_cast<int>(rules::Choice::kAbstain) == v1::CHOICE_ABSTAIN);
static_assert(static_cast<int>(rules::Answer::kHoldOut) == v1::ANSWER_HOLD_OUT);
static_assert(static_cast<int>(rules::EventKind::kReturnOwed) == v1::EVENT_KIND_RETURN_OWED);

}  // namespace

v1::Good to_wire(rules::Good good) {
  return shifted<v1::Good>(good);
}
v1::Task to_wire(rules::Task task) {
  return shifted<v1::Task>(task);
}
v1::Form to_wire(rules::Form form) {
  return shifted<v1::Form>(form);
}
v1::Role to_wire(rules::Role role) {
  return shifted<v1::Role>(role);
}
v1::Controller to_wire(rules::Controller controller) {
  return shifted<v1::Controller>(controller);
}
v1::Side to_wire(rules::Side side) {
  return shifted<v1::Side>(side);
}
v1::Choice to_wire(rules::Choice choice) {
  return static_cast<v1::Choice>(choice);
}
v1::Law to_wire(rules::Law law) {
  return shifted<v1::Law>(law);
}
v1::LawState to_wire(rules::LawVote::State state) {
  return shifted<v1::LawState>(state);
}
v1::Dispute to_wire(rules::Dispute dispute) {
  return shifted<v1::Dispute>(dispute);
}
v1::Answer to_wire(rules::Answer answer) {
  return static_cast<v1::Answer>(answer);
}
v1::Reason to_wire(rules::Reason reason) {
  return shifted<v1::Reason>(reason);
}
v1::Figure to_wire(rules::Figure figure) {
  return shifted<v1::Figure>(figure);
}
v1::Cause to_wire(rules::Cause cause) {
  return shifted<v1::Cause>(cause);
}
v1::EventKind to_wire(rules::EventKind kind) {
  return static_cast<v1::EventKind>(kind);
}

std::optional<rules::Figure> from_wire(v1::Figure figure) {
  return unshifted<rules::Figure>(figure, v1::FIGURE_AUTOMATED);
}
std::optional<rules::Good> from_wire(v1::Good good) {
  return unshifted<rules::Good>(good, v1::GOOD_LAND);
}
std::optional<rules::Task> from_wire(v1::Task task) {
  return unshifted<rules::Task>(task, v1::TASK_MINDS);
}
std::optional<rules::Form> from_wire(v1::Form form) {
  return unshifted<rules::Form>(form, v1::FORM_COOPERATIVE);
}
std::optional<rules::Role> from_wire(v1::Role role) {
  return unshifted<rules::Role>(role, v1::ROLE_WORKER);
}
std::optional<rules::Controller> from_wire(v1::Controller controller) {
  return unshifted<rules::Controller>(controller, v1::CONTROLLER_AUTOPILOT);
}
std::optional<rules::Side> from_wire(v1::Side side) {
  return unshifted<rules::Side>(side, v1::SIDE_SELL);
}
std::optional<rules::Law> from_wire(v1::Law law) {
  return unshifted<rules::Law>(law, v1::LAW_MONEY_RULE);
}
std::optional<rules::Choice> from_wire(v1::Choice choice) {
  if (choice < v1::CHOICE_YES || choice > v1::CHOICE_ABSTAIN) return std::nullopt;
  return static_cast<rules::Choice>(choice);
}
std::optional<rules::Answer> from_wire(v1::Answer answer) {
  if (answer < v1::ANSWER_CONCEDE || answer > v1::ANSWER_HOLD_OUT) return std::nullopt;
  return static_cast<rules::Answer>(answer);
}

}  // namespace tt::protocol
