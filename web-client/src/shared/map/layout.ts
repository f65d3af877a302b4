/**
 * Where things stand in the picture of the town: a street for each good on rising ground, the makers of machines and materials on the hill. A
 * building is as wide and high as its output; people stand before it. Pure geometry, so that it can be tested and drawn at any width.
 */
import { Good } from "../../gen/technotariat/v1/economy_pb";
import type { Enterprise } from "../net/model";

export const PEOPLE_PER_FIGURE = 4;
const GAP = 16;
const SKY = 96;
const FIGURE = 19; // a row of figures below the walls
const NAMES = 36;
const WALL_LOW = 30;
const WALL_MORE = 58;
const ROOF = 42;

export interface Building {
  id: number;
  x: number; // left wall
  y: number; // ground
  width: number;
  height: number; // of the walls
  plot: number; // width with its share of the gap
}

export interface Street {
  good: Good;
  y: number; // ground
  top: number;
  names: number; // above the first line of the names
  buildings: Building[];
}

export interface Town {
  width: number;
  height: number;
  streets: Street[];
}

const ORDER = [Good.ENGINES, Good.MACHINERY, Good.MATERIALS, Good.CULTURE, Good.COMFORTS, Good.PROVISIONS];

/** People stand in one row before the door, and in a second one only when the first is full. */
export const figuresPerRow = (plot: number): number => Math.max(3, Math.floor((plot - 4) / 9));

export function layout(enterprises: readonly Enterprise[], width: number, names: boolean): Town {
  const most = Math.max(1, ...enterprises.map((e) => e.outputLots));
  const narrow = width < 560;
  const low = narrow ? 40 : 46;
  const more = narrow ? 26 : 40;
  const size = (e: Enterprise): number => Math.sqrt(Math.max(0, e.outputLots) / most);
  const streets: Street[] = [];
  let y = SKY;
  for (const good of ORDER) {
    const here = enterprises.filter((e) => e.product === good);
    for (const row of rows(here, width, (e) => low + more * size(e) + GAP)) {
      const tallest = Math.max(...row.map((e) => WALL_LOW + WALL_MORE * size(e)));
      const top = y;
      y += tallest + ROOF;
      const taken = row.reduce((sum, e) => sum + low + more * size(e), 0);
      const gap = Math.min(56, (width - taken) / (row.length + 1));
      let x = (width - taken - gap * (row.length - 1)) / 2;
      let crowd = 0;
      const buildings = row.map((e) => {
        const wide = low + more * size(e);
        const figures = Math.ceil(e.workers / PEOPLE_PER_FIGURE);
        crowd = Math.max(crowd, figures > figuresPerRow(wide + gap) ? 2 : figures > 0 ? 1 : 0);
        const building = { id: e.id, x, y, width: wide, height: WALL_LOW + WALL_MORE * size(e), plot: wide + gap };
        x += wide + gap;
        return building;
      });
      const below = y + 6 + crowd * FIGURE;
      streets.push({ good, y, top, names: below, buildings });
      y = below + (names ? NAMES : 8);
    }
  }
  return { width, height: y + 6, streets };
}

/** As few rows as fit, evenly filled, so that the last is never a lone house. */
function rows(list: readonly Enterprise[], width: number, wide: (e: Enterprise) => number): Enterprise[][] {
  if (list.length === 0) return [];
  const needed = list.reduce((sum, e) => sum + wide(e), GAP);
  const count = Math.max(1, Math.ceil(needed / Math.max(120, width)));
  const each = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, at) => list.slice(at * each, (at + 1) * each)).filter(
    (row) => row.length > 0,
  );
}

/** A name on at most two lines of a given number of letters. */
export function lines(name: string, letters: number): string[] {
  const out: string[] = [];
  for (const word of name.split(" ")) {
    const last = out.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  const two = out.length > 2 ? [out[0] ?? "", `${out[1] ?? ""} …`] : out;
  return two.map((line) => (line.length > letters + 1 ? `${line.slice(0, letters)}…` : line));
}

/** A rolling hill's edge from left to right at a height. */
export function hill(width: number, y: number, phase: number, swell: number): string {
  const points: string[] = [];
  for (let x = 0; x <= width + 40; x += 40) {
    const rise = Math.sin(x / 190 + phase) * swell + Math.sin(x / 83 + phase * 2.3) * swell * 0.4;
    points.push(`${points.length === 0 ? "M" : "L"}${x} ${(y + rise).toFixed(1)}`);
  }
  return points.join("");
}
