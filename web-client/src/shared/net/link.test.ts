import { create, fromBinary, toBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { beforeEach, describe, expect, it } from "vitest";
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { ClientEnvelopeSchema, ServerEnvelopeSchema, type ClientEnvelope } from "../../gen/technotariat/v1/session_pb";
import { Link, RequestError, type Socket, type Status } from "./link";

type Answer = NonNullable<MessageInitShape<typeof ServerEnvelopeSchema>["body"]>;

/** One end of a line; the test is the server. */
class FakeSocket implements Socket {
  binaryType = "";
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  readonly sent: ClientEnvelope[] = [];
  send(data: Uint8Array): void {
    this.sent.push(fromBinary(ClientEnvelopeSchema, data));
  }
  close(): void {
    this.onclose?.();
  }
  say(body: Answer, requestId = 0n, sequence = 0n): void {
    const bytes = toBinary(ServerEnvelopeSchema, create(ServerEnvelopeSchema, { requestId, sequence, body }));
    this.onmessage?.({ data: bytes.slice().buffer });
  }
  last(): ClientEnvelope {
    const envelope = this.sent.at(-1);
    if (!envelope) throw new Error("nothing was sent");
    return envelope;
  }
  kinds(): (string | undefined)[] {
    return this.sent.map((envelope) => envelope.body.case);
  }
}

const delta: Answer = { case: "delta", value: {} };

describe("the link", () => {
  let sockets: FakeSocket[];
  let timers: (() => void)[];
  let token: string;
  let frames: (string | undefined)[];
  let statuses: Status[];
  let farewells: string[];
  let link: Link;

  const socket = (): FakeSocket => {
    const now = sockets.at(-1);
    if (!now) throw new Error("no socket yet");
    return now;
  };
  const runTimer = (): void => timers.pop()?.();
  const greet = (): void => {
    socket().onopen?.();
    socket().say({ case: "welcome", value: { token: "key", name: "Ada" } }, socket().last().requestId);
  };
  const enter = (resumed: boolean): void => {
    const entering = socket().sent.findLast((envelope) => envelope.body.case === "enterWorld");
    socket().say({ case: "entered", value: { world: "w", resumed, epoch: "e1" } }, entering?.requestId ?? 0n);
  };

  beforeEach(() => {
    sockets = [];
    timers = [];
    token = "";
    frames = [];
    statuses = [];
    farewells = [];
    link = new Link(
      {
        socket: () => {
          const fresh = new FakeSocket();
          sockets.push(fresh);
          return fresh;
        },
        readToken: () => token,
        writeToken: (value) => (token = value),
        now: () => 1_800_000_000_000,
        random: () => 0.5,
        later: (run) => {
          timers.push(run);
          return () => timers.splice(timers.indexOf(run), 1);
        },
      },
      {
        status: (status) => statuses.push(status),
        welcome: () => undefined,
        frame: (envelope) => frames.push(envelope.body.case),
        farewell: (text) => farewells.push(text),
      },
    );
    link.start();
  });

  it("greets first, keeps the token, and numbers requests within 53 bits", () => {
    greet();
    expect(socket().kinds()).toEqual(["hello"]);
    expect(token).toBe("key");
    expect(statuses).toEqual(["connecting", "live"]);
    expect(Number.isSafeInteger(Number(socket().last().requestId))).toBe(true);
  });

  it("holds requests back until greeted, then sends them", () => {
    void link.request({ case: "listWorlds", value: {} });
    socket().onopen?.();
    expect(socket().kinds()).toEqual(["hello"]);
    socket().say({ case: "welcome", value: { token: "key" } }, socket().last().requestId);
    expect(socket().kinds()).toEqual(["hello", "listWorlds"]);
  });

  it("turns an error into a rejection with code, text and field", async () => {
    greet();
    const asked = link.request({ case: "leaveSeat", value: {} });
    const error = { code: ErrorCode.NOT_SEATED, text: "Take a seat first.", field: "leave_seat" };
    socket().say({ case: "error", value: error }, socket().last().requestId);
    await expect(asked).rejects.toMatchObject({ code: ErrorCode.NOT_SEATED, message: error.text, field: error.field });
    await expect(asked).rejects.toBeInstanceOf(RequestError);
  });

  it("starts over as a new guest when its token is not known", () => {
    token = "stale";
    socket().onopen?.();
    socket().say({ case: "error", value: { code: ErrorCode.BAD_TOKEN, text: "Unknown." } }, socket().last().requestId);
    expect(socket().last().body).toMatchObject({ case: "hello", value: { token: "" } });
  });

  it("after a broken line goes back into the world from the last frame, then sends unanswered requests under their old numbers", async () => {
    greet();
    void link.enter("w");
    enter(false);
    socket().say({ case: "snapshot", value: {} }, 0n, 7n);
    socket().say(delta, 0n, 8n);
    const acted = link.request({ case: "act", value: { action: { case: "leaveWork", value: {} } } });
    const number = socket().last().requestId;

    socket().close();
    expect(statuses.at(-1)).toBe("offline");
    runTimer();
    greet();
    expect(socket().last().body).toMatchObject({
      case: "enterWorld",
      value: { world: "w", resumeAfter: 8n, epoch: "e1" },
    });
    expect(socket().kinds()).not.toContain("act");

    enter(true);
    expect(socket().last().body.case).toBe("act");
    expect(socket().last().requestId).toBe(number);
    socket().say({ case: "receipt", value: { tick: 3, repeated: true } }, number);
    await expect(acted).resolves.toMatchObject({ body: { case: "receipt" } });
  });

  it("shows each public frame once and asks again after a gap", () => {
    greet();
    void link.enter("w");
    enter(false);
    socket().say({ case: "snapshot", value: {} }, 0n, 0n);
    socket().say(delta, 0n, 1n);
    socket().say(delta, 0n, 1n);
    expect(frames).toEqual(["entered", "snapshot", "delta"]);
    socket().say(delta, 0n, 3n);
    expect(frames).toHaveLength(3);
    expect(socket().last().body).toMatchObject({ case: "enterWorld", value: { resumeAfter: 1n } });
    enter(true);
    socket().say(delta, 0n, 2n);
    socket().say(delta, 0n, 3n);
    expect(link.sequence).toBe(3);
  });

  it("takes a snapshot when the server cannot resume", () => {
    greet();
    void link.enter("w");
    enter(false);
    socket().say({ case: "snapshot", value: {} }, 0n, 90n);
    socket().close();
    runTimer();
    greet();
    enter(false);
    socket().say(delta, 0n, 2n); // of the run before
    socket().say({ case: "snapshot", value: {} }, 0n, 1n);
    socket().say(delta, 0n, 2n);
    expect(link.sequence).toBe(2);
    expect(frames.filter((kind) => kind === "delta")).toHaveLength(1);
  });

  it("follows other frames from where the server lets it in anew, unasked", () => {
    greet();
    void link.enter("w");
    enter(false);
    socket().say({ case: "snapshot", value: {} }, 0n, 90n);
    socket().say({ case: "entered", value: { world: "w", epoch: "e2" } });
    socket().say(delta, 0n, 91n); // of the frames before
    socket().say({ case: "snapshot", value: {} }, 0n, 4n);
    socket().say(delta, 0n, 5n);
    expect(link.sequence).toBe(5);
    expect(frames).toEqual(["entered", "snapshot", "entered", "snapshot", "delta"]);
    socket().close();
    runTimer();
    greet();
    expect(socket().last().body).toMatchObject({ case: "enterWorld", value: { resumeAfter: 5n, epoch: "e2" } });
  });

  it("stays away when told not to come back", () => {
    greet();
    socket().say({ case: "goodbye", value: { reconnect: false, reason: { text: "Opened elsewhere." } } });
    expect(farewells).toEqual(["Opened elsewhere."]);
    expect(statuses.at(-1)).toBe("ended");
    expect(sockets).toHaveLength(1);
  });

  it("brings the key to a closed door, and goes back in without it", async () => {
    link.start();
    greet();
    const inside = link.enter("w", "code");
    expect(socket().last().body.value).toMatchObject({ world: "w", key: "code" });
    enter(false);
    await inside;
    socket().close();
    runTimer();
    greet();
    expect(socket().last().body.value).toMatchObject({ world: "w", key: "" });
  });

  it("keeps the token of whom one logs in as, and is in no world then", async () => {
    link.start();
    greet();
    const inside = link.enter("w");
    enter(false);
    await inside;
    const known = link.request({ case: "logIn", value: { login: "ada", secret: "tree lamp oar" } });
    socket().say({ case: "welcome", value: { token: "other", name: "Ada" } }, socket().last().requestId);
    await known;
    expect(token).toBe("other");
    socket().close();
    runTimer();
    greet();
    expect(socket().kinds()).toEqual(["hello"]);
  });

  it("starts anew as somebody without a token, and leaves behind what was on its way", () => {
    link.start();
    greet();
    void link.request({ case: "readAccount", value: {} });
    const before = sockets.length;
    link.startAnew();
    expect(sockets).toHaveLength(before + 1);
    expect(token).toBe("");
    greet();
    expect(socket().kinds()).toEqual(["hello"]);
    expect(statuses.at(-1)).toBe("live");
  });
});
