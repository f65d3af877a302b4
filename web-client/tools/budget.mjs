// Fails when the first load outgrows its budget: a page that loads at once on a poor line is a feature.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const BUDGET = { ".js.br": 90 * 1024, ".css.br": 15 * 1024, ".woff2": 80 * 1024 };
const assets = join(process.argv[2], "assets");
let failed = false;
for (const [ending, limit] of Object.entries(BUDGET)) {
  const bytes = readdirSync(assets)
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + statSync(join(assets, name)).size, 0);
  console.log(`${ending}: ${bytes} of ${limit} bytes`);
  failed ||= bytes > limit;
}
process.exit(failed ? 1 : 0);
