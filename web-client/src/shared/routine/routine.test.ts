import { describe, expect, it } from "vitest";
import { Good, Side, Task } from "../../gen/technotariat/v1/economy_pb";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { RoutineState, StopFigure } from "../../gen/technotariat/v1/routine_pb";
import type { Me, Routine, Stop } from "../net/model";
import { World } from "../net/world.svelte";
import {
  deedSaid,
  draftOf,
  endSaid,
  formOf,
  hasComeAbout,
  kindsFor,
  runningIn,
  slotOf,
  stopOf,
  stopSaid,
} from "./routine";

function world(): World {
  const made = new World();
  made.name = "valley";
  made.info = { tick: 12 } as World["info"];
  made.me = {
    cashMils: 50_000_000,
    stockLots: [0, 7],
    books: [{ enterpriseId: 3, cashMils: 9, materialsStockLots: 40 }],
  } as unknown as Me;
  made.markets = [{ good: Good.COMFORTS, priceMils: 310_000 }] as unknown as World["markets"];
  return made;
}
const scope = { slot: "x", good: Good.COMFORTS, stocked: true };
const routine = (over: Partial<Routine>): Routine => ({
  id: 1,
  action: {
    action: {
      case: "placeOrder",
      value: { good: Good.COMFORTS, side: Side.BUY, quantityLots: 40, limitPriceMils: 310_000 },
    },
  },
  stops: [],
  sinceTick: 2,
  state: RoutineState.RUNNING,
  stoppedTick: 0,
  stop: 0,
  missedTick: 0,
  refused: undefined,
  ...over,
});

describe("what ends a routine", () => {
  it("is drafted, sent and read back without loss, to the last mil", () => {
    const stop: Stop = {
      figure: StopFigure.PRICE,
      below: true,
      value: 310_123,
      good: Good.COMFORTS,
      enterpriseId: 0,
    };
    expect(draftOf(stop)).toEqual({ kind: "priceBelow", text: "3.10123" });
    expect(stopOf(draftOf(stop), scope)).toEqual(stop);
    expect(stopOf({ kind: "tick", text: "30" }, scope)).toMatchObject({ value: 30, good: Good.UNSPECIFIED });
  });

  it("is offered only where the form has such a figure", () => {
    expect(kindsFor({ slot: "x" })).toEqual(["tick", "cashBelow", "cashReaches"]);
    expect(kindsFor({ slot: "x", good: Good.LAND })).not.toContain("stockBelow");
    expect(kindsFor(scope)).toContain("stockReaches");
  });

  it("is judged as the server judges it", () => {
    const comes = (kind: Parameters<typeof stopOf>[0]["kind"], text: string, of = scope): boolean =>
      hasComeAbout(world(), stopOf({ kind, text }, of));
    expect(comes("tick", "12")).toBe(true);
    expect(comes("tick", "13")).toBe(false);
    expect(comes("cashBelow", "500")).toBe(false);
    expect(comes("cashBelow", "500.01")).toBe(true);
    expect(comes("stockReaches", "7")).toBe(true);
    expect(comes("priceReaches", "3.11")).toBe(false);
    expect(comes("stockReaches", "40", { ...scope, good: Good.MATERIALS, enterpriseId: 3 } as typeof scope)).toBe(true);
  });

  it("is said in words", () => {
    expect(stopSaid(world(), stopOf({ kind: "priceReaches", text: "3.5" }, scope))).toMatch(
      /^the price of comforts reaches 3\.50/,
    );
    expect(stopSaid(world(), stopOf({ kind: "cashBelow", text: "5" }, scope))).toMatch(/^my cash is below 5\.00/);
  });
});

describe("a routine", () => {
  it("is found by the order it repeats, while it runs", () => {
    const slot = slotOf("placeOrder", { good: Good.COMFORTS, side: Side.BUY });
    expect(runningIn([routine({})], slot)?.id).toBe(1);
    expect(runningIn([routine({ state: RoutineState.STOPPED })], slot)).toBeUndefined();
    expect(runningIn([routine({})], slotOf("placeOrder", { good: Good.COMFORTS, side: Side.SELL }))).toBeUndefined();
    expect(slotOf("orderMachines", { task: Task.HANDS, enterpriseId: 1 })).not.toBe(
      slotOf("orderMachines", { task: Task.MINDS, enterpriseId: 1 }),
    );
    // One order an enterprise, whichever side: a holder's, and the board's.
    for (const kind of ["orderShares", "issueShares"])
      expect(slotOf(kind, { side: Side.BUY, enterpriseId: 1 })).toBe(slotOf(kind, { enterpriseId: 1 }));
  });

  it("says what it does, where its form is, and why it ended", () => {
    const { action } = routine({});
    expect(deedSaid(world(), action?.action)).toBe("Buy 40 comforts at 3.10 or less");
    expect(formOf(world(), action?.action)).toBe("/w/valley/market/comforts");
    expect(endSaid(world(), routine({}))).toBe("");
    const stops = [stopOf({ kind: "tick", text: "12" }, scope)];
    const ended = { state: RoutineState.STOPPED, stops, stop: 1, stoppedTick: 12 };
    expect(endSaid(world(), routine(ended))).toBe("Ended when tick 12 closed: tick 12 has closed.");
    const refused = { code: ErrorCode.NOT_ENOUGH_CASH, text: "No cash.", field: "" };
    expect(endSaid(world(), routine({ state: RoutineState.REFUSED, stoppedTick: 9, refused }))).toContain(
      "three ticks in a row: No cash.",
    );
  });
});
