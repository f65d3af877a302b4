import { describe, expect, it } from "vitest";
import { DAY_MS, duration, fromNow, hereOf, HOUR_MS, utcOf } from "./time";

describe("time", () => {
  it("is told from now", () => {
    expect(fromNow(0, 20_000)).toBe("now");
    expect(fromNow(0, 3 * HOUR_MS)).toBe("3 hours ago");
    expect(fromNow(10 * DAY_MS, 0)).toBe("in 10 days");
  });
  it("of quiet hours crosses midnight on the way to UTC and back", () => {
    for (const offset of [-120, 0, 300]) expect(hereOf(utcOf("00:30", offset) ?? -1, offset)).toBe("00:30");
    expect(utcOf("00:30", -120)).toBe(22 * 60 + 30);
    expect(utcOf("25:00", 0)).toBeNull();
    expect(utcOf("noon", 0)).toBeNull();
  });
  it("of a tick is said in words", () => {
    expect([45, 60, 90, 600, 3600, 7200, 86_400, 172_800].map(duration)).toEqual([
      "45 seconds",
      "a minute",
      "90 seconds",
      "10 minutes",
      "an hour",
      "2 hours",
      "a day",
      "2 days",
    ]);
  });
});
