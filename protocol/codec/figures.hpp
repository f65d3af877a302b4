// Questions about the figures, and their answers: what a draft would make of them, and why they are what they are.
#pragma once

#include <optional>
#include <vector>

#include "protocol/codec/decoded.hpp"
#include "rules/foresight/preview.hpp"
#include "rules/view/explain.hpp"
#include "technotariat/v1/error.pb.h"
#include "technotariat/v1/session.pb.h"

namespace tt::protocol {

/// The draft asked about; a problem whose field is a path such as "ask_forecast.draft[2].offer_work.wage_mils", or if
/// there are more than rules::kPreviewActions.
[[nodiscard]] Decoded<std::vector<rules::Action>> decode(const v1::AskForecast& question);

/// `draft`: what was asked about, to name the fields of what would be refused.
[[nodiscard]] v1::Forecast encode(const rules::Preview& preview, const std::vector<rules::Action>& draft);

/// A figure asked about.
struct FigureQuestion {
  rules::Figure figure = rules::Figure::kCash;
  rules::EnterpriseId enterprise;  ///< none for the asker's own
  struct Past {
    rules::Tick tick = 0;
    rules::HouseholdId seat;
  };
  std::optional<Past> past;  ///< none: of the last close, from the asker's seat
};
[[nodiscard]] Decoded<FigureQuestion> decode(const v1::AskWhy& question);

/// Of a figure that rules::explain has no answer for.
[[nodiscard]] v1::Error unexplained();

/// `tick`: of the close explained.
[[nodiscard]] v1::Why encode(const rules::Explanation& explanation, rules::Tick tick);

}  // namespace tt::protocol
