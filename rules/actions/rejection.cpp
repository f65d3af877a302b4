#include "rules/actions/rejection.hpp"

namespace tt::rules {

RejectionText describe(Rejection rejection) {
  switch (rejection) {
    case Rejection::kNone:
      return {"Accepted.", ""};
    case Rejection::kWorldFinished:
      return {"This world has ended; nothing more can be done in it.", ""};
    case Rejection::kUnknownActor:
      return {"There is no such person in this world.", ""};
    case Rejection::kTooManyActions:
      return {"You have used all your actions for this tick; wait for it to close.", ""};
    case Rejection::kMalformedAction:
      return {"The action is incomplete: every choice in it must be made.", ""};
    case Rejection::kUnknownEnterprise:
      return {"There is no such enterprise.", "enterprise_id"};
    case Rejection::kEnterpriseClosed:
      return {"That enterprise has closed down.", "enterprise_id"};
    case Rejection::kUnknownMotion:
      return {"There is no such motion.", "motion_id"};
    case Rejection::kMotionClosed:
      return {"That motion has been decided already.", "motion_id"};
    case Rejection::kUnknownPerson:
      return {"There is no such person.", "change.manager_id"};
    case Rejection::kNotOwner:
      return {"Only the owner, or a member of the co-operative, can do this.", "enterprise_id"};
    case Rejection::kNotManager:
      return {"Only the owner or the elected manager can do this.", "enterprise_id"};
    case Rejection::kNotMember:
      return {"Only members of the co-operative take part in its decisions.", "enterprise_id"};
    case Rejection::kWrongForm:
      return {
          "This form of enterprise decides that in another way: a co-operative by motion, a proprietary one by its "
          "owner.",
          "enterprise_id"};
    case Rejection::kNotEmployed:
      return {"You have no work to leave.", ""};
    case Rejection::kAlreadyEmployedHere:
      return {"You work there already.", "enterprise_id"};
    case Rejection::kNoOpenPlace:
      return {"There is no open place there; look for one that is hiring.", "enterprise_id"};
    case Rejection::kBadEnterpriseName:
      return {"A name has 3 to 40 visible characters and no space at either end.", "name"};
    case Rejection::kNameInUse:
      return {"Another enterprise has that name; choose a different one.", "name"};
    case Rejection::kPriceOutOfRange:
      return {"A price is above zero and at most 100,000 crowns a lot.", "price"};
    case Rejection::kQuantityOutOfRange:
      return {"A quantity is at most 1,000,000 lots.", "quantity"};
    case Rejection::kWageOutOfRange:
      return {"A wage is above zero and at most 100,000 crowns.", "wage_mils"};
    case Rejection::kPlacesOutOfRange:
      return {"An enterprise has at most 400 places.", "places"};
    case Rejection::kEffortOutOfRange:
      return {"Effort lies between 50 % and 120 %.", "effort_bp"};
    case Rejection::kShareOutOfRange:
      return {"That share is outside its range.", "share_bp"};
    case Rejection::kSplitNotWhole:
      return {"The parts of a surplus split add up to exactly 100 %.", "change.surplus_split"};
    case Rejection::kAmountOutOfRange:
      return {"That amount is too small or too large.", "amount_mils"};
    case Rejection::kNotEnoughCash:
      return {"There is not enough cash for this.", "amount_mils"};
    case Rejection::kNotEnoughStock:
      return {"You do not hold that many lots.", "quantity_lots"};
    case Rejection::kMotionAlreadyOpen:
      return {"A motion on this is open already, or the agenda is full; wait for the vote.", "change"};
    case Rejection::kEnterpriseLimit:
      return {"This world has as many enterprises as it can hold.", ""};
    case Rejection::kHoursOutOfRange:
      return {"A week lies between 60 % and 110 % of a normal one.", "hours_bp"};
    case Rejection::kBeyondMandate:
      return {"That is more than the assembly lets its manager decide alone; propose a motion.", "hours_bp"};
  }
  return {"", ""};
}

}  // namespace tt::rules
