import { describe, expect, it } from "vitest";
import { Reason } from "../../gen/technotariat/v1/economy_pb";
import { words } from "../i18n/words";
import { addingUp, cashSum, paySum, type Sum } from "./statement";

const total = (sum: Sum): number => (sum.opening?.mils ?? 0) + sum.lines.reduce((mils, line) => mils + line.mils, 0);

describe("a statement adds up exactly", () => {
  it("from opening to closing", () => {
    const sum = cashSum({
      openingMils: 1000,
      contributions: [
        { reason: Reason.WAGE, amountMils: 501 },
        { reason: Reason.PURCHASES, amountMils: -700 },
      ],
      closingMils: 801,
    });
    expect(total(sum)).toBe(sum.closing.mils);
    expect(sum.lines.map((line) => line.label)).not.toContain(words.statement.others);
  });

  it("even when parts are missing: what is not itemised gets a line of its own", () => {
    const sum = addingUp({ label: "a", mils: 10 }, [{ label: "b", mils: 5 }], { label: "c", mils: 12 });
    expect(sum.lines.at(-1)).toEqual({ label: words.statement.others, mils: -3 });
    expect(total(sum)).toBe(12);
  });

  it("and so does a payslip, with the tax taken off", () => {
    const slip = { tick: 3, enterpriseId: 1, baseMils: 900, shareMils: 130, dividendMils: 0, benefitMils: 0 };
    const rest = {
      taxMils: 103,
      netMils: 918,
      toAccountMils: 50,
      strikePayMils: 0,
      unionDuesMils: 9,
      basicIncomeMils: 0,
    };
    const sum = paySum({ ...slip, ...rest }, words.payslip);
    expect(total(sum)).toBe(918);
    expect(sum.lines).toHaveLength(4);
  });
});
