/** What is asked about ladders, and one's own places, as the server last said. Refusals are thrown. */
import { LadderState as State } from "../../gen/technotariat/v1/ladder_pb";
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import type { Body } from "./link";
import type { Ladder, LadderPlace, LadderSummary } from "./model";
import { plain } from "./plain";

export class Ladders {
  places = $state.raw<ReadonlyMap<string, LadderPlace>>(new Map());

  constructor(readonly request: (body: Body) => Promise<ServerEnvelope>) {}

  async list(): Promise<readonly LadderSummary[]> {
    const { body } = await this.request({ case: "listLadders", value: {} });
    if (body.case !== "ladderList") throw new Error(`a list of ladders was answered by ${body.case}`);
    return plain(body.value.ladders);
  }

  async read(name: string): Promise<Ladder> {
    const { body } = await this.request({ case: "readLadder", value: { name } });
    if (body.case !== "ladder") throw new Error(`a ladder was answered by ${body.case}`);
    const ladder = plain(body.value);
    if (ladder.mine) this.receive(ladder.mine);
    return ladder;
  }

  join(name: string): Promise<void> {
    return this.#placed({ case: "joinLadder", value: { name } });
  }

  leave(name: string): Promise<void> {
    return this.#placed({ case: "leaveLadder", value: { name } });
  }

  receive(place: LadderPlace): void {
    this.places = new Map([...this.places, [place.ladder, place]]);
  }

  /** The line is back: where one waits, the place is kept for whoever says so soon. */
  async keep(): Promise<void> {
    for (const place of this.places.values()) if (place.state === State.WAITING) await this.join(place.ladder);
  }

  forget(): void {
    this.places = new Map();
  }

  async #placed(request: Body): Promise<void> {
    const { body } = await this.request(request);
    if (body.case !== "ladderPlace") throw new Error(`a place on a ladder was answered by ${body.case}`);
    this.receive(plain(body.value));
  }
}
