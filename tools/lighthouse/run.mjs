// Lighthouse (mobile, its own throttling) over pages of the real server: `tools/lighthouse/run`. Ends with exit code 1 where a page is under the
// budgets below; its reports lie in build/lighthouse. No part of ./check: the figure for performance depends on how busy the machine is.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { Server } from "../../tests/browser/server.mjs";

const BUDGETS = { performance: 0.9, accessibility: 1, "best-practices": 1 };
const PAGES = { lobby: "/", town: "/w/demo/town", market: "/w/demo/market", society: "/w/demo/society", host: "/host", glossary: "/glossary" };

const out = path.resolve(import.meta.dirname, "../../build/lighthouse");
mkdirSync(out, { recursive: true });

/** What lost points: the audits of a category that weigh something and did not pass. */
const lost = ({ audits }, category) =>
  category.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1).map(({ id }) => `${id} ${audits[id].displayValue ?? audits[id].score}`);

const server = new Server();
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
  chromeFlags: ["--no-sandbox", "--disable-gpu", "--headless"],
});
let broken = 0;
try {
  await server.start("--demo");
  for (const [name, where] of Object.entries(PAGES)) {
    const { lhr, report } = await lighthouse(server.address + where, {
      port: chrome.port,
      output: "html",
      onlyCategories: Object.keys(BUDGETS),
      logLevel: "error",
    });
    writeFileSync(path.join(out, `${name}.html`), report);
    const scores = Object.entries(BUDGETS).map(([id, budget]) => {
      const category = lhr.categories[id];
      const short = !(category.score >= budget); // no score at all is short, too
      if (short) broken += 1;
      return `${id} ${category.score}${short ? ` (asked ${budget}: ${lost(lhr, category).join("; ")})` : ""}`;
    });
    console.log(`${where}: ${scores.join(", ")}`);
  }
} finally {
  chrome.kill();
  await server.stop();
  server.remove();
}
process.exitCode = broken > 0 ? 1 : 0;
