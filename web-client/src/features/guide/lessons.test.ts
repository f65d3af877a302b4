import { describe, expect, it } from "vitest";
import { Role } from "../../gen/technotariat/v1/economy_pb";
import { isDone, lessonsFor, LESSONS, type Lesson } from "./lessons";
import { words } from "./messages";

const PLAYED = [Role.CAPITALIST, Role.MEMBER, Role.WORKER] as const;

describe("the first five ticks", () => {
  it.each(PLAYED)("has five lessons for part %i, owner or not, each with its words", (role) => {
    for (const owns of [true, false]) {
      const lessons = lessonsFor(role, owns);
      expect(lessons).toHaveLength(5);
      expect(new Set(lessons.map(({ key }) => key)).size).toBe(5);
      for (const { key } of lessons) expect(words.lessons[key].how.length).toBeGreaterThan(0);
    }
  });
  it("begins with founding only for a capitalist without a firm", () => {
    expect(lessonsFor(Role.CAPITALIST, false)[0]?.key).toBe("found");
    expect(lessonsFor(Role.CAPITALIST, true)[0]?.key).toBe("wage");
    expect(lessonsFor(Role.WORKER, false)[0]?.key).toBe("job");
  });
  it("has no lesson for somebody who only watches", () => expect(lessonsFor(Role.UNSPECIFIED, false)).toEqual([]));

  const [first] = LESSONS[Role.MEMBER];
  const motion = LESSONS[Role.MEMBER][1] as Lesson;
  it("takes a look for done where nothing is to be sealed", () => {
    expect(isDone(first as Lesson, [], [])).toBe(false);
    expect(isDone(first as Lesson, [], ["assembly"])).toBe(true);
  });
  it("takes any of its orders for done, and no look", () => {
    expect(isDone(motion, [], ["assembly"])).toBe(false);
    expect(isDone(motion, ["setEffort"], ["assembly"])).toBe(false);
    expect(isDone(motion, ["castVote"], [])).toBe(true);
  });
});
