// The real server as a process: started on any free port over a folder of its own, killed without warning, started again where it was.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "../..");
const program = process.env.TECHNOTARIAT ?? path.join(root, "build/technotariat");

export class Server {
  #process = null;
  #log = "";
  #folder = mkdtempSync(path.join(tmpdir(), "technotariat-browser-"));
  data = path.join(this.#folder, "data");
  port = 0;

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** On the port of before, if there was one. */
  async start(...options) {
    const portFile = path.join(this.#folder, "port");
    rmSync(portFile, { force: true });
    const web = path.join(root, "web-client/dist");
    const args = ["serve", "--data", this.data, "--listen", `127.0.0.1:${this.port}`, "--port-file", portFile, "--web-root", web];
    const child = spawn(program, [...args, ...options], { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (this.#log += text));
    await this.#until(() => existsSync(portFile) && readFileSync(portFile, "utf8").trim() !== "", "the port file");
    this.port = Number(readFileSync(portFile, "utf8"));
    await this.#until(async () => (await fetch(`${this.address}/readyz`).catch(() => null))?.ok, "/readyz");
  }

  /** As a power cut would end it: no signal it could act upon. */
  kill() {
    return this.#end("SIGKILL");
  }

  stop() {
    return this.#end("SIGTERM");
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs `technotariat world …` on the data folder. */
  world(...args) {
    const { status, stdout, stderr } = spawnSync(program, ["world", ...args], { encoding: "utf8" });
    return { status, text: stdout + stderr, stdout };
  }

  async #end(signal) {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  async #until(holds, what) {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
      if (this.#process?.exitCode != null) break;
      if (await holds()) return;
      await pause(20);
    }
    throw new Error(`the server did not come up (${what}):\n${this.#log}`);
  }
}
