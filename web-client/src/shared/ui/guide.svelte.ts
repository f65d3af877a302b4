/** How far somebody has come in the first five ticks; remembered by the browser, for each part one can play. */
import type { Role } from "../../gen/technotariat/v1/economy_pb";
import { recall, remember } from "../net/storage";

const KEY = "technotariat.guide";
const OFF = "off";

function read(): { on: boolean; done: Record<string, number> } {
  const text = recall(KEY);
  const done: Record<string, number> = {};
  for (const part of text.split(" ")) {
    const [role = "", steps = ""] = part.split(":");
    if (/^\d+$/.test(role) && /^\d+$/.test(steps)) done[role] = Number(steps);
  }
  return { on: !text.startsWith(OFF), done };
}

class Guide {
  on = $state(true);
  #done = $state.raw<Readonly<Record<string, number>>>({});

  constructor() {
    const { on, done } = read();
    this.on = on;
    this.#done = done;
  }

  /** Lessons behind one. */
  stepsDone(role: Role): number {
    return this.#done[role] ?? 0;
  }
  step(role: Role): void {
    this.#done = { ...this.#done, [role]: this.stepsDone(role) + 1 };
    this.#keep();
  }
  hide(): void {
    this.on = false;
    this.#keep();
  }
  /** From the beginning. */
  begin(role: Role): void {
    this.on = true;
    this.#done = { ...this.#done, [role]: 0 };
    this.#keep();
  }

  #keep(): void {
    const parts = Object.entries(this.#done).map(([role, steps]) => `${role}:${steps}`);
    remember(KEY, [this.on ? "on" : OFF, ...parts].join(" "));
  }
}

export const guide = new Guide();
