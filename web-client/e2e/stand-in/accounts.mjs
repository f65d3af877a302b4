// Make-believe accounts: what a guest may do about who they are.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { refusal } from "./house.mjs";

const DAY = 86_400_000;
const codes = () => "8RkQ2mXw-Vb1_cT9nYp4sZ";

export class Accounts {
  constructor() {
    this.accounts = new Map(); // by token
    this.others = new Map(); // sessions elsewhere, by token
  }

  card(viewer, told = {}) {
    const now = Date.now();
    if (!this.others.has(viewer.token))
      this.others.set(viewer.token, [
        { sessionId: "2", client: "Firefox on Android", madeMs: now - 9 * DAY, seenMs: now - 2 * DAY },
      ]);
    const mine = { sessionId: "1", client: viewer.client, madeMs: now - DAY, seenMs: now, mine: true };
    const sessions = [mine, ...this.others.get(viewer.token)];
    const wire = sessions.map((one) => ({ ...one, madeMs: BigInt(one.madeMs), seenMs: BigInt(one.seenMs) }));
    return { case: "account", value: { login: this.accounts.get(viewer.token)?.login ?? "", sessions: wire, ...told } };
  }
}

export const accountRequests = {
  readAccount(viewer, _value, reply) {
    reply(this.accounts.card(viewer));
  },

  claim(viewer, { login, passphrase, oldSecret }, reply) {
    const { accounts } = this.accounts;
    const before = accounts.get(viewer.token);
    if (before && before.passphrase !== oldSecret)
      return reply(
        refusal(ErrorCode.WRONG_SECRET, "That passphrase or code is not the right one.", "claim.old_secret"),
      );
    if (login === "taken") return reply(refusal(ErrorCode.LOGIN_TAKEN, "Somebody has that login.", "claim.login"));
    accounts.set(viewer.token, { login, passphrase, guestId: viewer.guestId, name: viewer.name });
    reply(this.accounts.card(viewer, { recoveryCode: codes() }));
  },

  logIn(viewer, { login, secret }, reply) {
    const found = [...this.accounts.accounts].find(([, one]) => one.login === login && one.passphrase === secret);
    if (!found) return reply(refusal(ErrorCode.WRONG_SECRET, "Login and passphrase do not go together.", "log_in"));
    const [token, { name, guestId }] = found;
    Object.assign(viewer, { token, name, guestId });
    viewer.room?.viewers.delete(viewer);
    reply(this.welcome(viewer));
  },

  endSession(viewer, { sessionId }, reply) {
    const others = this.accounts.others.get(viewer.token) ?? [];
    this.accounts.others.set(
      viewer.token,
      others.filter((one) => one.sessionId !== sessionId),
    );
    reply(this.accounts.card(viewer));
  },

  makeToken(viewer, { client }, reply) {
    const now = Date.now();
    this.accounts.card(viewer);
    this.accounts.others.get(viewer.token).push({ sessionId: "3", client, madeMs: now, seenMs: now });
    reply(this.accounts.card(viewer, { token: "q1Yw3cQG0m8m4xk2lZrVb6e9H5tJ7uPpAaSdFgHjKlE" }));
  },
};
