import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { assetVersion } from "./tools/vite-asset-version.ts";
import { preloadStart } from "./tools/vite-start.ts";
import { precacheServiceWorker } from "./tools/vite-sw.ts";

export default defineConfig({
  base: "/",
  plugins: [svelte(), preloadStart("/src/app/start.ts"), precacheServiceWorker(), assetVersion()],
  build: {
    target: "es2023",
    cssTarget: ["chrome123", "firefox120", "safari17.5"], // all know light-dark(): it must reach them as written
    assetsInlineLimit: 0, // no data: URIs, so the content policy needs no data: source
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    proxy: { "/ws": { target: process.env["SERVER"] ?? "http://127.0.0.1:8080", ws: true } },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
