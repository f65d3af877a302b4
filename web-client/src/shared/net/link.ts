/**
 * One conversation with the server over however many sockets it takes. It must stay true that nothing a person did is lost or done
 * twice: a request keeps its number until it is answered, and is sent again under that number after a reconnection; public frames are
 * counted, and a gap leads back into the world from the last frame seen.
 */
import { create, fromBinary, toBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import {
  ClientEnvelopeSchema,
  ServerEnvelopeSchema,
  type Goodbye,
  type ServerEnvelope,
  type Welcome,
} from "../../gen/technotariat/v1/session_pb";
import { said } from "../i18n/server";

export const PROTOCOL = "technotariat.v1.proto";
const VERSION = 1;
const RETRY_FIRST_MS = 250;
const RETRY_MOST_MS = 10_000;
const PING_EVERY_MS = 15_000;
const SILENCE_MOST_MS = 40_000;

export type Body = NonNullable<MessageInitShape<typeof ClientEnvelopeSchema>["body"]>;
export type Status = "connecting" | "live" | "offline" | "ended";

export class RequestError extends Error {
  constructor(
    readonly code: ErrorCode,
    text: string,
    readonly field: string,
  ) {
    super(said.refusal(code, text));
  }
}

export interface Socket {
  binaryType: string;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null;
  send(data: Uint8Array): void;
  close(): void;
}

export interface Surroundings {
  /** What this device is called in the list of its owner's sessions. */
  client?: string;
  socket(): Socket;
  readToken(): string;
  writeToken(token: string): void;
  now(): number;
  random(): number;
  later(run: () => void, ms: number): () => void;
}

export interface Listener {
  status(status: Status): void;
  welcome(welcome: Welcome): void;
  /** A frame of the entered world, each once and in order, or an own frame outside the sequence. */
  frame(envelope: ServerEnvelope): void;
  farewell(text: string): void;
}

interface Pending {
  id: number;
  body: Body;
  resolve(answer: ServerEnvelope): void;
  reject(error: RequestError): void;
}

export class Link {
  #socket: Socket | undefined;
  #ready = false; // greeted, and inside the world if one is wanted
  #stopped = false;
  #tries = 0;
  #lastId: number;
  #helloId = 0;
  #enterId = 0;
  #heardAt = 0;
  #world = "";
  #epoch = "";
  #sequence = 0;
  #awaitingSnapshot = true;
  #name = "";
  #stopTimer: () => void = () => undefined;
  readonly #pending = new Map<number, Pending>();

  constructor(
    readonly around: Surroundings,
    readonly listener: Listener,
  ) {
    // Later pages start above earlier ones, since nobody sends a thousand requests in a millisecond.
    this.#lastId = around.now() * 1024 + Math.floor(around.random() * 1024);
  }

  get sequence(): number {
    return this.#sequence;
  }

  start(): void {
    this.#stopped = false;
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopTimer();
    this.#socket?.close();
  }

  /** Tries again at once, as when the network returns or the page is looked at again. */
  hurry(): void {
    if (this.#socket || this.#stopped) return;
    this.#stopTimer();
    this.#connect();
  }

  request(body: Body): Promise<ServerEnvelope> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { id: this.#nextId(), body, resolve, reject };
      this.#pending.set(pending.id, pending);
      if (this.#ready) this.#send(pending.id, body);
    });
  }

  /** Greets again under another display name. */
  rename(name: string): Promise<ServerEnvelope> {
    this.#name = name;
    return this.request({ case: "hello", value: this.#hello() });
  }

  /** Goes into a world; resolves when inside. Entering the same world again resumes. A closed door wants a key. */
  enter(world: string, key = ""): Promise<ServerEnvelope> {
    if (world !== this.#world) {
      this.#world = world;
      this.#epoch = "";
      this.#sequence = 0;
    }
    this.#awaitingSnapshot = this.#sequence === 0;
    for (const [id, pending] of this.#pending) if (pending.body.case === "enterWorld") this.#pending.delete(id);
    return this.request(this.#enterBody(key));
  }

  /** Out of the world, as after a host has shown one out: it is not entered again by itself. */
  leave(): void {
    this.#world = "";
    this.#epoch = "";
    this.#sequence = 0;
    this.#awaitingSnapshot = true;
  }

  /** As a new guest: the token is given up, and whatever was on its way with it. */
  startAnew(): void {
    this.stop();
    this.leave();
    this.#pending.clear();
    this.around.writeToken("");
    this.start();
  }

  #enterBody(key = ""): Body {
    return {
      case: "enterWorld",
      value: { world: this.#world, resumeAfter: BigInt(this.#sequence), epoch: this.#epoch, key },
    };
  }

  #hello(): { protocolVersion: number; token: string; name: string; client: string } {
    return {
      protocolVersion: VERSION,
      token: this.around.readToken(),
      name: this.#name,
      client: this.around.client ?? "web",
    };
  }

  #nextId(): number {
    return ++this.#lastId;
  }

  #send(id: number, body: Body): void {
    const envelope = create(ClientEnvelopeSchema, { requestId: BigInt(id), body });
    this.#socket?.send(toBinary(ClientEnvelopeSchema, envelope));
  }

  #connect(): void {
    this.listener.status("connecting");
    const socket = this.around.socket();
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.#heardAt = this.around.now();
      this.#helloId = this.#nextId();
      this.#send(this.#helloId, { case: "hello", value: this.#hello() });
      this.#watch();
    };
    socket.onmessage = (event) => this.#receive(fromBinary(ServerEnvelopeSchema, new Uint8Array(event.data)));
    socket.onclose = () => {
      if (socket === this.#socket) this.#lost();
    };
    this.#socket = socket;
  }

  #lost(): void {
    this.#socket = undefined;
    this.#ready = false;
    this.#stopTimer();
    if (this.#stopped) {
      this.listener.status("ended");
      return;
    }
    this.listener.status("offline");
    const wait = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** this.#tries++) * (0.5 + this.around.random() / 2);
    this.#stopTimer = this.around.later(() => this.#connect(), wait);
  }

  /** A dead line may never close by itself: ask now and then, and hang up after a long silence. */
  #watch(): void {
    this.#stopTimer = this.around.later(() => {
      if (this.around.now() - this.#heardAt > SILENCE_MOST_MS) {
        const socket = this.#socket;
        this.#lost();
        socket?.close();
        return;
      }
      if (this.#ready) this.#send(this.#nextId(), { case: "ping", value: {} });
      this.#watch();
    }, PING_EVERY_MS);
  }

  #receive(envelope: ServerEnvelope): void {
    this.#heardAt = this.around.now();
    const id = Number(envelope.requestId);
    if (id !== 0 && id === this.#helloId) this.#greeted(envelope);
    else if (id !== 0 && id === this.#enterId) this.#entered(envelope);
    else if (envelope.body.case === "goodbye") this.#goodbye(envelope.body.value);
    else if (id !== 0) this.#answered(id, envelope);
    else this.#news(envelope);
  }

  #greeted({ body }: ServerEnvelope): void {
    if (body.case === "error") {
      const { code, text } = body.value;
      if (code === ErrorCode.BAD_TOKEN && this.around.readToken() !== "") {
        this.around.writeToken("");
        this.#helloId = this.#nextId();
        this.#send(this.#helloId, { case: "hello", value: this.#hello() });
        return;
      }
      this.#end(said.refusal(code, text));
      return;
    }
    if (body.case !== "welcome") return;
    this.#tries = 0;
    this.around.writeToken(body.value.token);
    this.listener.welcome(body.value);
    // A world asked for anew is entered by its own pending request; a known one is entered again first, so that orders find it.
    const asked = [...this.#pending.values()].some((pending) => pending.body.case === "enterWorld");
    if (this.#world !== "" && !asked) this.#enterAgain();
    else this.#resume();
  }

  #enterAgain(): void {
    this.#enterId = this.#nextId();
    this.#send(this.#enterId, this.#enterBody());
  }

  #resume(): void {
    this.#ready = true;
    this.listener.status("live");
    const waiting = [...this.#pending.values()];
    // Into the world before anything that is done there.
    const entering = waiting.filter((pending) => pending.body.case === "enterWorld");
    for (const { id, body } of [...entering, ...waiting.filter((pending) => !entering.includes(pending))]) {
      this.#send(id, body);
    }
  }

  #entered(envelope: ServerEnvelope): void {
    this.#enterId = 0;
    if (envelope.body.case === "entered") {
      this.#noteEntry(envelope.body.value.resumed, envelope.body.value.epoch);
      this.listener.frame(envelope);
    } else if (envelope.body.case === "error") {
      this.#world = "";
      this.listener.farewell(said.refusal(envelope.body.value.code, envelope.body.value.text));
    }
    if (!this.#ready) this.#resume();
  }

  #noteEntry(resumed: boolean, epoch: string): void {
    this.#epoch = epoch;
    this.#awaitingSnapshot = !resumed;
  }

  #answered(id: number, envelope: ServerEnvelope): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    const { body } = envelope;
    if (body.case === "error") {
      if (pending.body.case === "enterWorld") this.#world = "";
      pending.reject(new RequestError(body.value.code, body.value.text, body.value.field));
      return;
    }
    if (body.case === "welcome") {
      // Another guest than before has come in through a log-in, and is in no world yet.
      if (pending.body.case === "logIn") this.leave();
      this.around.writeToken(body.value.token);
      this.listener.welcome(body.value);
    }
    if (body.case === "entered") {
      this.#noteEntry(body.value.resumed, body.value.epoch);
      this.listener.frame(envelope);
    }
    pending.resolve(envelope);
  }

  #news(envelope: ServerEnvelope): void {
    const sequence = Number(envelope.sequence);
    if (envelope.body.case === "snapshot") {
      this.#awaitingSnapshot = false;
      this.#sequence = sequence;
      this.listener.frame(envelope);
    } else if (sequence === 0) {
      // Unasked: one has turned from watcher into player or back, and follows other frames from here on.
      if (envelope.body.case === "entered") this.#noteEntry(envelope.body.value.resumed, envelope.body.value.epoch);
      this.listener.frame(envelope);
    } else if (this.#awaitingSnapshot || sequence <= this.#sequence) {
      return; // of the world before, or seen already
    } else if (sequence === this.#sequence + 1) {
      this.#sequence = sequence;
      this.listener.frame(envelope);
    } else if (this.#enterId === 0) {
      this.#enterAgain();
    }
  }

  #goodbye({ reason, reconnect }: Goodbye): void {
    if (!reconnect) this.#end(reason ? said.refusal(reason.code, reason.text) : "");
  }

  #end(text: string): void {
    this.listener.farewell(text);
    this.stop();
  }
}
