// Every page, seated and not: it opens, fits, and can be used by everybody.
import { expect, test } from "./fixtures.mjs";

const heading = (page, name) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("the lobby leads into a world with one button", async ({ page, checkPage }) => {
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Weir Valley", exact: true })).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "Play now" }).click();
  await heading(page, "Choose your seat");
  await checkPage();
});

test("a spectator sees the town and is told how to play", async ({ page, checkPage }) => {
  await page.goto("/w/weir-valley");
  await expect(page.getByText("You are watching.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Harbour Mill, firm/ })).toBeVisible();
  await checkPage();
});

for (const [path, name] of [
  ["town", "The town"],
  ["market", "Market"],
  ["market/materials", "Market"],
  ["enterprise", "Harbour Mill"],
  ["enterprise/2", "Lantern Bakers' Union"],
  ["shares", "Shares"],
  ["shares/4", "Shares"],
  ["shares/5", "Shares"],
  ["work", "Work"],
  ["society", "Society"],
  ["standing", "Standing"],
  ["news", "News"],
  ["seats", "Choose your seat"],
]) {
  test(`a capitalist's ${path} page is in order`, async ({ page, checkPage, sit }) => {
    await sit("Capitalist");
    await page.goto(`/w/weir-valley/${path}`);
    await heading(page, name);
    await checkPage();
  });
}

for (const [path, name] of [
  ["assembly", /^Assembly of/],
  ["enterprise", "Lantern Bakers' Union"],
  ["work", "Work"],
]) {
  test(`a member's ${path} page is in order`, async ({ page, checkPage, sit }) => {
    await sit("Co-op member");
    await page.goto(`/w/weir-valley/${path}`);
    await heading(page, name);
    await checkPage();
  });
}

test("an employee's work page is in order, with the union's ballot", async ({ page, checkPage, sit }) => {
  await sit("Worker");
  await heading(page, "Work");
  await expect(page.getByRole("group", { name: "Strike at the close?" })).toBeVisible();
  await checkPage();
});

test("an employee is asked about a take-over by the people who work there", async ({ page, checkPage, sit }) => {
  await sit("Worker");
  await page.goto("/w/weir-valley/shares/9");
  await expect(page.getByText("Its people would take it over")).toBeVisible();
  await page.getByRole("button", { name: "I agree" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Sealed until/);
  await checkPage();
});

test("a member proposes to give the form up", async ({ page, checkPage, sit }) => {
  await sit("Co-op member");
  await heading(page, /^Assembly of/);
  await page.getByRole("radio", { name: "Give up the form" }).check();
  await expect(page.getByText("two thirds of all members").first()).toBeVisible();
  await checkPage();
});

test("after the end the results are shown", async ({ page, checkPage, sit, request }) => {
  await sit("Worker");
  await request.get("/test/finish");
  await expect(page.getByText("The world has ended.")).toBeVisible();
  await page.getByRole("link", { name: "See the final standing" }).click();
  await heading(page, "The final standing");
  await expect(page.getByText("made the greatest difference")).toBeVisible();
  await checkPage();
});

test("a world that does not exist is said so, with a way back", async ({ page }) => {
  await page.goto("/w/nowhere");
  await heading(page, "This world cannot be entered");
  await page.getByRole("link", { name: "To the lobby" }).click();
  await expect(page.getByRole("button", { name: "Play now" })).toBeVisible();
});
