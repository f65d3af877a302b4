/** Keeps the order of a table's rows while a pointer or the focus is inside it; numbers still change, rows do not jump. */
export class Held {
  #inside = $state(false);
  #last: readonly number[] = [];

  readonly handlers = {
    onpointerenter: () => void (this.#inside = true),
    onpointerleave: () => void (this.#inside = false),
    onfocusin: () => void (this.#inside = true),
    onfocusout: () => void (this.#inside = false),
  };

  order<R extends { id: number }>(rows: readonly R[], compare: (a: R, b: R) => number): R[] {
    const sorted = [...rows].sort(compare);
    if (this.#inside) {
      const place = new Map(this.#last.map((id, at) => [id, at]));
      const at = (row: R): number => place.get(row.id) ?? Infinity;
      return sorted.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
    }
    this.#last = sorted.map((row) => row.id);
    return sorted;
  }

  /** Another column was asked for: the old order no longer binds. */
  release(): void {
    this.#last = [];
  }
}
