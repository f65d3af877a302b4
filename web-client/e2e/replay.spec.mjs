// Looking back: the scrubber by pointer, keys and address; every page in the past; from whose seat; and the ways in.
import { expect, test } from "./fixtures.mjs";

const REPLAY = "/w/weir-valley/replay";
const slider = (page) => page.getByRole("slider", { name: "Tick", exact: true });
const at = (page, tick) => expect(page.locator(".replay .tick")).toHaveText(new RegExp(`^Tick ${tick} of`));

test("a world that runs opens at its last close, in order and usable by everybody", async ({ page, checkPage }) => {
  test.slow();
  await page.goto(REPLAY);
  await expect(page.getByRole("heading", { level: 1, name: "Replay" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Harbour Mill, firm/ })).toBeVisible();
  const last = Number(await slider(page).getAttribute("max"));
  await at(page, last);
  await checkPage();
  await page.getByText("Marks", { exact: true }).click();
  await expect(page.getByText("changed its form")).toBeVisible();
  await checkPage();
});

test("keys go a tick, to events, to the ends and play", async ({ page }) => {
  await page.goto(`${REPLAY}?tick=4`);
  await at(page, 4);
  await page.keyboard.press("ArrowRight");
  await at(page, 5);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await at(page, 3);
  await page.keyboard.press("Home");
  await expect(page.locator(".replay .tick")).toHaveText(/^As founded/);
  await page.keyboard.press("Shift+ArrowRight");
  await at(page, 2);
  await expect(page.getByRole("region", { name: "At tick 2" })).toContainText("founded");
  await page.keyboard.press("End");
  await at(page, await slider(page).getAttribute("max"));
  await expect(page.locator(".replay [aria-busy=true]")).toHaveCount(0);
  await slider(page).press("ArrowLeft");
  await at(page, Number(await slider(page).getAttribute("max")) - 1);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^Tick \d+ of \d+/);
});

test("it plays by itself to the end, and stops when told", async ({ page }) => {
  test.slow();
  await page.goto(`${REPLAY}?tick=0`);
  await expect(page.locator(".replay .tick")).toHaveText(/^As founded/);
  await page.getByText("8×").click();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.locator(".replay .tick")).toHaveText(/^Tick ([3-9]|\d\d)/); // by then it has gone on by itself more than once
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/tick=\d+/);
  await page.goto(`${REPLAY}?tick=31`);
  await at(page, 31);
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await at(page, await slider(page).getAttribute("max"));
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
});

test("the address is the moment: it opens there, follows, and goes back", async ({ page }) => {
  test.slow();
  await page.goto(`${REPLAY}/society?tick=7`);
  await at(page, 7);
  await expect(page.getByRole("heading", { name: "Society" })).toBeVisible();
  await page.getByRole("button", { name: "One tick on" }).click();
  await expect(page).toHaveURL(`${REPLAY}/society?tick=8`);
  await page.evaluate(() => document.querySelectorAll(".replay, .replay h2").forEach((one) => (one.standing = true)));
  await page.getByRole("button", { name: "One tick on" }).click();
  await expect(page).toHaveURL(`${REPLAY}/society?tick=9`);
  const standing = () => [...document.querySelectorAll(".replay, .replay h2")].every((one) => one.standing);
  expect(await page.evaluate(standing), "the page was made anew for another tick").toBe(true);
  await page.getByRole("button", { name: "One tick back" }).click();
  await expect(page).toHaveURL(`${REPLAY}/society?tick=8`);
  await page.getByRole("navigation", { name: "What to look at" }).getByRole("link", { name: "Town" }).click();
  await expect(page).toHaveURL(`${REPLAY}/town?tick=8`);
  await page.getByRole("link", { name: /^Harbour Mill, firm/ }).click();
  await expect(page).toHaveURL(`${REPLAY}/enterprise/1?tick=8`);
  await expect(page.getByRole("heading", { level: 1, name: "Harbour Mill" })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(`${REPLAY}/society?tick=8`);
  await at(page, 8);
});

for (const leaf of ["market", "enterprise/2", "shares", "society", "standing", "news"])
  test(`the past of ${leaf} is in order`, async ({ page, checkPage }) => {
    await page.goto(`${REPLAY}/${leaf}?tick=9`);
    await at(page, 9);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(2);
    await checkPage();
  });

test("one's own seat is open while the world runs, others' are not, and nothing can be decided", async ({
  page,
  checkPage,
  sit,
  request,
}) => {
  await sit("Capitalist");
  await request.get("/test/close");
  await page.goto(REPLAY);
  await page.getByLabel("Seen as").selectOption({ label: "Guest (you)" });
  await expect(page).toHaveURL(/as=\d+/);
  await expect(page.getByRole("link", { name: "Work" }).last()).toBeVisible();
  await page.goto(`${REPLAY}/enterprise?as=32`);
  await expect(page.getByText("own part of your own seat only")).toBeVisible();
  await checkPage();
});

test("after the end every seat's view is open, and the results lead to the turning points", async ({
  page,
  checkPage,
  sit,
  request,
}) => {
  await sit("Co-op member");
  await request.get("/test/finish");
  await page.getByRole("link", { name: "See the final standing" }).click();
  const turned = page.getByRole("region", { name: "Where it turned" });
  await expect(turned.getByRole("listitem")).toHaveCount(3);
  const fetched = page.waitForEvent("download");
  await page.getByRole("button", { name: "Fetch the file" }).click();
  expect((await fetched).suggestedFilename()).toBe("weir-valley.world");
  await expect(page.getByText("It opens anywhere with")).toBeVisible();
  await checkPage();
  await turned.getByRole("link", { name: "See it in the replay" }).first().click();
  await expect(page).toHaveURL(/replay\/town\?tick=\d+&as=\d+/);
  await expect(page.getByLabel("Seen as")).not.toHaveValue("0");
  await expect(page.getByRole("link", { name: "Assembly" }).last()).toBeVisible();
  await page.getByRole("navigation", { name: "What to look at" }).getByRole("link", { name: "Assembly" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Assembly of/ })).toBeVisible();
  await expect(page.getByText("This is the past: nothing can be decided here.").first()).toBeVisible();
  await checkPage();
  await page.getByRole("navigation", { name: "What to look at" }).getByRole("link", { name: "Work" }).click();
  await page.getByRole("button", { name: /Why: / }).first().click();
  await expect(page.getByRole("dialog").getByText("Adds up exactly.")).toBeVisible();
  await checkPage();
});

test("the news and the lobby lead there", async ({ page, request }) => {
  await request.get("/test/close");
  await page.goto("/w/weir-valley/news");
  await page
    .getByRole("link", { name: /^See it in the replay of tick/ })
    .first()
    .click();
  await expect(page).toHaveURL(/replay\/town\?tick=\d+$/);
  await page.goto("/");
  await page.getByRole("link", { name: "Replay of Weir Valley" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Replay" })).toBeVisible();
});

test("a past that cannot be read is said so, and can be tried again", async ({ page, checkPage, request }) => {
  await request.get("/test/damage");
  await page.goto(REPLAY);
  await expect(page.getByRole("alert")).toContainText("cannot be read");
  await checkPage();
  await request.get("/test/mend");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(slider(page)).toBeVisible();
});
