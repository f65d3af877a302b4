import { describe, expect, it } from "vitest";
import { judge, level } from "./strength";

describe("advice on a passphrase", () => {
  it("asks for length first", () => {
    expect(judge("", "ada")).toBe("empty");
    expect(judge("tree lamp", "ada")).toBe("short");
    expect(judge("tree lamp oar", "ada")).toBe("fair");
    expect(judge("tree lamp oar marble", "ada")).toBe("good");
  });
  it("knows what is guessed first", () => {
    expect(judge("I am Ada-Lovelace!", "ada-lovelace")).toBe("name");
    expect(judge("19840512198405", "ada")).toBe("digits");
    expect(judge("aaaaaaaaaaaaaaaaaaaaaa", "bob")).toBe("plain");
  });
  it("fills the bar as the advice gets better", () => {
    expect((["empty", "short", "fair", "good"] as const).map(level)).toEqual([0, 1, 2, 3]);
  });
});
