// Working at the desk: drafts that follow the books, the palette, standing numbers, hosting.
import { expect, test } from "./fixtures.mjs";

const ready = (page) => page.getByRole("button", { name: "Ready" });
const close = (page) => page.evaluate(() => fetch("/test/close"));

test("an untouched field shows two decimals and follows; an edited one stays and says what is in force", async ({
  page,
  sit,
  request,
}) => {
  await sit("Capitalist");
  const wage = page.getByLabel("Wage", { exact: true });
  const ask = page.getByLabel("Asking price");
  await ask.fill("15.5");
  await request.get("/test/owner?wage=80668247&ask=1234567");
  await expect(wage).toHaveValue("806.68");
  await expect(ask).toHaveValue("15.5");
  await expect(page.getByText(/; sealed: 12\.35/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Seal wage and places" })).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Places").fill("31");
  await page.getByRole("button", { name: "Seal wage and places" }).click();
  await expect(page.getByText("Sealed until tick 35 closes.").first()).toBeVisible();
  expect(await (await request.get("/test/owner")).json()).toMatchObject({ wage: 80_668_247, places: 31 });
});

test("the palette goes to an enterprise by the keyboard alone", async ({ page, sit, checkPage }) => {
  await sit("Capitalist");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  await expect(field).toBeFocused();
  await checkPage();
  await field.fill("lantern");
  await expect(page.getByRole("option", { name: /Lantern Bakers' Union/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Lantern Bakers' Union" })).toBeVisible();
  await expect(field).toBeHidden();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("theme night");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toBeHidden();
});

test("numbers stand still when frozen, and one's own order brings them up to date", async ({
  page,
  sit,
  checkPage,
}) => {
  await sit("Capitalist");
  await ready(page).click();
  await expect(page.getByText("Tick 35 closed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^(Menu|More)$/ }).click();
  await page.getByRole("button", { name: "Freeze numbers" }).click();
  await close(page);
  await expect(page.getByText("One tick has closed since.")).toBeVisible();
  await checkPage();
  await expect(page.getByText("Tick 35 closed", { exact: true })).toBeVisible();
  await page.getByLabel("Asking price").fill("15.5");
  await page.getByRole("button", { name: "Seal price and production" }).click();
  await expect(page.getByText("Tick 36 closed", { exact: true })).toBeVisible();
  await close(page);
  await expect(page.getByText("One tick has closed since.")).toBeVisible();
  await page.getByRole("button", { name: "Let them run" }).click();
  await expect(page.getByText("Tick 37 closed", { exact: true })).toBeVisible();
});

test("a world is hosted from a scenario the server offers, and says its free seats", async ({ page, checkPage }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Host a world" }).click();
  await page.getByLabel("Name of the world").fill("Far Shore");
  await page.getByRole("radio", { name: /^An outpost/ }).check();
  await expect(page.getByText("80 people, 40 ticks: about 13 minutes")).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "Open the world" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await page.goto(new URL("../seats", page.url()).href);
  await expect(page.getByText("5 free seats")).toBeVisible(); // six workers' seats, of which one is taken
});

test("the volume bars of a young world stay within the plot", async ({ page, request }) => {
  for (const moments of [7, 2, 1]) {
    await request.get(`/test/young?moments=${moments}`);
    await page.goto("/w/weir-valley/market");
    const bars = page.locator("rect.bar");
    await expect(bars).toHaveCount(moments);
    const overrun = await page.evaluate(() => {
      const base = document.querySelector("figure:has(rect.bar) line.base").getBoundingClientRect();
      return [...document.querySelectorAll("rect.bar")]
        .map((bar) => bar.getBoundingClientRect())
        .filter((bar) => bar.left < base.left - 0.5 || bar.right > base.right + 0.5).length;
    });
    expect(overrun).toBe(0);
  }
});

test("a maker of materials is not asked for materials", async ({ page, sit, request }) => {
  await request.get("/test/quarry");
  await sit("Capitalist");
  await expect(page.getByRole("button", { name: "Seal price and production" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Owner's money" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Seal the order", exact: true })).toBeHidden();
});
