// Prints "passed failed skipped" of one report: `node tools/count.mjs doctest|vitest|playwright FILE`. A report that is missing or
// says nothing counts as nothing run, which ./check takes for a failure.
import { readFileSync } from "node:fs";

const [kind, file] = process.argv.slice(2);

function doctest(text) {
  const line = text.match(/test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped/);
  return line ? line.slice(1).map(Number) : [0, 0, 0];
}

function vitest(text) {
  const report = JSON.parse(text);
  return [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests];
}

// A test that passed only when tried again is a failed one.
function playwright(text) {
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  return [expected, unexpected + flaky, skipped];
}

const count = { doctest, vitest, playwright }[kind];
if (!count) throw new Error(`unknown kind of report "${kind}"`);
let result = [0, 0, 0];
try {
  result = count(readFileSync(file, "utf8"));
} catch (problem) {
  console.error(`${file}: ${problem.message}`);
}
console.log(result.join(" "));
