/**
 * A film of a world: which tick is wanted, which one is shown, and whether it runs. One question is on its way at a time, and while it
 * is, only the last wish counts: dragging over fifty ticks asks for a few of them. What has been seen is kept, so that going back
 * costs nothing.
 */
import type { Figure } from "../../gen/technotariat/v1/economy_pb";
import type { Past } from "../../gen/technotariat/v1/replay_pb";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { RequestError } from "../../shared/net/link";
import type { Course, Why } from "../../shared/net/model";
import type { Session } from "../../shared/net/session.svelte";
import { World } from "../../shared/net/world.svelte";
import { words } from "./messages";
import { eventTick, marksOf } from "./ribbon";
import type { Command } from "./keys";

/** Ticks a second. */
export const SPEEDS = [1, 2, 4, 8] as const;
const KEPT_MOST = 48;
const PATIENCE_MS = 300;

export interface Source {
  course(): Promise<Course>;
  past(tick: number, as: number): Promise<Past>;
  why: Session["why"];
}

export class Reel {
  course = $state.raw<Course | null>(null);
  /** Why there is no course. */
  failure = $state("");
  /** Why the last tick asked for is not shown, or not from the seat asked for. */
  trouble = $state("");
  tick = $state(0);
  shown = $state(-1);
  as = $state(0);
  playing = $state(false);
  speed = $state<number>(2);
  readonly world = new World();
  readonly last = $derived(this.course?.lastTick ?? 0);
  readonly marks = $derived(marksOf(this.course?.events ?? []));
  readonly atEnd = $derived(this.tick >= this.last);
  #shownAs = 0;
  #fetching = false;
  #stopped = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  readonly #kept = new Map<string, Past>();

  constructor(
    readonly name: string,
    readonly source: Source,
    // Not setTimeout itself: browsers do not let it be called as somebody's method.
    readonly later: (run: () => void, ms: number) => ReturnType<typeof setTimeout> = (run, ms) => setTimeout(run, ms),
  ) {}

  /** Fetches the course, then shows a tick of it; null is the beginning of a world that has ended, and the last close of any other. */
  async open(tick: number | null, as: number): Promise<void> {
    this.as = as;
    if (!(await this.refresh()) || !this.course) return;
    this.tick = this.#within(tick ?? (this.course.everySeat ? 0 : this.last));
    await this.#fetch();
  }

  /** The course anew, as after another close; false if it could not be had. */
  async refresh(): Promise<boolean> {
    this.failure = "";
    try {
      this.course = await this.#patiently(() => this.source.course());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.failure = error.message;
    }
    return this.failure === "";
  }

  seek(tick: number): void {
    this.tick = this.#within(tick);
    void this.#fetch();
  }

  look(as: number): void {
    this.as = as;
    void this.#fetch();
  }

  obey(command: Command): void {
    if ("play" in command) {
      this.toggle();
      return;
    }
    this.pause();
    if ("move" in command) this.seek(this.tick + command.move);
    else if ("event" in command) this.seek(eventTick(this.marks, this.tick, command.event));
    else this.seek(command.to === "first" ? 0 : this.last);
  }

  toggle(): void {
    if (this.playing) {
      this.pause();
      return;
    }
    if (this.last === 0) return;
    this.playing = true;
    if (this.atEnd) this.tick = 0;
    void this.#fetch().then(() => this.#plan());
  }

  pause(): void {
    this.playing = false;
    clearTimeout(this.#next);
  }

  /** What led a figure to what is shown, from the close before. */
  async why(figure: Figure, enterpriseId = 0): Promise<Why> {
    if (this.shown < 1) throw new RequestError(ErrorCode.UNSPECIFIED, words.noWhyYet, "");
    if (this.#shownAs === 0) throw new RequestError(ErrorCode.UNSPECIFIED, words.noWhyForAll, "");
    this.pause(); // one question about the past at a time
    const then = { tick: this.shown, asSeatId: this.#shownAs };
    return this.#patiently(() => this.source.why(figure, enterpriseId, then));
  }

  /** The page is left. */
  stop(): void {
    this.#stopped = true;
    this.pause();
  }

  #within(tick: number): number {
    return Math.min(Math.max(0, tick), this.last);
  }

  #plan(): void {
    clearTimeout(this.#next);
    if (!this.playing || this.#stopped) return;
    if (this.atEnd) {
      this.pause();
      return;
    }
    this.#next = this.later(() => {
      if (!this.playing) return;
      this.tick += 1;
      void this.#fetch().then(() => this.#plan());
    }, 1000 / this.speed);
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      while (!this.#stopped && (this.shown !== this.tick || this.#shownAs !== this.as)) {
        const [tick, as] = [this.tick, this.as];
        this.world.show(this.name, await this.#past(tick, as));
        this.shown = tick;
        this.#shownAs = as;
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.trouble = error.message;
      this.pause();
    } finally {
      this.#fetching = false;
    }
  }

  async #past(tick: number, as: number): Promise<Past> {
    const key = `${tick}/${as}`;
    const known = this.#kept.get(key);
    if (known) return known;
    this.trouble = "";
    let past: Past;
    try {
      past = await this.#patiently(() => this.source.past(tick, as));
    } catch (error) {
      const shut = [ErrorCode.NOT_YOURS_TO_SEE, ErrorCode.UNKNOWN_SEAT];
      if (as === 0 || !(error instanceof RequestError) || !shut.includes(error.code)) throw error;
      // What everybody saw is still there to be seen.
      past = await this.#past(tick, 0);
      this.trouble = error.message;
      return past;
    }
    this.#kept.set(key, past);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_MOST && !oldest.done) this.#kept.delete(oldest.value);
    return past;
  }

  /** A server that is busy for a moment, or asks for patience, is asked again. */
  async #patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await ask();
      } catch (error) {
        const wait = error instanceof RequestError && error.code === ErrorCode.RATE_LIMITED;
        if (!wait || tries > 20 || this.#stopped) throw error;
        await new Promise<void>((resolve) => void this.later(resolve, PATIENCE_MS));
      }
    }
  }
}
