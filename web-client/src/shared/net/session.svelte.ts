/** What the whole page shares: the link, the worlds on offer, the entered world, and the requests a person can make. */
import type { MessageInitShape } from "@bufbuild/protobuf";
import { getContext, setContext } from "svelte";
import type { ActionSchema } from "../../gen/technotariat/v1/action_pb";
import type { Role } from "../../gen/technotariat/v1/economy_pb";
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import { Link, PROTOCOL, RequestError, type Body, type Socket, type Status, type Surroundings } from "./link";
import type { Scenario, SeatScore, Summary } from "./model";
import { Frost } from "./frost.svelte";
import { plain } from "./plain";
import { World } from "./world.svelte";

export type Deed = NonNullable<MessageInitShape<typeof ActionSchema>["action"]>;

const TOKEN = "technotariat.token";
const NAME = "technotariat.name";

export class Session {
  status = $state<Status>("connecting");
  name = $state("");
  guestId = $state("");
  stale = $state(false);
  farewell = $state("");
  worlds = $state.raw<readonly Summary[] | null>(null);
  scenarios = $state.raw<readonly Scenario[]>([]);
  readonly world = new World();
  readonly frost = new Frost((envelope) => this.world.receive(envelope));
  readonly link: Link;
  #tick = 0; // as the clock last said, frozen or not

  constructor(
    around: Surroundings,
    readonly ownVersion: string,
  ) {
    this.link = new Link(around, {
      status: (status) => (this.status = status),
      welcome: (welcome) => {
        this.name = welcome.name;
        this.guestId = welcome.guestId;
        this.stale = welcome.assetVersion !== "" && ownVersion !== "" && welcome.assetVersion !== ownVersion;
      },
      frame: (envelope) => {
        if (envelope.body.case === "clock") this.#tick = envelope.body.value.tick;
        this.frost.receive(envelope);
      },
      farewell: (text) => (this.farewell = text),
    });
  }

  async refreshWorlds(): Promise<void> {
    this.#listed(await this.link.request({ case: "listWorlds", value: {} }));
  }

  async createWorld(title: string, scenario: string, tickSeconds: number): Promise<string> {
    this.#listed(await this.link.request({ case: "createWorld", value: { title, scenario, tickSeconds } }));
    return this.worlds?.[0]?.name ?? "";
  }

  #listed({ body }: ServerEnvelope): void {
    if (body.case !== "worldList") return;
    this.worlds = plain(body.value.worlds);
    this.scenarios = plain(body.value.scenarios);
  }

  async enter(world: string): Promise<void> {
    await this.link.enter(world);
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
    const answer = await this.link.request({ case: "act", value: { action } });
    this.frost.acted();
    return answer.body.case === "receipt" ? answer.body.value.tick : 0;
  }

  async ready(ready: boolean): Promise<void> {
    await this.link.request({ case: "setReady", value: { ready, tick: this.#tick } });
  }

  async setClock(paused: boolean, tickSeconds = 0): Promise<void> {
    await this.link.request({ case: "setClock", value: { paused, tickSeconds } });
  }

  /** Of a world that has ended: what difference each made. */
  async scores(): Promise<readonly SeatScore[]> {
    const { body } = await this.link.request({ case: "askScores", value: {} });
    return body.case === "scores" ? plain(body.value.rows) : [];
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

/** Storage may be refused by the browser's settings; the game then lasts as long as the page. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}

export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? "";
  } catch {
    return memory.get(key) ?? "";
  }
}

const memory = new Map<string, string>();

export function browserSurroundings(): Surroundings {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return {
    socket: () => new WebSocket(`${scheme}://${location.host}/ws`, PROTOCOL) as unknown as Socket,
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
