import { describe, expect, it } from "vitest";
import { wanted } from "./language";

describe("the language", () => {
  it("is the one chosen, else the first the browser asks for and the page speaks, else English", () => {
    expect(wanted("de", ["en-GB"])).toBe("de");
    expect(wanted("", ["fr-FR", "de-AT", "en"])).toBe("de");
    expect(wanted("", ["en-US", "de"])).toBe("en");
    expect(wanted("", ["fr"])).toBe("en");
    expect(wanted("xx", [])).toBe("en");
  });
});
