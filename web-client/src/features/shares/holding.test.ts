import { describe, expect, it } from "vitest";
import { Side } from "../../gen/technotariat/v1/economy_pb";
import { BLANK_ENTERPRISE, type Me } from "../../shared/net/model";
import { dilutedBp, holdingOf, partsOf } from "./holding";

const me = {
  holdings: {
    id: [4, 7],
    shares: [120, 0],
    worthMils: [600_000, 0],
    orderSide: [Side.SELL, Side.BUY],
    orderQuantity: [20, 30],
    orderLimitMils: [6_000, 5_000],
  },
} as unknown as Me;

describe("what I hold", () => {
  it("is found by enterprise, with the standing order", () => {
    expect(holdingOf(me, 4)).toEqual({
      shares: 120,
      worthMils: 600_000,
      side: Side.SELL,
      orderQuantity: 20,
      orderLimitMils: 6_000,
    });
    expect(holdingOf(me, 7).orderQuantity).toBe(30);
  });
  it("is nothing elsewhere, and for those who watch", () => {
    expect(holdingOf(me, 5).shares).toBe(0);
    expect(holdingOf(null, 4).shares).toBe(0);
  });
});

describe("who owns it", () => {
  const enterprise = { ...BLANK_ENTERPRISE, sharesIssued: 10_000, headShares: 6_000, trustBp: 1_500 };
  it("adds up to the whole", () => {
    expect(partsOf(enterprise, 500, false)).toEqual({ head: 6_000, trust: 1_500, mine: 500, others: 2_000 });
  });
  it("does not count the head twice", () => {
    expect(partsOf(enterprise, 6_000, true)).toEqual({ head: 6_000, trust: 1_500, mine: 0, others: 2_500 });
  });
  it("an issue dilutes, a buy-back does the opposite", () => {
    expect(dilutedBp(5_000, 10_000, 2_500)).toBe(4_000);
    expect(dilutedBp(5_000, 10_000, -2_000)).toBe(6_250);
  });
});
