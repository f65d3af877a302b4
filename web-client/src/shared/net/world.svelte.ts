/**
 * The entered world as the page sees it: public tables, the person's own part, and what the last close changed. Arrays are replaced,
 * never edited, and unchanged rows keep their identity, so a delta redraws only what it touched.
 */
import { Role, type Good } from "../../gen/technotariat/v1/economy_pb";
import { HouseRole, SpectatorSight } from "../../gen/technotariat/v1/house_pb";
import type { Past } from "../../gen/technotariat/v1/replay_pb";
import type { Entered, ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import { WorldStatus, type Delta, type Me as WireMe, type Snapshot } from "../../gen/technotariat/v1/view_pb";
import { said } from "../i18n/server";
import {
  BLANK_ENTERPRISE,
  BLANK_MEMBER,
  BLANK_MOMENT,
  BLANK_SEAT,
  type Assembly,
  type Books,
  type Clock,
  type Enterprise,
  type Info,
  type Market,
  type Me,
  type Member,
  type Moment,
  type Seat,
  type WorldEvent,
} from "./model";
import { merged, plain, rowsOf } from "./plain";

const EVENTS_KEPT = 400;

/** The state at the close before, to tell what changed. */
export interface Before {
  tick: number;
  info: Info | null;
  me: Me | null;
  markets: readonly Market[];
  enterprises: readonly Enterprise[];
}

export class World {
  name = $state("");
  seatId = $state(0);
  host = $state(false);
  /** The part one has in the house, which is no role of the economy. */
  part = $state(HouseRole.UNSPECIFIED);
  info = $state.raw<Info | null>(null);
  seats = $state.raw<readonly Seat[]>([]);
  enterprises = $state.raw<readonly Enterprise[]>([]);
  markets = $state.raw<readonly Market[]>([]);
  history = $state.raw<readonly Moment[]>([]);
  events = $state.raw<readonly WorldEvent[]>([]);
  me = $state.raw<Me | null>(null);
  members = $state.raw<readonly Member[]>([]);
  clock = $state.raw<Clock | null>(null);
  deadline = $state(0); // on the page's own clock, in ms
  before = $state.raw<Before | null>(null);

  readonly seat = $derived(this.seats.find((seat) => seat.id === this.seatId) ?? null);
  readonly role = $derived(this.seat?.role ?? this.me?.role ?? Role.UNSPECIFIED);
  readonly finished = $derived(this.info?.status === WorldStatus.FINISHED);
  /** Ticks closed at the table, which those without a seat may be shown later. */
  readonly closed = $derived(Math.max(this.info?.tick ?? 0, this.clock?.tick ?? 0));
  /** Watching a game that shows itself to nobody before its end. */
  readonly shut = $derived(
    this.seatId === 0 && !this.finished && this.clock?.spectatorSight === SpectatorSight.NOTHING,
  );
  /** So many ticks behind, for whoever watches: 0 for everybody else. */
  readonly behind = $derived(
    this.seatId !== 0 || this.finished || this.shut
      ? 0
      : Math.max(this.clock?.spectatorDelayTicks ?? 0, (this.clock?.tick ?? 0) - (this.clock?.spectatorTick ?? 0)),
  );
  readonly assembly = $derived<Assembly | null>(this.me?.assembly ?? null);
  readonly managed = $derived<readonly Books[]>(this.me?.books.filter((books) => books.mayManage) ?? []);
  readonly open = $derived(this.enterprises.filter((enterprise) => enterprise.open));
  // An index, never rendered itself: it is replaced with the table it indexes.
  readonly #byId = $derived(new Map(this.enterprises.map((enterprise) => [enterprise.id, enterprise])));
  readonly #seatById = $derived(new Map(this.seats.map((seat) => [seat.id, seat])));

  constructor(readonly now: () => number = () => performance.now()) {}

  enterprise(id: number): Enterprise | undefined {
    return this.#byId.get(id);
  }

  seated(id: number): Seat | undefined {
    return this.#seatById.get(id);
  }

  market(good: Good): Market | undefined {
    return this.markets.find((market) => market.good === good);
  }

  booksOf(id: number): Books | undefined {
    return this.me?.books.find((books) => books.enterpriseId === id);
  }

  receive(envelope: ServerEnvelope): void {
    const { body } = envelope;
    if (body.case === "entered") this.#entered(body.value);
    else if (body.case === "snapshot") this.#snapshot(body.value);
    else if (body.case === "delta") this.#delta(body.value);
    else if (body.case === "me") this.#mine(body.value);
    else if (body.case === "clock") {
      const clock = plain(body.value);
      this.clock = { ...clock, pauseReason: said.pause(clock.pauseReason) };
      this.deadline = this.now() + this.clock.remainingMs;
    }
  }

  /** A moment of the past in place of what was shown: as it was told then, to everybody or to one seat. Nothing can be decided there. */
  show(name: string, { snapshot, me }: Past): void {
    this.name = name;
    if (snapshot) this.#snapshot(snapshot);
    if (me) this.#mine(me);
    else this.sit(0);
    if (this.me) this.me = { ...this.me, books: this.me.books.map((books) => ({ ...books, mayManage: false })) };
  }

  /** A seat was taken or left; the server's own word on it comes with the next frames. */
  sit(seatId: number): void {
    this.seatId = seatId;
    if (seatId === 0) {
      this.me = null;
      this.members = [];
    }
  }

  #entered(entered: Entered): void {
    if (entered.world !== this.name) this.#forget();
    this.name = entered.world;
    this.seatId = entered.seatId;
    this.host = entered.host;
    this.part = entered.role;
    if (entered.seatId === 0) this.me = null;
  }

  /** Out of it: nothing of it is known any more. */
  leave(): void {
    this.#forget();
    this.name = "";
    this.seatId = 0;
    this.host = false;
    this.part = HouseRole.UNSPECIFIED;
  }

  #forget(): void {
    this.info = null;
    this.seats = [];
    this.enterprises = [];
    this.markets = [];
    this.history = [];
    this.events = [];
    this.members = [];
    this.me = null;
    this.clock = null;
    this.before = null;
  }

  #snapshot(frame: Snapshot): void {
    this.seats = [];
    this.enterprises = [];
    this.markets = [];
    this.history = [];
    this.events = [];
    this.#tables(frame);
    this.before = null;
  }

  #delta(frame: Delta): void {
    const closed = frame.world !== undefined && frame.world.tick > (this.info?.tick ?? 0);
    if (closed) this.before = this.#asNow();
    this.#tables(frame);
  }

  #asNow(): Before {
    const { info, me, markets, enterprises } = this;
    return { tick: info?.tick ?? 0, info, me, markets, enterprises };
  }

  #tables(frame: Snapshot | Delta): void {
    if (frame.world) this.info = plain(frame.world);
    this.seats = merged(this.seats, rowsOf(frame.seats, "id", BLANK_SEAT), "id");
    this.enterprises = merged(this.enterprises, rowsOf(frame.enterprises, "id", BLANK_ENTERPRISE), "id");
    this.markets = merged(this.markets, plain(frame.markets), "good");
    this.history = merged(this.history, rowsOf(frame.history, "tick", BLANK_MOMENT), "tick");
    if (frame.events.length > 0) this.events = [...this.events, ...plain(frame.events)].slice(-EVENTS_KEPT);
  }

  #mine(message: WireMe): void {
    this.me = plain(message);
    this.seatId = this.me.id;
    this.members = rowsOf(message.assembly?.members, "id", BLANK_MEMBER);
  }
}
