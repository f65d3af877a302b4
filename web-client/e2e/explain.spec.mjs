// Figures that explain themselves, and drafts that are tried out before anything is decided.
import { expect, test } from "./fixtures.mjs";

/** The first number of a text, as people read it. */
const numberIn = (text) => Number(/\d[\d,]*(\.\d+)?/.exec(text)[0].replaceAll(",", ""));

/** Opens every explained figure of the page, one after the other: its parts add up to what the button shows. */
async function explained(page) {
  const buttons = page.locator("main button.why");
  const names = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute("aria-label")));
  for (const [at, name] of names.entries()) {
    await buttons.nth(at).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("tfoot td")).toBeVisible();
    const { opening, parts, closing, shown } = await dialog.evaluate((element) => ({
      opening: Number(element.querySelector("[data-opening]")?.dataset.opening ?? 0),
      parts: [...element.querySelectorAll(".part")].map((cell) => Number(cell.dataset.mils)),
      closing: Number(element.querySelector("tfoot td").dataset.mils),
      shown: element.querySelector("tfoot td").textContent,
    }));
    expect(opening + parts.reduce((sum, part) => sum + part, 0), name).toBe(closing);
    expect(Math.abs(numberIn(name) - numberIn(shown)), `${name} is explained as ${shown}`).toBeLessThan(0.51); // whole crowns
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  return names.length;
}

for (const [role, path, atLeast] of [
  ["Capitalist", "enterprise", 6],
  ["Capitalist", "society", 8],
  ["Co-op member", "enterprise", 6],
  ["Worker", "standing", 3],
]) {
  test(`every explained figure on a ${role}'s ${path} page adds up to what is shown`, async ({
    page,
    sit,
    request,
  }) => {
    test.slow();
    await sit(role);
    await page.goto(`/w/weir-valley/${path}`);
    // Inside, not merely at the door: a close before that is no news.
    await expect(page.getByRole("timer")).toBeVisible();
    await request.get("/test/close");
    await expect(page.getByText(/^Tick \d+ closed$/).first()).toBeVisible();
    expect(await explained(page)).toBeGreaterThanOrEqual(atLeast);
  });
}

test("a draft is tried out before it is sealed, and the forecast stands beside the outcome after the close", async ({
  page,
  sit,
  request,
  checkPage,
}) => {
  await sit("Capitalist");
  await page.getByLabel("Places").fill("31");
  await page.getByRole("button", { name: "What would it bring?" }).first().click();
  const leaf = page.getByRole("group", { name: "Tried out on the real rules" });
  await expect(leaf.getByRole("row", { name: /^Cash/ })).toContainText("▲ +50.00");
  await expect(leaf).toContainText("decisions of all others");
  await expect(leaf.getByRole("row", { name: /^Standing/ })).toHaveCount(0);
  await checkPage();
  await request.get("/test/close");
  await expect(leaf).toContainText("Outcome");
  await expect(leaf).toContainText(/(within|outside) the range/);
});
