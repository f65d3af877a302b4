// The first five ticks beside the real pages, and the glossary behind the words.
import { expect, test } from "./fixtures.mjs";

const guide = (page) => page.getByRole("complementary", { name: "First steps" });

test("a lesson is found, explained, done by its order, and leads to the next", async ({ page, sit, checkPage }) => {
  await sit("Worker");
  await page.goto("/w/weir-valley/town");
  await expect(guide(page)).toContainText("First steps, 1 of 5");
  await guide(page).getByRole("link", { name: "Take me there" }).click();
  await page.waitForURL(/\/work$/);
  await guide(page).getByRole("button", { name: "Tell me how" }).click();
  await expect(guide(page).getByRole("listitem").first()).toContainText("lists every place");
  await guide(page).getByRole("button", { name: "Tell me why" }).click();
  await expect(guide(page)).toContainText("Your time is what you have");
  await checkPage();
  await expect(guide(page).getByRole("button", { name: "Next" })).toHaveCount(0);
  await page
    .getByRole("button", { name: /^Apply ?: / })
    .first()
    .click();
  await expect(guide(page)).toContainText("Sealed.");
  await guide(page).getByRole("button", { name: "Next" }).click();
  await expect(guide(page)).toContainText("First steps, 2 of 5");
  await page.reload();
  await expect(guide(page)).toContainText("First steps, 2 of 5");
});

test("a lesson of looking is done by a look, and the last one ends the guide", async ({ page, sit }) => {
  await sit("Co-op member");
  await expect(guide(page)).toContainText("Know your co-operative");
  for (let step = 0; step < 5; ++step)
    await guide(page)
      .getByRole("button", { name: /^(Next|Skip this one)$/ })
      .click();
  await expect(guide(page)).toContainText("You know your way");
  await guide(page).getByRole("button", { name: "Play on" }).click();
  await expect(guide(page)).toHaveCount(0);
});

test("the guide is put away for good, and called back from the menu", async ({ page, sit }) => {
  await sit("Capitalist");
  await guide(page).getByRole("button", { name: "I know my way" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(guide(page)).toHaveCount(0);
  await page
    .getByRole("button", { name: /^(Menu|More)$/ })
    .filter({ visible: true })
    .click();
  await page.getByRole("button", { name: "First steps, from the beginning" }).click();
  await expect(guide(page)).toContainText("1 of 5");
});

test("a word explains itself, and the glossary has the same text", async ({ page, sit, checkPage }) => {
  await sit("Co-op member");
  await page.getByRole("button", { name: "Base wage: what is that?" }).click();
  const dialog = page.getByRole("dialog");
  const said = await dialog.locator("p").first().textContent();
  await checkPage();
  await dialog.getByRole("link", { name: "In the glossary" }).click();
  await page.waitForURL(/\/glossary#wage$/);
  await expect(page.locator("#wage")).toContainText(said);
  await expect(page.locator("#wage")).toBeInViewport();
  await checkPage();
  await page.getByLabel("Find a word").fill("gini");
  await expect(page.getByRole("status").filter({ hasText: "1 word" })).toBeVisible();
  await page.getByLabel("Find a word").fill("zzz");
  await expect(page.getByText("No word here is called so.")).toBeVisible();
});
