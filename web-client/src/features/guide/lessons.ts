/**
 * The first five ticks, for each part one can play: what to do on the real pages, and by which orders one is seen to have done it. The
 * words are in messages.ts, under the same keys.
 */
import { Role } from "../../gen/technotariat/v1/economy_pb";
import type { Deed } from "../../shared/net/session.svelte";
import type { PageName } from "../../shared/ui/route.svelte";

export type LessonKey =
  | "found"
  | "wage"
  | "price"
  | "materials"
  | "rivals"
  | "machines"
  | "assembly"
  | "motion"
  | "effort"
  | "elsewhere"
  | "society"
  | "job"
  | "voice"
  | "market"
  | "own";

export interface Lesson {
  key: LessonKey;
  page: PageName;
  /** Any one of these does it; with none of them, looking at the page does. */
  deeds: readonly Deed["case"][];
}

export const LESSONS: Readonly<Record<Role, readonly Lesson[]>> = {
  [Role.UNSPECIFIED]: [],
  [Role.CAPITALIST]: [
    { key: "wage", page: "enterprise", deeds: ["offerWork"] },
    { key: "price", page: "enterprise", deeds: ["setProduction"] },
    { key: "materials", page: "enterprise", deeds: ["orderInputs"] },
    { key: "rivals", page: "society", deeds: [] },
    {
      key: "machines",
      page: "enterprise",
      deeds: ["orderMachines", "setResearch", "invest", "borrow", "declareDividend"],
    },
  ],
  [Role.MEMBER]: [
    { key: "assembly", page: "assembly", deeds: [] },
    { key: "motion", page: "assembly", deeds: ["proposeMotion", "castVote"] },
    { key: "effort", page: "work", deeds: ["setEffort", "setSpending"] },
    { key: "elsewhere", page: "town", deeds: [] },
    { key: "society", page: "society", deeds: [] },
  ],
  [Role.WORKER]: [
    { key: "job", page: "work", deeds: ["applyForWork"] },
    { key: "effort", page: "work", deeds: ["setEffort", "setSpending"] },
    { key: "voice", page: "town", deeds: [] },
    { key: "market", page: "market", deeds: ["placeOrder"] },
    { key: "own", page: "standing", deeds: [] },
  ],
};

/** Somebody who starts without an enterprise begins by founding one. */
const FOUNDING: Lesson = { key: "found", page: "work", deeds: ["foundEnterprise"] };

export function lessonsFor(role: Role, owns: boolean): readonly Lesson[] {
  const all = LESSONS[role];
  return role === Role.CAPITALIST && !owns ? [FOUNDING, ...all.slice(0, 4)] : all;
}

/** Whether a lesson is done, by what was sealed and looked at since it began. */
export function isDone(lesson: Lesson, deeds: readonly string[], pages: readonly string[]): boolean {
  if (lesson.deeds.length === 0) return pages.includes(lesson.page);
  return lesson.deeds.some((deed) => deed !== undefined && deeds.includes(deed));
}
