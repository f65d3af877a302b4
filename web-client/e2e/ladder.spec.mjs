// The ladder in the browser: queueing by keyboard, a table that comes about, standings and matches, and what goes wrong.
import { expect, test } from "./fixtures.mjs";

const heading = (page, name) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("the lobby leads to the ladder, where one queues by keyboard and is led to the table", async ({
  page,
  checkPage,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "To the ladder" }).click();
  await heading(page, "Ladder");
  await checkPage();
  await page.getByRole("link", { name: "Evening ladder" }).click();
  await heading(page, "Evening ladder");
  await expect(page.getByText("You are not in the queue. 1 waiting now.")).toBeVisible();
  await checkPage();

  await page.getByRole("button", { name: "Queue", exact: true }).press("Enter");
  await expect(page.getByText(/You are in the queue, for .*; 2 waiting in all\./)).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "Leave the queue" }).press("Enter");
  await expect(page.getByText("You are not in the queue.")).toBeVisible();
  await page.getByRole("button", { name: "Queue", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Leave the queue" })).toBeVisible();

  await request.get("/test/ladder?seat");
  const toTable = page.getByRole("link", { name: "To my table" });
  await expect(toTable).toBeVisible();
  await checkPage();
  await toTable.press("Enter");
  await page.waitForURL(/\/w\/weir-valley\//);
});

test("standings and matches are told, with ways to watch, look back and take away", async ({ page, checkPage }) => {
  await page.goto("/ladder/evening");
  await expect(page.getByRole("row", { name: /^1 Ada 31\.2 ± 4\.2/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^2 greedy program of Ben/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^4 Quiet Potter 12 guest/ })).toBeVisible();
  await expect(page.getByText("not a final table")).toBeVisible();
  await expect(page.getByRole("link", { name: "Watch match 18" })).toHaveAttribute("href", "/w/sunday-club/town");
  await expect(page.getByRole("link", { name: "Replay of match 17" })).toHaveAttribute("href", "/w/sunday-club/replay");
  await expect(page.getByText("The world is no longer kept.")).toBeVisible();
  await expect(page.getByText("(away at the end)")).toBeVisible();
  await expect(page.getByText("moved no rating", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Matches, CSV" })).toHaveAttribute("href", "/ladder/evening/matches.csv");
  await checkPage();
});

test("an account is asked for, a full queue is said, and an empty ladder is no dead end", async ({
  page,
  checkPage,
  request,
}) => {
  await request.get("/test/ladder?accounts&empty");
  await page.goto("/ladder/evening");
  await expect(page.getByText("A place on this ladder needs an account.")).toBeVisible();
  await expect(page.getByRole("link", { name: "To your account" })).toBeVisible();
  await expect(page.getByText("Nobody has a rating yet.")).toBeVisible();
  await expect(page.getByText("No match has ended yet.")).toBeVisible();
  await checkPage();
  await request.get("/test/reset");
  await request.get("/test/ladder?full");
  await page.getByRole("button", { name: "Queue", exact: true }).click();
  await expect(page.getByText("This ladder's queue is full.").first()).toBeVisible();
  await checkPage();
});

test("a server without ladders, an unknown one, and the line down", async ({ page, checkPage, request }) => {
  await page.goto("/ladder/nowhere");
  await heading(page, "This ladder cannot be shown");
  await checkPage();
  await request.get("/test/ladder?none");
  await page.getByRole("link", { name: "All ladders" }).first().click();
  await expect(page.getByText("This server has no ladder.")).toBeVisible();
  await checkPage();
  await page.routeWebSocket("**/ws", (socket) => void socket.close());
  await request.get("/test/drop");
  await expect(page.getByText("The line is down; this goes on when it is back.")).toBeVisible();
  await checkPage();
});
