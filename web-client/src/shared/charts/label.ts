/** Where a chart has room for a label: beside its point, and off the lines if any place near is. All in pixels of the chart. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far from its point, nearest first. A label further away would belong to nothing. */
const GAPS = [12, 20, 30, 42];
/** To the right first, as one reads; then above, below and to the left. */
const SIDES = [
  [1, 0],
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The boxes around the parts of a line of upright and level parts, as wide as the line is drawn. */
export const partsOf = (line: readonly (readonly [number, number])[], stroke: number): Box[] =>
  line.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = line[at] ?? [x, y];
    return {
      x: Math.min(x, fromX) - stroke / 2,
      y: Math.min(y, fromY) - stroke / 2,
      width: Math.abs(x - fromX) + stroke,
      height: Math.abs(y - fromY) + stroke,
    };
  });

/** A place inside `field` for a label of this size that lies on the fewest obstacles; of several, the nearest to the point. */
export function placeBeside(
  [x, y]: readonly [number, number],
  size: Pick<Box, "width" | "height">,
  obstacles: readonly Box[],
  field: Box,
): Box {
  const { width, height } = size;
  const at = (gap: number, across: number, down: number): Box => ({
    x: x - width / 2 + across * (gap + width / 2),
    y: y - height / 2 + down * (gap + height / 2),
    width,
    height,
  });
  let best = at(GAPS[0] ?? 0, 1, 0);
  let fewest = Infinity;
  for (const gap of GAPS)
    for (const [across, down] of SIDES) {
      const box = at(gap, across, down);
      if (!holds(field, box)) continue;
      const met = obstacles.filter((one) => overlap(one, box)).length;
      if (met < fewest) [best, fewest] = [box, met];
    }
  return best;
}
