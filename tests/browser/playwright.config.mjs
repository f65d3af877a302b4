import { defineConfig } from "./playwright.mjs";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  outputDir: "../../build/browser",
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 600_000,
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell", args },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    trace: process.env.TRACE ?? "off",
  },
  expect: { timeout: 15_000 },
});
