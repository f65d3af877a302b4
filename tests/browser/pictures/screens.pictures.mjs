// Every screen of the game, on a desk and on a phone, by day and by night, out of one played sitting: docs/screens.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { base as test, expect } from "../playwright.mjs";
import { Person } from "../person.mjs";
import { Server } from "../server.mjs";

const TICKS = 12;
const SEED = 7;
const folder = new URL("../../../docs/screens/", import.meta.url).pathname;
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const TALLEST = 2000; // of a picture, in pixels: what comes below is more of the same table

/** Screens that somebody with a seat sees, by who sees them. */
const IN_PLAY = {
  Ann: ["town", "market", "enterprise", "shares", "work", "society", "standing", "news", "seats", "people", "chat"],
  Bob: ["assembly"],
};

async function picture(page, name) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.evaluate(() => scrollTo(0, 0));
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: viewport.width, height: Math.min(TALLEST, Math.max(viewport.height, height)) });
      await page.screenshot({ path: `${folder}${name}-${size}-${colorScheme}.jpg`, type: "jpeg", quality: 50, animations: "disabled" });
      await page.setViewportSize(viewport);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(SIZES.desktop);
  taken.push(name);
}
const taken = [];

async function allReady(people, tick) {
  for (const person of people) await person.beReady();
  for (const person of people) await expect.poll(() => person.tick(), { timeout: 30_000 }).toBeGreaterThan(tick);
}

test("pictures of every screen", async ({ browser }) => {
  test.setTimeout(0); // as long as a sitting takes here
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const server = new Server();
  try {
    const founded = server.world("new", "demo", "--data", server.data, "--scenario", "sitting", "--seed", String(SEED));
    expect(founded.status, founded.text).toBe(0);
    await server.start("--tick-ms", "600000");
    const ann = await Person.arrive(browser, "Ann", server.address);
    await expect(ann.page.getByRole("button", { name: "Play now" })).toBeVisible();
    await expect(ann.page.locator("a.title").first()).toBeVisible(); // the list of worlds
    await picture(ann.page, "lobby");
    for (const place of ["host", "account", "glossary"]) {
      await ann.page.goto(`${server.address}/${place}`);
      await expect(ann.page.getByRole("heading", { level: 1 })).toBeVisible();
      await picture(ann.page, place);
    }
    await ann.page.goto(server.address);
    await ann.page.getByRole("button", { name: "Play now" }).click();
    await ann.sit("Capitalist");
    const bob = await Person.arrive(browser, "Bob", server.address);
    await bob.page.goto(`${server.address}/w/${ann.world}/seats`);
    await bob.sit("Co-op member");
    const cid = await Person.arrive(browser, "Cid", server.address);
    await cid.page.goto(`${server.address}/w/${ann.world}/seats`);
    await cid.sit("Worker");
    await cid.page.getByRole("button", { name: "Tell me how" }).click();
    await picture(cid.page, "first-steps");
    for (const person of [ann, bob, cid]) await person.page.getByRole("button", { name: "I know my way" }).click();
    const people = [ann, bob, cid];
    for (let tick = 1; tick <= TICKS; ++tick) {
      if (tick % 5 === 1) await ann.offerWage(1000 + 10 * tick, 12);
      if (tick === TICKS) await bob.moveBaseWage(1100);
      await allReady(people, tick);
    }
    const by = { Ann: ann, Bob: bob };
    for (const [name, screens] of Object.entries(IN_PLAY)) {
      const { page } = by[name];
      for (const screen of screens) {
        await page.goto(`${server.address}/w/${ann.world}/${screen}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await picture(page, screen);
      }
    }
    await ann.page.goto(`${server.address}/w/${ann.world}/replay/town?tick=${TICKS - 2}`);
    await expect(ann.page.getByText(`Tick ${TICKS - 2} of`)).toBeVisible();
    await picture(ann.page, "replay");
    // The rest of it is played by one: nobody waits for those who have gone.
    for (const gone of [bob, cid]) await gone.page.context().close();
    await ann.page.goto(`${server.address}/w/${ann.world}/town`);
    for (let tick = await ann.tick(); tick !== Infinity; tick = await ann.tick()) await allReady([ann], tick);
    await ann.page.goto(`${server.address}/w/${ann.world}/standing`);
    await expect(ann.page.getByText("made the greatest difference")).toBeVisible({ timeout: 60_000 });
    await picture(ann.page, "results");
    writeFileSync(`${folder}README.md`, gallery());
  } finally {
    await server.stop();
    server.remove();
  }
});

function gallery() {
  const cell = (name, size, scheme) => `[![${name}, ${size}, ${scheme}](${name}-${size}-${scheme}.jpg)](${name}-${size}-${scheme}.jpg)`;
  const kinds = Object.keys(SIZES).flatMap((size) => ["light", "dark"].map((scheme) => [size, scheme]));
  const rows = taken.map((name) => `| ${name} | ${kinds.map((kind) => cell(name, ...kind)).join(" | ")} |`);
  return [
    "# Screens",
    "",
    "Every screen of the game, out of one played sitting; taken by `tools/screenshots screens`.",
    "",
    `| screen | ${kinds.map((kind) => kind.join(", ")).join(" | ")} |`,
    `|---|${kinds.map(() => "---|").join("")}`,
    ...rows,
    "",
  ].join("\n");
}
