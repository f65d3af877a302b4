// Looking back at a whole game on the real server: the past is the one that the file proves, a seek is quick, every seat can be looked from, and
// a world that runs shows nobody what is not theirs.
import { base as test, expect, WebSocket } from "./playwright.mjs";
import { Person } from "./person.mjs";
import { Server } from "./server.mjs";

const SEEK_MOST_MS = 300;

/** Asks over a socket of one's own, in JSON; the answers in the order of the questions. */
async function ask(server, world, bodies) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, ["technotariat.v1.json"]);
  const answers = new Map();
  const first = Date.now() * 1000;
  const all = [{ hello: { protocol_version: 1, name: "Witness" } }, { enter_world: { world } }, ...bodies];
  await new Promise((resolve, reject) => {
    const send = (at) => socket.send(JSON.stringify({ request_id: String(first + at), ...all[at] }));
    socket.on("open", () => send(0));
    socket.on("error", reject);
    socket.on("message", (text) => {
      const envelope = JSON.parse(text);
      const at = Number(envelope.request_id) - first;
      if (envelope.request_id === "0") return;
      answers.set(at, envelope);
      if (at + 1 < all.length) send(at + 1);
      else resolve();
    });
  });
  socket.close();
  return bodies.map((_, at) => answers.get(at + 2));
}

const slider = (page) => page.getByRole("slider", { name: "Tick", exact: true });
const shows = (page, tick) => expect(page.locator(".replay > [aria-busy=false]")).toBeVisible().then(() => expect(page.locator(".replay .tick")).toContainText(`Tick ${tick} of`));

test("a finished game is looked at again, tick by tick and from every seat", async ({ browser }) => {
  const server = new Server();
  try {
    for (const args of [["new", "game", "--scenario", "sitting", "--seed", "7"], ["run", "game"]]) {
      const done = server.world(args[0], args[1], "--data", server.data, ...args.slice(2));
      expect(done.status, done.text).toBe(0);
    }
    const { stdout } = server.world("replay", "game", "--data", server.data, "--json");
    const proved = new Map(JSON.parse(stdout).map(({ tick, state_hash }) => [tick, BigInt(`0x${state_hash}`)]));
    const last = Math.max(...proved.keys());
    await server.start("--no-demo");

    const ticks = [last, 30, 31, 1, 12];
    const answers = await ask(server, "game", [{ read_course: {} }, ...ticks.map((tick) => ({ read_past: { tick } }))]);
    expect(answers[0].course.every_seat).toBe(true);
    for (const [at, tick] of ticks.entries())
      expect(BigInt(answers[at + 1].past.snapshot.world.state_hash), `tick ${tick}`).toBe(proved.get(tick));

    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.page.getByRole("link", { name: /^Replay of/ }).click();
    await expect(slider(ann.page)).toHaveAttribute("max", String(last));
    const seeks = [];
    for (const tick of [41, 7, 58, 23, 24, 25, 50, 3]) {
      const before = Date.now();
      await slider(ann.page).fill(String(Math.min(tick, last)));
      await shows(ann.page, Math.min(tick, last));
      seeks.push(Date.now() - before);
    }
    seeks.sort((a, b) => a - b);
    console.log(`seeks on the page, drawn: median ${seeks[4]} ms, slowest ${seeks.at(-1)} ms`);
    expect(seeks[4]).toBeLessThan(SEEK_MOST_MS);

    const bots = await ann.page.getByLabel("Seen as").locator("option").allInnerTexts();
    expect(bots.length).toBeGreaterThan(1);
    await ann.page.getByLabel("Seen as").selectOption({ index: 1 });
    await expect(ann.page.getByRole("navigation", { name: "What to look at" }).getByRole("link", { name: "Work" })).toBeVisible();
    await ann.page.goto(`${server.address}/w/game/replay/news?tick=${last}`);
    await shows(ann.page, last);
    await expect(ann.page.getByText("The world ended.").first()).toBeVisible();
    expect(ann.problems).toEqual([]);
  } finally {
    await server.stop();
    server.remove();
  }
});
