// The words of each refusal, in the order of the enumerators.
#include "rules/actions/rejection.hpp"

#include <array>
#include <cstddef>

namespace tt::rules {
namespace {

struct Row {
  Rejection rejection;
  RejectionText words;
};

constexpr std::array<Row, kRejections> kTable{{
    {Rejection::kNone, {"Accepted.", ""}},
    {Rejection::kWorldFinished, {"This world has ended; nothing more can be done in it.", ""}},
    {Rejection::kUnknownActor, {"There is no such person in this world.", ""}},
    {Rejection::kTooManyActions, {"You have used all your actions for this tick; wait for it to close.", ""}},
    {Rejection::kMalformedAction, {"The action is incomplete: every choice in it must be made.", ""}},
    {Rejection::kUnknownEnterprise, {"There is no such enterprise.", "enterprise_id"}},
    {Rejection::kEnterpriseClosed, {"That enterprise has closed down.", "enterprise_id"}},
    {Rejection::kUnknownMotion, {"There is no such motion.", "motion_id"}},
    {Rejection::kMotionClosed, {"That motion has been decided already.", "motion_id"}},
    {Rejection::kUnknownPerson, {"There is no such person.", "change.manager_id"}},
    {Rejection::kNotOwner, {"Only the owner, or a member of the co-operative, can do this.", "enterprise_id"}},
    {Rejection::kNotManager, {"Only the owner or the elected manager can do this.", "enterprise_id"}},
    {Rejection::kNotMember, {"Only members of the co-operative take part in its decisions.", "enterprise_id"}},
    {Rejection::kWrongForm,
     {"This form of enterprise decides that in another way: a co-operative by motion, a proprietary one by its owner.",
      "enterprise_id"}},
    {Rejection::kNotEmployed, {"You have no work to leave.", ""}},
    {Rejection::kAlreadyEmployedHere, {"You work there already.", "enterprise_id"}},
    {Rejection::kNoOpenPlace, {"There is no open place there; look for one that is hiring.", "enterprise_id"}},
    {Rejection::kBadEnterpriseName, {"A name has 3 to 40 visible characters and no space at either end.", "name"}},
    {Rejection::kNameInUse, {"Another enterprise has that name; choose a different one.", "name"}},
    {Rejection::kPriceOutOfRange, {"A price is above zero and at most 100,000 crowns a lot.", "price"}},
    {Rejection::kQuantityOutOfRange, {"A quantity is at most 1,000,000 lots.", "quantity"}},
    {Rejection::kWageOutOfRange, {"A wage is above zero and at most 100,000 crowns.", "wage_mils"}},
    {Rejection::kPlacesOutOfRange, {"An enterprise has at most 400 places.", "places"}},
    {Rejection::kEffortOutOfRange, {"Effort lies between 50 % and 120 %.", "effort_bp"}},
    {Rejection::kShareOutOfRange, {"That share is outside its range.", "share_bp"}},
    {Rejection::kSplitNotWhole, {"The parts of a surplus split add up to exactly 100 %.", "change.surplus_split"}},
    {Rejection::kAmountOutOfRange, {"That amount is too small or too large.", "amount_mils"}},
    {Rejection::kNotEnoughCash, {"There is not enough cash for this.", "amount_mils"}},
    {Rejection::kNotEnoughStock, {"You do not hold that many lots.", "quantity_lots"}},
    {Rejection::kMotionAlreadyOpen,
     {"A motion on this is open already, or the agenda is full; wait for the vote.", "change"}},
    {Rejection::kEnterpriseLimit, {"This world has as many enterprises as it can hold.", ""}},
    {Rejection::kHoursOutOfRange, {"A week lies between 60 % and 110 % of a normal one.", "hours_bp"}},
    {Rejection::kBeyondMandate,
     {"That is more than the assembly lets its manager decide alone; propose a motion.", "hours_bp"}},
    {Rejection::kFormNotAllowed, {"The law of this world does not allow enterprises to take this form.", "form"}},
    {Rejection::kNoMachines, {"There are no machines in this world.", "quantity"}},
    {Rejection::kBeyondBudget,
     {"That is more than the assembly lets its manager spend on machines in a tick; propose a motion on the mandate.",
      "quantity"}},
    {Rejection::kLawForbids, {"The law of this world does not allow that.", ""}},
    {Rejection::kNotInUnion, {"Only holders of a union card vote on a strike; take a card first.", ""}},
    {Rejection::kNoDispute, {"There is no demand or strike there.", ""}},
    {Rejection::kBelowAgreement,
     {"The agreement with the union binds you to a higher wage until it runs out.", "wage_mils"}},
    {Rejection::kNotEnoughShares,
     {"You do not hold that many shares, or that would leave nobody to lead the enterprise.", "quantity"}},
    {Rejection::kTrustOwesAnother,
     {"The employee trust still pays off another seller; wait until that is paid.", "price_mils"}},
    {Rejection::kBelowMinimumWage, {"The law of this world sets a higher minimum wage.", "wage_mils"}},
    {Rejection::kDualWorkNotAllowed, {"Both enterprises must allow dual work first.", "enterprise_id"}},
    {Rejection::kOnProbation, {"New members have a vote after their probation; wait for it to end.", ""}},
    {Rejection::kFoundingRest,
     {"You founded an enterprise lately, and it needs you; wait before founding another.", ""}},
    {Rejection::kBuyOutAlreadyOpen,
     {"An offer for that enterprise is open already; wait for its decision.", "enterprise_id"}},
    {Rejection::kNoBuyOut, {"Nobody has offered to buy that enterprise.", "enterprise_id"}},
    {Rejection::kOwesFormerOwners,
     {"The co-operative still pays the former owners; it cannot leave its form before that is done.", "change"}},
    {Rejection::kBeyondCredit,
     {"The bank lends this enterprise no more: see what its assets, its profit and the bank's own money allow.",
      "amount_mils"}},
    {Rejection::kDebtFirst,
     {"Nothing is paid out while wages or interest are owed, within 26 ticks of borrowing, or while more than 30 % of "
      "the assets are owed.",
      "amount_mils"}},
    {Rejection::kLawOutOfBounds,
     {"One vote moves a law only so far, within its bounds, and not to what holds already; propose a smaller step.",
      "value"}},
    {Rejection::kLawOnAgenda,
     {"That law is before the vote, about to change, or was decided lately, or three proposals are open; wait for "
      "them.",
      "law"}},
    {Rejection::kNoLawBallot, {"There is no open vote on that law.", "law"}},
    {Rejection::kNoOutsideCapital,
     {"That co-operative has no units of outside capital out or on offer, or not so many.", "enterprise_id"}},
    {Rejection::kBeyondOwnCapital,
     {"Outside capital may not come to more than the co-operative has of its own; offer fewer units.", "change"}},
    {Rejection::kTermsOfUnits,
     {"Units that are out keep their price and at least their return; offer more on the same terms or a higher return.",
      "change"}},
    {Rejection::kUnitsFirst,
     {"While units of outside capital are out, the base wage rises no higher than what the co-operative earns a head; "
      "take the units back first.",
      "change.base_wage_mils"}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i)
    if (static_cast<std::size_t>(kTable[i].rejection) != i || kTable[i].words.text == nullptr) return false;
  return true;
}
static_assert(in_order(), "each rejection has its words, in the order of the enumerators");

}  // namespace

RejectionText describe(Rejection rejection) {
  const auto at = static_cast<std::size_t>(rejection);
  return at < kTable.size() ? kTable[at].words : RejectionText{"", ""};
}

}  // namespace tt::rules
