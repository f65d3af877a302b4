/** What is asked about tournaments. Refusals are thrown. */
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import type { Body } from "./link";
import type { MatchList, Tournament, TournamentList } from "./model";
import { plain } from "./plain";

export type Opening = Extract<Body, { case: "openTournament" }>["value"];

export class Tournaments {
  constructor(readonly request: (body: Body) => Promise<ServerEnvelope>) {}

  async list(): Promise<TournamentList> {
    const { body } = await this.request({ case: "listTournaments", value: {} });
    if (body.case !== "tournamentList") throw new Error(`a list of tournaments was answered by ${body.case}`);
    return plain(body.value);
  }

  read(name: string): Promise<Tournament> {
    return this.#one({ case: "readTournament", value: { name } });
  }

  open(value: Opening): Promise<Tournament> {
    return this.#one({ case: "openTournament", value });
  }

  /** A page of the matches played so far, after the first `from`. */
  async matches(name: string, from: number): Promise<MatchList> {
    const { body } = await this.request({ case: "listMatches", value: { name, from } });
    if (body.case !== "matchList") throw new Error(`a list of matches was answered by ${body.case}`);
    return plain(body.value);
  }

  stop(name: string): Promise<Tournament> {
    return this.#one({ case: "stopTournament", value: { name } });
  }

  resume(name: string): Promise<Tournament> {
    return this.#one({ case: "resumeTournament", value: { name } });
  }

  async #one(request: Body): Promise<Tournament> {
    const { body } = await this.request(request);
    if (body.case !== "tournament") throw new Error(`a tournament was answered by ${body.case}`);
    return plain(body.value);
  }
}
