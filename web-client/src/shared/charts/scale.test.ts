import { describe, expect, it } from "vitest";
import { bands } from "./scale";

describe("bands of a chart", () => {
  it.each([1, 2, 7, 60])("keeps %i bars within the plot, in order and apart", (count) => {
    const { at, width } = bands(count, 4, 262);
    const edges = Array.from({ length: count }, (_, index) => [at(index) - width / 2, at(index) + width / 2] as const);
    expect(edges[0]?.[0]).toBeCloseTo(4);
    expect(edges.at(-1)?.[1]).toBeCloseTo(262);
    for (const [index, [left]] of edges.entries())
      if (index > 0) expect(left).toBeCloseTo(edges[index - 1]?.[1] ?? NaN);
  });

  it("gives a plot too narrow for anything a width all the same", () => {
    expect(bands(3, 4, 2).width).toBeGreaterThan(0);
  });
});
