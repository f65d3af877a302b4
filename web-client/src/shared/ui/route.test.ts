import { describe, expect, it } from "vitest";
import { hrefIn, invitationHref, keyIn, parse } from "./route.svelte";

describe("addresses", () => {
  it("lead to the lobby, a world, a view and a thing in it", () => {
    expect(parse("/")).toEqual({ place: "lobby", world: "", page: "town", id: "" });
    expect(parse("/w/weir")).toEqual({ place: "lobby", world: "weir", page: "town", id: "" });
    expect(parse("/w/weir/enterprise/12")).toEqual({ place: "lobby", world: "weir", page: "enterprise", id: "12" });
  });
  it("lead to what stands beside the worlds", () => {
    expect(parse("/host").place).toBe("host");
    expect(parse("/account").place).toBe("account");
    expect(parse("/nowhere").place).toBe("lobby");
  });
  it("carry an invitation's code where no server sees it", () => {
    const { pathname, hash } = new URL(invitationHref("a world", "Zm9v_-b4cg"), "http://localhost");
    expect(parse(pathname)).toMatchObject({ world: "a world", page: "seats" });
    expect(pathname).not.toContain("Zm9v");
    expect(keyIn(hash)).toBe("Zm9v_-b4cg");
    expect([keyIn(""), keyIn("#main"), keyIn("#key=")]).toEqual(["", "", ""]);
  });
  it("that nobody knows still lead somewhere", () => {
    expect(parse("/w/weir/nowhere/3")).toEqual({ place: "lobby", world: "weir", page: "town", id: "" });
    expect(parse("/w/%E0%A4%A/market").page).toBe("market");
  });
  it("come back as they went", () => {
    expect(parse(hrefIn("a world/b", "market", "comforts"))).toEqual({
      place: "lobby",
      world: "a world/b",
      page: "market",
      id: "comforts",
    });
  });
});
