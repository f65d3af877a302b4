import type { words } from "../../features/chat/messages";

export const chat: typeof words = {
  title: "Gespräche",
  threads: "Unterhaltungen",
  world: "Alle hier",
  place: "An meiner Arbeit",
  placeOf: (name) => `Bei ${name}`,
  noPlace: "Noch arbeitest du nirgends und besitzt nichts; also gibt es kein Brett, an das du schreiben könntest.",
  notes: {
    world: "Alle in dieser Welt lesen es, auch wer zuschaut.",
    place:
      "Ein Schwarzes Brett: Wer hier Eigentum hat, arbeitet oder dazugehört, liest es, und wer später kommt, auch.",
    person: (name) => `Nur du und ${name} lesen es.`,
  },
  empty: {
    world: "Noch hat niemand etwas gesagt. Ein Gruß ist ein guter Anfang.",
    place: "Noch hängt nichts am Brett.",
    person: "Ihr habt euch noch nicht geschrieben.",
  },
  new: "Neu",
  field: "Deine Zeile",
  say: "Sagen",
  left: (n) => `noch ${n}`,
  need: "Schreib erst etwas.",
  tooLong: (n) => `${n} zu viel; eine Zeile hat höchstens 280 Zeichen.`,
  muted: "Die Spielleitung hat dich stumm gestellt: Du liest mit, kannst aber nicht schreiben.",
  closed: "Die Spielleitung hat die Gespräche abgeschaltet.",
  slow: "Etwas langsamer: Die anderen wollen auch lesen. Gleich geht es weiter.",
  offline: "Die Leitung steht nicht; es geht hinaus, sobald sie wieder da ist.",
  unread: (n) => (n === 1 ? "1 neue Zeile" : `${n} neue Zeilen`),
  writeTo: "Jemandem schreiben",
  nobody: "Sonst ist gerade niemand hier.",
  you: "du",
  tick: (n) => `Takt ${n}`,
  quiet: "Auf diesem Gerät nichts markieren und nichts ansagen",
  loading: "Es wird gefragt, wer hier ist …",
  stranger: "Jemand",
};
