import { describe, expect, it } from "vitest";
import { partsOf, placeBeside } from "./label";

const FIELD = { x: 0, y: 0, width: 200, height: 200 };
const SIZE = { width: 40, height: 16 };

describe("a label beside its point", () => {
  it("stands to the right where that is free", () => {
    expect(placeBeside([100, 100], SIZE, [], FIELD)).toEqual({ x: 112, y: 92, ...SIZE });
  });

  it("keeps off a line that rises beside the point", () => {
    const rising = partsOf(
      [
        [0, 100],
        [130, 100],
        [130, 0],
      ],
      4,
    );
    const { x, y } = placeBeside([100, 100], SIZE, rising, FIELD);
    expect([x, y]).toEqual([80, 72]);
  });

  it("stays inside the field", () => {
    for (const point of [
      [0, 0],
      [200, 0],
      [0, 200],
      [200, 200],
    ] as const) {
      const { x, y } = placeBeside(point, SIZE, [], FIELD);
      expect(x >= 0 && x + SIZE.width <= 200 && y >= 0 && y + SIZE.height <= 200).toBe(true);
    }
  });

  it("lies on as few lines as can be where there is no room", () => {
    const everywhere = { ...FIELD };
    const right = { x: 104, y: 0, width: 96, height: 200 };
    expect(placeBeside([100, 100], SIZE, [everywhere, right], FIELD).x).toBeLessThan(64);
  });
});
