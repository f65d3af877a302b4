import { describe, expect, it } from "vitest";
import type { Debt } from "../../shared/net/model";
import { noPayout } from "./payout";

const debt = (over: Partial<Debt>): Debt =>
  ({ loanMils: 100, interestMils: 1, arrearsMils: 0, wagesOwedMils: 0, mayPayOut: false, ...over }) as Debt;

describe("why nothing is paid out", () => {
  it("is what is owed and unpaid, if anything is", () => {
    expect(noPayout(debt({ wagesOwedMils: 5 }))).toContain("until the wages");
    expect(noPayout(debt({ arrearsMils: 5 }))).toContain("until the wages");
  });

  it("is the loan otherwise, and says what ends it", () => {
    expect(noPayout(debt({}))).toContain("Paying it back ends that at once.");
  });
});
