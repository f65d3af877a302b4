import { describe, expect, it } from "vitest";
import type { TournamentLine } from "../../shared/net/model";
import { drawn, isTitle, WIDTH } from "./scores";

const line = (scoreBp: number, halfWidthBp: number | null): TournamentLine => ({
  strategy: "poacher",
  games: 8,
  scoreBp,
  interval: halfWidthBp !== null,
  halfWidthBp: halfWidthBp ?? 0,
  standingBp: 2500,
  leadsBp: 5000,
});

describe("standings on one scale", () => {
  it("shows all intervals whole, and zero", () => {
    const { zero, spans } = drawn([line(300, 50), line(120, 200)]);
    expect(spans[0]?.to).toBeCloseTo(WIDTH - 2);
    expect(spans[1]?.from).toBeCloseTo(2);
    expect(zero).toBeGreaterThan(spans[1]?.from ?? WIDTH);
    for (const { from, mean, to } of spans) expect((from + to) / 2).toBeCloseTo(mean);
  });
  it("has zero at an edge where all are on one side of it", () => {
    expect(drawn([line(-300, 20), line(-100, 20)]).zero).toBeCloseTo(WIDTH - 2);
    expect(drawn([line(300, 20)]).zero).toBeCloseTo(2);
  });
  it("draws a mean alone where one world gives no interval", () => {
    const [span] = drawn([line(100, null)]).spans;
    expect(span?.from).toBe(span?.to);
  });
  it("draws nothing astray where all scores are zero, or there is none", () => {
    expect(drawn([line(0, 0)]).spans[0]?.mean).toBe(2);
    expect(drawn([]).spans).toEqual([]);
  });
});

describe("a title", () => {
  it("is plain", () => {
    for (const good of ["A", "A Cup", "cup_2-b", "x".repeat(60)]) expect(isTitle(good), good).toBe(true);
    for (const bad of ["", " A", "A ", "Fußball", "a/b", "x".repeat(61)]) expect(isTitle(bad), bad).toBe(false);
  });
});
