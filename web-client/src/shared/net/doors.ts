/** What is asked about people rather than the economy: the house of a world, and one's own account. Refusals are thrown. */
import type { HouseRole, Measure } from "../../gen/technotariat/v1/house_pb";
import type { ServerEnvelope } from "../../gen/technotariat/v1/session_pb";
import type { Body } from "./link";
import type { Account, House, HouseRules, Invitation } from "./model";
import { plain } from "./plain";

type Request = (body: Body) => Promise<ServerEnvelope>;

export class Doors {
  constructor(readonly request: Request) {}

  async house(): Promise<House> {
    const { body } = await this.request({ case: "readHouse", value: {} });
    if (body.case !== "house") throw new Error("the house was asked for, and something else was answered");
    return plain(body.value);
  }

  /** New rules of the house; the password too if one is given, and an empty one takes it away. */
  async setHouse(rules: HouseRules, password?: string): Promise<void> {
    const value = { rules, changePassword: password !== undefined, password: password ?? "" };
    await this.request({ case: "setHouse", value });
  }

  /** With its code, which is never told again; null when the answer was lost and only a receipt is left of it. */
  async invite(role: HouseRole, uses: number, hours: number, note: string): Promise<Invitation | null> {
    const { body } = await this.request({ case: "makeInvitation", value: { role, uses, hours, note } });
    return body.case === "invitation" ? plain(body.value) : null;
  }

  async revoke(id: number): Promise<void> {
    await this.request({ case: "revokeInvitation", value: { id } });
  }

  async measure(guestId: string, measure: Measure, name = ""): Promise<void> {
    await this.request({ case: "takeMeasure", value: { guestId, measure, name } });
  }

  async account(): Promise<Account> {
    return this.#account({ case: "readAccount", value: {} });
  }

  /** With the recovery code, which is never told again. */
  async claim(login: string, passphrase: string, oldSecret: string): Promise<Account> {
    return this.#account({ case: "claim", value: { login, passphrase, oldSecret } });
  }

  async endSession(sessionId: string): Promise<Account> {
    return this.#account({ case: "endSession", value: { sessionId } });
  }

  /** With the token, which is never told again. */
  async makeToken(client: string): Promise<Account> {
    return this.#account({ case: "makeToken", value: { client } });
  }

  async #account(request: Body): Promise<Account> {
    const { body } = await this.request(request);
    if (body.case !== "account") throw new Error("the account was asked for, and something else was answered");
    return plain(body.value);
  }
}
