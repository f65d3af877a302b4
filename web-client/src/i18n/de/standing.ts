import { Laurel } from "../../gen/technotariat/v1/replay_pb";
import type { words } from "../../features/standing/messages";

export const standing: typeof words = {
  title: "Wertung",
  note: "Drei Lorbeeren. Vermögen: was deinem Haushalt gehört, gemessen an den anderen Plätzen. Auskommen: was die Leute deines Betriebs Takt für Takt über das Arbeitslosengeld hinaus verdienen. Fortschritt: die Arbeit, die Maschinen dort Takt für Takt leisten. Jeder Lorbeer ergibt über alle Plätze 100 %.",
  final: "Die Schlusswertung",
  winner: (name) => `${name} steht ganz oben.`,
  yours: (place, of) => `Du bist Nummer ${place} von ${of}.`,
  rank: "Rang",
  person: "Platz",
  wealth: "Vermögen",
  livelihood: "Auskommen",
  progress: "Fortschritt",
  weights: (wealth, livelihood, progress) =>
    `In der Wertung zählt Vermögen ${wealth}, Auskommen ${livelihood}, Fortschritt ${progress}.`,
  standing: "Lorbeeren",
  bar: (wealth, livelihood, progress) => `Vermögen ${wealth}, Auskommen ${livelihood}, Fortschritt ${progress}`,
  scores: {
    title: "Was jede und jeder bewirkt hat",
    note: "Die Schlusswertung im Vergleich: Dieselbe Welt wird ohne die Aufträge einer Person noch einmal gespielt, mit dem Autopiloten auf ihrem Platz, und die Wertungen werden verglichen. Dasselbe Glück, dieselben Aufträge aller anderen; so ist es gegen Arbeit wie Kapital gerecht. Ein Mangel bleibt: Die anderen reagieren nicht auf die Änderung.",
    working: "Die Welt wird ohne dich noch einmal gespielt …",
    nobody: "In dieser Welt hat niemand Platz genommen.",
    best: (name) => `${name} hat am meisten bewirkt.`,
    mine: (played, ghost, difference) =>
      `Dein Platz endete mit ${played} der Lorbeeren; vom Autopiloten gespielt wären es ${ghost} gewesen. ${difference}`,
    difference: (bp, points) =>
      bp > 0
        ? `Deine Entscheidungen waren ${points} Punkte wert.`
        : bp < 0
          ? `Deine Entscheidungen kosteten deinen Platz ${points} Punkte.`
          : "Deine Entscheidungen machten dabei keinen Unterschied.",
    played: "Wertung",
    ghost: "Autopilot",
    score: "Unterschied",
  },
  home: {
    title: "Die Welt mitnehmen",
    note: "Alles in einer Datei, um anderswo zurückzublicken oder weiterzuspielen. Passwörter, Einladungen und Vertrauliches bleiben hier.",
    take: "Datei holen",
    fetched: (size) => `${size} MiB. Überall öffnet sie`,
  },
  turns: {
    title: "Wo es sich wendete",
    note: "Wo sich der Anteil eines Platzes an allen Lorbeeren binnen vier Takten am meisten änderte.",
    seat: "Von",
    working: "Es wird zurückgeblickt …",
    none: "Der Anteil dieses Platzes an den Lorbeeren änderte sich kaum: Es gab keinen Wendepunkt.",
    when: (from, to) => `Takte ${from + 1} bis ${to}`,
    rose: (before, now) => `Von ${before} auf ${now} gestiegen`,
    fell: (before, now) => `Von ${before} auf ${now} gefallen`,
    mostly: {
      [Laurel.UNSPECIFIED]: "",
      [Laurel.WEALTH]: "vor allem durch Vermögen",
      [Laurel.LIVELIHOOD]: "vor allem durch Auskommen",
      [Laurel.PROGRESS]: "vor allem durch Fortschritt",
    },
    why: "die Änderung der Wertung dieses Platzes",
    before: "Wertung vorher",
    now: "Wertung nachher",
    see: "In der Wiedergabe ansehen",
    all: "Das ganze Spiel noch einmal ansehen",
  },
  why: {
    title: "Woraus deine besteht",
    wealthTitle: "mein Vermögen",
    wealth: "Vermögen",
    cash: "Kasse",
    account: "Kapitalkonto",
    other: "Betriebe, Vorräte und alles Übrige",
    total: "Was dir gehört",
    livelihood: "Auskommen",
    points: (n) => (n === "1" ? "1 Punkt bisher" : `${n} Punkte bisher`),
    how: "Ein Punkt ist eine Krone, die die Leute deines Betriebs über das Arbeitslosengeld hinaus verdient haben; Mitglieder, die mitspielen, teilen sich die ihren. Plackerei über eine normale Woche hinaus und weniger Ausgaben als üblich ziehen davon ab.",
    progress: "Fortschritt",
    progressHow:
      "Ein Punkt ist die Arbeit an einem Posten, die Maschinen in deinem Betrieb getan haben; Mitglieder, die mitspielen, teilen sich die ihren. Wer die Arbeit an deine Maschinen verlor und kein Einkommen hat, zieht davon den Takt einer Arbeitskraft ab.",
    share: (text) => `${text} der Lorbeeren aller Plätze`,
  },
  society: "Die Stadt, die ihr gemacht habt",
  hash: "Alle können diese Welt nachprüfen: Sie ist als Protokoll aufbewahrt und lässt sich noch einmal spielen.",
  end: (first, last) =>
    first < last
      ? `Die Welt endet mit einem der Takte ${first} bis ${last}; mit welchem, hat das Los schon entschieden.`
      : `Die Welt endet mit Takt ${last}.`,
  again: "Zur Startseite",
};
