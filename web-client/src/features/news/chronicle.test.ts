/** What is read of a tick: many of a kind as one line, in the order of the events, and nothing lost. */
import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ServerEnvelopeSchema } from "../../gen/technotariat/v1/session_pb";
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { World } from "../../shared/net/world.svelte";
import { chronicle, type Entry } from "./chronicle";

type Told = readonly [kind: EventKind, enterpriseId: number, value?: bigint];

const IDS = [1, 2, 3, 4, 5, 6, 7, 8];

function worldOf(told: readonly Told[], seatId = 0): World {
  const events = told.map(([kind, enterpriseId, value = 0n]) => ({ tick: 5, kind, enterpriseId, value }));
  const enterprises = { id: IDS, name: IDS.map((id) => `Mill ${id}`) };
  const world = new World(() => 0);
  world.receive(create(ServerEnvelopeSchema, { body: { case: "entered", value: { world: "weir", seatId } } }));
  const snapshot = { world: { tick: 5 }, enterprises, events };
  world.receive(create(ServerEnvelopeSchema, { body: { case: "snapshot", value: snapshot } }));
  if (seatId !== 0)
    world.receive(create(ServerEnvelopeSchema, { body: { case: "me", value: { id: seatId, employerId: 3 } } }));
  return world;
}
const entriesOf = (world: World, onlyMine = false): Entry[] => chronicle(world, onlyMine, 9)[0]?.entries ?? [];
const names = (entry: Entry | undefined): string[] => (entry?.lines ?? []).map((line) => line.name);

const UNPAID = IDS.map((id): Told => [EventKind.WAGES_UNPAID, id, 2000n]);

describe("the news of a tick", () => {
  it("tells many of a kind in one line, in the order they came", () => {
    const [entry, ...others] = entriesOf(worldOf(UNPAID));
    expect(others).toEqual([]);
    expect(entry?.text).toBe("Eight enterprises could not pay their wages");
    expect(names(entry)).toEqual(IDS.map((id) => `Mill ${id}`));
    expect(entry?.lines[7]?.text).toMatch(/^Mill 8 could not pay its wages: .* short\.$/);
    expect(entry?.lines[7]?.href).toBe("/w/weir/enterprise/8");
  });

  it("leaves one alone as it is", () => {
    const [entry] = entriesOf(worldOf([[EventKind.WAGES_UNPAID, 4]]));
    expect(entry?.text).toBe("");
    expect(names(entry)).toEqual(["Mill 4"]);
  });

  it("loses nothing, and never mixes kinds or ticks", () => {
    const kinds = Object.values(EventKind).filter((kind): kind is EventKind => typeof kind === "number");
    const told = [3, 1, 2].flatMap((id) => kinds.map((kind): Told => [kind, id]));
    const entries = entriesOf(worldOf(told));
    expect(entries.reduce((sum, entry) => sum + entry.lines.length, 0)).toBe(told.length);
    expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length);
    for (const entry of entries) {
      expect([1, 3]).toContain(entry.lines.length);
      expect(entry.text === "", entry.kind).toBe(entry.lines.length === 1);
    }
  });

  it("keeps kinds of the same weight in the order of their first event", () => {
    const told: Told[] = [
      [EventKind.STRIKE_BEGAN, 1],
      [EventKind.CASH_LOW, 2],
      [EventKind.STRIKE_BEGAN, 3],
      [EventKind.LOAN_LOST, 4],
      [EventKind.CASH_LOW, 5],
    ];
    expect(entriesOf(worldOf(told)).map((entry) => entry.kind)).toEqual(["Strike", "Cash low", "Loan lost"]);
  });

  it("tells what touches me first and alone, and nothing else when asked", () => {
    const world = worldOf(UNPAID, 40);
    const [mine, others] = entriesOf(world);
    expect(mine?.mine).toBe(true);
    expect(names(mine)).toEqual(["Mill 3"]);
    expect(others?.text).toBe("Seven enterprises could not pay their wages");
    expect(entriesOf(world, true)).toHaveLength(1);
  });

  it("sums up what was paid", () => {
    const [entry] = entriesOf(worldOf(IDS.map((id): Told => [EventKind.DIVIDEND_PAID, id, 1_500_000n])));
    expect(entry?.text).toMatch(/^Eight firms paid their owners .*12/);
  });
});
