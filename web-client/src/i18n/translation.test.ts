/** Every language says all that English says: the same shape, in words of its own, with nothing undefined in any of its sentences. */
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { HouseDeed } from "../gen/technotariat/v1/house_pb";
import { texts } from "./translation-de";
import { pauses, refusals, scenarios, strategies } from "./de/server";
import { ErrorCode } from "../gen/technotariat/v1/error_pb";

const english = vi.hoisted(() => new Map<string, unknown>());
vi.mock("../shared/i18n/catalogue", () => ({
  catalogue: (name: string, words: unknown) => {
    if (english.has(name)) throw new Error(`two catalogues are called ${name}`);
    english.set(name, words);
    return words;
  },
}));
const sources = import.meta.glob<string>(["../**/messages.ts", "../shared/**/words.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
import.meta.glob(["../**/messages.ts", "../shared/**/words.ts", "../shared/i18n/{server,terms}.ts"], { eager: true });

type Leaf = [path: string, value: unknown];
const leaves = (value: unknown, path: string): Leaf[] =>
  value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]];
const all = (catalogues: Iterable<[string, unknown]>): Map<string, unknown> =>
  new Map([...catalogues].flatMap(([name, words]) => leaves(words, name)));

const german = new Map<string, unknown>(Object.entries(texts));
const [ours, theirs] = [all(english), all(german)];

/** Texts that are the same in both languages, and why each is no oversight. */
const SAME = new Set([
  "shared.title", // the name of the game
  "lobby.brand",
  "enterprise.bank.title", // Bank
  "enterprise.land.title", // Land
  "goodName.7",
  "reasonName.18",
  "seats.person", // Person
  "terms.autopilot.name",
  "terms.generation.name",
  "terms.technotariat.name",
  "work.second.offer", // a name and a sum
]);

const NUMBERS = [0, 1, 2, 7, 40];
/** What a sentence about a row or a building is told. */
const OBJECTS: Record<string, readonly object[]> = {
  deed: Object.values(HouseDeed)
    .filter((one) => typeof one === "number")
    .flatMap((one) => NUMBERS.map((value) => ({ deed: one, value, role: 1, measure: 1, aboutName: "Ada" }))),
  "town.building": NUMBERS.map((workers) => ({
    name: "Mill",
    form: "Form",
    good: "Good",
    workers,
    output: "3",
    pay: "4",
  })),
};
type Sentence = (...given: unknown[]) => unknown;

/** The sentence with every number, then with every number as text, since a sentence takes its sums as they are shown. */
function* spoken(path: string, sentence: Sentence): Generator {
  const given = OBJECTS[path];
  if (given) {
    for (const one of given) yield sentence(one);
    return;
  }
  for (const n of NUMBERS) {
    yield sentence(...Array.from({ length: sentence.length }, () => String(n)));
    if (!/toLowerCase/.test(String(sentence))) yield sentence(...Array.from({ length: sentence.length }, () => n));
  }
}
const shown = (path: string, value: unknown): string =>
  typeof value === "function" ? JSON.stringify([...spoken(path, value as Sentence)]) : String(value);

describe("German", () => {
  it("has every catalogue there is, and every file of words is one", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [file, source] of Object.entries(sources)) expect(source, file).toContain('catalogue("');
  });
  it("has the shape of the English", () => {
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [path, value] of ours) expect(typeof theirs.get(path), path).toBe(typeof value);
  });
  it("says nothing in English", () => {
    const alike = [...ours].filter(([path, value]) => {
      const text = shown(path, value);
      return /\p{L}{2}/u.test(text) && shown(path, theirs.get(path)) === text;
    });
    expect(alike.map(([path]) => path).sort()).toEqual([...SAME].sort());
  });
  it("leaves no sentence unfinished", () => {
    for (const words of [ours, theirs])
      for (const [path, value] of words)
        if (typeof value === "function")
          for (const said of spoken(path, value as Sentence)) {
            const text = typeof said === "string" ? said : JSON.stringify(said);
            expect(text, path).not.toMatch(/undefined|NaN|null|\[object|function/);
          }
  });
  it("says all that a sentence is told, as the English does", () => {
    const mark = (at: number): string => `70${at}07`; // large enough to be many of anything
    const told = (path: string, value: unknown): unknown[] => {
      const [row] = OBJECTS[path] ?? [];
      const names = row ? Object.keys(row) : ["0", "1", "2", "3", "4", "5"];
      const marks = names.map((_, at) => mark(at));
      const given = row ? [Object.fromEntries(names.map((name, at) => [name, mark(at)]))] : marks;
      const text = JSON.stringify((value as Sentence)(...given));
      return names.filter((_, at) => text.includes(mark(at)));
    };
    const unlike = [...ours]
      .filter(([path, value]) => typeof value === "function" && path !== "deed")
      .filter(([path, value]) => String(told(path, theirs.get(path))) !== String(told(path, value)));
    expect(unlike.map(([path]) => path)).toEqual([]);
  });
  it("uses its own typography", () => {
    for (const [path, value] of theirs) {
      const text = shown(path, value);
      expect(text, path).not.toMatch(/\p{L}…/u); // a space before what was left out
      if (typeof value === "string") expect(text, path).not.toMatch(/["']/); // „so“
    }
  });
});

describe("what the server says in English", () => {
  const from = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");

  it("is told in German for every code", () => {
    const codes = Object.values(ErrorCode).filter((code) => typeof code === "number");
    for (const code of codes) if (code !== ErrorCode.UNSPECIFIED) expect(refusals[code], ErrorCode[code]).toBeTruthy();
  });
  it("is told in German for every reason of a pause", () => {
    const [, body = ""] =
      /WorldActor::pause_reason\(\) const \{(.*?)\n\}/s.exec(from("server/world/world_ticks.cpp")) ?? [];
    const reasons = [...body.matchAll(/return "([^"]+)";/g)].map(([, text]) => text ?? "");
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(pauses.has(reason), reason).toBe(true);
    expect(body).toContain('"Waiting for people: "');
    expect(texts.server.pause("Waiting for people: 1 of 4 have a seat.")).toContain("1 von 4");
    expect(texts.server.pause("Waiting for people: 1 of 4 are here.")).toContain("1 von 4");
    expect(texts.server.pause("Something new.")).toBe("Something new.");
  });
  it("is told in German for every strategy", () => {
    const files = [...from("tournament/strategies/list.inc").matchAll(/\((\w+)\)/g)].map(([, name]) => name ?? "");
    expect(files.length).toBeGreaterThan(10);
    expect(strategies.size).toBe(files.length);
    for (const file of files) {
      const name = file === "random_mover" ? "random" : file.replaceAll("_", "-");
      expect(strategies.has(name), name).toBe(true);
    }
  });
  it("is told in German for every game that comes with the server", () => {
    const names = [...from("rules/scenarios/list.inc").matchAll(/, "([\w-]+)"\)/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(scenarios.has(name), name).toBe(true);
  });
});
