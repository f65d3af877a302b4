import { describe, expect, it } from "vitest";
import { asRoundField, parseCrowns } from "../format/number";
import { Draft } from "./draft.svelte";

describe("a draft over what stands", () => {
  const over = (mils: number): { stands: { mils: number }; draft: Draft<string, number> } => {
    const stands = { mils };
    return { stands, draft: new Draft(() => stands.mils, asRoundField, parseCrowns) };
  };

  it("shows two decimals and means every mil until it is edited", () => {
    const { draft } = over(80_668_247);
    expect(draft.shown).toBe("806.68");
    expect(draft.value).toBe(80_668_247);
    expect(draft.changed).toBe(false);
  });

  it("means the exact value again when the same two decimals are typed back", () => {
    const { draft } = over(80_668_247);
    draft.shown = "806.6";
    expect(draft.changed).toBe(true);
    draft.shown = "806.68";
    expect(draft.value).toBe(80_668_247);
    expect(draft.changed).toBe(false);
  });

  it("follows what stands while it is not edited", () => {
    const { stands, draft } = over(100_000);
    stands.mils = 250_000;
    draft.follow();
    expect(draft.shown).toBe("2.50");
    expect(draft.changed).toBe(false);
  });

  it("is what stands again once it is reset", () => {
    const { draft } = over(100_000);
    draft.shown = "7";
    draft.reset();
    expect(draft.shown).toBe("1.00");
    expect(draft.changed).toBe(false);
  });

  it("keeps an edit when what stands changes", () => {
    const { stands, draft } = over(100_000);
    draft.shown = "7";
    stands.mils = 250_000;
    draft.follow();
    expect(draft.shown).toBe("7");
    expect(draft.value).toBe(700_000);
    expect(draft.changed).toBe(true);
  });

  it("is no edit any more once it stands, and follows again", () => {
    const { stands, draft } = over(100_000);
    draft.shown = "7";
    stands.mils = 700_000;
    draft.follow();
    expect(draft.shown).toBe("7.00");
    stands.mils = 800_000;
    draft.follow();
    expect(draft.shown).toBe("8.00");
  });

  it("says when what was typed is no value", () => {
    const { draft } = over(100_000);
    draft.shown = "seven";
    expect(draft.value).toBeNull();
    expect(draft.changed).toBe(true);
  });
});
