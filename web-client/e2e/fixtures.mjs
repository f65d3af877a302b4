// What every browser test shares: a worker's own stand-in, fresh for each test, no message on the console, and one check for accessibility and fit.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { start } from "./stand-in.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What a test itself brings about: being offline, and no service worker where none is tested.
const EXPECTED = ["ERR_INTERNET_DISCONNECTED", "Service Worker registration blocked by Playwright"];
const ROLES = ["Capitalist", "Co-op member", "Worker"];

/** Every test fails on a console error or warning, which includes violations of the content policy and of Trusted Types. */
export const test = base.extend({
  standIn: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs: nothing
    async ({}, use) => {
      const port = await start({ port: 0, dir: "dist", tickSeconds: 0 });
      await use(`http://127.0.0.1:${port}`);
    },
    { scope: "worker" },
  ],
  baseURL: ({ standIn }, use) => use(standIn),
  page: async ({ page, request }, use) => {
    await request.get("/test/reset");
    const problems = [];
    page.on("console", (message) => {
      const problem =
        ["error", "warning"].includes(message.type()) && !EXPECTED.some((text) => message.text().includes(text));
      if (problem) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await use(page);
    expect(problems).toEqual([]);
  },
  checkPage: async ({ page }, use) => {
    await use(async () => {
      await page.evaluate(() => scrollTo(0, 0)); // else the fixed bar may cover half of a button, which is no fault of the button's
      const axe = new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .withTags(TAGS)
        .setLegacyMode();
      const { violations } = await axe.analyze();
      expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, "sideways scroll").toBeLessThanOrEqual(0);
    });
  },
  sit: async ({ page }, use) => {
    await use(async (role) => {
      await page.goto("/w/weir-valley/seats");
      await page.getByRole("button", { name: "Take this seat" }).nth(ROLES.indexOf(role)).click();
      await page.waitForURL(/\/(enterprise|assembly|work)$/);
    });
  },
});
export { expect };
