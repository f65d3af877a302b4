#include "rules/state/parameters.hpp"

#include <algorithm>

namespace tt::rules {
namespace {

using enum ParameterKind;
using enum ParameterUnit;

constexpr std::array<ParameterInfo, kParameters> kTable{{
    {Parameter::kIncomeTax, "income_tax", kLaw, kBp, 0, 6'000, 500,
     "Share of every wage, surplus share and dividend that goes to the treasury.",
     "Limited government: enough to pay the benefit at usual unemployment, with a little to spare (measured)."},
    {Parameter::kBenefit, "benefit", kLaw, kBp, 0, 9'000, 3'000,
     "Paid to people without work while the treasury lasts, as a share of mean pay.",
     "Keeps food affordable without making low pay unattractive; the scratch model's libertarian preset."},
    {Parameter::kWealthWeight, "wealth_weight", kScoring, kBp, 0, 10'000, 3'333,
     "Weight of the Wealth laurel in the standing; Livelihood has what Wealth and Progress leave.",
     "A third each: none is to be preferred."},
    {Parameter::kTrainingTicks, "training_ticks", kNature, kTicks, 0, 104, 10,
     "Ticks in which a newcomer rises from 70 % to full productivity.",
     "So that people who leave cost an employer something; most training on the job takes two to three months."},
    {Parameter::kFlightSearch, "flight_search", kNature, kBp, 0, 10'000, 300,
     "Chance in a tick that a person with work looks around for better; more where pay is below the usual, 0 for "
     "never.",
     "Labour flight's switch: about 3 % of the employed search in a week (scratch model)."},
    {Parameter::kRetentionRaises, "retention_raises", kNature, kSwitch, 0, 1, 1,
     "Whether simulated owners raise wages when people quit.", "The answer to labour flight, to be measured apart."},
    {Parameter::kCooperativesAllowed, "cooperatives_allowed", kLaw, kSwitch, 0, 1, 1,
     "Whether co-operatives may be founded.", "The right of workers to form co-operatives."},
    {Parameter::kProprietaryAllowed, "proprietary_allowed", kLaw, kSwitch, 0, 1, 1,
     "Whether proprietary enterprises may be founded.", "The right to run a traditional enterprise."},
    {Parameter::kSpendingByWealth, "spending_by_wealth", kNature, kSwitch, 0, 1, 1,
     "Whether the rich spend a smaller part of income and savings; if not, all spend as those with a month's pay do.",
     "Lottery winners with little at hand spend nearly all within the year, those with much under a half (Fagereng, "
     "Holm and Natvik 2021)."},
    {Parameter::kShock, "shock", kNature, kBp, 0, 9'000, 0,
     "Part of every household's spending that is put off while the shock lasts.",
     "None unless an experiment asks for one."},
    {Parameter::kShockFrom, "shock_from", kNature, kTicks, 1, 100'000, 1,
     "The first tick of the shock, counted from the end of the burn-in.", "Used only with a shock."},
    {Parameter::kShockTicks, "shock_ticks", kNature, kTicks, 0, 100'000, 26, "How many ticks the shock lasts.",
     "Half a year, the scratch model's."},
    {Parameter::kIncomeToFew, "income_to_few", kLaw, kBp, 0, 5'000, 0,
     "Part of all wages, shares and dividends that is taken and handed to a twentieth of the people.",
     "Nobody's law: it lets experiments put the same income into fewer hands."},
    {Parameter::kMeritAtStart, "merit_at_start", kNature, kBp, 0, 10'000, 7'000,
     "What a new co-operative weighs contribution against equal shares with, until its assembly decides otherwise.",
     "Most of the share by contribution, some by membership: Mondragon's practice in kind."},
    {Parameter::kMachines, "machines", kNature, kSwitch, 0, 1, 1,
     "Whether machines can be bought and used beyond those at the start.", "To be measured apart."},
    {Parameter::kSpillover, "spillover", kLaw, kBp, 0, kOne, 100,
     "Part of the leading enterprise's lead in knowledge that becomes known to all the world in a tick; patents make "
     "it "
     "small.",
     "What one finds out is common knowledge after about two years, as most innovations are (Mansfield 1985, in "
     "kind)."},
    {Parameter::kProgressWeight, "progress_weight", kScoring, kBp, 0, 10'000, 3'333,
     "Weight of the Progress laurel in the standing.", "A third each: none is to be preferred."},
    {Parameter::kUnionLaw, "union_law", kLaw, kSwitch, 0, 1, 1, "Whether employees may form unions and make demands.",
     "Freedom of association; off for comparison."},
    {Parameter::kStrikeAllowed, "strike_allowed", kLaw, kSwitch, 0, 1, 1, "Whether a union may strike for its demand.",
     "Without it a demand is words; off for comparison."},
    {Parameter::kUnionDues, "union_dues", kLaw, kBp, 0, 1'000, 100,
     "Share of the wage of a card holder that goes to the strike fund.", "One per cent is what unions usually ask."},
    {Parameter::kSeverance, "severance", kLaw, kTicks, 0, 26, 1,
     "Ticks of pay that an owner owes each person dismissed, as far as the enterprise has the cash.",
     "A week's notice: little enough for limited government, enough that hiring and firing in turn does not pay."},
    {Parameter::kStrikeAnger, "strike_anger", kNature, kBp, 0, 100'000, 20'000,
     "What a full grievance is worth to a striker, in weeks of pay: 10 000 is one week.",
     "People give up income to answer what they hold unfair; how much is an assumption, to be varied."},
    {Parameter::kShareMarket, "share_market", kLaw, kSwitch, 0, 1, 1, "Whether shares are traded in auctions.",
     "Private property and market choices are the text's starting point."},
    {Parameter::kTrustByContribution, "trust_by_contribution", kLaw, kBp, 0, 10'000, 0,
     "Part of an employee trust's dividends shared by contribution; the rest a head alike.",
     "Equal by default, as all-employee plans commonly are."},
    {Parameter::kTrustEffort, "trust_effort", kNature, kBp, 0, 5'000, 1'250,
     "Effort that owning all of their enterprise through a trust adds to employees; in proportion below.",
     "An assumption: the scratch model's eighth of the part owned."},
    {Parameter::kTrustQuits, "trust_quits", kNature, kBp, 0, 10'000, 5'000,
     "Part of the usual quits that stay away where a trust owns everything; in proportion below.",
     "An assumption, to be varied: members of co-operatives leave about half as often as employees."},
    {Parameter::kProfitTax, "profit_tax", kLaw, kBp, 0, 6'000, 0,
     "Share of what owners are paid out, dividends and members' surplus shares alike, that goes to the treasury first.",
     "None under limited government; on what is paid out and not on what is kept, so that investing is not taxed."},
    {Parameter::kWealthTax, "wealth_tax", kLaw, kBp, 0, 2'000, 0,
     "Share of a household's wealth above half a year's usual pay that goes to the treasury in a year of 52 ticks.",
     "None under limited government; 2 % a year in the scratch model's social-democratic preset."},
    {Parameter::kBasicIncome, "basic_income", kLaw, kBp, 0, 5'000, 0,
     "Paid to everybody while the treasury lasts, as a share of mean pay.",
     "None under limited government; 5 to 20 % in the scratch model's presets."},
    {Parameter::kMinimumWage, "minimum_wage", kLaw, kBp, 0, 9'000, 0,
     "The least an owner may pay for a normal week, as a share of mean pay.",
     "None under limited government; 50 % in the scratch model's social-democratic preset. Members set their own pay."},
    {Parameter::kMoneyRule, "money_rule", kLaw, kBp, 0, 100, 20,
     "The most money made in a tick, as a share of all money, while the price index lies below its base; a head alike.",
     "0.2 %: with money from lending alone, machines make so much more that prices fall to a sixth in 20 years, and "
     "14 % of all people are without work instead of 11 % (decision 0018)."},
    {Parameter::kDualWork, "dual_work", kLaw, kSwitch, 0, 1, 1,
     "Whether one person may work for two enterprises that both allow it.",
     "Worker-owner symbiosis by a dual wage; off for comparison."},
    {Parameter::kProbation, "probation", kLaw, kTicks, 0, 104, 13,
     "Ticks after which a new member of a co-operative has a vote.",
     "A quarter of a year, so that a vote cannot be packed with newcomers; founders vote at once."},
    {Parameter::kFoundingRest, "founding_rest", kNature, kTicks, 0, 104, 13,
     "Ticks after founding an enterprise in which its founder cannot found another.",
     "Founding takes presence: a quarter of a year for each."},
    {Parameter::kChangeOfForm, "change_of_form", kLaw, kSwitch, 0, 1, 1,
     "Whether workers may take an enterprise over and co-operatives give up their form.",
     "People are free to choose how they work together; off for comparison."},
    {Parameter::kAssetLock, "asset_lock", kLaw, kBp, 0, kOne, kOne,
     "Part of a co-operative's indivisible reserve that goes to the commons when it gives up its form.",
     "All of it, as co-operative law in much of Europe has it: what earlier members left is nobody's to take."},
    {Parameter::kLending, "lending", kLaw, kSwitch, 0, 1, 1, "Whether the mutual bank lends to enterprises.",
     "Mutual credit is one of the ways in which those without capital come by it."},
    {Parameter::kLoanRate, "loan_rate", kLaw, kBp, 0, 5'000, 800,
     "Interest on loans, a year of 52 ticks, up to half of what the bank may lend; three times as much when all is "
     "lent.",
     "8 % a year, the scratch model's 0.15 % a tick: enough to carry losses, and it goes back to depositors."},
    {Parameter::kLoanToValue, "loan_to_value", kLaw, kBp, 0, 6'000, 3'000,
     "The most that is lent on stocks, machines and land, as a share of their worth at the lower of last and slow "
     "prices.",
     "Lending on spot prices made money and prices explode in the scratch model; a fifth of machines kept them down."},
    {Parameter::kFirstRefusal, "first_refusal", kLaw, kSwitch, 0, 1, 1,
     "Whether the people of an enterprise that fails to pay may take it over as a co-operative before it is wound up.",
     "The right of workers to form co-operatives, by buying out their employer."},
    {Parameter::kTrustAtStart, "trust_at_start", kNature, kBp, 0, 9'000, 0,
     "Part of every enterprise with shares that an employee trust holds when the world begins, given for nothing.",
     "None: trusts come about by owners' offers; experiments begin with them."},
    {Parameter::kMarketMaker, "market_maker", kLaw, kBp, 0, 500, 100,
     "The most that the public market maker may have in cash and stock, as a share of all money; 0 for none.",
     "1 %: about a tick's output of machines, so that thin markets have a buyer and a seller, and little can be lost."},
    {Parameter::kLawVotes, "law_votes", kLaw, kSwitch, 0, 1, 0,
     "Whether people may propose and vote on changes of the laws, one vote each.",
     "A world's laws are its scenario's, so that regimes can be compared; worlds for people switch it on."},
    {Parameter::kLawStep, "law_step", kLaw, kBp, 100, kOne, 1'000,
     "The most that one vote may move a law, as a share of the range that law may have.",
     "A tenth: no vote turns the town over, and what it brings can be seen before the next."},
    {Parameter::kOutsideCapital, "outside_capital", kLaw, kSwitch, 0, 1, 1,
     "Whether co-operatives may raise non-voting capital from anybody.",
     "One of the ways in which those without capital come by it; off for comparison."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kParameters; ++i)
    if (static_cast<std::size_t>(kTable[i].parameter) != i) return false;
  return true;
}
static_assert(in_order(), "the table's rows stand in the order of the enumerators");

}  // namespace

std::span<const ParameterInfo> all_parameters() {
  return kTable;
}

const ParameterInfo& info(Parameter parameter) {
  return kTable[static_cast<std::size_t>(parameter)];
}

const ParameterInfo* find_parameter(std::string_view name) {
  const auto* const at = std::find_if(kTable.begin(), kTable.end(), [&](const auto& row) { return row.name == name; });
  return at == kTable.end() ? nullptr : at;
}

Parameters::Parameters() : values{} {
  for (const ParameterInfo& row : kTable) (*this)[row.parameter] = row.usual;
}

bool within_bounds(const Parameters& parameters) {
  return std::all_of(kTable.begin(), kTable.end(), [&](const ParameterInfo& row) {
    return parameters[row.parameter] >= row.least && parameters[row.parameter] <= row.most;
  });
}

}  // namespace tt::rules
