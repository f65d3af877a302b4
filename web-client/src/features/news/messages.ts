import { EventKind } from "../../gen/technotariat/v1/view_pb";

export const words = {
  title: "News",
  note: "What happened at each close, and why.",
  all: "All",
  mine: "What touches me",
  none: "Nothing has happened yet.",
  noneMine: "Nothing has touched you yet.",
  filter: "Show",
  tick: (n: number) => `Tick ${n}`,
  why: "See where",
  dividends: (n: number, sum: string) =>
    n === 1 ? `One firm paid its owner ${sum}.` : `${n} firms paid their owners ${sum} in all.`,
  surpluses: (n: number, sum: string) =>
    n === 1
      ? `One co-operative shared ${sum} among its members.`
      : `${n} co-operatives shared ${sum} among their members.`,
  headline: {
    [EventKind.UNSPECIFIED]: "Something happened",
    [EventKind.SEAT_TAKEN]: "Took a seat",
    [EventKind.SEAT_LEFT]: "Left a seat",
    [EventKind.FOUNDED]: "Founded",
    [EventKind.HIRED]: "Hired",
    [EventKind.LEFT_WORK]: "Left work",
    [EventKind.DISMISSED]: "Dismissed",
    [EventKind.LABOUR_FLIGHT]: "Labour flight",
    [EventKind.MOTION_OPENED]: "Motion",
    [EventKind.MOTION_CARRIED]: "Carried",
    [EventKind.MOTION_LOST]: "Lost",
    [EventKind.WAGES_UNPAID]: "Wages unpaid",
    [EventKind.PRICE_MOVE]: "Price",
    [EventKind.DIVIDEND_PAID]: "Dividend",
    [EventKind.SURPLUS_SHARED]: "Surplus",
    [EventKind.APPLICATION_FAILED]: "No place",
    [EventKind.ENTERPRISE_CLOSED]: "Closed",
    [EventKind.WORLD_FINISHED]: "The end",
    [EventKind.CASH_LOW]: "Cash low",
    [EventKind.GENERATION_AHEAD]: "Soon out of date",
    [EventKind.NEW_GENERATION]: "New machines",
    [EventKind.TECHNOSTISM_NEAR]: "Technostism is near",
    [EventKind.TECHNOSTISM]: "Technostism",
    [EventKind.DEMAND_MADE]: "Strike ahead",
    [EventKind.STRIKE_BEGAN]: "Strike",
    [EventKind.DISPUTE_SETTLED]: "Settled",
    [EventKind.DEMAND_DROPPED]: "Demand dropped",
  } satisfies Record<EventKind, string>,
};
