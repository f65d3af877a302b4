import { expect, test } from "vitest";
import { Law } from "../../gen/technotariat/v1/economy_pb";
import { lawValue, parseLaw } from "./law";

test("a law is typed in per cent or whole ticks and read the same way", () => {
  expect(parseLaw(Law.INCOME_TAX, "5.5")).toBe(550);
  expect(parseLaw(Law.INCOME_TAX, " 12 % ")).toBe(1200);
  expect(parseLaw(Law.SEVERANCE, "3")).toBe(3);
  expect(parseLaw(Law.SEVERANCE, "1.5")).toBeNull();
  expect(parseLaw(Law.BENEFIT, "-1")).toBeNull();
  expect(parseLaw(Law.BENEFIT, "many")).toBeNull();
  expect(lawValue(Law.SEVERANCE, 1)).toContain("1 tick");
  expect(lawValue(Law.MONEY_RULE, 20)).toBe("0.20\u202f%");
});
