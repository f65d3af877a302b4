// A person at a browser of their own, who knows the page by what it says.
import { expect } from "./playwright.mjs";

/** What a browser may say while the server is away; anything else on the console is a failure. */
const LINE_DOWN = /ERR_CONNECTION|WebSocket connection to|net::ERR_/;

export class Person {
  problems = [];

  constructor(name, page) {
    this.name = name;
    this.page = page;
    page.on("console", (message) => {
      const bad = ["error", "warning"].includes(message.type());
      if (bad && !LINE_DOWN.test(message.text())) this.problems.push(message.text());
    });
    page.on("pageerror", (error) => this.problems.push(String(error)));
  }

  static async arrive(browser, name, address) {
    const context = await browser.newContext();
    const person = new Person(name, await context.newPage());
    await person.page.goto(address);
    return person;
  }

  async callYourself() {
    await this.page.getByRole("button", { name: "Change name" }).click();
    await this.page.getByLabel("Your name at the table").fill(this.name);
    await this.page.getByRole("button", { name: "Save name" }).click();
    await expect(this.page.getByText(`You play as ${this.name}.`)).toBeVisible();
  }

  async sit(role) {
    const card = this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: role }) });
    await card.getByRole("button", { name: "Take this seat" }).click();
    await expect(this.readyButton).toBeVisible();
  }

  get world() {
    return /\/w\/([^/]+)/.exec(this.page.url())[1];
  }

  get readyButton() {
    return this.page.getByRole("button", { name: /^Ready/ });
  }

  /** The tick that is being played, from 1, or Infinity when the world has ended. */
  async tick() {
    const face = this.page.getByRole("timer");
    if ((await face.innerText()).includes("world ended")) return Infinity;
    return Number(/Tick (\d+)/.exec(await face.getAttribute("aria-label"))[1]);
  }

  async goTo(page) {
    await this.page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${page}\\b`) }).first().click();
    await expect(this.page).toHaveURL(new RegExp(`/${page.toLowerCase()}$`));
  }

  async beReady() {
    await this.readyButton.click();
  }

  /** As owner: what the wage form says now, and what it should be. */
  async offerWage(crowns, places) {
    await this.goTo("Enterprise");
    await this.page.getByLabel("Wage", { exact: true }).fill(String(crowns));
    await this.page.getByLabel("Places", { exact: true }).fill(String(places));
    await this.page.getByRole("button", { name: "Seal wage and places" }).click();
    await expect(this.page.getByRole("button", { name: "Seal wage and places" })).toHaveAttribute("aria-disabled", "true");
  }

  /** As member: a motion on the base wage, and a vote for it. */
  async moveBaseWage(crowns) {
    await this.goTo("Assembly");
    await this.page.getByLabel("New base wage").fill(String(crowns));
    await this.page.getByRole("button", { name: "Seal the motion" }).click();
    await expect(this.page.getByRole("heading", { name: "Base wage" }).first()).toBeVisible();
  }
}
