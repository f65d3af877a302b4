// What is kept up for a seat: chosen in an order's form, listed, ended by itself with a word about it, and by hand.
import { expect, test } from "./fixtures.mjs";

const close = (page) => page.evaluate(() => fetch("/test/close"));

test("a bid is kept up until a tick has closed; the list says what comes next, the close and the news why it ended", async ({
  page,
  sit,
  checkPage,
}) => {
  await sit("Worker");
  await page.goto("/w/weir-valley/market/comforts");
  await page.getByLabel("Keep this up each tick").first().check();
  const tick = page.getByLabel("Tick", { exact: true });
  await expect(tick).toHaveValue("44");
  await tick.fill("20");
  await expect(page.getByText("That has come about already; write another end.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Seal the bid" })).toHaveAttribute("aria-disabled", "true");
  await tick.fill("36");
  await page.getByRole("button", { name: "Or until" }).click();
  await page.getByLabel("What ends it, 2").selectOption("price reaches");
  await page.getByLabel("Crowns", { exact: true }).fill("900");
  await checkPage();
  await page.getByRole("button", { name: "Seal the bid" }).click();
  const list = page.getByRole("region", { name: "Kept up for you" });
  await expect(list.getByText(/^Buy 10 comforts at /)).toBeVisible();
  await expect(
    list.getByText(/Next when tick 36 opens\. Until tick 36 has closed \(now 34\) or the price/),
  ).toBeVisible();
  await expect(page.getByText("You keep this up already; what you seal here takes its place.")).toBeVisible();
  await checkPage();
  await close(page);
  await expect(list.getByText(/Next when tick 37 opens/)).toBeVisible();
  await close(page);
  await expect(page.getByText("No longer kept up:")).toBeVisible();
  await expect(list.getByText("Ended when tick 36 closed: tick 36 has closed.")).toBeVisible();
  await page.goto("/w/weir-valley/news");
  await expect(page.getByRole("link", { name: /^Buy 10 comforts .* Ended when tick 36 closed/ })).toBeVisible();
  await page.goto("/w/weir-valley/standing");
  await checkPage();
  await page.getByRole("button", { name: /^Take off the list: Buy 10 comforts/ }).click();
  await expect(page.getByText("Nothing yet. Orders, payments and gifts can be kept up")).toBeVisible();
});

test("an owner's order is kept up without an end, changed in its form, and ended by hand", async ({
  page,
  sit,
  checkPage,
}) => {
  await sit("Capitalist");
  const form = page.getByRole("region", { name: "Materials", exact: true });
  await form.getByLabel("Keep this up each tick").check();
  await form.getByRole("button", { name: "Remove end 1" }).click();
  await expect(form.getByText("Until you end it.")).toBeVisible();
  await checkPage();
  await form.getByRole("button", { name: "Seal the order" }).click();
  await expect(form.getByText("You keep this up already")).toBeVisible();
  await page.goto("/w/weir-valley/standing");
  await expect(page.getByText(/Until you end it\./)).toBeVisible();
  await page.getByRole("link", { name: /^Change: Buy / }).click();
  await form.getByLabel("Keep this up each tick").uncheck();
  await expect(form.getByText("It is kept up no more once you seal this.")).toBeVisible();
  await form.getByRole("button", { name: "Seal the order" }).click();
  await page.goto("/w/weir-valley/standing");
  await expect(page.getByText("Nothing yet. Orders, payments and gifts can be kept up")).toBeVisible();
});

test("the board issues shares each tick until it is told to end", async ({ page, sit, checkPage }) => {
  await sit("Capitalist");
  await page.goto("/w/weir-valley/shares/1");
  const board = page.getByRole("region", { name: "The board" });
  await board.getByLabel("Shares", { exact: true }).fill("200");
  await board.getByLabel("Keep this up each tick").check();
  await board.getByRole("button", { name: "Or until" }).click();
  await board.getByLabel("What ends it, 2").selectOption("cash reaches");
  await board.getByLabel("Crowns", { exact: true }).fill("900000");
  await checkPage();
  await board.getByRole("button", { name: "Seal the board's order" }).click();
  await expect(board.getByText(/^In the next auction: issue 200 at /)).toBeVisible();
  await expect(board.getByText("You keep this up already")).toBeVisible();
  await board.getByText("Buy back", { exact: true }).click();
  await expect(board.getByText("You keep this up already")).toBeVisible(); // one order of the board, whichever side
  await page.goto("/w/weir-valley/standing");
  await expect(page.getByText(/^Issue 200 shares of Harbour Mill at /)).toBeVisible();
  await expect(page.getByText(/or the cash of Harbour Mill reaches 900,000/)).toBeVisible();
  await page.getByRole("link", { name: /^Change: Issue 200 shares/ }).click();
  await expect(board).toBeVisible();
});
