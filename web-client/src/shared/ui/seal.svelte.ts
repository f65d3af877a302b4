/** One order on its way: drafted here, sealed by the server, opened when the tick closes. One for each form. */
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { announce } from "../a11y/announce.svelte";
import { words } from "../i18n/words";
import { RequestError } from "../net/link";
import type { Deed, Session } from "../net/session.svelte";

export class Seal {
  busy = $state(false);
  tick = $state(0); // of the close that opens it; 0 when nothing is sealed
  /** Of the refusal; 0 when nothing was refused. */
  code = $state<ErrorCode>(ErrorCode.UNSPECIFIED);
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
    this.code = ErrorCode.UNSPECIFIED;
    this.#text = "";
    this.#field = "";
  }

  /** Once, or as it is to be kept up. */
  async act(deed: Deed, keeping?: { send(deed: Deed): Promise<number> }): Promise<boolean> {
    return this.run(() => (keeping ? keeping.send(deed) : this.session.act(deed)));
  }

  /** Something that is done at once and opened by no close; what is said when it is done is for screen readers. */
  async now(work: () => Promise<unknown>, done = ""): Promise<boolean> {
    const fine = await this.run(async () => {
      await work();
      return 0;
    });
    if (fine && done !== "") announce(done);
    return fine;
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
      this.code = error.code;
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
