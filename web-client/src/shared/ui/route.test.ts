import { describe, expect, it } from "vitest";
import { hrefIn, parse } from "./route.svelte";

describe("addresses", () => {
  it("lead to the lobby, a world, a view and a thing in it", () => {
    expect(parse("/")).toEqual({ world: "", page: "town", id: "" });
    expect(parse("/w/weir")).toEqual({ world: "weir", page: "town", id: "" });
    expect(parse("/w/weir/enterprise/12")).toEqual({ world: "weir", page: "enterprise", id: "12" });
  });
  it("that nobody knows still lead somewhere", () => {
    expect(parse("/w/weir/nowhere/3")).toEqual({ world: "weir", page: "town", id: "" });
    expect(parse("/w/%E0%A4%A/market").page).toBe("market");
  });
  it("come back as they went", () => {
    expect(parse(hrefIn("a world/b", "market", "comforts"))).toEqual({
      world: "a world/b",
      page: "market",
      id: "comforts",
    });
  });
});
