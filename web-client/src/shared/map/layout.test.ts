import { describe, expect, it } from "vitest";
import { Good } from "../../gen/technotariat/v1/economy_pb";
import { BLANK_ENTERPRISE } from "../net/model";
import { layout, lines } from "./layout";

const TRADES = [Good.PROVISIONS, Good.COMFORTS, Good.MATERIALS];

const many = (n: number): (typeof BLANK_ENTERPRISE)[] =>
  Array.from({ length: n }, (_, at) => ({
    ...BLANK_ENTERPRISE,
    id: at + 1,
    product: TRADES[at % TRADES.length] ?? Good.PROVISIONS,
    workers: 10 + at,
    outputLots: at * 100,
  }));

describe("the town", () => {
  it.each([
    [24, 1200],
    [24, 340],
    [90, 900],
    [1, 300],
    [0, 600],
  ])("gives each of %d enterprises a place within %d", (n, width) => {
    const town = layout(many(n), width, true);
    const buildings = town.streets.flatMap((street) => street.buildings);
    expect(buildings.map((building) => building.id).sort((a, b) => a - b)).toEqual(many(n).map((e) => e.id));
    for (const building of buildings) {
      expect(building.x).toBeGreaterThanOrEqual(0);
      expect(building.x + building.width).toBeLessThanOrEqual(width);
      expect(building.y).toBeLessThan(town.height);
    }
  });

  it("draws the larger output the larger", () => {
    const buildings = layout(many(6), 900, true).streets.flatMap((street) => street.buildings);
    const of = (id: number): number => buildings.find((building) => building.id === id)?.height ?? 0;
    expect(of(6)).toBeGreaterThan(of(3));
  });

  it("writes a name on two lines at most", () => {
    expect(lines("Three Rivers Joinery", 12)).toEqual(["Three Rivers", "Joinery"]);
    expect(lines("The Very Long Name Of A Place", 9)).toHaveLength(2);
  });
});
