import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { Figure } from "../../gen/technotariat/v1/economy_pb";
import { WhySchema } from "../../gen/technotariat/v1/session_pb";
import { CourseSchema, PastSchema, type Past } from "../../gen/technotariat/v1/replay_pb";
import { RequestError } from "../../shared/net/link";
import { plain } from "../../shared/net/plain";
import { words } from "./messages";
import { Reel, type Source } from "./reel.svelte";

/** A world of twenty ticks; answers when told to, or at once. */
class Archive {
  asked: [number, number][] = [];
  explained: [Figure, number, number][] = [];
  everySeat = false;
  refuse: ErrorCode | null = null;
  gate: Promise<void> = Promise.resolve();

  why: Source["why"] = (figure, _, then) => {
    this.explained.push([figure, then?.tick ?? 0, then?.asSeatId ?? 0]);
    return Promise.resolve(plain(create(WhySchema, { tick: then?.tick ?? 0 })));
  };
  course = () => Promise.resolve(plain(create(CourseSchema, { lastTick: 20, everySeat: this.everySeat })));
  past = async (tick: number, as: number): Promise<Past> => {
    this.asked.push([tick, as]);
    await this.gate;
    const { refuse } = this;
    if (refuse === ErrorCode.RATE_LIMITED) this.refuse = null;
    if (refuse !== null && (as !== 0 || refuse !== ErrorCode.NOT_YOURS_TO_SEE))
      throw new RequestError(refuse, "no", "");
    return create(PastSchema, { tick, snapshot: { world: { tick } }, ...(as !== 0 && { me: { id: as } }) });
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const soon = (run: () => void): ReturnType<typeof setTimeout> => setTimeout(run);

describe("a reel", () => {
  it("opens a world that runs at its last close, an ended one at its beginning, and any at the tick asked for", async () => {
    const archive = new Archive();
    const running = new Reel("weir", archive);
    await running.open(null, 0);
    expect([running.tick, running.shown, running.world.info?.tick]).toEqual([20, 20, 20]);
    archive.everySeat = true;
    const ended = new Reel("weir", archive);
    await ended.open(null, 0);
    expect(ended.shown).toBe(0);
    await ended.open(99, 0);
    expect(ended.shown).toBe(20);
  });

  it("asks for the last wish only while it waits, and for nothing twice", async () => {
    const archive = new Archive();
    const reel = new Reel("weir", archive);
    await reel.open(0, 0);
    let open = (): void => undefined;
    archive.gate = new Promise((resolve) => (open = resolve));
    for (let tick = 1; tick <= 9; tick += 1) reel.seek(tick);
    expect(reel.tick).toBe(9);
    open();
    await settled();
    expect(archive.asked).toEqual([
      [0, 0],
      [1, 0],
      [9, 0],
    ]);
    reel.seek(0);
    await settled();
    expect(reel.shown).toBe(0);
    expect(archive.asked.length).toBe(3);
  });

  it("shows what everybody saw where a seat is not open, and says why", async () => {
    const archive = new Archive();
    archive.refuse = ErrorCode.NOT_YOURS_TO_SEE;
    const reel = new Reel("weir", archive);
    await reel.open(5, 31);
    expect([reel.shown, reel.trouble, reel.world.me]).toEqual([5, "no", null]);
    archive.refuse = null;
    reel.seek(6);
    await settled();
    expect([reel.shown, reel.trouble, reel.world.me?.id]).toEqual([6, "", 31]);
  });

  it("is patient with a server that asks for patience, and tells any other refusal", async () => {
    const archive = new Archive();
    archive.refuse = ErrorCode.RATE_LIMITED;
    const reel = new Reel("weir", archive, soon);
    await reel.open(5, 0);
    expect(reel.shown).toBe(5);
    archive.refuse = ErrorCode.PAST_UNREADABLE;
    reel.seek(7);
    await settled();
    expect([reel.shown, reel.trouble]).toEqual([5, "no"]);
  });

  it("asks why of the tick and the seat shown, and says where there is no cause to tell", async () => {
    const archive = new Archive();
    const reel = new Reel("weir", archive);
    await reel.open(7, 0);
    await expect(reel.why(Figure.CASH)).rejects.toThrow(words.noWhyForAll);
    reel.look(31);
    await settled();
    expect((await reel.why(Figure.CASH)).tick).toBe(7);
    expect(archive.explained).toEqual([[Figure.CASH, 7, 31]]);
    reel.seek(0);
    await settled();
    await expect(reel.why(Figure.CASH)).rejects.toThrow(words.noWhyYet);
  });

  it("plays to the end and stops there; from the end it begins anew", async () => {
    const reel = new Reel("weir", new Archive(), soon);
    await reel.open(18, 0);
    reel.toggle();
    while (reel.playing) await settled();
    expect(reel.shown).toBe(20);
    reel.toggle();
    expect(reel.tick).toBe(0);
    reel.obey({ event: 1 });
    expect(reel.playing).toBe(false);
  });
});
