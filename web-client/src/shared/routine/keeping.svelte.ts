/**
 * Whether a form's order is to be kept up, and until when: as it stands until somebody edits it. One for each form.
 */
import type { Routine } from "../net/model";
import type { Deed, Session } from "../net/session.svelte";
import {
  draftOf,
  hasComeAbout,
  isRunning,
  RUNNING_MOST,
  runningIn,
  stopOf,
  valueOf,
  wireOf,
  type Scope,
  type StopDraft,
} from "./routine";
import { words } from "./words";

const TICKS_AT_FIRST = 10;

export class Keeping {
  #on = $state<boolean | null>(null);
  #edited = $state.raw<readonly StopDraft[] | null>(null);

  constructor(
    readonly session: Session,
    readonly scope: () => Scope,
  ) {}

  /** That which runs already for this order. */
  get routine(): Routine | undefined {
    return runningIn(this.#all, this.scope().slot);
  }

  get on(): boolean {
    return this.#on ?? this.routine !== undefined;
  }

  set on(on: boolean) {
    this.#on = on;
    if (on && this.#edited === null && !this.routine)
      this.#edited = [{ kind: "tick", text: String((this.session.world.info?.tick ?? 0) + TICKS_AT_FIRST) }];
  }

  get stops(): readonly StopDraft[] {
    return this.#edited ?? this.routine?.stops.map(draftOf) ?? [];
  }

  set stops(stops: readonly StopDraft[]) {
    this.#edited = stops;
  }

  get changed(): boolean {
    return this.on !== (this.routine !== undefined) || (this.on && this.#edited !== null);
  }

  /** Why it cannot be kept up so; empty when it can. */
  get why(): string {
    if (!this.on) return "";
    if (!this.routine && this.#all.filter(isRunning).length >= RUNNING_MOST) return words.tooMany;
    if (this.stops.some((stop) => valueOf(stop) === null)) return words.needValue;
    const { world } = this.session;
    return this.stops.some((stop) => hasComeAbout(world, stopOf(stop, this.scope()))) ? words.comeAbout : "";
  }

  async send(deed: Deed): Promise<number> {
    const { routine } = this;
    const tick = this.on
      ? await this.session.keep(
          deed,
          this.stops.map((stop) => wireOf(stopOf(stop, this.scope()))),
          routine?.id ?? 0,
        )
      : await this.session.act(deed);
    if (!this.on && routine) await this.session.endRoutine(routine.id);
    this.#on = null;
    this.#edited = null;
    return tick;
  }

  get #all(): readonly Routine[] {
    return this.session.world.me?.routines ?? [];
  }
}
