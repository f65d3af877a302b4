import { describe, expect, it } from "vitest";
import { commandOf } from "./keys";

const press = (key: string, more: Partial<KeyboardEvent> = {}): ReturnType<typeof commandOf> =>
  commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

describe("keys of the replay", () => {
  it("move by ticks, events, tens, to the ends, and play", () => {
    expect(press("ArrowRight")).toEqual({ move: 1 });
    expect(press("ArrowLeft", { shiftKey: true })).toEqual({ event: -1 });
    expect(press("PageUp")).toEqual({ move: -10 });
    expect(press("Home")).toEqual({ to: "first" });
    expect(press("End")).toEqual({ to: "last" });
    expect(press(" ")).toEqual({ play: true });
  });
  it("leave the browser's own and everybody else's alone", () => {
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
    expect(press("Home", { ctrlKey: true })).toBeNull();
    expect(press("a")).toBeNull();
  });
});
