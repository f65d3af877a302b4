// A spectator without a browser: follows a world in the protocol's JSON mapping and writes down the state hash of every tick.
import { WebSocket } from "./playwright.mjs";

export class Watcher {
  hashes = new Map(); // tick → state hash

  async watch(server, world) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, ["technotariat.v1.json"]);
    let request = Date.now() * 1000;
    const send = (body) => socket.send(JSON.stringify({ request_id: String(++request), ...body }));
    await new Promise((resolve, reject) => {
      socket.on("open", () => send({ hello: { protocol_version: 1, name: "Witness" } }));
      socket.on("error", reject);
      socket.on("message", (text) => {
        const envelope = JSON.parse(text);
        if (envelope.error) reject(new Error(JSON.stringify(envelope.error)));
        if (envelope.welcome) send({ enter_world: { world } });
        const state = (envelope.snapshot ?? envelope.delta)?.world;
        if (!state) return;
        this.hashes.set(Number(state.tick), state.state_hash);
        resolve();
      });
    });
    socket.on("error", () => undefined); // the server will be killed
    this.socket = socket;
  }

  close() {
    this.socket.close();
  }
}
