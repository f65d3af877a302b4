import { beforeEach, describe, expect, it, vi } from "vitest";
import { ChatChannel } from "../../gen/technotariat/v1/house_pb";
import { Chat, PLACE, WORLD } from "./chat.svelte";
import type { Body } from "./link";
import type { ChatLine } from "./model";

const line = (index: number, given: Partial<ChatLine> = {}): ChatLine => ({
  index,
  timeMs: 0,
  channel: ChatChannel.WORLD,
  guestId: "2",
  name: "Bea",
  toGuestId: "",
  enterpriseId: 0,
  text: `line ${index}`,
  tick: 1,
  ...given,
});

describe("chat", () => {
  let chat: Chat;
  let asked: Body[];
  beforeEach(() => {
    vi.stubGlobal("localStorage", undefined);
    asked = [];
    chat = new Chat((body) => {
      asked.push(body);
      return Promise.resolve({} as never);
    });
    chat.setOff(false);
    chat.know("1", "Ada");
    chat.enter(`w${Math.random()}`);
  });

  it("keeps each line once, in the order of the journal", () => {
    chat.receive([line(3), line(1)]);
    chat.receive([line(1), line(2)]);
    expect(chat.lines.map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  it("counts what others said since a thread was read", () => {
    chat.receive([line(1), line(2, { guestId: "1" }), line(3, { channel: ChatChannel.ENTERPRISE })]);
    expect(chat.unread).toBe(2);
    chat.markRead(WORLD);
    expect([chat.unreadIn(WORLD), chat.unreadIn(PLACE), chat.unread]).toEqual([0, 1, 1]);
  });

  it("remembers how far a world was read", () => {
    chat.enter("kept");
    chat.receive([line(7)]);
    chat.markRead(WORLD);
    chat.enter("elsewhere");
    chat.enter("kept");
    chat.receive([line(7), line(8)]);
    expect(chat.unreadIn(WORLD)).toBe(1);
  });

  it("knows private threads by the other person, the latest first", () => {
    const secret = { channel: ChatChannel.PRIVATE };
    chat.receive([
      line(1, { ...secret, toGuestId: "1" }),
      line(2, { ...secret, guestId: "1", name: "Ada", toGuestId: "3" }),
      line(3, { ...secret, guestId: "3", name: "Cid", toGuestId: "1" }),
    ]);
    expect(chat.partners).toEqual([
      { guestId: "3", name: "Cid" },
      { guestId: "2", name: "Bea" },
    ]);
    expect(chat.of("3")).toHaveLength(2);
  });

  it("tells of news, and not of what was said before one came in", () => {
    const told: number[] = [];
    chat.onlines = (lines) => told.push(...lines.map(({ index }) => index));
    chat.receive([line(1), line(2)]);
    chat.receive([line(3)]);
    chat.receive([line(4, { guestId: "1" })]);
    chat.setOff(true);
    chat.receive([line(5)]);
    expect(told).toEqual([3]);
    expect(chat.unread).toBe(0);
  });

  it("is sent to the world, the enterprise or one person", async () => {
    for (const thread of [WORLD, PLACE, "9"]) await chat.say(thread, "hello");
    expect(asked.map((body) => body.value)).toEqual([
      { channel: ChatChannel.WORLD, toGuestId: "", text: "hello" },
      { channel: ChatChannel.ENTERPRISE, toGuestId: "", text: "hello" },
      { channel: ChatChannel.PRIVATE, toGuestId: "9", text: "hello" },
    ]);
  });
});
