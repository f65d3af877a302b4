#include "tournament/rate.hpp"

#include <algorithm>
#include <ostream>

#include "rules/core/nearest.hpp"
#include "tournament/rating/analysis.hpp"
#include "tournament/rating/results_file.hpp"
#include "tournament/rating/summary.hpp"

namespace tt::tournament {
namespace {

using persistence::Failure;
using persistence::Result;
using rating::Section;

Result<std::size_t> place_of(const std::string& name, const std::vector<std::string>& strategies) {
  const auto at = std::find(strategies.begin(), strategies.end(), name);
  if (at != strategies.end()) return static_cast<std::size_t>(at - strategies.begin());
  const std::vector<std::string_view> known(strategies.begin(), strategies.end());
  return Failure{"There is no strategy '" + name + "' in the file.", "--reference",
                 "Did you mean '" + std::string(rules::nearest(name, known)) + "'?"};
}

Result<std::vector<Section>> sections_of(const RateOptions& options) {
  auto file = rating::read_results(options.file);
  if (!file) return file.error();
  const auto* const games = std::get_if<rating::Games>(&*file);
  rating::AnalysisInput input;
  if (games != nullptr) {
    input = rating::input_of(*games);
  } else {
    const auto& table = std::get<rating::PayoffTable>(*file);
    input = {table.strategies, table.payoff, nullptr, std::nullopt};
    if (options.analyses.empty())
      return Failure{"A payoff table has no games to rate.", options.file.string(),
                     "Name what to do with it: --analysis alpharank, nash, replicator, ecology or moran."};
  }
  if (!options.reference.empty()) {
    const auto place = place_of(options.reference, input.strategies);
    if (!place) return place.error();
    input.reference = *place;
  }
  std::vector<Section> sections;
  if (games != nullptr) sections = rating::summary_of(*games, {input.reference, options.ghost_games});
  for (const std::string& name : options.analyses) {
    const auto names = rating::analysis_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
      return Failure{"There is no analysis '" + name + "'.", "--analysis",
                     "Did you mean '" + std::string(rules::nearest(name, names)) + "'?"};
    auto section = rating::analyse(name, input);
    if (!section) return section.error();
    sections.push_back(*std::move(section));
  }
  return sections;
}

}  // namespace

int rate(const RateOptions& options, std::ostream& out, std::ostream& err) {
  const auto sections = sections_of(options);
  if (!sections) {
    err << "technotariat tournament rate: " << sections.error().text() << '\n';
    return 2;
  }
  out << (options.json ? rating::to_json(*sections) : rating::to_text(*sections));
  return 0;
}

}  // namespace tt::tournament
