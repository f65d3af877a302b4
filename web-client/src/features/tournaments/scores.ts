/** Standings as they are drawn: every interval on one scale, with zero in sight. */
import { scale } from "../../shared/charts/scale";
import type { TournamentLine } from "../../shared/net/model";

export const WIDTH = 100;
const EDGE = 2; // so that a mark at the end of the scale is drawn whole

export interface Span {
  from: number;
  to: number;
  mean: number;
}

export interface Drawn {
  zero: number;
  spans: readonly Span[];
}

/** Positions from 0 to WIDTH, a span a line. A line without an interval is its mean alone. */
export function drawn(lines: readonly TournamentLine[]): Drawn {
  const ends = lines.flatMap(({ scoreBp, interval, halfWidthBp }) =>
    interval ? [scoreBp - halfWidthBp, scoreBp + halfWidthBp] : [scoreBp],
  );
  const at = scale([Math.min(0, ...ends), Math.max(0, ...ends)], [EDGE, WIDTH - EDGE]);
  const spans = lines.map(({ scoreBp, interval, halfWidthBp }) => {
    const half = interval ? halfWidthBp : 0;
    return { from: at(scoreBp - half), to: at(scoreBp + half), mean: at(scoreBp) };
  });
  return { zero: at(0), spans };
}

const PLAIN = /^[A-Za-z0-9_-]([A-Za-z0-9 _-]{0,58}[A-Za-z0-9_-])?$/;
/** Whether it may be a tournament's title: plain enough to be a file's name. */
export const isTitle = (text: string): boolean => PLAIN.test(text);
