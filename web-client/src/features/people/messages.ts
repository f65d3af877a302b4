import { HouseDeed, HouseRole, Measure, SpectatorSight } from "../../gen/technotariat/v1/house_pb";
import { catalogue } from "../../shared/i18n/catalogue";
import { gallery } from "../../shared/i18n/gallery";
import type { HouseRules, LogRow } from "../../shared/net/model";

export const part = catalogue<Record<HouseRole, string>>("part", {
  [HouseRole.UNSPECIFIED]: "guest",
  [HouseRole.OWNER]: "owner",
  [HouseRole.MODERATOR]: "moderator",
  [HouseRole.PLAYER]: "player",
  [HouseRole.SPECTATOR]: "spectator",
});

export interface MeasureWords {
  name: string;
  /** What it does, said before it is done. */
  effect: string;
  /** As the log tells it; `now` is the new name where there is one. */
  done: (whom: string, now: string) => string;
}

export const measures = catalogue<Record<Exclude<Measure, Measure.UNSPECIFIED>, MeasureWords>>("measures", {
  [Measure.MUTE]: {
    name: "Mute",
    effect: "They read the chat and cannot write in it, until you take it back. They go on playing.",
    done: (whom) => `muted ${whom}`,
  },
  [Measure.UNMUTE]: {
    name: "Let them talk again",
    effect: "They may write in the chat again.",
    done: (whom) => `let ${whom} talk again`,
  },
  [Measure.SHOW_OUT]: {
    name: "Show out",
    effect: "Their visit ends now. They may come back, and their seat is kept; a caretaker minds it.",
    done: (whom) => `showed ${whom} out`,
  },
  [Measure.BAN]: {
    name: "Shut out",
    effect: "They lose their seat and cannot come in again, until you take it back.",
    done: (whom) => `shut ${whom} out`,
  },
  [Measure.UNBAN]: {
    name: "Let in again",
    effect: "They may come in again. Their seat is not given back.",
    done: (whom) => `let ${whom} in again`,
  },
  [Measure.MAKE_MODERATOR]: {
    name: "Make a moderator",
    effect: "They may invite, mute, show out and shut out players, and set the clock and the house rules, as you do.",
    done: (whom) => `made ${whom} a moderator`,
  },
  [Measure.MAKE_PLAYER]: {
    name: "Make a player",
    effect: "They may take a seat, and have no say over others.",
    done: (whom) => `made ${whom} a player`,
  },
  [Measure.MAKE_SPECTATOR]: {
    name: "Make a spectator",
    effect: "They lose their seat, if they have one, and may watch and talk only.",
    done: (whom) => `made ${whom} a spectator`,
  },
  [Measure.FREE_SEAT]: {
    name: "Free their seat",
    effect: "Somebody else may sit down there. What belongs to the seat stays with it.",
    done: (whom) => `freed the seat of ${whom}`,
  },
  [Measure.RENAME]: {
    name: "Rename",
    effect: "They bear this name in this world from now on, whatever they call themselves, and at whatever seat.",
    done: (whom, now) => `renamed ${whom}: in this world it is ${now}, whatever they call themselves`,
  },
});

const span = (seconds: number): string =>
  seconds % 3600 === 0 ? `${seconds / 3600} h` : seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;

const spectatorsOf = (rules: HouseRules): string =>
  gallery.says(rules.spectatorDelayTicks, rules.spectatorSight === SpectatorSight.NOTHING);

/** What a row of the log tells, after the name of who did it. */
export const deed = catalogue("deed", (row: LogRow): string => {
  switch (row.deed) {
    case HouseDeed.RULES:
      return row.rules ? `set the house rules. ${spectatorsOf(row.rules)}` : "set the house rules";
    case HouseDeed.PASSWORD:
      return "set a password";
    case HouseDeed.NO_PASSWORD:
      return "took the password away";
    case HouseDeed.INVITATION:
      return `made an invitation for ${row.value === 1 ? "one" : row.value} as ${part[row.role]}`;
    case HouseDeed.REVOKED:
      return `revoked invitation ${row.value}`;
    case HouseDeed.CAME_IN:
      return row.value > 0
        ? `came in by invitation ${row.value}, as ${part[row.role]}`
        : `came in as ${part[row.role]}`;
    case HouseDeed.MEASURE:
      return row.measure === Measure.UNSPECIFIED ? "" : measures[row.measure].done(row.aboutName, row.newName);
    case HouseDeed.PAUSED:
      return "paused the clock";
    case HouseDeed.RESUMED:
      return "let the clock go on";
    case HouseDeed.PACE:
      return `set the pace to ${span(row.value)} a tick`;
    case HouseDeed.EXTENDED:
      return `gave the tick ${span(row.value)} more`;
    case HouseDeed.REMATCH:
      return "opened a rematch for the group";
    case HouseDeed.UNSPECIFIED:
      return "";
  }
});

export const words = catalogue("people", {
  title: "People",
  sections: "Parts of this page",
  tabs: { here: "Who is here", clock: "Clock", invite: "Invitations", rules: "House rules", log: "Log" },
  loading: "Asking who is here…",
  offline: "The line is down: this is how it was last.",
  part,
  you: "you",
  here: "here",
  away: "away",
  muted: "muted",
  banned: "shut out",
  noSeat: "watching",
  atDesk: (seat: string, place: string) => (place === "" ? seat : `${seat}, ${place}`),
  count: (here: number, all: number) => `${here} of ${all} are here now.`,
  alone: "You are the only one here. Invite somebody.",
  write: "Write",
  writeTo: (name: string) => `Write to ${name}`,
  measures: "Measures…",
  measuresFor: (name: string) => `Measures about ${name}`,
  public: "It is written into the log, which everybody in this world can read.",
  newName: "New name",
  needName: "Write a name of 1 to 24 characters.",
  doIt: (name: string) => `${name} now`,
  done: "Done.",
  back: "Back",
  clock: {
    title: "The clock",
    running: (pace: string) => `A tick takes ${pace}, or less when everybody is ready.`,
    paused: "It stands still.",
    quiet: (from: string, to: string) =>
      `Quiet hours: no tick closes by the clock between ${from} and ${to}, your time.`,
    ended: "This world has ended; its clock is at rest.",
    noSeat: "Take a seat to vote on the clock.",
    host: "You are a host: what you decide here holds at once, and goes into the log.",
    vote: (needed: number) => `What ${needed} of those seated here want alike is done.`,
    voteFirst: "What more than half of the seated people who are here want alike is done.",
    pause: "Pause",
    resume: "Go on",
    more: "More time for this tick",
    extend: (span: string) => `+ ${span}`,
    pace: "Pace of a tick",
    setPace: "Set this pace",
    samePace: "That is the pace already.",
    wishes: "Votes so far",
    noWishes: "Nobody wants anything changed.",
    wish: (what: string, votes: number, needed: number) => `${what}: ${votes} of ${needed}`,
    agree: "I want that too",
    wants: {
      pause: "Pause",
      resume: "Go on",
      extend: (seconds: number) => `${span(seconds)} more for this tick`,
      pace: (seconds: number) => `${span(seconds)} a tick`,
    },
    sent: "Done, or counted as your vote.",
  },
  rematch: {
    title: "Play on with this group",
    note: "A new world of the same kind. Whoever was known here is known there, and finds the way from the pages of this world or from the lobby.",
    go: "Open the rematch",
    there: "The group plays on.",
    enter: "Go there",
    owner: "Only the owner of this world can open a rematch for the group.",
  },
  invite: {
    title: "Invitations",
    note: "A link lets people in as what you choose. You can take it back at any time; whoever came in stays.",
    hostsOnly: "Only hosts invite people. Ask one of them.",
    open: "This world is open: its address alone is enough to come in. A link still gives a part.",
    as: "They come in as",
    uses: "How many people",
    until: "Good for",
    hours: (h: number) =>
      h < 24 ? `${h} hours` : h === 24 ? "a day" : h === 168 ? "a week" : h === 720 ? "a month" : `${h} h`,
    noteField: "A note for yourself",
    noteHint: "Only hosts see it.",
    make: "Make the link",
    made: "Send this link. It is shown only now.",
    link: "Invitation link",
    copy: "Copy the link",
    lost: "The link was made, but its code was lost on the way. Revoke it and make another.",
    none: "No link has been made yet.",
    spent: (count: number) => `No longer good: ${count}`,
    id: (n: number) => `No. ${n}`,
    used: (used: number, uses: number) => `used ${used} of ${uses}`,
    expires: (when: string) => `ends ${when}`,
    expired: "ended",
    revoked: "revoked",
    usedUp: "used up",
    by: (name: string) => `by ${name}`,
    revoke: "Revoke",
    revokeOf: (n: number) => `Revoke invitation ${n}`,
  },
  rules: {
    title: "House rules",
    note: "They hold for people, and leave the economy alone.",
    readOnly: "Hosts may change them.",
    unlisted: { label: "Not in the lobby's list", hint: "Only those who are known here find it there." },
    byInvitation: { label: "By invitation or password only", hint: "Whoever is known here already needs neither." },
    claimedOnly: {
      label: "Seats need an account",
      hint: "Guests may watch. An account takes a name and a passphrase.",
    },
    chatOff: { label: "No chat", hint: "Nobody can write, neither to all nor to one person." },
    start: "The first tick waits for",
    startUnit: "people",
    startHint: "0: it waits for nobody.",
    quietFrom: "Quiet hours from",
    quietTo: "until",
    quietHint: "Your time, as 23:00. The same time twice: no quiet hours.",
    badTime: "Write a time such as 23:00.",
    badStart: "0 to 100.",
    password: "World password",
    passwordSet: "A password is set. Leave empty to keep it.",
    passwordNone: "None is set. 8 characters at least.",
    removePassword: "Take the password away",
    save: "Set the rules",
    same: "Nothing is changed yet.",
    saved: "The rules hold now.",
    password8: "8 to 64 characters.",
    yes: "yes",
    no: "no",
  },
  log: {
    title: "What hosts did",
    note: "Everybody in this world can read it: the latest 200 deeds, the newest on top.",
    none: "Nothing has been done yet.",
    host: "The host's machine",
    byVote: "The vote of those present",
    voted: (deed: string) => `${deed}, by vote`,
    tickTime: "When",
    who: "Who",
    what: "What",
  },
});
