/** What the whole page shares: the link, the worlds on offer, the entered world, and the requests a person can make. */
import type { MessageInitShape } from "@bufbuild/protobuf";
import { getContext, setContext } from "svelte";
import type { ActionSchema } from "../../gen/technotariat/v1/action_pb";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import type { Figure, Role } from "../../gen/technotariat/v1/economy_pb";
import type { Past, WorldCopy } from "../../gen/technotariat/v1/replay_pb";
import type { StopConditionSchema } from "../../gen/technotariat/v1/routine_pb";
import type { ServerEnvelope, Welcome } from "../../gen/technotariat/v1/session_pb";
import { deviceName } from "../format/device";
import { said } from "../i18n/server";
import { Chat } from "./chat.svelte";
import { Doors } from "./doors";
import { Link, PROTOCOL, RequestError, type Body, type Socket, type Status, type Surroundings } from "./link";
import { Frost } from "./frost.svelte";
import { Ladders } from "./ladders.svelte";
import type { Course, Forecast, Scenario, SeatScore, Summary, Why } from "./model";
import { plain } from "./plain";
import { recall, remember } from "./storage";
import { Tournaments } from "./tournaments";
import { World } from "./world.svelte";

export type Deed = NonNullable<MessageInitShape<typeof ActionSchema>["action"]>;
/** What is left out stays as it is. */
export interface ClockChange {
  paused?: boolean | undefined;
  tickSeconds?: number;
  extendSeconds?: number;
}
export type Wish = Extract<Body, { case: "createWorld" }>["value"];

const TOKEN = "technotariat.token";
const NAME = "technotariat.name";

export class Session {
  status = $state<Status>("connecting");
  name = $state("");
  guestId = $state("");
  /** Has a login and a passphrase. */
  claimed = $state(false);
  stale = $state(false);
  farewell = $state("");
  /** Why a host has ended one's stay in the world; empty while nobody has. */
  shownOut = $state.raw<RequestError | null>(null);
  worlds = $state.raw<readonly Summary[] | null>(null);
  scenarios = $state.raw<readonly Scenario[]>([]);
  /** The kinds of orders sealed from this page, in order. */
  deeds = $state.raw<readonly string[]>([]);
  readonly world = new World();
  readonly frost = new Frost((envelope) => this.world.receive(envelope));
  readonly link: Link;
  readonly chat: Chat = new Chat((body) => this.link.request(body));
  readonly doors: Doors = new Doors((body) => this.link.request(body));
  readonly tournaments = new Tournaments((body) => this.link.request(body));
  readonly ladders = new Ladders((body) => this.link.request(body));
  #tick = 0; // as the clock last said, frozen or not

  constructor(
    around: Surroundings,
    readonly ownVersion: string,
  ) {
    this.link = new Link(around, {
      status: (status) => (this.status = status),
      welcome: (welcome) => this.#welcomed(welcome),
      frame: (envelope) => this.#heard(envelope),
      farewell: (text) => (this.farewell = text),
    });
  }

  #welcomed(welcome: Welcome): void {
    // Somebody else than a moment ago has no part in the world that was open.
    if (this.guestId !== "" && welcome.guestId !== this.guestId) {
      this.world.leave();
      this.ladders.forget();
    }
    void this.quietly(this.ladders.keep());
    this.name = welcome.name;
    this.guestId = welcome.guestId;
    this.claimed = welcome.claimed;
    this.farewell = "";
    this.stale = welcome.assetVersion !== "" && this.ownVersion !== "" && welcome.assetVersion !== this.ownVersion;
    this.chat.know(welcome.guestId, welcome.name);
  }

  #heard(envelope: ServerEnvelope): void {
    const { body } = envelope;
    if (body.case === "clock") this.#tick = body.value.tick;
    if (body.case === "entered") {
      this.shownOut = null;
      this.chat.enter(body.value.world);
    }
    if (body.case === "chat") this.chat.receive(plain(body.value.lines));
    else if (body.case === "ladderPlace") this.ladders.receive(plain(body.value));
    else if (body.case === "shownOut") {
      const { code, text, field } = body.value.reason ?? { code: ErrorCode.UNSPECIFIED, text: "", field: "" };
      this.shownOut = new RequestError(code, text, field);
      this.link.leave();
      this.world.leave();
    } else this.frost.receive(envelope);
  }

  async refreshWorlds(): Promise<void> {
    this.#listed(await this.link.request({ case: "listWorlds", value: {} }));
  }

  async createWorld(wish: Wish): Promise<string> {
    this.#listed(await this.link.request({ case: "createWorld", value: wish }));
    return this.worlds?.[0]?.name ?? "";
  }

  #listed({ body }: ServerEnvelope): void {
    if (body.case !== "worldList") return;
    this.worlds = plain(body.value.worlds);
    this.scenarios = plain(body.value.scenarios).map((one) => ({ ...one, title: said.scenario(one.name, one.title) }));
  }

  async enter(world: string, key = ""): Promise<void> {
    await this.link.enter(world, key);
  }

  async rename(name: string): Promise<void> {
    await this.link.rename(name);
    remember(NAME, name);
  }

  async takeSeat(role: Role, seatId = 0): Promise<void> {
    this.frost.set(false);
    await this.link.request({ case: "takeSeat", value: { role, seatId } });
    // Whether `me` or the seat row comes first, entering again makes the seat known.
    await this.link.enter(this.world.name);
  }

  async leaveSeat(): Promise<void> {
    this.frost.set(false);
    await this.link.request({ case: "leaveSeat", value: {} });
    this.world.sit(0);
  }

  async act(action: Deed): Promise<number> {
    return this.#acted(action, await this.link.request({ case: "act", value: { action } }));
  }

  /** The same now and whenever a tick opens, until one of the stops comes about; in place of an earlier one if its number is given. */
  async keep(
    action: Deed,
    stops: readonly MessageInitShape<typeof StopConditionSchema>[],
    routineId: number,
  ): Promise<number> {
    const value = { routineId, action: { action }, stops: [...stops] };
    return this.#acted(action, await this.link.request({ case: "setRoutine", value }));
  }

  async endRoutine(routineId: number): Promise<void> {
    await this.link.request({ case: "endRoutine", value: { routineId } });
    this.frost.acted();
  }

  #acted(action: Deed, answer: ServerEnvelope): number {
    this.frost.acted();
    if (action.case !== undefined) this.deeds = [...this.deeds, action.case];
    return answer.body.case === "receipt" ? answer.body.value.tick : 0;
  }

  async ready(ready: boolean): Promise<void> {
    await this.link.request({ case: "setReady", value: { ready, tick: this.#tick } });
  }

  /** A host decides; anybody else with a seat votes. */
  async setClock({ paused, tickSeconds = 0, extendSeconds = 0 }: ClockChange): Promise<void> {
    await this.link.request({
      case: "setClock",
      value: { ...(paused === undefined ? {} : { paused }), tickSeconds, extendSeconds },
    });
  }

  async logIn(login: string, secret: string): Promise<void> {
    await this.link.request({ case: "logIn", value: { login, secret, client: this.link.around.client ?? "" } });
    remember(NAME, this.name);
  }

  /** Gives this device's key up and goes on as a new guest. */
  async logOut(): Promise<void> {
    const mine = (await this.doors.account()).sessions.find((one) => one.mine);
    // Said last on this connection, which it closes: whether an answer still comes makes no difference.
    if (mine) void this.quietly(this.doors.endSession(mine.sessionId));
    this.link.startAnew();
  }

  /** Of a world that has ended: what difference each made. */
  async scores(): Promise<readonly SeatScore[]> {
    const { body } = await this.link.request({ case: "askScores", value: {} });
    return body.case === "scores" ? plain(body.value.rows) : [];
  }

  /** The course of the entered world so far: events, figures, standings, turning points. */
  async course(): Promise<Course> {
    const { body } = await this.link.request({ case: "readCourse", value: {} });
    if (body.case !== "course") throw new Error(`a course was answered by ${body.case}`);
    return plain(body.value);
  }

  /** Where the file of the entered world can be fetched, once it has ended. */
  async copy(): Promise<WorldCopy> {
    const { body } = await this.link.request({ case: "askCopy", value: {} });
    if (body.case !== "worldCopy") throw new Error(`a copy was answered by ${body.case}`);
    return body.value;
  }

  /** The entered world right after a tick closed, with the own part of a seat (0: without). */
  async past(tick: number, asSeatId: number): Promise<Past> {
    const { body } = await this.link.request({ case: "readPast", value: { tick, asSeatId } });
    if (body.case !== "past") throw new Error(`a past was answered by ${body.case}`);
    return body.value;
  }

  /**
   * What led a figure of mine, or of an enterprise whose books are open to me, from the close before to the last; or, `then`, of an
   * earlier close and as a seat could ask at that time.
   */
  async why(figure: Figure, enterpriseId = 0, then: { tick?: number; asSeatId?: number } = {}): Promise<Why> {
    const { body } = await this.link.request({ case: "askWhy", value: { figure, enterpriseId, ...then } });
    if (body.case !== "why") throw new Error(`a why was answered by ${body.case}`);
    return plain(body.value);
  }

  /** What a draft would bring at the next close; nothing is decided by asking. */
  async forecast(draft: readonly Deed[]): Promise<Forecast> {
    const value = { draft: draft.map((action) => ({ action })) };
    const { body } = await this.link.request({ case: "askForecast", value });
    if (body.case !== "forecast") throw new Error(`a forecast was answered by ${body.case}`);
    return plain(body.value);
  }

  /** Any request whose failure is somebody else's concern. */
  async quietly(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
    }
  }
}

const KEY = Symbol("session");
export const provideSession = (session: Session): Session => setContext(KEY, session);
export const useSession = (): Session => getContext<Session>(KEY);
export const useWorld = (): World => useSession().world;

export function browserSurroundings(): Surroundings {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return {
    socket: () => new WebSocket(`${scheme}://${location.host}/ws`, PROTOCOL) as unknown as Socket,
    client: deviceName(navigator.userAgent),
    readToken: () => recall(TOKEN),
    writeToken: (token) => remember(TOKEN, token),
    now: () => Date.now(),
    random: () => Math.random(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

export const ownAssetVersion = (): string => {
  const version = document.querySelector<HTMLMetaElement>('meta[name="asset-version"]')?.content ?? "";
  return version.startsWith("%") ? "" : version;
};

export type { Body };
