// People and hosting: a table of one's own, the door, who is here, chat, and the account.
import { expect, test } from "./fixtures.mjs";

const heading = (page, name) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("a world is hosted, and its link copied for a friend", async ({ page, checkPage }) => {
  await page.goto("/host");
  await heading(page, "Host a world");
  await expect(page.getByText("Give it a name first.")).toBeVisible();
  await checkPage();
  await page.getByLabel("Name of the world").fill("Our Table");
  await page.getByText("A season", { exact: true }).click();
  await page.getByLabel("From", { exact: true }).fill("25:00");
  await expect(page.getByText("Write a time such as 23:00.").first()).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("22:30");
  await page.getByRole("button", { name: "Open the world" }).click();
  await expect(page).toHaveURL(/\/people\/invite$/);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = page.getByRole("group", { name: "Invitation link" });
  await expect(link).toContainText("/seats#key=");
  await checkPage();
  await page.getByRole("button", { name: "Revoke invitation 1" }).click();
  await page.getByText("No longer good: 1").click();
  await expect(page.getByText(/used 0 of 8 · revoked/)).toBeVisible();
  await checkPage();
  await page.goto("/");
  await expect(page.getByText(/goes in 1[34] days, unless its first tick closes before/)).toBeVisible();
});

test("a closed door says what it wants, and opens to the password", async ({ page, checkPage, request }) => {
  await request.get("/test/house?invite=1");
  await page.goto("/w/weir-valley/seats");
  await heading(page, "This table is by invitation");
  await checkPage();
  await page.getByLabel("Password or code").fill("wrong");
  await page.getByRole("button", { name: "Come in" }).click();
  await heading(page, "That key does not fit");
  await page.getByLabel("Password or code").fill("open sesame");
  await page.keyboard.press("Enter");
  await heading(page, "Choose your seat");
});

for (const [path, name] of [
  ["people", "Who is here"],
  ["people/clock", "The clock"],
  ["people/invite", "Invitations"],
  ["people/rules", "House rules"],
  ["people/log", "What hosts did"],
]) {
  test(`the ${path} page is in order for a host`, async ({ page, checkPage }) => {
    await page.goto(`/w/weir-valley/${path}`);
    await heading(page, "People");
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
    await checkPage();
  });
}

test("a host mutes somebody after reading what that does, and the log tells it", async ({ page, checkPage }) => {
  await page.goto("/w/weir-valley/people");
  await page.getByRole("button", { name: "Measures about Marguerite" }).click();
  await page.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(page.getByText("which everybody in this world can read")).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "Mute now" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("muted", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Log" }).click();
  await expect(page.getByRole("cell", { name: "muted Marguerite" })).toBeVisible();
});

test("who is no host votes on the clock, and finds no measures", async ({ page, checkPage, request, sit }) => {
  await request.get("/test/house?guest=1");
  await sit("Worker");
  await page.goto("/w/weir-valley/people");
  await expect(page.getByRole("link", { name: "Write to Marguerite" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Measures/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Clock", exact: true }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Pause: 1 of 2")).toBeVisible();
  await checkPage();
  await page.getByRole("link", { name: "Invitations" }).click();
  await expect(page.getByText("Only hosts invite people.")).toBeVisible();
});

test("a line is said, one's name stands out, and what is unread is marked", async ({ page, checkPage, request }) => {
  await page.goto("/w/weir-valley/chat");
  await heading(page, "Chat");
  await expect(page.getByText("Who buys my materials?")).toBeVisible();
  await page.getByLabel("Your line").fill("I do.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log").getByText("I do.")).toBeVisible();
  await expect(page.getByLabel("Your line")).toHaveValue("");
  await request.get("/test/house?say=Thank%20you,%20@Guest!");
  await expect(page.locator("mark")).toHaveText("@Guest");
  await checkPage();
  await page.goto("/w/weir-valley/market");
  await expect(page.getByRole("timer")).toBeVisible();
  await request.get("/test/house?say=Anybody%20there?");
  await expect(page.getByRole("link", { name: "Chat, 1 new line" }).first()).toBeVisible();
});

test("talking too fast is said, and the line stays", async ({ page }) => {
  await page.goto("/w/weir-valley/chat");
  await page.getByLabel("Your line").fill("too fast");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A little slower")).toBeVisible();
  await expect(page.getByLabel("Your line")).toHaveValue("too fast");
});

test("a guest keeps what is theirs: account, recovery code once, token, sessions, and the way back", async ({
  page,
  checkPage,
}) => {
  await page.goto("/account");
  await heading(page, "Your account");
  await checkPage();
  await page.getByLabel("Login").first().fill("ada");
  await page.getByLabel("Passphrase", { exact: true }).fill("short");
  await expect(page.getByText("5 characters more at least.").first()).toBeVisible();
  await page.getByLabel("Passphrase", { exact: true }).fill("tree lamp oar marble");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("group", { name: "Recovery code" })).toBeVisible();
  await checkPage();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByRole("group", { name: "Recovery code" })).toHaveCount(0);
  await page.getByLabel("What the bot is called").fill("Robin");
  await page.getByRole("button", { name: "Make a token" }).click();
  await expect(page.getByRole("group", { name: "Token" })).toBeVisible();
  await page.getByRole("button", { name: "End Robin" }).click();
  await expect(page.getByText("Robin")).toHaveCount(0);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are a guest", { exact: false })).toBeVisible();
  await page.getByLabel("Login").last().fill("ada");
  await page.getByLabel("Passphrase or recovery code").fill("tree lamp oar marble");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("Your login is ada.")).toBeVisible();
});

test("a paused clock says so, and that everybody is ready", async ({ page, checkPage }) => {
  await page.goto("/w/sunday-club/town");
  await expect(page.getByText("The clock stands still.")).toBeVisible();
  await checkPage();
});

test("in a world that has ended nothing can be decided, and every button says why", async ({ page, sit, request }) => {
  await sit("Capitalist");
  await request.get("/test/finish");
  await page.goto("/w/weir-valley/enterprise");
  const seal = page.getByRole("button", { name: "Seal wage and places" });
  await expect(seal).toHaveAttribute("aria-disabled", "true");
  await expect(seal).toHaveAccessibleDescription("This world has ended.");
});

test("after the end the owner opens a rematch, and all are led there", async ({ page, checkPage, request }) => {
  await page.goto("/w/weir-valley/people");
  await request.get("/test/finish");
  await checkPage();
  await page.getByRole("button", { name: "Open the rematch" }).click();
  await expect(page).toHaveURL(/\/w\/weir-valley-2\/seats$/);
  await page.goto("/w/weir-valley/town");
  await expect(page.getByRole("link", { name: "The group plays on" })).toBeVisible();
});

test("a host chooses what spectators see, and the log tells it", async ({ page, checkPage }) => {
  await page.goto("/w/weir-valley/people/rules");
  await page.getByLabel("They see it later by").fill("21");
  await expect(page.getByText("0 to 20.").first()).toBeVisible();
  await page.getByLabel("They see it later by").fill("3");
  await checkPage();
  await page.getByRole("button", { name: "Set the rules" }).click();
  await expect(page.getByText("The rules hold now.")).toBeVisible();
  await page.goto("/w/weir-valley/people/log");
  await expect(page.getByRole("cell", { name: "Spectators see the game 3 ticks late." })).toBeVisible();
});

test("whoever watches late is told which tick they see, and sees the present with a seat", async ({
  page,
  checkPage,
  request,
}) => {
  await request.get("/test/house?guest=1&late=3");
  for (let close = 0; close < 4; ++close) await request.get("/test/close");
  await page.goto("/w/weir-valley/town");
  const notice = page.getByText("You watch 3 ticks behind.", { exact: false });
  await expect(notice).toContainText(/You see the world after tick \d+; at the table, tick \d+ has closed\./);
  const [seen, closed] = (await notice.textContent()).match(/\d+(?= ?;|(?= has))/g).map(Number);
  expect(closed - seen).toBe(3);
  await checkPage();
  await page.goto("/w/weir-valley/replay");
  await expect(page.getByRole("slider").first()).toHaveAttribute("max", String(seen));
  await page.goto("/w/weir-valley/seats");
  await expect(page.getByText("Spectators see the game 3 ticks late.")).toBeVisible();
  await page.getByRole("button", { name: "Take this seat" }).first().click();
  await expect(notice).toBeHidden();
});

test("whoever is invited to watch is told so, and asked to no seat", async ({ page, checkPage, request }) => {
  await request.get("/test/house?guest=1&spectators=1&late=3");
  for (let close = 0; close < 4; ++close) await request.get("/test/close");
  await page.goto("/w/weir-valley/town");
  const notices = page.getByRole("region", { name: "Notices" });
  await expect(notices).toContainText("You watch 3 ticks behind.");
  await expect(notices).toContainText("You came as a spectator: you watch here.");
  await expect(notices.getByRole("link")).toHaveCount(0);
  await checkPage();
});

test("the header of whoever watches is one line, however narrow the screen", async ({ page, request }) => {
  await request.get("/test/house?guest=1&late=3");
  for (const width of [320, 375, 430, 768]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/w/weir-valley/town");
    const middles = await page.getByRole("banner").evaluate((header) =>
      [...header.children]
        .map((part) => part.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map((box) => (box.top + box.bottom) / 2),
    );
    expect(Math.max(...middles) - Math.min(...middles), `${width} px`).toBeLessThan(8);
  }
});

test("a game behind closed doors shows the clock and who plays, and lets one sit down", async ({
  page,
  checkPage,
  request,
}) => {
  await request.get("/test/house?guest=1&shut=1");
  await page.goto("/w/weir-valley/market");
  await heading(page, "Behind closed doors");
  await expect(page.getByRole("listitem").filter({ hasText: "Marguerite" })).toBeVisible();
  await checkPage();
  await page.goto("/w/weir-valley/seats");
  await heading(page, "Choose your seat");
  await page.getByRole("button", { name: "Take this seat" }).first().click();
  await page.goto("/w/weir-valley/market");
  await heading(page, "Market");
});
