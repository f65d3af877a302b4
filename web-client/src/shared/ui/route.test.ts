import { describe, expect, it } from "vitest";
import { hrefIn, hrefMoment, hrefPast, invitationHref, keyIn, parse, pastOf } from "./route.svelte";

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
    expect(parse("/tournaments")).toEqual({ place: "tournaments", world: "", page: "town", id: "" });
    expect(parse("/tournaments/a-cup-x7b2").id).toBe("a-cup-x7b2");
    expect(parse("/ladder/evening")).toEqual({ place: "ladder", world: "", page: "town", id: "evening" });
    expect(parse("/glossary/tick").id).toBe("");
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

describe("addresses of the past", () => {
  it("hold the moment, the point of view and what is looked at", () => {
    const past = { page: "enterprise", tick: 12, as: 31 } as const;
    const href = hrefPast("a world", past, 7);
    expect(href).toBe("/w/a%20world/replay/enterprise/7?tick=12&as=31");
    const { pathname, search } = new URL(href, "http://localhost");
    expect(parse(pathname, search)).toEqual({ place: "lobby", world: "a world", page: "replay", id: "7", past });
    expect(parse("/w/weir/replay").past).toEqual({ page: "town", tick: null, as: 0 });
  });
  it("that make no sense still lead somewhere", () => {
    expect(parse("/w/weir/replay/seats/3", "?tick=-4&as=me")).toMatchObject({
      page: "replay",
      id: "",
      past: { page: "town", tick: null, as: 0 },
    });
  });
  it("are made of those of the present, of the same world only", () => {
    const here = { page: "town", tick: 5, as: 2 } as const;
    expect(pastOf("/w/weir/market/comforts", "weir", here)).toBe("/w/weir/replay/market/comforts?tick=5&as=2");
    expect(pastOf("/w/weir/replay/news?tick=3", "weir", here)).toBe("/w/weir/replay/news?tick=3&as=2");
    expect(pastOf(hrefMoment("weir", 9), "weir", here)).toBe("/w/weir/replay/town?tick=9&as=2");
    expect([
      pastOf("/w/other/market", "weir", here),
      pastOf("/w/weir/seats", "weir", here),
      pastOf("/", "weir", here),
    ]).toEqual([null, null, null]);
  });
});
