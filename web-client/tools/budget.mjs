// Fails when the first load outgrows its budget: a page that loads at once on a poor line is a feature. What the page itself names is the
// first load; what is fetched when first asked for counts towards the whole.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const KB = 1024;
const FIRST = { ".js.br": 90 * KB, ".css.br": 15 * KB };
const WHOLE = { ".js.br": 110 * KB, ".css.br": 20 * KB, ".woff2": 80 * KB };
const dist = process.argv[2];
const assets = join(dist, "assets");
const page = readFileSync(join(dist, "index.html"), "utf8");
const all = readdirSync(assets);
const first = all.filter((name) => page.includes(name.replace(/\.br$/, "")));
let failed = false;
for (const [what, files, budget] of [
  ["first load", first, FIRST],
  ["whole", all, WHOLE],
]) {
  for (const [ending, limit] of Object.entries(budget)) {
    const bytes = files
      .filter((name) => name.endsWith(ending))
      .reduce((sum, name) => sum + statSync(join(assets, name)).size, 0);
    console.log(`${what}, ${ending}: ${bytes} of ${limit} bytes`);
    failed ||= bytes > limit || bytes === 0;
  }
}
process.exit(failed ? 1 : 0);
