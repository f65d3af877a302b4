// Tournaments in the browser: the list, the form, one that is played while one looks, its report, and what goes wrong.
import { expect, test } from "./fixtures.mjs";

const heading = (page, name) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("the lobby leads to the tournaments, and one is opened, stopped and gone on with by keyboard", async ({
  page,
  checkPage,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "To the tournaments" }).click();
  await heading(page, "Tournaments");
  await expect(page.getByRole("link", { name: "Spring cup" })).toBeVisible();
  await checkPage();

  await page.getByLabel("Title").fill("Grand cup");
  await page.getByRole("checkbox", { name: /^poacher/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("radio", { name: /^One against the rest/ }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("The one at every table").selectOption("dividend-harvester");
  await page.getByLabel("Matches, about").fill("48");
  await page.getByLabel("Stop early").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Open the tournament" }).focus();
  await page.keyboard.press("Enter");
  await heading(page, "Grand cup");
  await expect(page.getByText("The first world is not over yet.")).toBeVisible();
  expect(await (await request.get("/test/tournaments")).json()).toMatchObject({
    title: "Grand cup",
    scenario: "valley",
    role: 1,
    strategies: ["dividend-harvester", "steady-owner", "cost-cutter"],
    format: 2,
    matches: 48,
    enoughBp: 50,
  });

  await page.getByRole("button", { name: "Stop it" }).press("Enter");
  await expect(page.getByText("stopped", { exact: true })).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "Let it go on" }).press("Enter");
  await expect(page.getByText("being played")).toBeVisible();
  await page.getByRole("link", { name: "All tournaments" }).click();
  await expect(page.getByText("opened by you")).toBeVisible();
});

test("a tournament is watched to its end, and its report stands by itself", async ({ page, checkPage, request }) => {
  await page.goto("/tournaments/spring-cup-k3m7");
  await heading(page, "Spring cup");
  await expect(page.getByText("36 of 96 matches")).toBeVisible();
  await expect(page.getByText("30 seconds left")).toBeVisible();
  await expect(page.getByRole("row", { name: /^1 steady-owner \+1\.87 ± 0\.62/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop it" })).toHaveCount(0); // it is not ours
  await checkPage();
  await request.get("/test/tournaments?move");
  await expect(page.getByText("48 of 96 matches")).toBeVisible();
  for (let world = 0; world < 4; ++world) await request.get("/test/tournaments?move");
  await expect(page.getByRole("link", { name: /^Read the report/ })).toBeVisible();

  await page.goto("/tournaments/league-p4r2");
  await checkPage();
  await expect(page.getByRole("link", { name: "Every seat of every match, CSV" })).toHaveAttribute(
    "href",
    "/tournaments/league-p4r2/results.csv",
  );
  await expect(page.getByText("1 to 25 of 96")).toBeVisible();
  await page.getByRole("button", { name: "Later matches" }).press("Enter");
  await expect(page.getByText("26 to 50 of 96")).toBeVisible();
  await expect(page.getByRole("link", { name: "Replay of match 000012-01" })).toHaveAttribute(
    "href",
    "/w/league-p4r2~000012-01/replay",
  );
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: /^Read the report/ }).click();
  const report = await opened;
  await expect(report.getByRole("heading", { name: "Cup" })).toBeVisible();
  expect(await report.evaluate(() => origin)).toBe("null"); // nothing of ours is within its reach
});

test("who may not open one is told so, and an empty list is no dead end", async ({ page, checkPage, request }) => {
  await request.get("/test/tournaments?shut&empty");
  await page.goto("/tournaments");
  await expect(page.getByText("No tournament has been opened here yet.")).toBeVisible();
  await expect(page.getByText("is chosen by the server's host")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the tournament" })).toHaveCount(0);
  await checkPage();
});

test("the form says what is missing, and where the server refuses", async ({ page, checkPage }) => {
  await page.goto("/tournaments");
  const open = page.getByRole("button", { name: "Open the tournament" });
  await page.getByLabel("Title").fill("a/b");
  await expect(open).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Title").fill("Refused");
  for (const name of [/^poacher/, /^cost-cutter/, /^dividend-harvester/])
    await page.getByRole("checkbox", { name }).uncheck();
  await expect(page.getByText("Choose two strategies or more.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^poacher/ }).check();
  await page.getByRole("radio", { name: /^Knockout/ }).check();
  await expect(page.getByText("Rounds need three strategies or more.")).toBeVisible();
  await page.getByRole("radio", { name: /^Everybody in turn/ }).check();
  await page.getByLabel("Matches, about").fill("2001");
  await expect(page.getByText("A whole number from 1 to 2,000.").first()).toBeVisible();
  await checkPage();
  await page.getByLabel("Matches, about").fill("8");
  await open.click();
  await expect(page.getByText("A title that was refused.").first()).toBeVisible();
  await page.getByRole("radio", { name: "Workers" }).check();
  await expect(page.getByRole("checkbox", { name: /^pay-seeker/ })).toBeChecked();
});

test("a broken-off and an unknown one, and the line down", async ({ page, checkPage, request }) => {
  await request.get("/test/tournaments?state=4");
  await page.goto("/tournaments/spring-cup-k3m7");
  await expect(page.getByText("Its run ended before its time")).toBeVisible();
  await checkPage();
  await page.goto("/tournaments/nowhere");
  await heading(page, "This tournament cannot be shown");
  await checkPage();
  await page.getByRole("link", { name: "All tournaments" }).first().click();
  await heading(page, "Tournaments");
  await page.routeWebSocket("**/ws", (socket) => void socket.close());
  await request.get("/test/drop");
  await expect(page.getByText("The line is down; this goes on when it is back.")).toBeVisible();
  await checkPage();
});
