import type { words } from "../../features/lobby/messages";

export const lobby: typeof words = {
  brand: "Technotariat",
  tagline:
    "Führ eine Firma, stimm in einer Genossenschaft ab oder verkauf deine Arbeit – in einer lebendigen Wirtschaft, in der alle anderen auch entscheiden.",
  play: "Jetzt spielen",
  playing: "Ein Platz wird gesucht …",
  back: "Zurück an meinen Platz",
  picture: "Eine Stadt aus Firmen und Genossenschaften, als Beispiel gezeichnet",
  how: {
    title: "So geht es",
    glossary: "Jedes Wort davon, im Wörterbuch",
    steps: [
      {
        title: "Nimm Platz",
        text: "Beim Kapital gehört dir eine Firma. In der Genossenschaft gehört dir eine Stimme. Bei der Arbeit gehört dir deine Zeit.",
      },
      {
        title: "Entscheide, versiegelt",
        text: "Löhne, Preise, Anträge, Aufträge. Bevor der Takt endet, sieht niemand die deinen, und bis dahin kannst du sie ändern.",
      },
      {
        title: "Der Markt antwortet",
        text: "Eine Auktion für jedes Gut, ein Preis für alle. Die Leute gehen dorthin, wo man sie besser bezahlt. Jede Zahl sagt dir, warum.",
      },
    ],
  },
  forms: {
    firm: "Eine Firma gehört einer Person, die Löhne zahlt und behält, was übrig bleibt.",
    coop: "In einer Genossenschaft hat jedes Mitglied eine Stimme, und der Überschuss wird geteilt.",
  },
  worlds: {
    title: "Welten",
    note: "Jede läuft weiter, ob du da bist oder nicht.",
    none: "Hier läuft noch keine Welt. Eröffne die erste.",
    loading: "Der Server wird gefragt …",
    world: "Welt",
    tick: "Takt",
    players: "Leute",
    free: "Freie Plätze",
    enter: "Eintreten",
    mine: "mein Platz",
    state: "Stand",
    running: "läuft",
    paused: "angehalten",
    finished: "zu Ende",
    failed: "gestört",
    byInvitation: "auf Einladung",
    unlisted: "für andere nicht aufgeführt",
    goes: (when) => `verschwindet ${when}, falls bis dahin kein Takt zu Ende geht`,
    replay: "Wiedergabe",
    replayOf: (title) => ` von ${title}`,
    seats: (capitalist, member, worker) => `${capitalist} Kapital, ${member} Genossenschaft, ${worker} Arbeit`,
  },
  host: {
    title: "Eine Welt eröffnen",
    note: "Ein eigener Tisch: für den Freundeskreis, eine Klasse oder eine Liga. Du bestimmst die Regeln, das Tempo und wer herein darf.",
    go: "Eine Welt eröffnen",
  },
  tournaments: {
    title: "Turniere",
    note: "Spielweisen treffen in Hunderten von Welten aufeinander, ohne dass jemand am Tisch sitzt. Sieh zu, welche sich bewährt, oder eröffne ein Turnier.",
    go: "Zu den Turnieren",
  },
  ladder: {
    title: "Rangliste",
    note: "Stell dich an, und es entsteht ein Tisch mit Leuten, die etwa so stark sind wie du. Jede Partie bewegt deine Wertungszahl.",
    go: "Zur Rangliste",
  },
  join: {
    title: "Mit einem Link dazukommen",
    note: "Füg die Einladung ein, die man dir geschickt hat, oder einfach den Namen der Welt.",
    field: "Adresse oder Name",
    go: "Dazukommen",
    need: "Füg erst eine Adresse ein.",
  },
};
