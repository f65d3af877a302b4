import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ServerEnvelopeSchema, type ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import { Frost } from "./frost.svelte";

type Init = NonNullable<Parameters<typeof create<typeof ServerEnvelopeSchema>>[1]>;
const envelope = (body: NonNullable<Init["body"]>): ServerEnvelope => create(ServerEnvelopeSchema, { body });
const close = (tick: number): ServerEnvelope => envelope({ case: "delta", value: { world: { tick } } });
const entered = (world: string): ServerEnvelope => envelope({ case: "entered", value: { world } });
const mine = envelope({ case: "me", value: { id: 11 } });

describe("frozen numbers", () => {
  const set = (): { frost: Frost; shown: (string | undefined)[] } => {
    const shown: (string | undefined)[] = [];
    const frost = new Frost(({ body }) =>
      shown.push(body.case === "delta" ? String(body.value.world?.tick) : body.case),
    );
    frost.receive(entered("a"));
    shown.length = 0;
    return { frost, shown };
  };

  it("pass at once while nothing is frozen", () => {
    const { frost, shown } = set();
    frost.receive(close(5));
    expect(shown).toEqual(["5"]);
  });

  it("wait in order, are counted, and come when thawed", () => {
    const { frost, shown } = set();
    frost.set(true);
    frost.receive(close(5));
    frost.receive(close(6));
    expect(shown).toEqual([]);
    expect(frost.closes).toBe(2);
    frost.set(false);
    expect(shown).toEqual(["5", "6"]);
    expect(frost.closes).toBe(0);
  });

  it("come up to date with the answer to one's own order, and stay frozen after", () => {
    const { frost, shown } = set();
    frost.set(true);
    frost.receive(close(5));
    frost.receive(mine);
    expect(shown).toEqual([]);
    frost.acted();
    frost.receive(mine);
    expect(shown).toEqual(["5", "me", "me"]);
    frost.receive(close(6));
    expect(shown).toHaveLength(3);
  });

  it("thaw in another world, without showing it what was meant for the one before", () => {
    const { frost, shown } = set();
    frost.set(true);
    frost.receive(close(5));
    frost.receive(entered("b"));
    frost.receive(close(90));
    expect(shown).toEqual(["entered", "90"]);
  });

  it("stay frozen when the line comes back into the same world", () => {
    const { frost, shown } = set();
    frost.set(true);
    frost.receive(entered("a"));
    frost.receive(close(6));
    expect(shown).toEqual(["entered"]);
  });
});
