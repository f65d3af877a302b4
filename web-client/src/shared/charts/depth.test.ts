import { describe, expect, it } from "vitest";
import { Good, Side } from "../../gen/technotariat/v1/economy_pb";
import type { Market } from "../net/model";
import { curvesOf, demandAt, estimate, supplyAt } from "./depth";

/** 100 lots wanted at 12 or less, 200 at 10 or less; 120 offered from 8, 260 from 11. The price was 10 for 120 lots. */
const market: Market = {
  good: Good.PROVISIONS,
  priceMils: 10,
  slowPriceMils: 0,
  volumeLots: 120,
  bidLots: 200,
  askLots: 260,
  demandPriceMils: [12, 10],
  demandLots: [100, 200],
  supplyPriceMils: [8, 11],
  supplyLots: [120, 260],
};

describe("the curves of an auction", () => {
  it("fall and rise with the price", () => {
    const curves = curvesOf(market);
    expect([13, 12, 11, 10, 9].map((price) => demandAt(curves, price))).toEqual([0, 100, 100, 200, 200]);
    expect([7, 8, 10, 11].map((price) => supplyAt(curves, price))).toEqual([0, 120, 120, 260]);
  });
});

describe("an estimate", () => {
  const buy = (quantityLots: number, limitPriceMils: number): ReturnType<typeof estimate> =>
    estimate(market, { side: Side.BUY, quantityLots, limitPriceMils });

  it("fills a bid above the price whole", () => expect(buy(15, 12)).toMatchObject({ filled: 15 }));
  it("fills nothing of a bid below the price", () => expect(buy(10, 9).filled).toBe(0));
  it("fills a bid at the price in part", () => {
    const at = buy(100, 10);
    expect(at.filled).toBeGreaterThan(0);
    expect(at.filled).toBeLessThan(100);
  });
  it("moves the price when the order is large", () => expect(buy(150, 12).price).toBeGreaterThan(10));
  it("never says more is traded than was asked", () => {
    const sold = estimate(market, { side: Side.SELL, quantityLots: 40, limitPriceMils: 8 });
    expect(sold.filled).toBeLessThanOrEqual(40);
  });
});
