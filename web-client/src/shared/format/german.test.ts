import { beforeAll, describe, expect, it, vi } from "vitest";
import { Law } from "../../gen/technotariat/v1/economy_pb";

vi.mock("../i18n/language", () => ({ language: () => "de" }));

describe("numbers in German", () => {
  let number: typeof import("./number");
  let law: typeof import("./law");
  let time: typeof import("./time");
  beforeAll(async () => {
    [number, law, time] = await Promise.all([import("./number"), import("./law"), import("./time")]);
  });

  it("have a decimal comma and keep sign and unit", () => {
    expect(number.crowns(123_456_789)).toBe("1.234,57");
    expect(number.crowns(-100)).toBe("0,00");
    expect(number.money(-50_000)).toBe("\u22120,50\u202fcr");
    expect(number.percent(1234)).toBe("12,3\u202f%");
    expect(number.asRoundField(80_668_247)).toBe("806,68");
    expect(law.lawValue(Law.MONEY_RULE, 20)).toBe("0,20\u202f%");
  });
  it.each([
    ["12,50", 1_250_000],
    ["12.50", 1_250_000],
    ["12.5", 1_250_000],
    ["1.234", 123_400_000],
    ["1.234,5", 123_450_000],
    ["1 234,5", 123_450_000],
    ["1.234.567", 123_456_700_000],
  ])("are read from a field: %s", (text, mils) => expect(number.parseCrowns(text)).toBe(mils));
  it.each(["1,2,3", "1.2.3", "1,234.5", "1e5"])("are refused: %s", (text) =>
    expect(number.parseCrowns(text)).toBeNull(),
  );
  it("count in whole ones", () => {
    expect(number.parseCount("1.234")).toBe(1234);
    expect(number.parseCount("1,5")).toBeNull();
    expect(law.parseLaw(Law.INCOME_TAX, "5,5 %")).toBe(550);
  });
  it("tell the time of day and how long ago", () => {
    expect(time.fromNow(0, 3 * time.HOUR_MS)).toBe("vor 3 Stunden");
  });
});
