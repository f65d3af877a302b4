import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ServerEnvelopeSchema } from "../../gen/technotariat/v1/session_pb";
import { World } from "./world.svelte";

type Init = Parameters<typeof create<typeof ServerEnvelopeSchema>>[1];
const envelope = (body: NonNullable<Init>["body"]): ReturnType<typeof create<typeof ServerEnvelopeSchema>> =>
  create(ServerEnvelopeSchema, body === undefined ? {} : { body });

describe("the entered world", () => {
  const tables = (tick: number, price: bigint): object => ({
    world: { tick },
    markets: [{ good: 1, priceMils: price }],
    history: { tick: [tick], provisionsPriceMils: [price] },
    events: [{ tick, kind: 12 }],
  });

  it("merges what a delta brings and keeps what it does not", () => {
    const world = new World(() => 0);
    world.receive(envelope({ case: "snapshot", value: { ...tables(4, 100n), seats: { id: [11], name: ["Ada"] } } }));
    world.receive(envelope({ case: "delta", value: tables(5, 120n) }));
    expect(world.markets[0]?.priceMils).toBe(120);
    expect(world.history.map((moment) => moment.tick)).toEqual([4, 5]);
    expect(world.events).toHaveLength(2);
    expect(world.seats[0]?.name).toBe("Ada");
  });

  it("remembers the state before a close, and only before a close", () => {
    const world = new World(() => 0);
    world.receive(envelope({ case: "snapshot", value: tables(4, 100n) }));
    world.receive(envelope({ case: "delta", value: { seats: { id: [11], name: ["Bo"] } } }));
    expect(world.before).toBeNull();
    world.receive(envelope({ case: "delta", value: tables(5, 120n) }));
    expect(world.before?.tick).toBe(4);
    expect(world.before?.markets[0]?.priceMils).toBe(100);
  });

  it("forgets one world on entering another", () => {
    const world = new World(() => 0);
    world.receive(envelope({ case: "entered", value: { world: "a", seatId: 11 } }));
    world.receive(envelope({ case: "snapshot", value: tables(4, 100n) }));
    world.receive(envelope({ case: "entered", value: { world: "b" } }));
    expect(world.info).toBeNull();
    expect(world.seatId).toBe(0);
  });

  it("counts the deadline on the page's own clock", () => {
    const world = new World(() => 1000);
    world.receive(envelope({ case: "clock", value: { remainingMs: 500, tickMs: 900 } }));
    expect(world.deadline).toBe(1500);
  });
});
