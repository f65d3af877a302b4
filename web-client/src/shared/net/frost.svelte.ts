/**
 * Numbers that stand still when somebody wants to read them (WCAG 2.2.2). What the server sends of the entered world waits, in order,
 * and is shown when the numbers run again, or when the person acts: who decides, decides on what holds now.
 */
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";

export class Frost {
  frozen = $state(false);
  /** Closes waiting to be shown. */
  closes = $state(0);
  #waiting: ServerEnvelope[] = [];
  #world = "";
  #acted = false;

  constructor(readonly show: (envelope: ServerEnvelope) => void) {}

  receive(envelope: ServerEnvelope): void {
    const { body } = envelope;
    if (body.case === "entered") {
      if (body.value.world !== this.#world) this.#leave(body.value.world);
      this.show(envelope);
    } else if (!this.frozen) this.show(envelope);
    else {
      this.#waiting.push(envelope);
      if (body.case === "delta" && body.value.world) this.closes += 1;
      if (body.case === "me" && this.#acted) this.catchUp();
    }
  }

  set(frozen: boolean): void {
    this.frozen = frozen;
    if (!frozen) this.catchUp();
  }

  catchUp(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#acted = false;
    this.closes = 0;
    for (const envelope of waiting) this.show(envelope);
  }

  /** An order of one's own was accepted: its answer is not to wait. */
  acted(): void {
    this.#acted = this.frozen;
  }

  #leave(world: string): void {
    this.#world = world;
    this.#waiting = [];
    this.#acted = false;
    this.closes = 0;
    this.frozen = false;
  }
}
