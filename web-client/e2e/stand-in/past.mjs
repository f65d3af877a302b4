// The past of the make-believe world: what each close told is kept; of ticks before the stand-in began, the first of it cut short.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { Laurel } from "../../src/gen/technotariat/v1/replay_pb.js";
import { EventKind } from "../../src/gen/technotariat/v1/view_pb.js";
import { refusal } from "./house.mjs";
import { me, snapshot } from "./views.mjs";

const TURNS = new Set([
  EventKind.FOUNDED,
  EventKind.ENTERPRISE_CLOSED,
  EventKind.STRIKE_BEGAN,
  EventKind.BECAME_COOPERATIVE,
  EventKind.TAKEN_OVER,
  EventKind.NEW_GENERATION,
  EventKind.LAW_IN_FORCE,
  EventKind.SEAT_TAKEN,
  EventKind.WORLD_FINISHED,
]);
/** Enough to see each kind of mark: the make-believe economy itself has a quiet life. */
const STAGED = [
  [0.06, EventKind.FOUNDED, { enterpriseId: 3, subjectId: 31 }],
  [0.2, EventKind.STRIKE_BEGAN, { enterpriseId: 4, value: 9n }],
  [0.35, EventKind.NEW_GENERATION, { good: 5, value: 2n }],
  [0.5, EventKind.ENTERPRISE_CLOSED, { enterpriseId: 6 }],
  [0.5, EventKind.BECAME_COOPERATIVE, { enterpriseId: 3 }],
  [0.7, EventKind.LAW_IN_FORCE, { law: 1, value: 1200n }],
  [0.85, EventKind.TAKEN_OVER, { enterpriseId: 5, subjectId: 31, value: 0n }],
];

export class Tape {
  #told = new Map();

  constructor(economy, name) {
    this.economy = economy;
    this.name = name;
    this.record();
  }

  record() {
    const { economy, name } = this;
    const seats = economy.seats.map((seat) => ({ id: seat.id, player: seat.player, me: me(economy, seat) }));
    this.#told.set(economy.tick, structuredClone({ view: snapshot(economy, name), seats }));
  }

  at(tick) {
    const first = Math.min(...this.#told.keys());
    const { view, seats } = this.#told.get(Math.max(tick, first));
    if (tick >= first) return { view, seats };
    const upTo = Math.max(1, view.history.tick.filter((at) => at <= tick).length);
    const history = Object.fromEntries(
      Object.entries(view.history).map(([key, column]) => [key, column.slice(0, upTo)]),
    );
    const open = view.enterprises.open.map((is, at) => is && at <= 3 + (view.enterprises.open.length * tick) / first);
    return {
      view: {
        ...view,
        world: { ...view.world, tick },
        history,
        enterprises: { ...view.enterprises, open },
        events: view.events.filter((event) => event.tick <= tick),
      },
      seats,
    };
  }

  /** Up to that tick. */
  course(last) {
    const { economy } = this;
    const ticks = Array.from({ length: last + 1 }, (_, tick) => tick);
    const moment = (tick) => economy.history.findLast((one) => one.tick <= tick) ?? economy.history[0];
    const staged = STAGED.map(([at, kind, rest]) => ({ tick: Math.round(at * economy.tick), kind, ...rest }));
    const events = [...economy.events.filter((event) => TURNS.has(event.kind)), ...staged]
      .filter((event) => event.tick <= last)
      .sort((a, b) => a.tick - b.tick);
    const wave = (seat, tick) => Math.round(seat.standingBp + 240 * Math.sin((tick + seat.id) / 5));
    return {
      lastTick: last,
      everySeat: economy.finished,
      columns: {
        tick: ticks,
        outputMils: ticks.map((tick) => BigInt(9_000_000_000 + Math.round(900_000_000 * Math.sin(tick / 6)))),
        priceIndexBp: ticks.map((tick) => moment(tick).priceIndexBp),
        wealthGiniBp: ticks.map((tick) => moment(tick).wealthGiniBp),
        technotariatBp: ticks.map((tick) => moment(tick).technotariatBp),
        cooperativeLabourBp: ticks.map((tick) => moment(tick).cooperativeLabourBp),
        firms: ticks.map(() => 6),
        cooperatives: ticks.map(() => 4),
      },
      events,
      seats: economy.seats.map((seat) => ({
        seatId: seat.id,
        firstTick: 1,
        standingBp: ticks.slice(1).map((tick) => wave(seat, tick)),
        turningPoints: turns(ticks, (tick) => wave(seat, tick), events),
      })),
    };
  }
}

function turns(ticks, standing, events) {
  const last = ticks.at(-1);
  return [0.2, 0.5, 0.85]
    .map((part) => Math.max(5, Math.round(part * last)))
    .filter((tick, at, all) => tick <= last && all.indexOf(tick) === at)
    .map((tick) => {
      const [beforeBp, nowBp] = [standing(tick - 4), standing(tick)];
      const livelihoodBp = Math.round((nowBp - beforeBp) / 4);
      const event = events.find((one) => one.tick > tick - 4 && one.tick <= tick);
      return {
        fromTick: tick - 4,
        tick,
        beforeBp,
        nowBp,
        wealthBp: nowBp - beforeBp - livelihoodBp,
        livelihoodBp,
        progressBp: 0,
        laurel: Laurel.WEALTH,
        ...(event && { event }),
      };
    });
}

export const pastRequests = {
  readCourse(viewer, _value, reply) {
    if (this.shut)
      return reply(refusal(ErrorCode.PAST_UNREADABLE, "The past of this world cannot be read from its file."));
    const { room } = viewer;
    reply({ case: "course", value: room.tape.course(room.isBehind(viewer) ? room.shown() : room.economy.tick) });
  },

  askCopy(viewer, _value, reply) {
    if (!viewer.room.economy.finished)
      return reply(refusal(ErrorCode.NOT_YOURS_TO_SEE, "A world can be taken home when it has ended."));
    reply({
      case: "worldCopy",
      value: { path: `/download/secret/${viewer.room.economy.name}.world`, bytes: 1_300_000 },
    });
  },

  readPast(viewer, { tick, asSeatId }, reply) {
    const { economy, tape } = viewer.room;
    if (tick > economy.tick)
      return reply(refusal(ErrorCode.MALFORMED, "That tick has not closed yet.", "read_past.tick"));
    if (viewer.room.isBehind(viewer) && tick > viewer.room.shown())
      return reply(refusal(ErrorCode.NOT_YOURS_TO_SEE, "That tick has not come out yet.", "read_past.tick"));
    const { view, seats } = tape.at(tick);
    const seat = seats.find((one) => one.id === asSeatId);
    if (asSeatId !== 0 && !economy.finished && seat?.player !== viewer.token)
      return reply(
        refusal(ErrorCode.NOT_YOURS_TO_SEE, "Until the world has ended, you see the own part of your own seat only."),
      );
    reply({ case: "past", value: { tick, snapshot: view, ...(seat && { me: seat.me }) } });
  },
};
