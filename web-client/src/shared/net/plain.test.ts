import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EnterpriseColumnsSchema, MeSchema, type EnterpriseColumns } from "../../gen/technotariat/v1/view_pb";
import { BLANK_ENTERPRISE } from "./model";
import { merged, plain, rowsOf } from "./plain";

describe("messages become plain objects", () => {
  it("turns 64-bit fields into numbers, however deep, and drops what belongs to the wire", () => {
    const me = plain(create(MeSchema, { cashMils: 123n, stockLots: [1n, 2n, 3n], payslip: { netMils: -5n } }));
    expect(me.cashMils).toBe(123);
    expect(me.stockLots).toEqual([1, 2, 3]);
    expect(me.payslip?.netMils).toBe(-5);
    expect(Object.keys(me).some((key) => key.startsWith("$"))).toBe(false);
  });
});

describe("tables sent as columns", () => {
  const columns = create(EnterpriseColumnsSchema, { id: [3, 1], name: ["Mill", "Loaf"], wageMils: [7n, 8n] });

  it("become rows, an empty column meaning the default in every row", () => {
    const rows = rowsOf(columns, "id", BLANK_ENTERPRISE);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ id: 3, name: "Mill", wageMils: 7, workers: 0, open: false });
  });

  it("merge by id in order, and unchanged rows keep their identity", () => {
    const before = merged([], rowsOf(columns, "id", BLANK_ENTERPRISE), "id");
    const delta = create(EnterpriseColumnsSchema, { id: [3], name: ["Mill"], wageMils: [9n] });
    const after = merged(before, rowsOf(delta, "id", BLANK_ENTERPRISE), "id");
    expect(after.map((row) => [row.id, row.wageMils])).toEqual([
      [1, 8],
      [3, 9],
    ]);
    expect(after[0]).toBe(before[0]);
  });

  it("leave everything as it was when nothing changed", () => {
    const before = merged([], rowsOf(columns, "id", BLANK_ENTERPRISE), "id");
    expect(merged(before, [], "id")).toBe(before);
    expect(rowsOf<EnterpriseColumns>(undefined, "id", BLANK_ENTERPRISE)).toEqual([]);
  });
});
