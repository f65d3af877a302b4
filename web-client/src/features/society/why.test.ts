import { describe, expect, it } from "vitest";
import { Form } from "../../gen/technotariat/v1/economy_pb";
import { BLANK_ENTERPRISE, BLANK_MOMENT, type Enterprise } from "../../shared/net/model";
import type { Sum } from "../../shared/ui/statement";
import { whyCooperative, whyEmployed, whyGini, whyPay, whyVelocity } from "./why";

const made = ({ opening, lines, closing }: Sum): number =>
  (opening?.mils ?? 0) + lines.reduce((sum, line) => sum + line.mils, 0) - closing.mils;
const place = (id: number, form: Form, workers: number, expectedPayMils: number): Enterprise => ({
  ...BLANK_ENTERPRISE,
  id,
  name: `Place ${id}`,
  form,
  workers,
  expectedPayMils,
});
const before = [place(1, Form.PROPRIETARY, 10, 100), place(2, Form.COOPERATIVE, 10, 200)];
const now = [place(1, Form.PROPRIETARY, 7, 110), place(2, Form.COOPERATIVE, 14, 200)];

describe("why a figure of the town moved", () => {
  it("tells people at work by enterprise, the greatest change first", () => {
    const sum = whyEmployed(
      [before, now],
      [
        { ...BLANK_MOMENT, employed: 20 },
        { ...BLANK_MOMENT, employed: 21 },
      ],
    );
    expect(sum.lines).toEqual([
      { label: "Place 2", mils: 4 },
      { label: "Place 1", mils: -3 },
    ]);
  });

  it("adds up to the mean pay of now", () => {
    const sum = whyPay([before, now]);
    expect(sum.opening?.mils).toBe(150);
    expect(sum.closing.mils).toBe(170);
    expect(made(sum)).toBe(0);
  });

  it("says of co-operatives' part who brought it about", () => {
    const sum = whyCooperative(
      [before, now],
      [
        { ...BLANK_MOMENT, cooperativeLabourBp: 5_000 },
        { ...BLANK_MOMENT, cooperativeLabourBp: 6_667 },
      ],
    );
    expect(sum.lines.every((line) => line.mils > 0)).toBe(true);
    expect(made(sum)).toBe(0);
  });

  it("lays a risen Gini to the richest tenth that gained and the poorest that lost", () => {
    const even = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenths) => tenths * 1_000);
    const uneven = even.map((bp) => (bp < 10_000 ? bp - 500 : bp));
    const sum = whyGini([even, uneven], [0, 900]);
    expect(sum.lines[0]).toEqual({ label: "The poorest tenth", mils: 450 });
    expect(sum.lines[1]).toEqual({ label: "The richest tenth", mils: 450 });
    expect(made(sum)).toBe(0);
  });

  it("tells dearer goods from more money in how fast money turns", () => {
    const then = {
      ...BLANK_MOMENT,
      provisionsPriceMils: 10,
      provisionsVolumeLots: 10,
      moneyMils: 1_000,
      velocityBp: 1_000,
    };
    const sum = whyVelocity([then, { ...then, provisionsPriceMils: 30, moneyMils: 2_000, velocityBp: 1_500 }]);
    expect(sum.lines.map((line) => line.mils)).toEqual([1_000, -500]);
    expect(made(sum)).toBe(0);
  });
});
