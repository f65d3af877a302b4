import { Laurel } from "../../gen/technotariat/v1/replay_pb";
import { catalogue } from "../../shared/i18n/catalogue";

export const words = catalogue("standing", {
  title: "Standing",
  note: "Three laurels. Wealth: what your household owns, against the other seats. Livelihood: what the people of your enterprise earn above the benefit, tick by tick. Progress: the work that machines do in it, tick by tick. Each laurel sums to 100 % among the seats.",
  final: "The final standing",
  winner: (name: string) => `${name} stands highest.`,
  yours: (place: number, of: number) => `You are number ${place} of ${of}.`,
  rank: "Rank",
  person: "Seat",
  wealth: "Wealth",
  livelihood: "Livelihood",
  progress: "Progress",
  weights: (wealth: string, livelihood: string, progress: string) =>
    `In the standing wealth counts ${wealth}, livelihood ${livelihood}, progress ${progress}.`,
  standing: "Laurels",
  bar: (wealth: string, livelihood: string, progress: string) =>
    `wealth ${wealth}, livelihood ${livelihood}, progress ${progress}`,
  scores: {
    title: "The difference each made",
    note: "The final score: the same world is played again without one person's orders, the autopilot in that seat, and the standings are compared. Same luck, same orders of all the others, so it is as fair to a worker as to an owner. Its one flaw: the others do not react to the change.",
    working: "The world is being played again without you…",
    nobody: "Nobody took a seat in this world.",
    best: (name: string) => `${name} made the greatest difference.`,
    mine: (played: string, ghost: string, difference: string) =>
      `Your seat ended with ${played} of the laurels; left to the autopilot it would have had ${ghost}. ${difference}`,
    difference: (bp: number, points: string) =>
      bp > 0
        ? `Your decisions were worth ${points} points.`
        : bp < 0
          ? `Your decisions cost your seat ${points} points.`
          : "Your decisions made no difference to it.",
    played: "Standing",
    ghost: "Without their orders",
    score: "Difference",
  },
  home: {
    title: "Take the world home",
    note: "All of it as one file, to look back at or play on elsewhere. Passwords, invitations and private talk stay here.",
    take: "Fetch the file",
    fetched: (size: string) => `${size} MiB. It opens anywhere with`,
  },
  turns: {
    title: "Where it turned",
    note: "The largest changes of a seat's part of all laurels over four ticks.",
    seat: "Of",
    working: "Looking back…",
    none: "This seat's part of the laurels hardly changed: there was no turning point.",
    when: (from: number, to: number) => `Ticks ${from + 1} to ${to}`,
    rose: (before: string, now: string) => `Up from ${before} to ${now}`,
    fell: (before: string, now: string) => `Down from ${before} to ${now}`,
    mostly: {
      [Laurel.UNSPECIFIED]: "",
      [Laurel.WEALTH]: "most of it wealth",
      [Laurel.LIVELIHOOD]: "most of it livelihood",
      [Laurel.PROGRESS]: "most of it progress",
    } satisfies Record<Laurel, string>,
    why: "the change of this seat's standing",
    before: "Standing before",
    now: "Standing after",
    see: "See it in the replay",
    all: "Look at the whole game again",
  },
  why: {
    title: "What yours is made of",
    wealthTitle: "my wealth",
    wealth: "Wealth",
    cash: "Cash",
    account: "Capital account",
    other: "Enterprises, stocks and the rest",
    total: "What you own",
    livelihood: "Livelihood",
    points: (n: string) => `${n} points gathered so far`,
    how: "A point is a crown that the people of your enterprise earned above the benefit; members who play share theirs. Toil beyond a normal week, and spending less than usual, take from it.",
    progress: "Progress",
    progressHow:
      "A point is a lot's worth of work that machines did in your enterprise; members who play share theirs. Whoever lost work to your machines and has no income takes a worker's tick from it.",
    share: (text: string) => `${text} of all seats' laurels`,
  },
  society: "The town you made",
  hash: "Everyone can check this world: it is kept as a log and can be played again.",
  end: (first: number, last: number) =>
    first < last
      ? `The world ends when one of the ticks ${first} to ${last} closes; chance has decided which.`
      : `The world ends when tick ${last} closes.`,
  again: "To the lobby",
});
