import { describe, expect, it } from "vitest";
import {
  asRoundField,
  change,
  clockTime,
  crowns,
  money,
  parseCount,
  parseCrowns,
  percent,
  shortMoney,
  signedCrowns,
  upTo,
} from "./number";

describe("money", () => {
  it("written as all there is to the cent means all there is", () => {
    const owed = 1_045_417_612; // stands on the screen as 10,454.18
    expect(upTo(parseCrowns("10454.18"), owed)).toBe(owed);
    expect(upTo(parseCrowns("10454.17"), owed)).toBe(1_045_417_000);
    expect(upTo(parseCrowns("10454.19"), owed)).toBe(1_045_419_000);
    expect(upTo(null, owed)).toBeNull();
    expect(upTo(0, 400)).toBe(0); // nothing is nothing
  });

  it.each([
    [0, "0.00"],
    [123_456_789, "1,234.57"],
    [-50_000, "−0.50"],
    [-100, "0.00"],
  ])("shows %d mils as %s crowns", (mils, text) => expect(crowns(mils)).toBe(text));

  it("shortens large sums for an axis", () => expect(shortMoney(425_000_000_000)).toBe("4.25M\u202fcr"));
  it("carries its unit", () => expect(money(1_000_000)).toBe("10.00\u202fcr"));
  it("always signs a part of a statement", () => expect(signedCrowns(50_000)).toBe("+0.50"));

  it.each([
    [150_000, "1.50"],
    [80_668_247, "806.68"],
  ])("writes %d mils into a field as %s", (mils, text) => expect(asRoundField(mils)).toBe(text));

  it.each(["", "abc", "-3", "1.234567", "1e5", "12,50"])("refuses %j as an amount", (text) =>
    expect(parseCrowns(text)).toBeNull(),
  );
  it("reads a thousands comma", () => expect(parseCrowns("1,234.5")).toBe(123_450_000));
});

describe("counts and rates", () => {
  it.each(["", "1.5", "-1", "many"])("refuses %j as a count", (text) => expect(parseCount(text)).toBeNull());
  it("shows basis points as percent", () => expect(percent(1234)).toBe("12.3\u202f%"));
});

describe("direction", () => {
  it("is told by arrow and sign, never by colour alone", () => {
    expect(change(150_000, crowns)).toBe("▲ +1.50");
    expect(change(-150_000, crowns)).toBe("▼ −1.50");
    expect(change(0, crowns)).toBe("0.00");
  });
});

describe("the clock", () => {
  it.each([
    [0, "0:00"],
    [59_001, "1:00"],
    [3_600_000, "1:00:00"],
  ])("shows %d ms as %s", (ms, text) => expect(clockTime(ms)).toBe(text));
});
