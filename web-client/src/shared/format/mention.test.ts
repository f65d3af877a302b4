import { describe, expect, it } from "vitest";
import { mentions, pieces } from "./mention";

describe("a mention", () => {
  it("is one's name as a word, with or without the sign", () => {
    expect(pieces("Well, @ada and Ada!", "Ada")).toEqual([
      { text: "Well, ", mine: false },
      { text: "@ada", mine: true },
      { text: " and ", mine: false },
      { text: "Ada", mine: true },
      { text: "!", mine: false },
    ]);
  });
  it("is not a part of another word", () => {
    expect(mentions("Adamant and Canada", "Ada")).toBe(false);
    expect(mentions("Zoë's bread", "Zo")).toBe(false);
  });
  it("takes every name as it is", () => {
    expect(mentions("hello (A.*)", "(A.*)")).toBe(true);
    expect(mentions("hello Abc", "A.*")).toBe(false);
    expect(pieces("", "Ada")).toEqual([{ text: "", mine: false }]);
    expect(mentions("anything", "")).toBe(false);
  });
});
