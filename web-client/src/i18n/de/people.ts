import { HouseDeed, HouseRole, Measure, SpectatorSight } from "../../gen/technotariat/v1/house_pb";
import type * as english from "../../features/people/messages";
import type { HouseRules } from "../../shared/net/model";
import { gallery } from "./gallery";

const spectatorsOf = (rules: HouseRules): string =>
  gallery.says(rules.spectatorDelayTicks, rules.spectatorSight === SpectatorSight.NOTHING);

export const part: typeof english.part = {
  [HouseRole.UNSPECIFIED]: "Gast",
  [HouseRole.OWNER]: "Gastgeber",
  [HouseRole.MODERATOR]: "Moderation",
  [HouseRole.PLAYER]: "Mitspielende",
  [HouseRole.SPECTATOR]: "Publikum",
};

export const measures: typeof english.measures = {
  [Measure.MUTE]: {
    name: "Stumm stellen",
    effect: "Die Person liest die Gespräche und kann nicht mitschreiben, bis du es zurücknimmst. Sie spielt weiter.",
    done: (whom) => `stellte ${whom} stumm`,
  },
  [Measure.UNMUTE]: {
    name: "Wieder reden lassen",
    effect: "Die Person darf wieder mitschreiben.",
    done: (whom) => `ließ ${whom} wieder reden`,
  },
  [Measure.SHOW_OUT]: {
    name: "Hinausbitten",
    effect:
      "Der Besuch endet jetzt. Die Person darf wiederkommen, und der Platz bleibt ihr; eine Vertretung hütet ihn.",
    done: (whom) => `bat ${whom} hinaus`,
  },
  [Measure.BAN]: {
    name: "Aussperren",
    effect: "Die Person verliert den Platz und kommt nicht mehr herein, bis du es zurücknimmst.",
    done: (whom) => `sperrte ${whom} aus`,
  },
  [Measure.UNBAN]: {
    name: "Wieder einlassen",
    effect: "Die Person darf wieder herein. Ihren Platz bekommt sie nicht zurück.",
    done: (whom) => `ließ ${whom} wieder ein`,
  },
  [Measure.MAKE_MODERATOR]: {
    name: "In die Moderation holen",
    effect:
      "Die Person darf einladen, stumm stellen, hinausbitten und aussperren, und die Uhr und die Hausordnung stellen, so wie du.",
    done: (whom) => `holte ${whom} in die Moderation`,
  },
  [Measure.MAKE_PLAYER]: {
    name: "Mitspielen lassen",
    effect: "Die Person darf Platz nehmen und hat anderen nichts zu sagen.",
    done: (whom) => `ließ ${whom} mitspielen`,
  },
  [Measure.MAKE_SPECTATOR]: {
    name: "Ins Publikum setzen",
    effect: "Die Person verliert ihren Platz, falls sie einen hat, und darf nur noch zuschauen und reden.",
    done: (whom) => `setzte ${whom} ins Publikum`,
  },
  [Measure.FREE_SEAT]: {
    name: "Platz frei machen",
    effect: "Jemand anderes darf sich dort hinsetzen. Was zum Platz gehört, bleibt bei ihm.",
    done: (whom) => `machte den Platz von ${whom} frei`,
  },
  [Measure.RENAME]: {
    name: "Umbenennen",
    effect:
      "Die Person trägt in dieser Welt von nun an diesen Namen, wie sie sich auch selbst nennt und wo sie auch sitzt.",
    done: (whom, now) => `benannte ${whom} um: In dieser Welt gilt ${now}, wie sie sich auch selbst nennt`,
  },
};

const span = (seconds: number): string =>
  seconds % 3600 === 0 ? `${seconds / 3600} h` : seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;

export const deed: typeof english.deed = (row) => {
  switch (row.deed) {
    case HouseDeed.RULES:
      return row.rules ? `änderte die Hausordnung. ${spectatorsOf(row.rules)}` : "änderte die Hausordnung";
    case HouseDeed.PASSWORD:
      return "setzte ein Passwort";
    case HouseDeed.NO_PASSWORD:
      return "nahm das Passwort weg";
    case HouseDeed.INVITATION:
      return `lud ${row.value === 1 ? "eine Person" : `${row.value} Leute`} ein, als: ${part[row.role]}`;
    case HouseDeed.REVOKED:
      return `widerrief Einladung ${row.value}`;
    case HouseDeed.CAME_IN:
      return row.value > 0
        ? `kam mit Einladung ${row.value} herein, als: ${part[row.role]}`
        : `kam herein, als: ${part[row.role]}`;
    case HouseDeed.MEASURE:
      return row.measure === Measure.UNSPECIFIED ? "" : measures[row.measure].done(row.aboutName, row.newName);
    case HouseDeed.PAUSED:
      return "hielt die Uhr an";
    case HouseDeed.RESUMED:
      return "ließ die Uhr weiterlaufen";
    case HouseDeed.PACE:
      return `stellte das Tempo auf ${span(row.value)} je Takt`;
    case HouseDeed.EXTENDED:
      return `gab dem Takt ${span(row.value)} mehr`;
    case HouseDeed.REMATCH:
      return "eröffnete der Runde ein neues Spiel";
    case HouseDeed.UNSPECIFIED:
      return "";
  }
};

export const people: typeof english.words = {
  title: "Leute",
  sections: "Teile dieser Seite",
  tabs: { here: "Wer da ist", clock: "Uhr", invite: "Einladungen", rules: "Hausordnung", log: "Protokoll" },
  loading: "Es wird gefragt, wer hier ist …",
  offline: "Die Leitung steht nicht: So war es zuletzt.",
  part,
  you: "du",
  here: "da",
  away: "nicht da",
  muted: "stumm",
  banned: "ausgesperrt",
  noSeat: "schaut zu",
  atDesk: (seat, place) => (place === "" ? seat : `${seat}, ${place}`),
  count: (here, all) => `${here} von ${all} sind gerade da.`,
  alone: "Du bist allein hier. Lad jemanden ein.",
  write: "Schreiben",
  writeTo: (name) => `An ${name} schreiben`,
  measures: "Maßnahmen …",
  measuresFor: (name) => `Maßnahmen zu ${name}`,
  public: "Das kommt ins Protokoll, das alle in dieser Welt lesen können.",
  newName: "Neuer Name",
  needName: "Schreib einen Namen mit 1 bis 24 Zeichen.",
  doIt: (name) => `Jetzt: ${name}`,
  done: "Erledigt.",
  back: "Zurück",
  clock: {
    title: "Die Uhr",
    running: (pace) => `Ein Takt dauert ${pace}, oder weniger, wenn alle bereit sind.`,
    paused: "Sie steht.",
    quiet: (from, to) => `Ruhezeit: Zwischen ${from} und ${to}, deiner Zeit, endet kein Takt nach der Uhr.`,
    ended: "Diese Welt ist zu Ende; ihre Uhr ruht.",
    noSeat: "Nimm Platz, um über die Uhr abzustimmen.",
    host: "Du gehörst zur Spielleitung: Was du hier entscheidest, gilt sofort und kommt ins Protokoll.",
    vote: (needed) => `Was ${needed} der hier Sitzenden gleichermaßen wollen, geschieht.`,
    voteFirst: "Was mehr als die Hälfte derer will, die Platz genommen haben und da sind, geschieht.",
    pause: "Anhalten",
    resume: "Weiter",
    more: "Mehr Zeit für diesen Takt",
    extend: (span) => `+ ${span}`,
    pace: "Dauer eines Takts",
    setPace: "Dieses Tempo setzen",
    samePace: "Das ist schon das Tempo.",
    wishes: "Bisherige Stimmen",
    noWishes: "Niemand möchte etwas ändern.",
    wish: (what, votes, needed) => `${what}: ${votes} von ${needed}`,
    agree: "Das will ich auch",
    wants: {
      pause: "Anhalten",
      resume: "Weiter",
      extend: (seconds) => `${span(seconds)} mehr für diesen Takt`,
      pace: (seconds) => `${span(seconds)} je Takt`,
    },
    sent: "Erledigt, oder als deine Stimme gezählt.",
  },
  rematch: {
    title: "Mit dieser Runde weiterspielen",
    note: "Eine neue Welt derselben Art. Wer hier bekannt war, ist es auch dort und findet von den Seiten dieser Welt oder von der Startseite aus hin.",
    go: "Neues Spiel eröffnen",
    there: "Die Runde spielt weiter.",
    enter: "Dorthin gehen",
    owner: "Nur wem diese Welt gehört, kann der Runde ein neues Spiel eröffnen.",
  },
  invite: {
    title: "Einladungen",
    note: "Ein Link lässt Leute herein, in der Rolle, die du wählst. Du kannst ihn jederzeit widerrufen; wer schon da ist, bleibt.",
    hostsOnly: "Einladen kann nur die Spielleitung. Bitte sie darum.",
    open: "Diese Welt ist offen: Um hereinzukommen, genügt ihre Adresse. Eine Rolle gibt trotzdem nur ein Link.",
    as: "Sie kommen herein als",
    uses: "Wie viele Leute",
    until: "Gültig",
    hours: (h) =>
      h === 24
        ? "einen Tag"
        : h === 168
          ? "eine Woche"
          : h === 720
            ? "einen Monat"
            : h === 1
              ? "1 Stunde"
              : h < 24
                ? `${h} Stunden`
                : `${h} h`,
    noteField: "Eine Notiz für dich",
    noteHint: "Nur die Spielleitung sieht sie.",
    make: "Link anlegen",
    made: "Schick diesen Link. Er wird nur jetzt gezeigt.",
    link: "Einladungslink",
    copy: "Link kopieren",
    lost: "Der Link wurde angelegt, aber sein Code ging unterwegs verloren. Widerruf ihn und leg einen neuen an.",
    none: "Noch ist kein Link angelegt.",
    spent: (count) => `Nicht mehr gültig: ${count}`,
    id: (n) => `Nr. ${n}`,
    used: (used, uses) => `${used} von ${uses} benutzt`,
    expires: (when) => `endet ${when}`,
    expired: "abgelaufen",
    revoked: "widerrufen",
    usedUp: "aufgebraucht",
    by: (name) => `von ${name}`,
    revoke: "Widerrufen",
    revokeOf: (n) => `Einladung ${n} widerrufen`,
  },
  rules: {
    title: "Hausordnung",
    note: "Sie gilt für die Leute und lässt die Wirtschaft in Ruhe.",
    readOnly: "Ändern kann sie die Spielleitung.",
    unlisted: {
      label: "Nicht in der Liste der Startseite",
      hint: "Nur wer hier bekannt ist, findet sie dort.",
    },
    byInvitation: {
      label: "Nur auf Einladung oder mit Passwort",
      hint: "Wer hier schon bekannt ist, braucht beides nicht.",
    },
    claimedOnly: {
      label: "Plätze brauchen ein Konto",
      hint: "Gäste dürfen zuschauen. Ein Konto braucht nur einen Namen und einen Kennsatz.",
    },
    chatOff: { label: "Keine Gespräche", hint: "Niemand kann schreiben, weder allen noch einer einzelnen Person." },
    start: "Der erste Takt wartet auf",
    startUnit: "Leute",
    startHint: "0: Er wartet auf niemanden.",
    quietFrom: "Ruhezeit von",
    quietTo: "bis",
    quietHint: "Deine Zeit, wie 23:00. Zweimal dieselbe Zeit: keine Ruhezeit.",
    badTime: "Schreib eine Uhrzeit wie 23:00.",
    badStart: "0 bis 100.",
    password: "Passwort der Welt",
    passwordSet: "Ein Passwort ist gesetzt. Lass das Feld leer, um es zu behalten.",
    passwordNone: "Keines ist gesetzt. Mindestens 8 Zeichen.",
    removePassword: "Passwort wegnehmen",
    save: "Regeln setzen",
    same: "Noch ist nichts geändert.",
    saved: "Die Regeln gelten jetzt.",
    password8: "8 bis 64 Zeichen.",
    yes: "ja",
    no: "nein",
  },
  log: {
    title: "Was die Spielleitung tat",
    note: "Alle in dieser Welt können es lesen: die letzten 200 Taten, die neueste oben.",
    none: "Noch ist nichts getan worden.",
    host: "Die Maschine der Spielleitung",
    byVote: "Die Abstimmung der Anwesenden",
    voted: (deed) => `${deed}, durch Abstimmung`,
    tickTime: "Wann",
    who: "Wer",
    what: "Was",
  },
};
