import { describe, expect, it } from "vitest";
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import type { WorldEvent } from "../../shared/net/model";
import { eventTick, marksOf } from "./ribbon";

const event = (tick: number, kind: EventKind): WorldEvent => ({ tick, kind }) as WorldEvent;

describe("marks on the ribbon", () => {
  const marks = marksOf([
    event(9, EventKind.LAW_IN_FORCE),
    event(3, EventKind.ENTERPRISE_CLOSED),
    event(3, EventKind.FOUNDED),
    event(3, EventKind.STRIKE_BEGAN),
    event(4, EventKind.PRICE_MOVE),
    event(4, EventKind.WORLD_FINISHED),
  ]);
  it("are one a lane and tick, of the shape that counts more, in order", () => {
    expect(marks).toEqual([
      { tick: 3, lane: 0, shape: "founded", count: 2 },
      { tick: 3, lane: 2, shape: "strike", count: 1 },
      { tick: 9, lane: 3, shape: "law", count: 1 },
    ]);
  });
  it("lead from event to event, and stay where there is none", () => {
    expect([eventTick(marks, 0, 1), eventTick(marks, 3, 1), eventTick(marks, 9, 1)]).toEqual([3, 9, 9]);
    expect([eventTick(marks, 9, -1), eventTick(marks, 5, -1), eventTick(marks, 2, -1)]).toEqual([3, 3, 2]);
    expect(eventTick([], 5, 1)).toBe(5);
  });
});
