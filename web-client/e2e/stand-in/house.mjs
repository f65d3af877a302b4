// The people's side of the make-believe worlds: keys at the door, roles, measures, chat, votes on the clock. The requests of house.proto.
import { ErrorCode } from "../../src/gen/technotariat/v1/error_pb.js";
import { ChatChannel, HouseDeed, HouseRole, Measure } from "../../src/gen/technotariat/v1/house_pb.js";

export const refusal = (code, text, field = "") => ({ case: "error", value: { code, text, field } });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export class House {
  constructor({ hosted = true } = {}) {
    this.rules = {};
    this.password = "";
    this.hosted = hosted; // whoever comes first is its owner
    this.owner = "";
    this.newcomers = HouseRole.UNSPECIFIED; // the part of whoever comes without an invitation
    this.people = new Map();
    this.invitations = [];
    this.chat = [];
    this.log = [];
    this.index = 10;
    this.wishes = new Map();
    const bea = { guestId: "2001", name: "Marguerite", role: HouseRole.PLAYER, here: true, seatId: 12 };
    for (const one of [bea, { guestId: "2002", name: "Tobias", role: HouseRole.MODERATOR, here: true, seatId: 32 }])
      this.people.set(one.guestId, { muted: false, banned: false, ...one });
    this.note({ byName: "Tobias", deed: HouseDeed.EXTENDED, value: 60 }, 3 * HOUR);
    this.note({ byName: "Tobias", deed: HouseDeed.MEASURE, measure: Measure.MUTE, aboutName: "Ines" }, 2 * HOUR);
    this.say(bea, { channel: ChatChannel.WORLD, text: "Good evening! Who buys my materials?" }, 9 * MINUTE);
    this.say(
      this.people.get("2002"),
      { channel: ChatChannel.WORLD, text: "The union says yes, at a fair price." },
      7 * MINUTE,
    );
  }

  note(row, ago = 0) {
    this.log.push({ index: BigInt(++this.index), timeMs: BigInt(Date.now() - ago), ...row });
  }

  say(person, line, ago = 0) {
    const { guestId, name } = person;
    const said = { index: BigInt(++this.index), timeMs: BigInt(Date.now() - ago), guestId, name, tick: 34, ...line };
    this.chat.push(said);
    return said;
  }

  come(viewer) {
    if (this.owner === "" && this.hosted) this.owner = viewer.guestId;
    const known = this.people.get(viewer.guestId);
    const role = this.owner === viewer.guestId ? HouseRole.OWNER : this.newcomers;
    const person = known ?? { guestId: viewer.guestId, role, muted: false, banned: false, seatId: 0 };
    this.people.set(viewer.guestId, Object.assign(person, { name: viewer.name, here: true }));
    return person;
  }

  roleOf(viewer) {
    return this.people.get(viewer.guestId)?.role ?? HouseRole.UNSPECIFIED;
  }

  isHost(viewer) {
    return [HouseRole.OWNER, HouseRole.MODERATOR].includes(this.roleOf(viewer));
  }

  /** Why somebody may not come in; nothing if they may. */
  door(viewer, key, seated) {
    const known = this.people.get(viewer.guestId);
    const watching = this.invitations.some((one) => one.code === key && one.role === HouseRole.SPECTATOR);
    if (watching && seated)
      return refusal(ErrorCode.GET_UP_FIRST, "You have a seat in this world, and this link is for watching only.");
    if (known?.banned) return refusal(ErrorCode.BANNED, "The hosts have shut you out of this world.");
    if (!this.rules.byInvitation || known || (this.owner === "" && this.hosted)) return undefined;
    if (key === "")
      return refusal(ErrorCode.KEY_NEEDED, "This world is private: it takes an invitation or the password.");
    const invitation = this.invitations.find((one) => one.code === key);
    if (invitation && !invitation.revoked && invitation.used < invitation.uses) {
      invitation.used++;
      this.come(viewer).role = invitation.role;
      this.note({ deed: HouseDeed.CAME_IN, aboutName: viewer.name, role: invitation.role, value: invitation.id });
      return undefined;
    }
    if (this.password !== "" && key === this.password) return void (this.come(viewer).role = HouseRole.PLAYER);
    return refusal(ErrorCode.BAD_KEY, "That is neither the password nor an invitation that is still good.");
  }

  reading(viewer) {
    const host = this.isHost(viewer);
    return {
      myRole: this.roleOf(viewer),
      rules: this.rules,
      hasPassword: this.password !== "",
      people: [...this.people.values()],
      invitations: host ? this.invitations.map((one) => ({ ...one, code: "" })) : [],
      log: this.log,
    };
  }

  readable(viewer) {
    return this.chat.filter(
      (line) => line.channel !== ChatChannel.PRIVATE || [line.guestId, line.toGuestId].includes(viewer.guestId),
    );
  }
}

const receipt = { case: "receipt", value: { tick: 35, journalIndex: 3n } };
const hostsOnly = refusal(ErrorCode.NOT_HOST, "Only the host of the world may do that.");

/** What the hall does with each request about a house. */
export const houseRequests = {
  readHouse(viewer, _value, reply) {
    const { house } = viewer.room;
    for (const person of house.people.values())
      person.seatId = viewer.room.economy.seats.find((seat) => seat.player === person.token)?.id ?? person.seatId;
    house.come(viewer).token = viewer.token;
    house.people.get(viewer.guestId).seatId = viewer.room.seatOf(viewer)?.id ?? 0;
    reply({ case: "house", value: house.reading(viewer) });
  },

  setHouse(viewer, { rules, changePassword, password }, reply) {
    const { house } = viewer.room;
    if (!house.isHost(viewer)) return reply(hostsOnly);
    house.rules = rules;
    if (changePassword) house.password = password;
    house.note({ byName: viewer.name, deed: HouseDeed.RULES, rules });
    viewer.room.changed();
    reply(receipt);
  },

  makeInvitation(viewer, { role, uses, hours, note }, reply) {
    const { house } = viewer.room;
    if (!house.isHost(viewer)) return reply(hostsOnly);
    const id = house.invitations.length + 1;
    const made = {
      id,
      role,
      uses,
      used: 0,
      note,
      byName: viewer.name,
      revoked: false,
      code: `code-${id}-Zm9vYmFyYmF6cXV1`,
    };
    house.invitations.push({ ...made, expiresMs: BigInt(Date.now() + hours * HOUR) });
    house.note({ byName: viewer.name, deed: HouseDeed.INVITATION, role, value: uses });
    reply({ case: "invitation", value: house.invitations.at(-1) });
  },

  revokeInvitation(viewer, { id }, reply) {
    const { house } = viewer.room;
    house.invitations[id - 1].revoked = true;
    house.note({ byName: viewer.name, deed: HouseDeed.REVOKED, value: id });
    reply(receipt);
  },

  takeMeasure(viewer, { guestId, measure, name }, reply) {
    const { house } = viewer.room;
    const person = house.people.get(guestId);
    if (!house.isHost(viewer)) return reply(hostsOnly);
    if (measure === Measure.MUTE || measure === Measure.UNMUTE) person.muted = measure === Measure.MUTE;
    if (measure === Measure.BAN || measure === Measure.UNBAN) person.banned = measure === Measure.BAN;
    if (measure === Measure.MAKE_MODERATOR) person.role = HouseRole.MODERATOR;
    const aboutName = person.name;
    if (measure === Measure.RENAME) person.name = name;
    if (measure === Measure.FREE_SEAT || measure === Measure.BAN) person.seatId = 0;
    house.note({
      byName: viewer.name,
      deed: HouseDeed.MEASURE,
      measure,
      aboutName,
      newName: measure === Measure.RENAME ? name : "",
    });
    reply(receipt);
    if (measure !== Measure.BAN && measure !== Measure.SHOW_OUT) return;
    person.here = false;
    const reason =
      measure === Measure.BAN
        ? { code: ErrorCode.BANNED, text: "The hosts have shut you out of this world." }
        : { code: ErrorCode.SHOWN_OUT, text: "A host has shown you out; you may come back." };
    for (const other of [...viewer.room.viewers].filter((one) => one.guestId === guestId)) {
      viewer.room.send(other, { case: "shownOut", value: { reason } });
      viewer.room.viewers.delete(other);
    }
  },

  say(viewer, { channel, toGuestId, text }, reply) {
    const { house } = viewer.room;
    if (house.rules.chatOff) return reply(refusal(ErrorCode.CHAT_OFF, "There is no chat here."));
    if (house.come(viewer).muted) return reply(refusal(ErrorCode.MUTED, "A host has muted you."));
    if (text === "too fast")
      return reply(refusal(ErrorCode.RATE_LIMITED, "You talk faster than others can read; wait a moment."));
    const line = house.say(viewer, { channel, toGuestId, text });
    reply(receipt);
    for (const other of viewer.room.viewers)
      if (house.readable(other).includes(line)) viewer.room.send(other, { case: "chat", value: { lines: [line] } });
  },

  setClock(viewer, wish, reply) {
    const { room } = viewer;
    const { house } = room;
    const alone = house.isHost(viewer);
    reply(receipt);
    house.wishes.clear();
    if (!alone) house.wishes.set(viewer.guestId, { ...wish, votes: 1, needed: 2 });
    else {
      room.paused = wish.paused ?? room.paused;
      if (wish.tickSeconds) room.tickMs = wish.tickSeconds * 1000;
      const deed = wish.extendSeconds
        ? HouseDeed.EXTENDED
        : wish.tickSeconds
          ? HouseDeed.PACE
          : wish.paused
            ? HouseDeed.PAUSED
            : HouseDeed.RESUMED;
      house.note({ byName: viewer.name, deed, value: wish.extendSeconds || wish.tickSeconds });
    }
    room.changed();
  },
};
