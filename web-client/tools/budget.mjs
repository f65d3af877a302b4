// Fails when a load outgrows its budget: a page that comes up at once on a poor line is a feature. What the page itself names is the first
// load; each view is fetched later, on its own, so what counts there is the largest one. A language is fetched whole, by those who speak it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const KB = 1024;
const dist = process.argv[2];
const assets = join(dist, "assets");
const page = readFileSync(join(dist, "index.html"), "utf8");
const all = readdirSync(assets).map((name) => ({ name, bytes: statSync(join(assets, name)).size }));
const isFirst = ({ name }) => page.includes(name.replace(/\.br$/, ""));
const isLanguage = ({ name }) => name.startsWith("translation-");
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
const largest = (files) => Math.max(...files.map(({ bytes }) => bytes));

const BUDGETS = [
  ["first load", ".js.br", isFirst, sum, 90 * KB],
  ["first load", ".css.br", isFirst, sum, 15 * KB],
  ["largest view", ".js.br", (file) => !isFirst(file) && !isLanguage(file), largest, 20 * KB],
  ["largest language", ".js.br", isLanguage, largest, 40 * KB],
  ["largest view", ".css.br", (file) => !isFirst(file), largest, 6 * KB],
  ["all fonts", ".woff2", () => true, sum, 80 * KB],
];
let failed = false;
for (const [what, ending, chosen, measure, limit] of BUDGETS) {
  const files = all.filter((file) => file.name.endsWith(ending) && chosen(file));
  const bytes = files.length > 0 ? measure(files) : 0;
  console.log(`${what}, ${ending}: ${bytes} of ${limit} bytes`);
  failed ||= bytes > limit || bytes === 0;
}
process.exit(failed ? 1 : 0);
