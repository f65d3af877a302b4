// The claims under test, one block each. What a parameter means is in rules/state/parameters.cpp; the smallest effects
// of interest were written down before anything was run and are round numbers on purpose.
#include "tournament/lab/experiment.hpp"

namespace tt::tournament::lab {
namespace {

using enum Expect;

const Change kNoCooperatives{"cooperatives_allowed", 0};
const Change kNoProprietary{"proprietary_allowed", 0};

/// No co-operatives at all, and as many as the share says, with entry as the law has it.
const std::vector<Arm> kShares{
    {"none in co-ops", {{"cooperative_share", 0}, kNoCooperatives}},
    {"a quarter", {{"cooperative_share", 2'500}}},
    {"half", {{"cooperative_share", 5'000}}},
    {"three quarters", {{"cooperative_share", 7'500}}},
    {"all in co-ops", {{"cooperative_share", 10'000}, kNoProprietary}},
};

/// A regime is what its file says for the whole run; people vote in none.
const Change kFixedLaws{"law_votes", 0};
const std::vector<Arm> kRegimes{
    {"libertarian mutualism", {kFixedLaws}, "libertarian-mutualism"},
    {"laissez-faire", {kFixedLaws}, "laissez-faire"},
    {"mixed economy", {kFixedLaws}, "mixed-economy"},
    {"co-operatives only", {kFixedLaws}, "co-operatives-only"},
};

/// Every regime against libertarian mutualism, on everything one would want to know.
std::vector<Comparison> side_by_side() {
  std::vector<Comparison> all;
  for (const std::string_view metric : {"unemployment", "consumption", "output", "velocity of money", "Gini of wealth",
                                        "Gini of income", "price level"})
    for (std::size_t i = 1; i < kRegimes.size(); ++i) all.push_back({metric, kRegimes[i].name, kRegimes[0].name});
  return all;
}

const std::vector<Experiment> kExperiments{
    {.name = "pay",
     .claim = "1. For the same skill, a co-op pays more (base and share) than a traditional enterprise.",
     .ticks = 400,
     .arms = {{"few in co-ops", {{"cooperative_share", 1'500}}}, {"half in co-ops", {{"cooperative_share", 5'000}}}},
     .comparisons = {{"co-op pay over traditional, same skill", "few in co-ops", "", kMore, 2},
                     {"co-op pay over traditional, same skill", "half in co-ops", "", kMore, 2},
                     {"co-op pay over traditional, same skill", "half in co-ops", "few in co-ops", kNothing, 2}},
     .caveat = "Pay is of a tick's work; a member also holds a capital account, an owner the enterprise."},

    {.name = "flight",
     .claim = "2. A larger share of co-ops raises the pay of traditional workers, through flight to the better pay.",
     .ticks = 400,
     .arms = kShares,
     .comparisons = {{"real traditional pay", "a quarter", "none in co-ops", kMore, 1},
                     {"real traditional pay", "half", "none in co-ops", kMore, 1},
                     {"real traditional pay", "three quarters", "none in co-ops", kMore, 1},
                     {"quits from traditional enterprises", "half", "none in co-ops", kMore, 0.1}},
     .caveat =
         "The arms differ in who owns, not only in whether one can move; the switch of flight itself is varied in "
         "the experiment 'flight-switch'."},

    {.name = "flight-switch",
     .claim = "2b. It is flight that raises traditional pay: without looking around while at work there is less of it.",
     .needs = {"flight_search"},
     .ticks = 400,
     .arms = {{"flight", {{"cooperative_share", 4'000}}},
              {"no flight", {{"cooperative_share", 4'000}, {"flight_search", 0}}}},
     .comparisons = {{"real traditional pay", "flight", "no flight", kMore, 1},
                     {"co-op pay over traditional, same skill", "flight", "no flight", kLess, 1},
                     {"quits from traditional enterprises", "flight", "no flight", kMore, 0.1}}},

    {.name = "inequality",
     .claim = "3. The larger the share of labour in co-ops, the more equal are income and wealth.",
     .ticks = 400,
     .arms = kShares,
     .comparisons = {{"Gini of wealth", "half", "none in co-ops", kLess, 0.02},
                     {"Gini of wealth", "three quarters", "none in co-ops", kLess, 0.02},
                     {"Gini of wealth", "all in co-ops", "none in co-ops", kLess, 0.02},
                     {"Gini of income", "half", "none in co-ops", kLess, 0.02},
                     {"Gini of income", "three quarters", "none in co-ops", kLess, 0.02},
                     {"Gini of income", "all in co-ops", "none in co-ops", kLess, 0.02}}},

    {.name = "concentration",
     .claim = "4. The same income in fewer hands lowers the velocity of money and output.",
     .needs = {"income_to_few"},
     .ticks = 400,
     .arms = {{"as earned", {}},
              {"concentrated", {{"income_to_few", 1'500}}},
              {"as earned, all spend alike", {{"spending_by_wealth", 0}}},
              {"concentrated, all spend alike", {{"income_to_few", 1'500}, {"spending_by_wealth", 0}}}},
     .comparisons = {{"velocity of money", "concentrated", "as earned", kLess, 2},
                     {"output", "concentrated", "as earned", kLess, 1},
                     {"unemployment", "concentrated", "as earned", kMore, 0.5},
                     {"velocity of money", "concentrated, all spend alike", "as earned, all spend alike", kNothing, 2},
                     {"output", "concentrated, all spend alike", "as earned, all spend alike", kNothing, 1}},
     .caveat =
         "Rests on the assumption that the rich spend a smaller part; the last two rows show the same without it."},

    {.name = "merit",
     .claim = "8. Sharing by merit brings more effort and output than equal shares or a flat wage.",
     .needs = {"merit_at_start"},
     .ticks = 300,
     .arms = {{"by merit", {{"cooperative_share", 5'000}, {"merit_at_start", 10'000}}},
              {"equal", {{"cooperative_share", 5'000}, {"merit_at_start", 0}}}},
     .comparisons = {{"co-op effort", "by merit", "equal", kMore, 1},
                     {"output", "by merit", "equal", kMore, 1},
                     {"traditional effort", "by merit", "equal", kNothing, 1}},
     .caveat =
         "That merit moves effort is an assumption of the rules (docs/economy.md); its size here is not a discovery. "
         "The flat wage is the traditional enterprises' row."},

    {.name = "shock",
     .claim = "9. When demand falls, traditional enterprises cut jobs and co-ops cut pay.",
     .ticks = 80,
     .arms = {{"shock", {{"cooperative_share", 5'000}, {"shock", 2'000}, {"shock_from", 1}, {"shock_ticks", 26}}},
              {"calm", {{"cooperative_share", 5'000}}}},
     .comparisons = {{"traditional employment", "shock", "calm", kLess, 1, 13, 27},
                     {"co-op employment", "shock", "calm", kNothing, 1, 13, 27},
                     {"traditional employment ÷ co-op employment", "shock", "calm", kLess, 1, 13, 27},
                     {"co-op pay", "shock", "calm", kLess, 1, 13, 27},
                     {"traditional pay", "shock", "calm", kNothing, 1, 13, 27},
                     {"co-op pay ÷ traditional pay", "shock", "calm", kLess, 1, 13, 27}},
     .caveat = "A fifth of all household spending is put off for 26 ticks; measured over the second half of them."},

    {.name = "unions",
     .claim = "Unions: the right to form them and to strike raises traditional pay and lowers quits.",
     .needs = {"union_law"},
     .ticks = 400,
     .arms = {{"unions", {{"union_law", 1}}}, {"none", {{"union_law", 0}}}},
     .comparisons = {{"real traditional pay", "unions", "none", kMore, 1},
                     {"quits from traditional enterprises", "unions", "none", kLess, 0.1},
                     {"unemployment", "unions", "none", kNothing, 0.5},
                     {"output", "unions", "none", kNothing, 1}}},

    {.name = "law-votes",
     .claim =
         "Votes on laws: where people set taxes and benefits themselves, the town is neither poorer nor less equal.",
     .needs = {"law_votes"},
     .ticks = 400,
     .arms = {{"voted", {{"law_votes", 1}}}, {"given", {kFixedLaws}}},
     .comparisons = {{"Gini of income", "voted", "given", kNothing, 0.02},
                     {"Gini of wealth", "voted", "given", kNothing, 0.02},
                     {"unemployment", "voted", "given", kNothing, 1},
                     {"output", "voted", "given", kNothing, 2},
                     {"consumption", "voted", "given", kNothing, 2}},
     .caveat = "Simulated people vote by what they expect of their own income, not by what a law does to the economy."},

    {.name = "employee-shares",
     .claim = "7. Employee share ownership lowers grievance, quits and strikes.",
     .needs = {"trust_at_start"},
     .ticks = 400,
     .arms = {{"trusts", {{"trust_at_start", 4'000}}}, {"none", {{"trust_at_start", 0}}}},
     .comparisons = {{"quits from traditional enterprises", "trusts", "none", kLess, 0.1},
                     {"traditional effort", "trusts", "none", kMore, 1}},
     .caveat = "That owning keeps people and moves effort is in part an assumption of the rules."},

    {.name = "automation",
     .claim = "5. With labour flight, both forms automate sooner. 6. Automation speeds up by itself and levels off.",
     .needs = {"machines"},
     .ticks = 1'200,
     .arms = {{"flight", {}}, {"no flight", {{"flight_search", 0}}}, {"no spillover", {{"spillover", 0}}}},
     .comparisons = {{"ticks to a quarter by machines, traditional", "flight", "no flight", kLess, 10, 1, 1'201},
                     {"ticks to a quarter by machines, co-ops", "flight", "no flight", kLess, 10, 1, 1'201},
                     {"tasks done by machines, traditional", "flight", "no flight", kMore, 1, 1, 401},
                     {"tasks done by machines, co-ops", "flight", "no flight", kMore, 1, 1, 401},
                     {"tasks done by machines", "flight", "no flight", kMore, 1, 401, 1'201},
                     {"tasks done by machines", "flight", "no spillover", kMore, 1},
                     {"ticks to half by machines", "flight", "", kNothing, 1, 1, 1'201},
                     {"speeding up of machines' part", "flight", "", kNothing, 1, 1, 201},
                     {"speeding up of machines' part", "flight", "", kMore, 1, 1, 601},
                     {"speeding up of machines' part", "flight", "", kLess, 1, 601, 1'201},
                     {"output", "flight", "no flight", kMore, 1}},
     .caveat =
         "A run in which machines never do so much counts with its whole length. Speeding up: growth in the second "
         "half of the window less growth in the first, over ticks 1 to 200, 1 to 600 and 601 to 1200."},

    {.name = "who-owns-machines",
     .claim = "10. The same technology in few hands or in the workers': consumption, income from work, output.",
     .needs = {"machines"},
     .ticks = 800,
     .arms = kShares,
     .comparisons = {{"consumption", "all in co-ops", "none in co-ops", kMore, 1},
                     {"output", "all in co-ops", "none in co-ops", kNothing, 1}}},

    {.name = "market-maker",
     .claim = "A small public market maker keeps thin markets alive.",
     .needs = {"market_maker"},
     .ticks = 400,
     .arms = {{"maker", {}}, {"none", {{"market_maker", 0}}}},
     .comparisons = {{"ticks without a trade in machinery", "maker", "none", kLess, 0.1},
                     {"ticks without a trade in engines", "maker", "none", kLess, 0.1},
                     {"price moves of machinery", "maker", "none", kLess, 0.1},
                     {"price moves of engines", "maker", "none", kLess, 0.1},
                     {"price moves of comforts", "maker", "none", kLess, 0.1},
                     {"output", "maker", "none", kNothing, 1},
                     {"consumption", "maker", "none", kNothing, 1}}},

    {.name = "regimes",
     .claim =
         "11. Regimes side by side: libertarian mutualism, laissez-faire without co-ops, a traditional mixed economy, "
         "co-ops only.",
     .ticks = 400,
     .arms = kRegimes,
     .comparisons = side_by_side(),
     .caveat = "Nothing is claimed; the laws of a regime are its scenario file."},

    {.name = "regularities",
     .claim =
         "The baseline shows what real economies show: skewed sizes and incomes, Beveridge, Okun; co-ops steadier in "
         "jobs and more flexible in pay.",
     .ticks = 520,
     .arms = {{"baseline", {}}},
     .comparisons = {{"skewness of enterprise sizes", "baseline", "", kMore, 0.5},
                     {"skewness of incomes", "baseline", "", kMore, 0.5},
                     {"vacancies against unemployment", "baseline", "", kLess, 0.2, 1, 521},
                     {"change of unemployment against growth of output", "baseline", "", kLess, 0.2, 1, 521},
                     {"unsteadiness of employment, co-ops ÷ traditional − 1", "baseline", "", kLess, 0.05, 1, 521},
                     {"unsteadiness of pay, co-ops ÷ traditional − 1", "baseline", "", kMore, 0.05, 1, 521}}},
};

}  // namespace

std::span<const Experiment> experiments() {
  return kExperiments;
}

}  // namespace tt::tournament::lab
