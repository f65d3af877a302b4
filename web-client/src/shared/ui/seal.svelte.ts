/** One order on its way: drafted here, sealed by the server, opened when the tick closes. One for each form. */
import { announce } from "../a11y/announce.svelte";
import { words } from "../i18n/words";
import { RequestError } from "../net/link";
import type { Deed, Session } from "../net/session.svelte";

export class Seal {
  busy = $state(false);
  tick = $state(0); // of the close that opens it; 0 when nothing is sealed
  #text = $state("");
  #field = $state("");

  constructor(readonly session: Session) {}

  /** The refusal that belongs to a field whose path ends so, or the one that belongs to none of the given. */
  errorOf(ending: string): string {
    return this.#field !== "" && this.#field.endsWith(ending) ? this.#text : "";
  }

  get error(): string {
    return this.#text;
  }

  clear(): void {
    this.#text = "";
    this.#field = "";
  }

  async act(deed: Deed): Promise<boolean> {
    return this.run(() => this.session.act(deed));
  }

  async run(work: () => Promise<number>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.clear();
    try {
      this.tick = await work();
      if (this.tick > 0) announce(words.sealed(this.tick));
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.#text = error.message;
      this.#field = error.field;
      this.tick = 0;
      announce(error.message);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
