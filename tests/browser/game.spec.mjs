// A whole game in browsers against the real server: two people in two roles, every tick closed by both being ready, the server killed without
// warning half way. Afterwards the world's file proves itself, and its replay comes to the hashes that a witness saw.
import { base as test, expect } from "./playwright.mjs";
import { Person } from "./person.mjs";
import { Server } from "./server.mjs";
import { Watcher } from "./watcher.mjs";

const FIRST_END = 54; // a sitting ends by chance in one of its last seven ticks
const LAST_END = 60;
const KILL_AT = 30;
const SEED = 7; // a world of a known course

/** Both ready; done when both see a later tick. */
async function playTick(people, tick) {
  for (const person of people) await person.beReady();
  for (const person of people) await expect.poll(() => person.tick(), { timeout: 30_000 }).toBeGreaterThan(tick);
}

/** Both came back by themselves, to their own seats, in the tick they left. */
async function expectBack(people, tick) {
  for (const person of people) {
    await expect(person.page.getByTitle("Connected")).toBeVisible({ timeout: 60_000 });
    await expect(person.readyButton).toBeVisible();
    expect(await person.tick()).toBe(tick);
  }
}

/** Each tick's hash by the replay of the world's file; the command line writes hashes in hexadecimal, the protocol in decimal. */
function replayedHashes(server, world) {
  const { status, stdout, text } = server.world("replay", "--data", server.data, world, "--json");
  expect(status, text).toBe(0);
  return new Map(JSON.parse(stdout).map(({ tick, state_hash }) => [tick, BigInt(`0x${state_hash}`)]));
}

test(`two people play a whole game through a killed server, and the world's file proves it (seed ${SEED})`, async ({ browser }) => {
  const server = new Server();
  const watcher = new Watcher();
  try {
    const founded = server.world("new", "demo", "--data", server.data, "--scenario", "sitting", "--seed", String(SEED));
    expect(founded.status, founded.text).toBe(0);
    await server.start("--tick-ms", "600000"); // only being ready closes a tick
    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.page.getByRole("button", { name: "Play now" }).click();
    await ann.sit("Capitalist");
    const bob = await Person.arrive(browser, "Bob", server.address);
    await bob.page.goto(`${server.address}/w/${ann.world}/seats`);
    await bob.sit("Co-op member");
    await watcher.watch(server, ann.world);
    const people = [ann, bob];

    let ended = 0;
    for (let tick = 1; (await ann.tick()) !== Infinity; ++tick) {
      expect(await ann.tick()).toBe(tick);
      if (tick % 10 === 1) await ann.offerWage(1000 + 10 * tick, 12); // always more: an agreement with a union would refuse less
      if (tick % 10 === 5) await bob.moveBaseWage(1000 + tick);
      if (tick === KILL_AT) {
        await ann.offerWage(1304, 11);
        await server.kill();
        await server.start("--tick-ms", "600000");
        await expectBack(people, tick);
        await expect(ann.page.getByLabel("Wage", { exact: true })).toHaveValue(/^1.?304/);
        await watcher.watch(server, ann.world);
      }
      await playTick(people, tick);
      ended = tick;
    }
    expect(ended).toBeGreaterThanOrEqual(FIRST_END);
    expect(ended).toBeLessThanOrEqual(LAST_END);

    for (const person of people) {
      await expect(person.page.getByRole("timer")).toContainText("world ended");
      await person.goTo("Standing");
      await expect(person.page.getByRole("heading", { name: "The final standing" })).toBeVisible();
      await expect(person.page.getByText("made the greatest difference")).toBeVisible();
      await expect(person.page.getByText(/^Your seat ended with/)).toBeVisible();
      expect(person.problems).toEqual([]);
    }
    watcher.close();
    await server.stop();

    const verified = server.world("verify", "--data", server.data, ann.world);
    expect(verified.status, verified.text).toBe(0);
    const replayed = replayedHashes(server, ann.world);
    expect(watcher.hashes.size).toBeGreaterThan(ended - 2);
    for (const [tick, hash] of watcher.hashes) if (tick > 0) expect(replayed.get(tick), `tick ${tick}`).toBe(BigInt(hash));
  } finally {
    await server.stop();
    server.remove();
  }
});

test("a guest takes another name before sitting down, and the others see it", async ({ browser }) => {
  const server = new Server();
  try {
    await server.start();
    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.callYourself();
    await ann.page.getByRole("button", { name: "Play now" }).click();
    await ann.sit("Worker");
    const bob = await Person.arrive(browser, "Bob", `${server.address}/w/${ann.world}/seats`);
    await expect(bob.page.getByRole("row", { name: /^Ann\b/ })).toBeVisible();
    expect([...ann.problems, ...bob.problems]).toEqual([]);
  } finally {
    await server.stop();
    server.remove();
  }
});
