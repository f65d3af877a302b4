// Make-believe tournaments: a running one that a test moves on, a finished one with a report, and whatever a page opens.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { Role } from "../../src/gen/technotariat/v1/economy_pb.js";
import { TournamentFormat as Format, TournamentState as State } from "../../src/gen/technotariat/v1/tournament_pb.js";
import { refusal } from "./house.mjs";

const DAY = 86_400_000;
const MATCHES_MAX = 2000;
const STRATEGIES = [
  ["steady-owner", "pays what is usual and grows while there is a margin", [Role.CAPITALIST]],
  ["cost-cutter", "shaves wages until people leave, and automates", [Role.CAPITALIST]],
  ["poacher", "pays above the usual to draw people away, grows fast", [Role.CAPITALIST]],
  ["dividend-harvester", "takes profits out and founds further enterprises", [Role.CAPITALIST]],
  ["organiser", "proposes admissions, base wage and manager, never misses a vote", [Role.MEMBER]],
  ["equal-sharer", "pays surplus out to all members alike, and a high base wage", [Role.MEMBER]],
  ["pay-seeker", "takes the best-paid open place there is", [Role.WORKER]],
  ["investor", "works, saves and buys shares of what earns most", [Role.WORKER]],
  ["idle", "does nothing at all", [Role.CAPITALIST, Role.MEMBER, Role.WORKER]],
].map(([name, description, roles]) => ({ name, description, roles }));

export const REPORT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Cup</title><style>body{margin:2rem}</style><h1>Cup</h1></html>';
export const REPORT_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const line = (strategy, scoreBp, halfWidthBp, at) => ({
  strategy,
  games: 24,
  scoreBp,
  interval: halfWidthBp > 0,
  halfWidthBp,
  standingBp: 1900 - 150 * at,
  leadsBp: 4000 - 900 * at,
});
const LINES = [
  line("steady-owner", 187, 62, 0),
  line("poacher", 41, 88, 1),
  line("cost-cutter", -96, 71, 2),
  line("dividend-harvester", -240, 55, 3),
];

/** Four seats in two orders of one world each; those who sit are the strategies in turn. */
function matchOf(name, index) {
  const match = `${String(Math.floor(index / 2)).padStart(6, "0")}-0${index % 2}`;
  const seats = LINES.map(({ strategy }, at) => ({
    strategy: LINES[(at + index) % LINES.length]?.strategy ?? strategy,
    place: at + 1,
    scoreBp: 180 - 110 * at,
    standingBp: 1900 - 150 * at,
  }));
  return { match, world: `${name}~${match}`, number: Math.floor(index / 2) + 1, seats };
}

const tournament = (given) => ({
  scenario: "valley",
  role: Role.CAPITALIST,
  format: Format.ROUND_ROBIN,
  state: State.RUNNING,
  played: 36,
  matches: 96,
  openedBy: "Ada",
  openedMs: Date.now() - DAY,
  ...given,
});

export class Arena {
  constructor() {
    this.mayOpen = true;
    this.all = [
      tournament({ name: "spring-cup-k3m7", title: "Spring cup", openedMs: Date.now() - DAY / 24 }),
      tournament({ name: "league-p4r2", title: "League", state: State.FINISHED, played: 96 }),
    ];
  }

  /** The first one has had another world. */
  move() {
    const [first] = this.all;
    first.played += 12;
    if (first.played >= first.matches) first.state = State.FINISHED;
  }

  summary(one, viewer) {
    const { opener, ...rest } = one;
    return { ...rest, openedMs: BigInt(one.openedMs), mine: opener === viewer.token };
  }

  answer(one, viewer) {
    const running = one.state === State.RUNNING;
    return {
      case: "tournament",
      value: {
        summary: this.summary(one, viewer),
        worlds: Math.floor(one.played / 12),
        worldsAll: one.matches / 12,
        matchesAnHour: running ? 7200 : 0,
        leftSeconds: running ? (one.matches - one.played) / 2 : 0,
        failure: one.state === State.FAILED ? "Its run ended before its time (signal 9 (Killed))." : "",
        lines: one.played < 12 ? [] : LINES,
        files: one.state === State.FINISHED ? ["report.html", "report.csv", "report.json", "results.csv"] : [],
      },
    };
  }
}

function own(arena, viewer, name, reply, deed) {
  const one = arena.all.find((known) => known.name === name);
  if (!one) return reply(refusal(ErrorCode.UNKNOWN_TOURNAMENT, "There is no tournament of that name."));
  if (one.opener !== viewer.token) return reply(refusal(ErrorCode.NOT_OPENER, "Only whoever opened it can do that."));
  deed(one);
  reply(arena.answer(one, viewer));
}

export const tournamentRequests = {
  listTournaments(viewer, _value, reply) {
    const { all, mayOpen } = this.arena;
    const tournaments = all.map((one) => this.arena.summary(one, viewer));
    reply({
      case: "tournamentList",
      value: { tournaments, mayOpen, strategies: STRATEGIES, matchesMax: MATCHES_MAX },
    });
  },

  readTournament(viewer, { name }, reply) {
    const one = this.arena.all.find((known) => known.name === name);
    reply(
      one
        ? this.arena.answer(one, viewer)
        : refusal(ErrorCode.UNKNOWN_TOURNAMENT, "There is no tournament of that name."),
    );
  },

  listMatches(_viewer, { name, from }, reply) {
    const one = this.arena.all.find((known) => known.name === name);
    if (!one) return reply(refusal(ErrorCode.UNKNOWN_TOURNAMENT, "There is no tournament of that name."));
    const matches = Array.from({ length: Math.min(25, Math.max(0, one.played - from)) }, (_, at) =>
      matchOf(name, from + at),
    );
    reply({ case: "matchList", value: { name, from, played: one.played, matches } });
  },

  openTournament(viewer, wish, reply) {
    if (wish.title === "Refused")
      return reply(refusal(ErrorCode.BAD_TOURNAMENT, "A title that was refused.", "open_tournament.title"));
    const { title, scenario, role, format, matches } = wish;
    const one = tournament({
      name: `opened-${this.arena.all.length}`,
      ...{ title, scenario, role, format, matches, played: 0, openedBy: viewer.name, openedMs: Date.now() },
      opener: viewer.token,
    });
    this.arena.all.unshift(one);
    this.arena.wish = wish;
    reply(this.arena.answer(one, viewer));
  },

  stopTournament(viewer, { name }, reply) {
    own(this.arena, viewer, name, reply, (one) => (one.state = State.STOPPED));
  },

  resumeTournament(viewer, { name }, reply) {
    own(this.arena, viewer, name, reply, (one) => (one.state = State.RUNNING));
  },
};
