import { chromium } from "@playwright/test";
const base = process.argv[2],
  out = "/tmp/pw/";
const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const mk = async (name, scheme, w, h) => {
  const c = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
  const p = await c.newPage();
  p.setDefaultTimeout(5000);
  p.on("console", (m) => console.log(name, m.type(), m.text()));
  p.on("pageerror", (e) => console.log(name, "ERR", String(e)));
  return p;
};
const a = await mk("cap", "light", 1280, 900),
  m = await mk("mem", "dark", 1280, 900);
for (const [p, i] of [
  [a, 0],
  [m, 1],
]) {
  await p.goto(base + "/w/demo");
  await p.getByText("Take a seat").first().click();
  await p.waitForTimeout(500);
  await p.getByRole("button", { name: "Take this seat" }).nth(i).click();
  await p.waitForTimeout(800);
}
await a.screenshot({ path: out + "3-town.png", fullPage: true });
const nav = async (p, n) => {
  await p.getByRole("link", { name: n }).first().click();
  await p.waitForTimeout(500);
};
for (let t = 0; t < 6; t++) {
  for (const p of [a, m]) {
    const r = p.getByRole("button", { name: /ready/i }).first();
    await r.click();
    await p.waitForTimeout(200);
  }
  await a.waitForTimeout(500);
}
await nav(a, "Enterprise");
await a.screenshot({ path: out + "4-ent.png", fullPage: true });
await nav(a, "Market");
await a.screenshot({ path: out + "5-market.png", fullPage: true });
await nav(a, "Standing");
await a.screenshot({ path: out + "6-standing.png", fullPage: true });
await nav(a, "News");
await a.screenshot({ path: out + "7-news.png", fullPage: true });
await nav(m, "Assembly");
await m.screenshot({ path: out + "8-assembly.png", fullPage: true });
await nav(m, "Work");
await m.screenshot({ path: out + "9-work.png", fullPage: true });
await b.close();
