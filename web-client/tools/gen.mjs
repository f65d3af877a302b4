// Generates src/gen from the protocol's schema. protoc comes from the system, the plugin from node_modules.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const protocol = path.resolve(root, "../protocol");
const folder = "technotariat/v1";
const files = readdirSync(path.join(protocol, folder))
  .filter((name) => name.endsWith(".proto"))
  .map((name) => `${folder}/${name}`);
const out = path.join(root, "src/gen");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { status, error } = spawnSync(
  process.env.PROTOC ?? "protoc",
  [
    "-I",
    protocol,
    `--plugin=protoc-gen-es=${path.join(root, "node_modules/.bin/protoc-gen-es")}`,
    `--es_out=${out}`,
    "--es_opt=target=js+dts,import_extension=js",
    ...files,
  ],
  { stdio: "inherit" },
);
if (error) throw error;
process.exit(status ?? 1);
