import { Role } from "../../gen/technotariat/v1/economy_pb";
import type { words } from "../../features/seats/messages";

export const seats: typeof words = {
  title: "Wähl deinen Platz",
  note: "Der Platz bestimmt, wo du anfängst, nicht, was aus dir wird: Alle dürfen gründen, beitreten, gehen und Geld anlegen.",
  roles: {
    [Role.CAPITALIST]: {
      feel: "Dir gehört eine Firma. Du entscheidest sofort und allein.",
      lines: [
        "Bestimm Lohn, Stellen, Preis und Herstellung",
        "Was nach den Löhnen bleibt, ist deins",
        "Zahl zu wenig, und deine Leute gehen zur Genossenschaft nebenan",
      ],
    },
    [Role.MEMBER]: {
      feel: "Dir gehört eine Stimme. Du gewinnst, indem du andere gewinnst.",
      lines: [
        "Stell Anträge und stimm ab: Grundlohn, Überschuss, Aufnahmen, Leitung",
        "Dein Anteil wächst mit deinem Einsatz",
        "Jeder Antrag braucht einen Takt; mit jedem neuen Mitglied wird geteilt",
      ],
    },
    [Role.WORKER]: {
      feel: "Dir gehört deine Zeit. Alle brauchen sie.",
      lines: [
        "Nimm das beste Angebot, und geh für ein besseres",
        "Tritt einer Genossenschaft bei, oder spar für eine eigene Gründung",
        "Wenig zu verlieren, die ganze Stadt zur Auswahl",
      ],
    },
  },
  free: (n) => (n === 0 ? "Kein Platz frei" : n === 1 ? "1 Platz frei" : `${n} Plätze frei`),
  sit: "Diesen Platz nehmen",
  mine: "Das ist dein Platz",
  toPlay: "An deinen Tisch",
  none: "Von dieser Art ist keiner frei. Vielleicht steht noch jemand auf.",
  seated: "In dieser Welt hast du schon einen Platz.",
  whoSits: "Wer wo sitzt",
  seat: "Platz",
  person: "Person",
  place: "Bei",
  state: "Stand",
  leave: "Platz verlassen",
  leaveSure: "Willst du deinen Platz verlassen? Eine Vertretung führt deine stehenden Entscheidungen weiter.",
  watch: "Oder schau der Stadt einfach zu",
  invite: "Andere einladen",
  inviteNote: "Mit dieser Adresse schauen sie zu und nehmen Platz, sofern die Welt nicht nur auf Einladung offensteht.",
  copy: "Adresse kopieren",
  address: "Adresse dieser Welt",
  links: "Einladungslinks, mit Rolle und Ablauf",
  account: "Konto anlegen",
};
