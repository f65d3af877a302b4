// Playwright and ws, from the page's own packages: run `npx playwright test --config ../tests/browser/playwright.config.mjs` in web-client/.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web-client/package.json", import.meta.url));
export const { defineConfig, expect, test: base } = require("@playwright/test");
export const { WebSocket } = require("ws");
