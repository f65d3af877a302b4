// A stand-in for the server, for looking at pages and testing them fast: static files under the real security headers, and a
// make-believe world behind /ws. Its tick closes when every connected player is ready, or every TICK_SECONDS if that is set.
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { WebSocketServer } from "ws";
import { Controller, Good, Role } from "../src/gen/technotariat/v1/economy_pb.js";
import { ErrorCode } from "../src/gen/technotariat/v1/error_pb.js";
import { HouseRole, SpectatorSight } from "../src/gen/technotariat/v1/house_pb.js";
import { ClientEnvelopeSchema, ServerEnvelopeSchema } from "../src/gen/technotariat/v1/session_pb.js";
import { Accounts, accountRequests } from "./stand-in/accounts.mjs";
import { apply } from "./stand-in/actions.mjs";
import { Economy, WORKER_SEATS } from "./stand-in/economy.mjs";
import { House, houseRequests, refusal } from "./stand-in/house.mjs";
import { forecast, why } from "./stand-in/answers.mjs";
import { LadderHall, ladderRequests } from "./stand-in/ladder.mjs";
import { pastRequests, Tape } from "./stand-in/past.mjs";
import { Arena, REPORT, REPORT_POLICY, tournamentRequests } from "./stand-in/tournaments.mjs";
import { routineRequests, runRoutines } from "./stand-in/routines.mjs";
import { me, snapshot } from "./stand-in/views.mjs";

const FORTNIGHT_MS = 14 * 86_400_000;
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types svelte-trusted-html app-sw",
].join("; ");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

const scenario = (name, title, households, finalTick, tickSeconds, seats) => ({
  name,
  title,
  households,
  finalTick,
  tickSeconds,
  capitalistSeats: seats[0],
  memberSeats: seats[1],
  workerSeats: seats[2],
});
const SCENARIOS = [
  scenario("valley", "A valley", 640, 60, 45, [2, 3, WORKER_SEATS]),
  scenario("outpost", "An outpost", 80, 40, 20, [1, 1, 4]),
];

function serveFile(root, request, response) {
  let relative = path.normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  let file = path.join(root, relative);
  if (!file.startsWith(root)) return void response.writeHead(403).end();
  if (!existsSync(file) || statSync(file).isDirectory()) {
    if (path.extname(relative)) return void response.writeHead(404).end();
    relative = "/index.html";
    file = path.join(root, relative);
  }
  const headers = {
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    vary: "accept-encoding",
    "cache-control": relative.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if ((request.headers["accept-encoding"] ?? "").includes("br") && existsSync(`${file}.br`)) {
    headers["content-encoding"] = "br";
    file += ".br";
  }
  response.writeHead(200, { ...headers, "content-length": statSync(file).size });
  createReadStream(file).pipe(response);
}

class Room {
  constructor(name, title, tickSeconds) {
    this.name = name;
    this.economy = new Economy({ title, seed: 7 + name.length });
    this.tape = new Tape(this.economy, name);
    this.tickMs = tickSeconds * 1000;
    this.paused = false;
    this.house = new House();
    this.sequence = 1;
    this.frames = [];
    this.viewers = new Set();
    this.started = Date.now();
  }

  send(viewer, body, requestId = 0, sequence = 0) {
    const envelope = create(ServerEnvelopeSchema, { requestId: BigInt(requestId), sequence: BigInt(sequence), body });
    viewer.socket.send(toBinary(ServerEnvelopeSchema, envelope));
  }

  publish(value) {
    const frame = { sequence: ++this.sequence, body: { case: "delta", value } };
    this.frames.push(frame);
    for (const viewer of this.viewers) if (!this.isBehind(viewer)) this.send(viewer, frame.body, 0, frame.sequence);
  }

  /** The last tick that those without a seat are shown. */
  shown() {
    const { spectatorDelayTicks = 0, spectatorSight } = this.house.rules;
    if (this.economy.finished) return this.economy.tick;
    return spectatorSight === SpectatorSight.NOTHING ? 0 : Math.max(0, this.economy.tick - spectatorDelayTicks);
  }

  isBehind(viewer) {
    const { spectatorDelayTicks = 0, spectatorSight } = this.house.rules;
    return !this.seatOf(viewer) && (spectatorDelayTicks > 0 || spectatorSight === SpectatorSight.NOTHING);
  }

  /** All rows, as this viewer is shown them. */
  arrive(viewer) {
    const value = this.isBehind(viewer) ? this.tape.at(this.shown()).view : snapshot(this.economy, this.name);
    this.send(viewer, { case: "snapshot", value }, 0, this.sequence);
  }

  seatOf(viewer) {
    return this.economy.seats.find((seat) => seat.player === viewer.token);
  }

  clock() {
    const gone = (Date.now() - this.started) % this.tickMs;
    return {
      case: "clock",
      value: {
        tick: this.economy.tick,
        remainingMs: this.tickMs - gone,
        tickMs: this.tickMs,
        paused: this.paused,
        pauseReason: this.paused ? "The host has paused the world." : "",
        ready: this.economy.seats.filter((s) => s.ready && s.name).length,
        wishes: [...this.house.wishes.values()],
        rematchWorld: this.rematch ?? "",
        spectatorDelayTicks: this.house.rules.spectatorDelayTicks ?? 0,
        spectatorSight: this.house.rules.spectatorSight ?? SpectatorSight.PUBLIC,
        spectatorTick: this.shown(),
        present: this.economy.seats.filter((s) => s.controller === Controller.PLAYER).length,
      },
    };
  }

  mine(viewer) {
    const seat = this.seatOf(viewer);
    if (seat) this.send(viewer, { case: "me", value: me(this.economy, seat) });
  }

  close() {
    const events = this.economy.close() ?? [];
    this.tape.record();
    runRoutines(this.economy);
    for (const seat of this.economy.seats) seat.ready = seat.name === "Tobias";
    this.started = Date.now();
    this.publish(snapshot(this.economy, this.name, { events, last: true }));
    for (const viewer of this.viewers) {
      if (this.isBehind(viewer)) this.arrive(viewer);
      this.mine(viewer);
      this.send(viewer, this.clock());
    }
  }

  changed(events = []) {
    const { seats } = snapshot(this.economy, this.name);
    this.publish({ seats, events });
    for (const viewer of this.viewers) this.send(viewer, this.clock());
  }
}

class Hall {
  constructor(tickSeconds, assetVersion) {
    this.assetVersion = assetVersion;
    this.rooms = [
      new Room("weir-valley", "Weir Valley", tickSeconds),
      new Room("sunday-club", "The Sunday Club", tickSeconds),
    ];
    this.rooms[1].paused = true;
    this.guests = 0;
    this.ids = new Map(); // a guest's number by token
    this.accounts = new Accounts();
    this.arena = new Arena();
    this.ladder = new LadderHall();
    this.answered = new Map(); // by token and request, so that a request sent twice is done once
  }

  list(viewer, first) {
    const worlds = this.rooms.map((room) => ({
      name: room.name,
      title: room.economy.title,
      scenario: "valley",
      tick: room.economy.tick,
      finalTick: room.economy.finalTick,
      status: room.economy.finished ? 2 : 1,
      players: room.economy.seats.filter((s) => s.name).length,
      freeCapitalistSeats: room.economy.seats.filter((s) => !s.name && s.role === 1).length,
      freeMemberSeats: room.economy.seats.filter((s) => !s.name && s.role === 2).length,
      freeWorkerSeats: WORKER_SEATS - room.economy.seats.filter((s) => s.name && s.role === 3).length,
      mine: room.seatOf(viewer) !== undefined,
      paused: room.paused,
      failed: false,
      byInvitation: Boolean(room.house.rules.byInvitation) && !room.house.people.has(viewer.guestId),
      unlisted: Boolean(room.house.rules.unlisted),
      goesMs: room.goesMs ?? 0n,
    }));
    worlds.sort((a, b) => Number(b.name === first) - Number(a.name === first));
    return { case: "worldList", value: { worlds, scenarios: SCENARIOS } };
  }

  /** The first firm's books, after somebody else has set what is given. */
  owner(given) {
    const [room] = this.rooms;
    const { firm } = room.economy.people.get(room.economy.enterprises[0].headId);
    for (const [key, value] of given) firm[key] = Number(value);
    for (const viewer of room.viewers) room.mine(viewer);
    return { wage: firm.wage, places: firm.places };
  }

  receive(viewer, { requestId, body }) {
    const id = Number(requestId);
    const key = `${viewer.token}/${id}`;
    const reply = (answer) => {
      if (answer.case === "receipt") this.answered.set(key, answer);
      this.rooms[0].send(viewer, answer, id);
    };
    const earlier = this.answered.get(key);
    if (earlier) return reply({ case: "receipt", value: { ...earlier.value, repeated: true } });
    const handle = this[body.case];
    if (!handle) return reply(refusal(ErrorCode.UNKNOWN_REQUEST, "This stand-in does not know that request."));
    handle.call(this, viewer, body.value, reply);
  }

  hello(viewer, { token, name, client }, reply) {
    viewer.token = token || `guest-${++this.guests}-${Date.now()}`;
    viewer.guestId ??= this.guestIdOf(viewer.token);
    viewer.name = name || viewer.name || "Guest";
    viewer.client = client;
    reply(this.welcome(viewer));
  }

  guestIdOf(token) {
    if (!this.ids.has(token)) this.ids.set(token, String(1000 + this.ids.size));
    return this.ids.get(token);
  }

  welcome(viewer) {
    return {
      case: "welcome",
      value: {
        protocolVersion: 1,
        assetVersion: this.assetVersion,
        token: viewer.token,
        guestId: viewer.guestId,
        name: viewer.name,
        serverVersion: "stand-in",
        claimed: this.accounts.accounts.has(viewer.token),
      },
    };
  }

  ping(_viewer, _value, reply) {
    reply({ case: "pong", value: {} });
  }

  listWorlds(viewer, _value, reply) {
    reply(this.list(viewer));
  }

  // Any figure: it stood a little lower, and two causes led to what it is.
  askWhy(viewer, { figure, enterpriseId }, reply) {
    reply({ case: "why", value: why(viewer.room.economy, viewer.room.seatOf(viewer), figure, enterpriseId) });
  }

  askForecast(viewer, _value, reply) {
    reply({ case: "forecast", value: forecast(viewer.room.economy, viewer.room.seatOf(viewer)) });
  }

  askScores(viewer, _value, reply) {
    const { economy } = viewer.room;
    if (!economy.finished) return reply(refusal(ErrorCode.BUSY, "Scores are worked out when the world has ended."));
    const rows = economy.seats
      .filter((seat) => seat.name)
      .map((seat, at) => ({
        seatId: seat.id,
        standingBp: seat.standingBp,
        ghostBp: 400 + 10 * at,
        scoreBp: seat.standingBp - 400 - 10 * at,
      }));
    reply({ case: "scores", value: { rows } });
  }

  createWorld(viewer, { title, scenario, tickSeconds, rules, password, rematchOf }, reply) {
    if (!SCENARIOS.some((known) => known.name === scenario))
      return reply(refusal(ErrorCode.MALFORMED, "There is no such scenario.", "create_world.scenario"));
    const name = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${this.rooms.length}`;
    const room = new Room(name, title, tickSeconds || 60);
    this.rooms.push(room);
    Object.assign(room.house, { rules: rules ?? {}, password });
    room.goesMs = BigInt(Date.now() + FORTNIGHT_MS);
    room.house.come(viewer);
    const before = this.rooms.find((one) => one.name === rematchOf);
    if (before) before.rematch = name;
    reply(this.list(viewer, name));
  }

  enterWorld(viewer, { world, resumeAfter, key }, reply) {
    const room = this.rooms.find((r) => r.name === world);
    if (!room)
      return reply(refusal(ErrorCode.UNKNOWN_WORLD, `There is no world called "${world}" here.`, "enter_world.world"));
    const shut = room.house.door(viewer, key, room.seatOf(viewer) !== undefined);
    if (shut) return reply(shut);
    viewer.room?.viewers.delete(viewer);
    viewer.room = room;
    const person = room.house.come(viewer);
    person.token = viewer.token;
    const missed = room.frames.filter((frame) => frame.sequence > Number(resumeAfter));
    const resumed = Number(resumeAfter) > 0 && !room.isBehind(viewer);
    const seat = room.seatOf(viewer);
    reply({
      case: "entered",
      value: { world, resumed, epoch: "1", seatId: seat?.id ?? 0, host: room.house.isHost(viewer), role: person.role },
    });
    if (resumed) for (const frame of missed) room.send(viewer, frame.body, 0, frame.sequence);
    else room.arrive(viewer);
    room.viewers.add(viewer);
    room.mine(viewer);
    room.send(viewer, room.clock());
    room.send(viewer, { case: "chat", value: { lines: room.house.readable(viewer) } });
  }

  takeSeat(viewer, { role, seatId }, reply) {
    const seats = viewer.room.economy.seats;
    let seat = seats.find((s) => (seatId ? s.id === seatId : s.role === role && !s.name));
    if (!seat && role === Role.WORKER) seat = viewer.room.economy.seatWorker(WORKER_SEATS);
    if (!seat) return reply(refusal(ErrorCode.NO_FREE_SEAT, "No free seat of this kind is left. Choose another."));
    const wasBehind = viewer.room.isBehind(viewer);
    Object.assign(seat, { player: viewer.token, name: viewer.name, controller: Controller.PLAYER });
    if (wasBehind) viewer.room.arrive(viewer);
    reply({ case: "receipt", value: { tick: viewer.room.economy.tick + 1, journalIndex: 1n } });
    viewer.room.changed();
    viewer.room.mine(viewer);
  }

  leaveSeat(viewer, _value, reply) {
    const seat = viewer.room.seatOf(viewer);
    if (seat) Object.assign(seat, { player: undefined, name: "", controller: Controller.VACANT });
    if (viewer.room.isBehind(viewer)) viewer.room.arrive(viewer);
    reply({ case: "receipt", value: { tick: viewer.room.economy.tick + 1, journalIndex: 1n } });
    viewer.room.changed();
  }

  act(viewer, { action }, reply) {
    const seat = viewer.room.seatOf(viewer);
    if (!seat) return reply(refusal(ErrorCode.NOT_SEATED, "Take a seat first."));
    const { error, event } = apply(viewer.room.economy, seat, action);
    if (error) return reply(refusal(error.code, error.text, error.field));
    reply({ case: "receipt", value: { tick: viewer.room.economy.tick + 1, journalIndex: 2n } });
    if (event) viewer.room.changed([event]);
    viewer.room.mine(viewer);
  }

  setReady(viewer, { ready }, reply) {
    const seat = viewer.room.seatOf(viewer);
    if (!seat) return reply(refusal(ErrorCode.NOT_SEATED, "Take a seat first."));
    seat.ready = ready;
    reply({ case: "receipt", value: { tick: viewer.room.economy.tick + 1, journalIndex: 0n } });
    const waiting = viewer.room.economy.seats.filter((s) => s.player && !s.ready);
    if (ready && waiting.length === 0) viewer.room.close();
    else viewer.room.changed();
  }
}
Object.assign(
  Hall.prototype,
  houseRequests,
  accountRequests,
  pastRequests,
  tournamentRequests,
  routineRequests,
  ladderRequests,
);

export function start({ dir = "dist", port = 0, tickSeconds = 0 } = {}) {
  const root = path.resolve(dir);
  const note = path.join(root, "asset-version.txt");
  const viewers = new Set();
  const hall = new Hall(tickSeconds || 45, existsSync(note) ? readFileSync(note, "utf8").trim() : "");
  const server = http.createServer((request, response) => {
    if (request.url === "/test/drop") {
      for (const client of sockets.clients) client.terminate();
      response.end();
    } else if (request.url === "/test/close") {
      hall.rooms[0].close();
      response.end();
    } else if (request.url === "/test/finish") {
      hall.rooms[0].economy.tick = hall.rooms[0].economy.finalTick - 1;
      hall.rooms[0].close();
      response.end();
    } else if (request.url.startsWith("/test/house")) {
      // Somebody else's deed: the rules of the first house, its password, or a line said there.
      const asked = new URL(request.url, "http://x").searchParams;
      const [room] = hall.rooms;
      if (asked.has("invite")) Object.assign(room.house, { hosted: false, password: "open sesame" });
      if (asked.has("invite")) room.house.rules = { byInvitation: true };
      if (asked.has("guest")) room.house.hosted = false;
      if (asked.has("spectators")) room.house.newcomers = HouseRole.SPECTATOR;
      if (asked.has("late")) room.house.rules = { spectatorDelayTicks: Number(asked.get("late")) };
      if (asked.has("shut")) room.house.rules = { spectatorSight: SpectatorSight.NOTHING };
      if (asked.has("say")) {
        const line = room.house.say(room.house.people.get("2001"), { channel: 1, text: asked.get("say") });
        for (const viewer of room.viewers) room.send(viewer, { case: "chat", value: { lines: [line] } });
      }
      response.end();
    } else if (request.url.startsWith("/test/owner")) {
      response.end(JSON.stringify(hall.owner(new URL(request.url, "http://x").searchParams)));
    } else if (request.url.startsWith("/test/young")) {
      const { economy } = hall.rooms[0];
      const moments = Number(new URL(request.url, "http://x").searchParams.get("moments"));
      economy.history = economy.history.slice(-moments);
      response.end();
    } else if (request.url === "/test/quarry") {
      hall.rooms[0].economy.enterprises[0].product = Good.MATERIALS;
      response.end();
    } else if (request.url === "/test/damage") {
      hall.shut = true;
      response.end();
    } else if (request.url === "/test/mend") {
      hall.shut = false;
      response.end();
    } else if (request.url.startsWith("/test/tournaments")) {
      // The first one is played on; or nobody may open any more; and what was last asked for.
      const asked = new URL(request.url, "http://x").searchParams;
      if (asked.has("move")) hall.arena.move();
      if (asked.has("state")) hall.arena.all[0].state = Number(asked.get("state"));
      if (asked.has("shut")) hall.arena.mayOpen = false;
      if (asked.has("empty")) hall.arena.all = [];
      response.end(JSON.stringify(hall.arena.wish ?? null));
    } else if (/^\/tournaments\/league-p4r2\/report\.html$/.test(request.url)) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": REPORT_POLICY });
      response.end(REPORT);
    } else if (request.url.startsWith("/test/ladder")) {
      hall.ladder.change(new URL(request.url, "http://x").searchParams, hall.rooms[0], viewers);
      response.end();
    } else if (request.url === "/test/reset") {
      for (const client of sockets.clients) client.terminate();
      Object.assign(hall, new Hall(tickSeconds || 45, hall.assetVersion), { shut: false });
      response.end();
    } else serveFile(root, request, response);
  });
  const sockets = new WebSocketServer({ server, path: "/ws", perMessageDeflate: false });
  sockets.on("connection", (socket) => {
    const viewer = { socket, token: "", name: "", room: undefined };
    viewers.add(viewer);
    socket.on("message", (data) => hall.receive(viewer, fromBinary(ClientEnvelopeSchema, new Uint8Array(data))));
    socket.on("close", () => {
      viewers.delete(viewer);
      viewer.room?.viewers.delete(viewer);
    });
  });
  if (tickSeconds)
    setInterval(() => hall.rooms.filter((room) => !room.paused).forEach((room) => room.close()), tickSeconds * 1000);
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server.address().port)));
}

if (process.argv[1] === import.meta.filename) {
  const port = await start({
    port: Number(process.env.PORT ?? 8080),
    dir: process.env.DIR ?? "dist",
    tickSeconds: Number(process.env.TICK_SECONDS ?? 0),
  });
  console.log(`stand-in on http://127.0.0.1:${port}`);
}
