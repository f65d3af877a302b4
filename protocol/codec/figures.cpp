#include "protocol/codec/figures.hpp"

#include <string>
#include <string_view>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"

namespace tt::protocol {

namespace {

/// A path within `act` as one within the draft: "act.invest.amount_mils" → "ask_forecast.draft[0].invest.amount_mils".
std::string in_draft(std::string_view field, std::size_t place) {
  constexpr std::string_view kAct = "act";
  if (!field.starts_with(kAct)) return std::string(field);
  std::string path = "ask_forecast.draft[";
  return path.append(std::to_string(place)).append("]").append(field.substr(kAct.size()));
}

}  // namespace

Decoded<std::vector<rules::Action>> decode(const v1::AskForecast& question) {
  if (static_cast<std::size_t>(question.draft_size()) > rules::kPreviewActions)
    return Problem{v1::ERROR_CODE_MALFORMED,
                   "A forecast is for at most " + std::to_string(rules::kPreviewActions) + " orders.",
                   "ask_forecast.draft"};
  std::vector<rules::Action> draft;
  for (const v1::Action& wished : question.draft()) {
    auto action = decode(wished);
    if (!action) {
      Problem problem = action.error();
      problem.field = in_draft(problem.field, draft.size());
      return problem;
    }
    draft.push_back(std::move(*action));
  }
  return draft;
}

v1::Forecast encode(const rules::Preview& preview, const std::vector<rules::Action>& draft) {
  v1::Forecast forecast;
  for (std::size_t i = 0; i < preview.verdicts.size(); ++i) {
    v1::Error& verdict = *forecast.add_verdicts();
    if (preview.verdicts[i] == rules::Rejection::kNone) continue;
    verdict = make_error(preview.verdicts[i], draft[i]);
    verdict.set_field(in_draft(verdict.field(), i));
  }
  for (const rules::Forecast& figure : preview.figures) {
    v1::ForecastRow& row = *forecast.add_rows();
    row.set_figure(to_wire(figure.figure));
    row.set_enterprise_id(to_wire(figure.enterprise));
    row.set_now(figure.now);
    row.set_without(figure.without);
    row.set_with(figure.with);
    row.set_least(figure.least);
    row.set_most(figure.most);
  }
  return forecast;
}

Decoded<FigureQuestion> decode(const v1::AskWhy& question) {
  const auto figure = from_wire(question.figure());
  if (!figure) return Problem{v1::ERROR_CODE_MALFORMED, "Name a figure this protocol version knows.", "ask_why.figure"};
  FigureQuestion asked{*figure, from_wire<rules::EnterpriseId>(question.enterprise_id()), {}};
  if (question.tick() != 0) asked.past = {question.tick(), from_wire<rules::HouseholdId>(question.as_seat_id())};
  return asked;
}

v1::Error unexplained() {
  return make_error(v1::ERROR_CODE_MALFORMED, "That figure is not yours to see, or was not there a tick ago.",
                    "ask_why.figure");
}

v1::Why encode(const rules::Explanation& explanation, rules::Tick tick) {
  v1::Why why;
  why.set_tick(tick);
  why.set_before(explanation.before);
  why.set_now(explanation.now);
  for (const rules::Contribution& part : explanation.parts) {
    v1::WhyPart& row = *why.add_parts();
    row.set_cause(to_wire(part.cause));
    if (part.reason) row.set_reason(to_wire(*part.reason));
    row.set_enterprise_id(to_wire(part.enterprise));
    if (part.good) row.set_good(to_wire(*part.good));
    row.set_amount(part.amount);
  }
  return why;
}

}  // namespace tt::protocol
