// A private table against the real server: hosted, entered by link, talked at, its clock voted on, somebody shown out; and an account.
import { base as test, expect } from "./playwright.mjs";
import { Person } from "./person.mjs";
import { Server } from "./server.mjs";

/** Opens a world by invitation and returns the link for a friend. */
async function openTable(host, address) {
  const { page } = host;
  await page.goto(`${address}/host`);
  await page.getByLabel("Name of the world").fill("Thursday Table");
  await page.getByRole("radio", { name: /^A hamlet/ }).check();
  await page.getByRole("button", { name: "Open the world" }).click();
  await expect(page).toHaveURL(/\/people\/invite$/, { timeout: 60_000 });
  await page.getByRole("button", { name: "Make the link" }).click();
  return page.getByRole("group", { name: "Invitation link" }).innerText();
}

test("a friend comes in by link, talks, votes, is shown out and comes back; a stranger does not come in", async ({ browser }) => {
  const server = new Server();
  try {
    await server.start("--tick-ms", "600000");
    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.callYourself();
    const link = await openTable(ann, server.address);

    const eve = await Person.arrive(browser, "Eve", link.replace(/#.*/, ""));
    await expect(eve.page.getByRole("heading", { name: "This table is by invitation" })).toBeVisible();
    await eve.page.getByLabel("Password or code").fill("not the password");
    await eve.page.getByRole("button", { name: "Come in" }).click();
    await expect(eve.page.getByRole("heading", { name: "That key does not fit" })).toBeVisible();

    const bob = await Person.arrive(browser, "Bob", link);
    await bob.callYourself();
    await bob.sit("Worker");
    expect(bob.page.url()).not.toContain("key=");
    await ann.page.goto(`${server.address}/w/${ann.world}/seats`);
    await ann.sit("Capitalist");

    await bob.page.getByRole("link", { name: /^Chat/ }).first().click();
    await bob.page.getByLabel("Your line").fill("Good evening, Ann!");
    await bob.page.keyboard.press("Enter");
    await ann.page.getByRole("link", { name: "Chat, 1 new line" }).first().click();
    await expect(ann.page.locator("mark")).toHaveText("Ann");

    await bob.page.goto(`${server.address}/w/${bob.world}/people/clock`);
    await bob.page.getByRole("button", { name: "Pause" }).click();
    await expect(bob.page.getByText("Pause: 1 of 2")).toBeVisible();

    await ann.page.goto(`${server.address}/w/${ann.world}/people`);
    await ann.page.getByRole("button", { name: "Measures about Bob" }).click();
    await ann.page.getByRole("button", { name: "Show out", exact: true }).click();
    await ann.page.getByRole("button", { name: "Show out now" }).click();
    await expect(bob.page.getByRole("heading", { name: "A host has shown you out" })).toBeVisible();
    await bob.page.getByRole("button", { name: "Come back in" }).click();
    await bob.page.getByRole("link", { name: "Log" }).click();
    await expect(bob.page.getByRole("cell", { name: "showed Bob out" })).toBeVisible();
    for (const person of [ann, bob, eve]) expect(person.problems).toEqual([]);
  } finally {
    await server.stop();
    server.remove();
  }
});

test("a guest makes an account, logs out, and is on another device who they were, in their seat", async ({ browser }) => {
  const server = new Server();
  try {
    await server.start("--tick-ms", "600000");
    const ann = await Person.arrive(browser, "Ann", server.address);
    await ann.callYourself();
    await ann.page.getByRole("button", { name: "Play now" }).click();
    await ann.sit("Worker");
    const { world } = ann;
    await ann.page.goto(`${server.address}/account`);
    await ann.page.getByLabel("Login").first().fill("ann");
    await ann.page.getByLabel("Passphrase", { exact: true }).fill("tree lamp oar marble");
    await ann.page.getByRole("button", { name: "Make the account" }).click();
    const code = await ann.page.getByRole("group", { name: "Recovery code" }).innerText();
    await ann.page.getByRole("button", { name: "Log out" }).click();
    await expect(ann.page.getByText("You are a guest", { exact: false })).toBeVisible();

    const phone = await Person.arrive(browser, "Ann's phone", `${server.address}/account`);
    await phone.page.getByLabel("Login").last().fill("ann");
    await phone.page.getByLabel("Passphrase or recovery code").fill(code.trim());
    await phone.page.getByRole("button", { name: "Log in" }).click();
    await expect(phone.page.getByText("Your login is ann.")).toBeVisible();
    await phone.page.goto(`${server.address}/w/${world}/work`);
    await expect(phone.readyButton).toBeVisible();
    for (const person of [ann, phone]) expect(person.problems).toEqual([]);
  } finally {
    await server.stop();
    server.remove();
  }
});
