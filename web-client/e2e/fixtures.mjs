// What every browser test shares: a fresh stand-in, no message on the console, and one check for accessibility and fit.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ROLES = ["Capitalist", "Co-op member", "Worker"];

/** Every test fails on a console error or warning, which includes violations of the content policy and of Trusted Types. */
export const test = base.extend({
  page: async ({ page, request }, use) => {
    await request.get("/test/reset");
    const problems = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !message.text().includes("ERR_INTERNET_DISCONNECTED"))
        problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    await use(page);
    expect(problems).toEqual([]);
  },
  checkPage: async ({ page }, use) => {
    await use(async () => {
      await page.evaluate(() => scrollTo(0, 0)); // else the fixed bar may cover half of a button, which is no fault of the button's
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
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
