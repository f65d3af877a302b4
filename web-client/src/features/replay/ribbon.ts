/** The events of a course as marks on a ribbon: four lanes, a shape for each kind of turn, one mark a lane and tick. */
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import type { WorldEvent } from "../../shared/net/model";

export const SHAPES = ["founded", "closed", "form", "owners", "strike", "lead", "law", "machines", "seat"] as const;
export type Shape = (typeof SHAPES)[number];

const SHAPE: Partial<Record<EventKind, Shape>> = {
  [EventKind.FOUNDED]: "founded",
  [EventKind.ENTERPRISE_CLOSED]: "closed",
  [EventKind.WINDING_UP]: "closed",
  [EventKind.LOAN_LOST]: "closed",
  [EventKind.TAKEN_OVER]: "form",
  [EventKind.BECAME_COOPERATIVE]: "form",
  [EventKind.DEMUTUALISED]: "form",
  [EventKind.BUY_OUT_DONE]: "owners",
  [EventKind.BOARD_CHANGED]: "owners",
  [EventKind.SHARES_ISSUED]: "owners",
  [EventKind.TRUST_ENDOWED]: "owners",
  [EventKind.STRIKE_BEGAN]: "strike",
  [EventKind.DISPUTE_SETTLED]: "strike",
  [EventKind.WAGES_UNPAID]: "strike",
  [EventKind.MOTION_CARRIED]: "lead",
  [EventKind.LAW_IN_FORCE]: "law",
  [EventKind.NEW_GENERATION]: "machines",
  [EventKind.TECHNOSTISM]: "machines",
  [EventKind.SEAT_TAKEN]: "seat",
  [EventKind.SEAT_LEFT]: "seat",
};

const LANE: Record<Shape, number> = {
  founded: 0,
  closed: 0,
  form: 1,
  owners: 1,
  strike: 2,
  lead: 2,
  law: 3,
  machines: 3,
  seat: 3,
};
export const LANES = 4;

export interface Mark {
  tick: number;
  lane: number;
  shape: Shape;
  /** Events under this mark. */
  count: number;
}

export const shapeOf = (event: Pick<WorldEvent, "kind">): Shape | undefined => SHAPE[event.kind];

/** Of several events in one lane and tick the first listed shape is drawn: the rarer one. */
export function marksOf(events: readonly WorldEvent[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const event of events) {
    const shape = shapeOf(event);
    if (!shape) continue;
    const key = `${event.tick}/${LANE[shape]}`;
    const known = marks.get(key);
    const first = known && SHAPES.indexOf(known.shape) < SHAPES.indexOf(shape) ? known.shape : shape;
    marks.set(key, { tick: event.tick, lane: LANE[shape], shape: first, count: (known?.count ?? 0) + 1 });
  }
  return [...marks.values()].sort((a, b) => a.tick - b.tick || a.lane - b.lane);
}

/** The nearest tick with a mark after (1) or before (−1) a tick; the tick itself where there is none. */
export function eventTick(marks: readonly Mark[], tick: number, direction: 1 | -1): number {
  const there = marks.map((mark) => mark.tick).filter((at) => (direction > 0 ? at > tick : at < tick));
  return there.length === 0 ? tick : direction > 0 ? Math.min(...there) : Math.max(...there);
}
