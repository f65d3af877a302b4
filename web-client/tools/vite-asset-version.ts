import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PLACEHOLDER = "%ASSET_VERSION%";

/**
 * Names the built page: the first 12 hex digits of the SHA-256 of its hashed asset names. The same value goes into index.html and into
 * asset-version.txt, which the server says in its welcome; a page that reads another value there knows it is stale.
 * It cannot be compiled into the script, since that would change the script's own hash.
 */
export function assetVersion(): Plugin {
  let folder = "dist";
  return {
    name: "asset-version",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      const names = readdirSync(join(folder, "assets"))
        .filter((name) => !/\.(br|gz)$/.test(name))
        .sort();
      const version = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 12);
      const page = join(folder, "index.html");
      writeFileSync(page, readFileSync(page, "utf8").replace(PLACEHOLDER, version));
      writeFileSync(join(folder, "asset-version.txt"), `${version}\n`);
    },
  };
}
