// What the service worker keeps: the shell opens without a network, in the language of its reader, and no other is fetched.
import { expect, test } from "./fixtures.mjs";

test.use({ serviceWorkers: "allow" }); // the other tests go without: it would fetch the whole page once more for each of them

test("who reads English fetches no other language", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "en-GB", baseURL });
  const page = await context.newPage();
  const fetched = [];
  context.on("request", (request) => fetched.push(request.url()));
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByRole("button", { name: "Play now" })).toBeVisible();
  expect(fetched.some((url) => url.includes("/start-"))).toBe(true);
  expect(fetched.filter((url) => url.includes("/translation-"))).toEqual([]);
  await context.close();
});

test("the shell opens without a network once it has been seen", async ({ page, context }) => {
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.routeWebSocket("**/ws", () => undefined);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Technotariat" })).toBeVisible();
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the shell opens in German without a network once it has been seen", async ({ page, context }) => {
    await page.goto("/");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload(); // through the worker now, which keeps the language
    await expect(page.getByRole("button", { name: "Jetzt spielen" })).toBeVisible();
    await page.routeWebSocket("**/ws", () => undefined);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("button", { name: "Jetzt spielen" })).toBeVisible();
  });
});
