// How long a seek takes on the replay page, of the real server in a real browser: `node tests/browser/seeks.mjs [seeks] [seed]`, after
// `./play --build-only` and with $TECHNOTARIAT for a program elsewhere. From the wish to the frame after the one in which the page shows
// that tick's figures; no test, since a busy machine proves nothing.
import { createRequire } from "node:module";
import { Server } from "./server.mjs";

const { chromium } = createRequire(new URL("../../web-client/package.json", import.meta.url))("@playwright/test");

/** The same numbers for the same seed, so that two measurements are of the same seeks. */
function* numbers(seed) {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** In the page, before its own scripts: when the server last said something. */
const listen = () => {
  globalThis.heard = 0;
  globalThis.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => (globalThis.heard = performance.now()));
    }
  };
};

/** In the page: moves the slider, and waits until nothing of an earlier tick is left and the browser has drawn. */
const seek = (tick) =>
  new Promise((resolve) => {
    const slider = document.querySelector(".ribbon input[type=range]");
    const settled = () => document.querySelector(".replay > [aria-busy=false]") !== null && slider.value === String(tick);
    const began = performance.now();
    const look = () => {
      if (!settled()) return void requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve({ whole: performance.now() - began, answer: Math.max(0, globalThis.heard - began) })));
    };
    slider.value = String(tick);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(look);
  });

const told = (seeks) => {
  const sorted = [...seeks].sort((a, b) => a.whole - b.whole);
  const { whole, answer } = sorted.at(-1);
  const median = sorted[sorted.length >> 1].whole;
  return `median ${Math.round(median)} ms, worst ${Math.round(whole)} ms (the server's answer after ${Math.round(answer)} ms)`;
};

const count = Number(process.argv[2] ?? 30);
const chance = numbers(Number(process.argv[3] ?? 1));
const server = new Server();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const args of [["new", "game", "--scenario", "sitting", "--seed", "7"], ["run", "game"]]) {
    const { status, text } = server.world(...args, "--data", server.data);
    if (status !== 0) throw new Error(text);
  }
  await server.start("--no-demo");
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(listen);
  for (const view of ["town", "market", "society", "news"]) {
    await page.goto(`${server.address}/w/game/replay/${view}?tick=0`);
    await page.locator(".replay > [aria-busy=false] h1").waitFor();
    const last = Number(await page.locator(".ribbon input[type=range]").getAttribute("max"));
    const [fresh, again] = [[], []];
    const seen = new Set([0]);
    let now = 0;
    while (fresh.length + again.length < count) {
      const tick = Math.floor(chance.next().value * (last + 1));
      if (tick === now) continue;
      (seen.has(tick) ? again : fresh).push(await page.evaluate(seek, tick));
      seen.add((now = tick));
    }
    const parts = [["ticks not seen before", fresh], ["seen before", again]].filter(([, seeks]) => seeks.length > 0);
    console.log(`${view}, ${count} seeks over ${last} ticks: ${told([...fresh, ...again])}`);
    for (const [what, seeks] of parts) console.log(`  ${seeks.length} of ${what}: ${told(seeks)}`);
  }
} finally {
  await browser.close();
  await server.stop();
  server.remove();
}
