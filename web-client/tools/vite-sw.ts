import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Emits /sw.js, which keeps the page's shell so that it opens without a network and reconnects from there. Pages are asked of the
 * network first, so a new version is never hidden by an old shell; hashed assets never change and come from the cache first. A language is
 * kept when it is first used, not before: most visitors never need it.
 */
export function precacheServiceWorker(): Plugin {
  return {
    name: "precache-sw",
    apply: "build",
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith("assets/") && !name.startsWith("assets/translation-"))
        .sort()
        .map((name) => `/${name}`);
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
      this.emitFile({ type: "asset", fileName: "sw.js", source: source(version, files) });
    },
  };
}

const source = (version: string, files: readonly string[]): string => `const SHELL = "shell-${version}";
const FILES = ${JSON.stringify(["/", ...files])};
addEventListener("install", (e) => e.waitUntil(caches.open(SHELL).then((c) => c.addAll(FILES)).then(() => skipWaiting())));
addEventListener("activate", (e) => e.waitUntil(
  caches.keys()
    .then((names) => Promise.all(names.filter((n) => n !== SHELL).map((n) => caches.delete(n))))
    .then(() => clients.claim())));
const kept = async (request) => {
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
};
addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) e.respondWith(caches.match(e.request).then((hit) => hit || kept(e.request)));
  else if (e.request.mode === "navigate" && (url.pathname === "/" || url.pathname.startsWith("/w/")))
    e.respondWith(fetch(e.request).catch(() => caches.match("/")));
});
`;
