// Writes docs/calibration.md: every constant of the rules with the reason that stands beside it in the source. Run from the root of the project.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const files = execFileSync("git", ["ls-files", "rules/*.hpp", "rules/*.cpp"], { encoding: "utf8" }).split("\n").filter(Boolean).sort();
const constant = /^(?:inline )?constexpr [\w:<>, ]+? (k[A-Z]\w*)(?:\[[^\]]*\])?\s*(?:=\s*|(?=\{))([^;]*);\s*(?:\/\/\/?<?\s*(.*))?$/;

/** Comments in a row before line `at`, as one sentence. */
function before(lines, at) {
  const words = [];
  for (let i = at - 1; i >= 0 && /^\/\/\/? /.test(lines[i]); --i) words.unshift(lines[i].replace(/^\/\/\/? /, ""));
  return words.join(" ");
}

/** A declaration that goes over several lines, as one. */
function whole(lines, at) {
  let text = lines[at];
  for (let i = at + 1; i < lines.length && !text.includes(";"); ++i) text += ` ${lines[i].trim()}`;
  return text;
}

const sections = [];
for (const file of files) {
  const lines = readFileSync(file, "utf8").split("\n");
  const rows = [];
  lines.forEach((line, at) => {
    const found = /^(inline )?constexpr /.test(line) && constant.exec(whole(lines, at));
    if (!found || found[2].length > 120 || found[2].includes("Parameter::") || found[2].includes('"')) return;
    const value = found[2].replaceAll("'", " ").replaceAll("|", "\\|").trim();
    rows.push(`| ${found[1]} | ${value} | ${(found[3] ?? before(lines, at)).replaceAll("|", "\\|")} |`);
  });
  if (rows.length > 0) sections.push(`## ${file}\n\n| constant | value | why |\n|---|---|---|\n${rows.join("\n")}\n`);
}
writeFileSync(
  "docs/calibration.md",
  "# Calibration\n\nThe numbers of the rules that no scenario changes, with the words that stand beside them. Written by `node tools/calibration.mjs` from\n" +
    "the source; what scenarios and experiments do change is in [scenarios.md](scenarios.md). Rates are in basis points (10 000 = 1), money\n" +
    `in mils (1 000 mils = a cent), prices are for a lot.\n\n${sections.join("\n")}`,
);
