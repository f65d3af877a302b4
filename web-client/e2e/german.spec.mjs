// The page in German: every view speaks it and fits, numbers are written its way, and the language changes where one stands.
import { expect, test } from "./fixtures.mjs";

test.use({ locale: "de-DE" });

// What people wrote and named stays as they wrote it.
const GIVEN = ["The Sunday Club", "Good evening! Who buys my materials?", "The union says yes, at a fair price."];
// Words that no German sentence has.
const ENGLISH =
  /(?<![\p{L}’'-])(the|of|and|or|is|are|were|be|you|yours?|it|its|with|without|for|to|from|by|at|this|that|each|every|all|not|no|how|why|what|who|tick|wages?|seats?|cash|price|prices|people|world|lots|members?|workers?|worth|more|less|than)(?![\p{L}’'-])/iu;
const inGerman = async (page) => {
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const texts = await page.evaluate(() => {
    const own = (element) => !element.closest('[lang="en"], script, style');
    const found = [document.title];
    for (const element of document.querySelectorAll("body *")) {
      if (!own(element)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"])
        found.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.data.trim());
    }
    return found;
  });
  expect(texts.length).toBeGreaterThan(20);
  const ours = new Set(texts.map((text) => GIVEN.reduce((left, given) => left.replace(given, ""), text)));
  expect([...ours].filter((text) => ENGLISH.test(text))).toEqual([]);
};
const heading = (page, name) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const seats = { capitalist: 0, member: 1, worker: 2 };
const sit = async (page, seat) => {
  await page.goto("/w/weir-valley/seats");
  await page.getByRole("button", { name: "Diesen Platz nehmen" }).nth(seats[seat]).click();
  await page.waitForURL(/\/(enterprise|assembly|work)$/);
};

for (const [path, name] of [
  ["/", "Technotariat"],
  ["/host", "Eine Welt eröffnen"],
  ["/account", "Dein Konto"],
  ["/glossary", "Wörterbuch"],
  ["/tournaments", "Turniere"],
  ["/tournaments/league-p4r2", "League"],
  ["/ladder", "Rangliste"],
  ["/ladder/evening", "Evening ladder"],
]) {
  test(`${path} is in German and in order`, async ({ page, checkPage }) => {
    await page.goto(path);
    await heading(page, name);
    await inGerman(page);
    await checkPage();
  });
}

for (const [seat, path, name] of [
  ["capitalist", "town", "Die Stadt"],
  ["capitalist", "market", "Markt"],
  ["capitalist", "market/land", "Markt"],
  ["capitalist", "enterprise", "Harbour Mill"],
  ["capitalist", "shares", "Anteile"],
  ["capitalist", "shares/4", "Anteile"],
  ["capitalist", "society", "Gesellschaft"],
  ["capitalist", "standing", "Wertung"],
  ["capitalist", "news", "Nachrichten"],
  ["capitalist", "replay", "Wiedergabe"],
  ["capitalist", "seats", "Wähl deinen Platz"],
  ["capitalist", "people", "Leute"],
  ["capitalist", "people/clock", "Leute"],
  ["capitalist", "people/invite", "Leute"],
  ["capitalist", "people/rules", "Leute"],
  ["capitalist", "people/log", "Leute"],
  ["capitalist", "chat", "Gespräche"],
  ["member", "assembly", /^Versammlung: /],
  ["member", "enterprise", "Lantern Bakers' Union"],
  ["worker", "work", "Arbeit"],
]) {
  test(`a ${seat}'s ${path} page is in German and in order`, async ({ page, checkPage }) => {
    await sit(page, seat);
    await page.goto(`/w/weir-valley/${path}`);
    await heading(page, name);
    await inGerman(page);
    await checkPage();
  });
}

test("after a close and at the end everything is in German and in order", async ({ page, checkPage, request }) => {
  await sit(page, "capitalist");
  await page.getByRole("button", { name: /^Bereit/ }).click();
  await expect(page.getByText("Takt 35 ist zu Ende", { exact: true })).toBeVisible();
  await inGerman(page);
  await checkPage();
  await request.get("/test/finish");
  await page.getByRole("link", { name: "Zur Schlusswertung" }).click();
  await heading(page, "Die Schlusswertung");
  await expect(page.getByText("hat am meisten bewirkt")).toBeVisible();
  await inGerman(page);
  await checkPage();
});

test("an amount is written with a comma, and read with a comma or a point", async ({ page, request }) => {
  await sit(page, "capitalist");
  await request.get("/test/owner?wage=80668247&ask=1234567");
  const wage = page.getByLabel("Lohn", { exact: true });
  await expect(wage).toHaveValue("806,68");
  await expect(page.getByText("Es gilt: ").first()).toContainText(/\d,\d\d\u202fcr/);
  const seal = page.getByRole("button", { name: "Lohn und Stellen versiegeln" });
  for (const [typed, mils] of [
    ["1.234,5", 123_450_000],
    ["812.25", 81_225_000],
  ]) {
    await wage.fill(typed);
    await seal.click();
    await expect.poll(async () => (await (await request.get("/test/owner")).json()).wage).toBe(mils);
  }
});

test("a refusal and a closed door are told in German", async ({ page }) => {
  await sit(page, "capitalist");
  await page.getByLabel("Lohn", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Lohn und Stellen versiegeln" }).click();
  await expect(page.getByText("Ein Lohn liegt über null").first()).toBeVisible();
  await page.goto("/w/nowhere");
  await heading(page, "In diese Welt kommt man nicht hinein");
});

test("the language changes where one stands, seat and page kept, and is remembered", async ({ page, checkPage }) => {
  await sit(page, "worker");
  await page.goto("/w/weir-valley/market/materials");
  await heading(page, "Markt");
  await page.getByRole("button", { name: /^(Menü|Mehr)$/ }).click();
  await checkPage();
  await page.getByRole("button", { name: "English" }).click();
  await heading(page, "Market");
  await expect(page).toHaveURL(/\/w\/weir-valley\/market\/materials$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: /^Ready/ })).toBeVisible();
  await page.goto("/");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("button", { name: "Zurück an meinen Platz" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});
