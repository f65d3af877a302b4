/**
 * What is said in the entered world. Lines come as they are said, and those of late again with every entry, so each is kept once, by its
 * number. A thread is the whole world, one's enterprise, or one other person; how far each was read is remembered on this
 * device.
 */
import { ChatChannel } from "../../gen/technotariat/v1/house_pb";
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import type { Body } from "./link";
import type { ChatLine } from "./model";
import { recall, remember } from "./storage";

export const WORLD = "world";
export const PLACE = "place";
/** WORLD, PLACE, or the guest number of the other person. */
export type Thread = string;

const LINES_KEPT = 400;
const OFF = "technotariat.chat";
const READ = "technotariat.read.";

export class Chat {
  lines = $state.raw<readonly ChatLine[]>([]);
  /** Switched off by the reader, on this device: nothing is marked as unread, nothing is announced. */
  off = $state(recall(OFF) === "off");
  me = $state("");
  name = $state("");
  #read = $state.raw<Readonly<Record<Thread, number>>>({});
  #world = "";
  /** Told of lines by others that had not been heard before and are not of the past. */
  onlines: (lines: readonly ChatLine[]) => void = () => undefined;
  #fresh = false;

  readonly unread = $derived(
    this.off
      ? 0
      : this.lines.filter((line) => line.guestId !== this.me && line.index > this.#mark(this.threadOf(line))).length,
  );
  /** Others with whom something was said privately, the latest first. */
  readonly partners = $derived(this.#partners());

  constructor(readonly request: (body: Body) => Promise<ServerEnvelope>) {}

  know(guestId: string, name: string): void {
    if (guestId !== this.me) this.lines = [];
    this.me = guestId;
    this.name = name;
  }

  enter(world: string): void {
    this.#fresh = false;
    if (world === this.#world) return;
    this.#world = world;
    this.lines = [];
    this.#read = marksIn(recall(READ + world));
  }

  receive(lines: readonly ChatLine[]): void {
    const known = new Set(this.lines.map((line) => line.index));
    const added = lines.filter((line) => !known.has(line.index));
    if (added.length === 0) return;
    this.lines = [...this.lines, ...added].sort((a, b) => a.index - b.index).slice(-LINES_KEPT);
    // The first frame after an entry holds what was said before; it is no news, though it may be unread.
    const news = added.filter((line) => line.guestId !== this.me);
    if (!this.off && news.length > 0 && (this.#fresh || added.length === 1)) this.onlines(news);
    this.#fresh = true;
  }

  threadOf(line: ChatLine): Thread {
    if (line.channel === ChatChannel.PRIVATE) return line.guestId === this.me ? line.toGuestId : line.guestId;
    return line.channel === ChatChannel.ENTERPRISE ? PLACE : WORLD;
  }

  of(thread: Thread): readonly ChatLine[] {
    return this.lines.filter((line) => this.threadOf(line) === thread);
  }

  unreadIn(thread: Thread): number {
    const mark = this.#mark(thread);
    return this.off ? 0 : this.of(thread).filter((line) => line.guestId !== this.me && line.index > mark).length;
  }

  /** How far a thread had been read. */
  markOf(thread: Thread): number {
    return this.#mark(thread);
  }

  markRead(thread: Thread): void {
    const last = this.of(thread).at(-1)?.index ?? 0;
    if (last <= this.#mark(thread)) return;
    this.#read = { ...this.#read, [thread]: last };
    remember(READ + this.#world, JSON.stringify(this.#read));
  }

  setOff(off: boolean): void {
    this.off = off;
    remember(OFF, off ? "off" : "on");
  }

  async say(thread: Thread, text: string): Promise<void> {
    const channel =
      thread === WORLD ? ChatChannel.WORLD : thread === PLACE ? ChatChannel.ENTERPRISE : ChatChannel.PRIVATE;
    await this.request({
      case: "say",
      value: { channel, toGuestId: channel === ChatChannel.PRIVATE ? thread : "", text },
    });
  }

  #mark(thread: Thread): number {
    return this.#read[thread] ?? 0;
  }

  #partners(): readonly { guestId: string; name: string }[] {
    const names = new Map<string, string>();
    for (const line of this.lines.filter(({ channel }) => channel === ChatChannel.PRIVATE)) {
      const other = this.threadOf(line);
      const name = line.guestId === other ? line.name : (names.get(other) ?? "");
      names.delete(other); // so that the latest stands last
      names.set(other, name);
    }
    return [...names].reverse().map(([guestId, name]) => ({ guestId, name }));
  }
}

/** What this device wrote down earlier, if it is still legible. */
function marksIn(text: string): Readonly<Record<Thread, number>> {
  try {
    const marks: unknown = JSON.parse(text);
    if (typeof marks !== "object" || marks === null) return {};
    return Object.fromEntries(
      Object.entries(marks).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    );
  } catch {
    return {};
  }
}
