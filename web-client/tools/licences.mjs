// Puts the licences of what the page is built from beside it, as they ask for.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const texts = Object.keys(dependencies).map((name) => {
  const folder = path.join(root, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md"]
    .map((leaf) => path.join(folder, leaf))
    .find((candidate) => existsSync(candidate));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf8") : ""}`;
});
mkdirSync(process.argv[2], { recursive: true });
writeFileSync(path.join(process.argv[2], "licences.txt"), texts.join(`\n${"=".repeat(78)}\n\n`));
