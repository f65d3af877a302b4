import { base as test, expect } from "../playwright.mjs";
import { Person } from "../person.mjs";
import { Server } from "../server.mjs";

const TICKS = 24;
const folder = new URL("../../../docs/images/", import.meta.url).pathname;

test("pictures of a demo world", async ({ browser }) => {
  const server = new Server();
  try {
    await server.start("--tick-ms", "600000");
    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.page.getByRole("button", { name: "Play now" }).click();
    await ann.sit("Co-op member");
    for (let tick = 1; tick <= TICKS; ++tick) {
      await ann.beReady();
      await expect.poll(() => ann.tick(), { timeout: 30_000 }).toBeGreaterThan(tick);
    }
    for (const page of ["Town", "Market", "Assembly"]) {
      await ann.goTo(page);
      await ann.page.screenshot({ path: `${folder}${page.toLowerCase()}.png`, animations: "disabled" });
    }
  } finally {
    await server.stop();
    server.remove();
  }
});
