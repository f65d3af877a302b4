// What the stand-in does with an order: enough for every form to be answered, refused and seen.
import { Form, Role } from "../../src/gen/technotariat/v1/economy_pb.js";
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { mils } from "./economy.mjs";

const refuse = (code, text, field) => ({ error: { code, text, field } });

const ACTIONS = {
  offerWork({ person, value }) {
    if (Number(value.wageMils) < mils(100))
      return refuse(
        ErrorCode.WAGE_OUT_OF_RANGE,
        "A wage must be between 100 and 100,000 crowns.",
        "act.offer_work.wage_mils",
      );
    Object.assign(person.firm, { wage: Number(value.wageMils), places: value.places });
  },
  setHours({ economy, value }) {
    const { form } = economy.enterprises[value.enterpriseId - 1];
    if (form === Form.COOPERATIVE && value.hoursBp > 10_500)
      return refuse(
        ErrorCode.BEYOND_MANDATE,
        "That is more than the assembly lets its manager decide alone; propose a motion.",
        "act.set_hours.hours_bp",
      );
    economy.enterprises[value.enterpriseId - 1].hoursBp = value.hoursBp;
  },
  setProduction({ person, value }) {
    Object.assign(person.firm, { ask: Number(value.askPriceMils), target: value.outputTargetLots });
  },
  orderInputs({ person, value }) {
    Object.assign(person.firm, { inputs: value.quantityLots, inputLimit: Number(value.limitPriceMils) });
  },
  declareDividend({ person, value }) {
    if (Number(value.amountMils) > person.firm.cash)
      return refuse(
        ErrorCode.NOT_ENOUGH_CASH,
        "The enterprise does not have that much cash. Declare less.",
        "act.declare_dividend.amount_mils",
      );
    person.firm.dividend = Number(value.amountMils);
  },
  invest({ person, value }) {
    const amount = Number(value.amountMils);
    if (amount > person.cash)
      return refuse(ErrorCode.NOT_ENOUGH_CASH, "You do not have that much cash.", "act.invest.amount_mils");
    person.firm.invested += amount;
  },
  applyForWork({ person, value }) {
    person.appliedTo = value.enterpriseId;
  },
  leaveWork({ person }) {
    person.leaving = true;
  },
  setEffort({ person, value }) {
    person.effort = value.effortBp;
  },
  setSpending({ person, value }) {
    person.spending = value.shareBp;
  },
  proposeMotion({ economy, seat, value }) {
    if (seat.role !== Role.MEMBER) return refuse(ErrorCode.NOT_MEMBER, "Only members may propose.", "");
    return { event: economy.propose(seat.id, value.change.change) };
  },
  castVote({ person, value }) {
    person.votes.set(value.motionId, value.choice);
  },
  placeOrder({ person, value }) {
    person.orders = person.orders.filter((o) => o.good !== value.good || o.side !== value.side);
    if (value.quantityLots > 0)
      person.orders.push({
        good: value.good,
        side: value.side,
        quantityLots: value.quantityLots,
        limitPriceMils: value.limitPriceMils,
      });
  },
  orderShares({ person, value }) {
    const held = person.holdings.find((h) => h.id === value.enterpriseId) ?? { id: value.enterpriseId, shares: 0 };
    Object.assign(held, {
      orderSide: value.side,
      orderQuantity: value.quantity,
      orderLimitMils: Number(value.limitPriceMils),
    });
    if (!person.holdings.includes(held)) person.holdings.push(held);
  },
  issueShares({ person, value }) {
    const { side, quantity, limitPriceMils } = value;
    person.firm.boardOrder = { side, quantity: BigInt(quantity), limit: Number(limitPriceMils) };
  },
  offerBuyOut({ economy, seat, value }) {
    const e = economy.enterprises[value.enterpriseId - 1];
    if (e.buyOutPriceMils > 0)
      return refuse(ErrorCode.BUY_OUT_ALREADY_OPEN, "An offer for that enterprise is open already.", "");
    Object.assign(e, {
      buyOutPriceMils: Number(value.priceMils),
      buyOutClosesTick: economy.tick + 3,
      buyOutByWorkers: value.byWorkers,
      buyOutBidderId: seat.id,
    });
  },
  foundEnterprise({ person, value }) {
    if (Number(value.capitalMils) > person.cash)
      return refuse(ErrorCode.NOT_ENOUGH_CASH, "You do not have that much cash.", "act.found_enterprise.capital_mils");
  },
};

export function apply(economy, seat, action) {
  const person = economy.people.get(seat.id);
  return ACTIONS[action.case]?.({ economy, seat, person, value: action.value }) ?? {};
}
