// A make-believe ladder: some who have played, a table at play, and a queue that a test moves on.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { Role } from "../../src/gen/technotariat/v1/economy_pb.js";
import {
  LadderConduct as Conduct,
  LadderMeasure as Measure,
  LadderState as State,
} from "../../src/gen/technotariat/v1/ladder_pb.js";
import { refusal } from "./house.mjs";

const HOUR = 3_600_000;
const NAME = "evening";

const row = (place, name, owner, ratingMilli, deviationMilli, games, changeMilli, claimed = true) => ({
  ...{ place, name, owner, ratingMilli, deviationMilli, games, changeMilli, claimed },
  playedMs: BigInt(Date.now() - place * HOUR),
  mine: false,
});

const seat = (name, rank, scoreBp, given = {}) => ({
  name,
  rank,
  scoreBp,
  conduct: rank === 0 ? Conduct.UNSPECIFIED : Conduct.STAYED,
  ratingMilli: 25_000,
  changeMilli: rank === 0 ? 0 : Math.round(2600 / rank - 1300),
  ...given,
});

const match = (number, hoursAgo, seats, given = {}) => ({
  number,
  world: "sunday-club",
  beganMs: BigInt(Date.now() - hoursAgo * HOUR),
  endedMs: BigInt(Date.now() - (hoursAgo - 0.5) * HOUR),
  kept: true,
  rated: true,
  measure: Measure.DIFFERENCE,
  seats,
  ...given,
});

export class LadderHall {
  constructor() {
    this.there = true;
    this.accountsOnly = false;
    this.places = new Map(); // by token
    this.standings = [
      row(1, "Ada", "", 31_240, 2110, 42, 312),
      row(2, "greedy", "Ben", 29_870, 1980, 57, -148),
      row(3, "Clara", "", 26_400, 3350, 9, 1204),
      row(4, "Quiet Potter 12", "", 24_100, 6700, 2, -2011, false),
    ];
    this.running = [
      match(18, 0.2, [seat("Clara", 0, 0), seat("poacher", 0, 0, { builtIn: true })], { endedMs: 0n, rated: false }),
    ];
    this.matches = [
      match(17, 2, [
        seat("Ada", 1, 412),
        seat("greedy", 2, 57, { owner: "Ben" }),
        seat("Quiet Potter 12", 3, -130, { conduct: Conduct.AWAY }),
        seat("steady-owner", 4, -220, { builtIn: true, changeMilli: 0 }),
      ]),
      match(16, 30, [seat("Ada", 1, 88), seat("idle", 2, -90, { builtIn: true })], { kept: false, rated: false }),
    ];
  }

  summary() {
    const waiting = [...this.places.values()].filter(({ state }) => state === State.WAITING).length;
    return {
      name: NAME,
      title: "Evening ladder",
      scenario: "valley",
      role: Role.CAPITALIST,
      seats: 2,
      tickSeconds: 30,
      waitSeconds: 60,
      fills: true,
      fillsRated: false,
      accountsOnly: this.accountsOnly,
      tables: 4,
      playing: this.running.length,
      waiting: waiting + 1,
      players: this.standings.length,
    };
  }

  place(viewer) {
    const { waiting } = this.summary();
    const mine = this.places.get(viewer.token) ?? { state: State.OUT, world: "", since: Date.now() };
    const waitedSeconds = Math.floor((Date.now() - mine.since) / 1000);
    return { ladder: NAME, bot: "", state: mine.state, world: mine.world, waiting, waitedSeconds };
  }

  /** Whoever waits gets a table in that room; or the ladder is for accounts only, empty, full, or not there. */
  change(asked, room, viewers) {
    if (asked.has("seat")) {
      for (const place of this.places.values()) Object.assign(place, { state: State.PLAYING, world: room.name });
      for (const viewer of viewers)
        if (this.places.has(viewer.token)) room.send(viewer, { case: "ladderPlace", value: this.place(viewer) });
    }
    if (asked.has("accounts")) this.accountsOnly = true;
    if (asked.has("empty")) Object.assign(this, { standings: [], running: [], matches: [] });
    if (asked.has("full")) this.refuse = true;
    if (asked.has("none")) this.there = false;
  }
}

const unknown = () => refusal(ErrorCode.UNKNOWN_LADDER, "There is no ladder of that name.");

export const ladderRequests = {
  listLadders(_viewer, _value, reply) {
    reply({ case: "ladderList", value: { ladders: this.ladder.there ? [this.ladder.summary()] : [] } });
  },

  readLadder(viewer, { name }, reply) {
    if (name !== NAME || !this.ladder.there) return reply(unknown());
    const { standings, running, matches } = this.ladder;
    const files = ["standings.csv", "standings.json", "matches.csv", "matches.json"];
    const value = {
      summary: this.ladder.summary(),
      mine: this.ladder.place(viewer),
      standings,
      running,
      matches,
      files,
    };
    reply({ case: "ladder", value });
  },

  joinLadder(viewer, { name }, reply) {
    if (name !== NAME) return reply(unknown());
    if (this.ladder.refuse) return reply(refusal(ErrorCode.LADDER_FULL, "This ladder's queue is full."));
    this.ladder.places.set(viewer.token, { state: State.WAITING, world: "", since: Date.now() });
    reply({ case: "ladderPlace", value: this.ladder.place(viewer) });
  },

  leaveLadder(viewer, { name }, reply) {
    if (name !== NAME) return reply(unknown());
    this.ladder.places.delete(viewer.token);
    reply({ case: "ladderPlace", value: this.ladder.place(viewer) });
  },
};
