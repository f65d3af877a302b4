/** Straight-line scales and axis marks at round numbers. */
export type Scale = (value: number) => number;

export function scale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [a, b] = from;
  const span = b - a || 1;
  return (value) => to[0] + ((value - a) / span) * (to[1] - to[0]);
}

/**
 * Where the columns of a table of `count` moments stand between two edges: each in the middle of its own equal band, so that a bar as
 * wide as its band never runs over an edge, with one moment or a hundred.
 */
export function bands(count: number, from: number, to: number): { at: (index: number) => number; width: number } {
  const width = Math.max(1, to - from) / Math.max(1, count);
  return { at: (index) => from + width * (index + 0.5), width };
}

/** About `wanted` marks at steps of 1, 2 or 5 times a power of ten (Heckbert, Nice Numbers for Graph Labels, 1990). */
export function marks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => rough <= factor * power) ?? 10);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** The range to show: all values with some air, and never a line that fills the height because nothing happened. */
export function extent(values: readonly number[], zero: boolean): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = Math.max((high - low) * 0.12, Math.abs(high) * 0.02, 1e-9);
  return [zero ? Math.min(0, low) : Math.max(low >= 0 ? 0 : -Infinity, low - air), high + air];
}

export const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
