// Playing: deciding, sealing, the close and its answer, and the line going down in between.
import { expect, test } from "./fixtures.mjs";

const ready = (page) => page.getByRole("button", { name: "Ready" });

test("a wage is drafted, sealed, and answered at the close", async ({ page, sit }) => {
  await sit("Capitalist");
  const seal = page.getByRole("button", { name: "Seal wage and places" });
  await expect(seal).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("Nothing is changed yet.").first()).toBeVisible();
  await page.getByLabel("Wage", { exact: true }).fill("1111");
  await seal.click();
  await expect(page.getByText("Sealed until tick 35 closes.").first()).toBeVisible();
  await ready(page).click();
  await expect(page.getByText("Tick 35 closed", { exact: true })).toBeVisible();
  await expect(page.getByText("In force: 1,111.00\u202fcr")).toBeVisible();
});

test("a refusal stands beside the field that caused it", async ({ page, sit }) => {
  await sit("Capitalist");
  await page.getByLabel("Wage", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Seal wage and places" }).click();
  await expect(page.getByLabel("Wage", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("A wage must be between 100 and 100,000 crowns.").first()).toBeVisible();
});

test("the cash explains itself, and its parts add up exactly", async ({ page, sit, checkPage }) => {
  await sit("Co-op member");
  const why = page.getByRole("banner").getByRole("button", { name: /Why: your cash/ });
  await why.click();
  const dialog = page.getByRole("dialog");
  await checkPage();
  const parts = await dialog.locator("tbody td[data-mils]").evaluateAll((cells) => cells.map((c) => +c.dataset.mils));
  const opening = Number(
    (await dialog.locator("tbody td").first().textContent()).replaceAll(/[^\d.−-]/g, "").replace("−", "-"),
  );
  const closing = Number(await dialog.locator("tfoot td").getAttribute("data-mils"));
  expect(parts.length).toBeGreaterThan(2);
  const explained = parts.reduce((sum, mils) => sum + mils, 0);
  expect(Math.abs(Math.round(opening * 100_000) + explained - closing)).toBeLessThan(1000); // the opening is read from the screen
  await page.keyboard.press("Escape");
  await expect(why).toBeFocused();
});

test("a vote can be changed until the close", async ({ page, sit }) => {
  await sit("Co-op member");
  const motion = page.getByRole("article", { name: "Base wage" });
  await motion.getByRole("button", { name: "For", exact: true }).click();
  await expect(motion.getByRole("button", { name: "For", exact: true })).toHaveAttribute("aria-pressed", "true");
  await motion.getByRole("button", { name: "Against" }).click();
  await expect(motion.getByRole("button", { name: "Against" })).toHaveAttribute("aria-pressed", "true");
  await expect(motion.getByText("You may change it until the close.")).toBeVisible();
});

test("a motion is proposed and appears among the open ones", async ({ page, sit }) => {
  await sit("Co-op member");
  await page.getByText("Merit weight", { exact: true }).click();
  await page.getByRole("slider", { name: "By merit" }).fill("9000");
  await page.getByRole("button", { name: "Seal the motion" }).click();
  await expect(page.getByRole("article", { name: "Merit weight" })).toBeVisible();
});

test("an order is previewed against the last auction, sealed, and cancelled", async ({ page, sit }) => {
  await sit("Worker");
  await page.goto("/w/weir-valley/market/comforts");
  await page.getByLabel("Lots", { exact: true }).fill("5");
  await page.getByLabel("Pay at most").fill("30");
  await expect(page.getByText(/about 5 of 5 lots at/)).toBeVisible();
  await page.getByRole("button", { name: "Seal the bid" }).click();
  await expect(page.getByText("Buy 5 comforts at 30.00\u202fcr")).toBeVisible();
  await page.getByRole("button", { name: /^Cancel: Buy 5 comforts/ }).click();
  await expect(page.getByText("You have no standing order.")).toBeVisible();
});

test("the seat and an order on its way survive a broken line and a reload", async ({ page, sit, request }) => {
  await sit("Capitalist");
  await page.getByLabel("Asking price").fill("15.5");
  await request.get("/test/drop");
  await page.getByRole("button", { name: "Seal price and production" }).click();
  await expect(page.getByText("Sealed until tick 35 closes.").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Harbour Mill" })).toBeVisible();
  await expect(page.getByLabel("Asking price")).toHaveValue("15.50");
});

test("focus stays where it is when the tick closes", async ({ page, sit }) => {
  await sit("Capitalist");
  await ready(page).click();
  await expect(page.getByText("Tick 35 closed", { exact: true })).toBeVisible();
  const field = page.getByLabel("Wage", { exact: true });
  await field.fill("1234");
  await page.evaluate(() => fetch("/test/close"));
  await expect(page.getByText("Tick 36 closed", { exact: true })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("1234");
});

test("the week is the owner's to set, and the wage bill follows it", async ({ page, sit }) => {
  await sit("Capitalist");
  const bill = page.getByText(/a tick, if all places are filled/);
  const before = await bill.textContent();
  const week = page.getByRole("slider", { name: "Of a normal week" });
  await expect(week).toHaveAttribute("min", "6000");
  await week.press("ArrowRight");
  await page.getByRole("button", { name: "Seal the week" }).click();
  await expect(page.getByText("Sealed until tick 35 closes.").first()).toBeVisible();
  await expect(week).toHaveAttribute("aria-valuetext", /^101/);
  await expect(bill).not.toHaveText(before);
});

test("a manager sets the week within the mandate, and the assembly says what it pays", async ({ page, sit }) => {
  await sit("Co-op member");
  await page.goto("/w/weir-valley/enterprise");
  const week = page.getByRole("slider", { name: "Of a normal week" });
  await expect(week).toHaveAttribute("min", "7000");
  await week.press("End");
  await page.getByRole("button", { name: "Seal the week" }).click();
  await expect(page.getByText("That is more than the assembly lets its manager decide alone").first()).toBeVisible();
  await week.fill("10300");
  await page.getByRole("button", { name: "Seal the week" }).click();
  await expect(page.getByText("Sealed until tick 35 closes.").first()).toBeVisible();
  await ready(page).click();
  await page.goto("/w/weir-valley/assembly");
  await expect(page.getByText(/of a normal one; base pay so/)).toBeVisible();
});
