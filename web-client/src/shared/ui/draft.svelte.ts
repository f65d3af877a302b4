/**
 * A decision being drafted over what stands. As long as nobody has edited it, it is what stands, exactly, and follows it; an edit stays
 * until it has become what stands. What is shown may be shorter than what is meant: an untouched "806.68" still means every mil.
 */
import { untrack } from "svelte";
import { asRoundField, parseCount, parseCrowns } from "../format/number";

export class Draft<Shown, Value> {
  #edit = $state.raw<{ shown: Shown } | null>(null);

  constructor(
    readonly standing: () => Value,
    readonly show: (value: Value) => Shown,
    readonly read: (shown: Shown) => Value | null,
  ) {}

  get shown(): Shown {
    return this.#edit ? this.#edit.shown : this.show(this.standing());
  }

  set shown(shown: Shown) {
    this.#edit = shown === this.show(this.standing()) ? null : { shown };
  }

  /** What it says; null when that is no value at all. */
  get value(): Value | null {
    return this.#edit ? this.read(this.#edit.shown) : this.standing();
  }

  get changed(): boolean {
    return this.value !== this.standing();
  }

  /** Back to what stands. */
  reset(): void {
    this.#edit = null;
  }

  /** What stands has become something else: an edit that says the same is none any more. */
  follow(): void {
    const now = this.standing();
    untrack(() => {
      if (this.#edit && this.read(this.#edit.shown) === now) this.#edit = null;
    });
  }
}

function following<Shown, Value>(draft: Draft<Shown, Value>): Draft<Shown, Value> {
  $effect(() => draft.follow());
  return draft;
}

export const moneyDraft = (mils: () => number): Draft<string, number> =>
  following(new Draft(mils, asRoundField, parseCrowns));
export const countDraft = (n: () => number): Draft<string, number> => following(new Draft(n, String, parseCount));
export const plainDraft = <T>(value: () => T): Draft<T, T> =>
  following(
    new Draft(
      value,
      (now) => now,
      (shown) => shown,
    ),
  );
