import { describe, expect, it } from "vitest";
import { matching, type Choice } from "./palette";

const choices: Choice[] = ["Market", "Evening Lamp Works", "Lantern Bakers' Union", "Work", "Loom & Lathe"].map(
  (name) => ({
    key: name,
    name,
    kind: "",
  }),
);
const names = (query: string, most = 9): string[] => matching(choices, query, most).map((choice) => choice.name);

describe("the palette", () => {
  it("shows everything, in order, before anything is typed", () =>
    expect(names("", 2)).toEqual(["Market", "Evening Lamp Works"]));
  it("puts what begins so before what contains it", () => expect(names("wor")).toEqual(["Work", "Evening Lamp Works"]));
  it("finds by the beginnings of several words in any order", () =>
    expect(names("un lan")).toEqual(["Lantern Bakers' Union"]));
  it("takes no heed of case and signs", () => expect(names("LOOM&l")).toEqual(["Loom & Lathe"]));
  it("finds nothing where nothing is", () => expect(names("zzz")).toEqual([]));
});
