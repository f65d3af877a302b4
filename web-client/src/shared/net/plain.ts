/**
 * From wire messages to plain objects. 64-bit fields arrive as bigint; everything a person sees stays within 53 bits, so they become
 * numbers here, once, and the rest of the client never meets a bigint. Tables travel as columns and become rows.
 */
export type Plain<T> = T extends bigint
  ? number
  : T extends readonly (infer U)[]
    ? Plain<U>[]
    : T extends object
      ? { [K in keyof T as K extends `$${string}` ? never : K]: Plain<T[K]> }
      : T;

export type Row<C> = { [K in keyof C]: C[K] extends readonly (infer U)[] ? U : never };

export function plain<T>(value: T): Plain<T> {
  return convert(value) as Plain<T>;
}

function convert(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(convert);
  if (value === null || typeof value !== "object") return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) if (!key.startsWith("$")) out[key] = convert(inner);
  return out;
}

/** The rows of a table sent as columns. A column left empty means the default value in every row. */
export function rowsOf<C extends object>(columns: C | undefined, key: keyof C, blank: Row<Plain<C>>): Row<Plain<C>>[] {
  if (!columns) return [];
  const source = columns as Record<string, unknown>;
  const ids = source[key as string] as unknown[];
  const filled = Object.entries(source).filter(([, column]) => Array.isArray(column) && column.length === ids.length);
  return ids.map((_id, at) => {
    const row: Record<string, unknown> = { ...blank };
    for (const [name, column] of filled) row[name] = convert((column as unknown[])[at]);
    return row as Row<Plain<C>>;
  });
}

/** Known rows with the changed ones put in place of their elders, in order of the key. Unchanged rows keep their identity. */
export function merged<R extends object>(known: readonly R[], changed: readonly R[], key: keyof R): readonly R[] {
  if (changed.length === 0) return known;
  const byKey = new Map(known.map((row) => [row[key], row]));
  for (const row of changed) byKey.set(row[key], row);
  return [...byKey.values()].sort((a, b) => Number(a[key]) - Number(b[key]));
}
