import { Controller, Form, Good, Reason, Role, Task } from "../../gen/technotariat/v1/economy_pb";
import { count } from "../../shared/format/number";
import type * as english from "../../shared/i18n/words";

export const goodName: typeof english.goodName = {
  [Good.UNSPECIFIED]: "—",
  [Good.PROVISIONS]: "Grundbedarf",
  [Good.COMFORTS]: "Hausrat",
  [Good.MATERIALS]: "Rohstoffe",
  [Good.CULTURE]: "Kultur",
  [Good.MACHINERY]: "Maschinen",
  [Good.ENGINES]: "Denkwerke",
  [Good.LAND]: "Land",
};

export const goodNote: typeof english.goodNote = {
  [Good.UNSPECIFIED]: "",
  [Good.PROVISIONS]:
    "Nahrung und Brennstoff. Jede Woche nötig, und was nicht verkauft wird, verdirbt zu einem Viertel.",
  [Good.COMFORTS]: "Stühle, Mäntel, Lampen. Gefragt, sobald das Nötige da ist. Hält sich.",
  [Good.MATERIALS]: "Holz, Lehm, Eisen. Was andere Hersteller und alle Maschinen verbrauchen. Hält sich.",
  [Good.CULTURE]:
    "Stücke, Zeitungen, Unterricht. Gefragt, sobald das Nötige da ist, und vor allem Kopfarbeit. Was nicht verkauft wird, ist vorbei.",
  [Good.MACHINERY]: "Verrichten Handarbeit anstelle von Menschen. Sie nutzen sich ab und brauchen Rohstoffe.",
  [Good.ENGINES]:
    "Denkende Werke: Sie verrichten Kopfarbeit anstelle von Menschen. Sie nutzen sich ab und brauchen Rohstoffe.",
  [Good.LAND]:
    "Parzellen, auf denen je sechs Leute Platz zum Arbeiten haben. Mehr werden es nie. Was dir gehört und du nicht selbst nutzt, wird bei jedem Taktschluss verpachtet.",
};

export const formName: typeof english.formName = {
  [Form.UNSPECIFIED]: "—",
  [Form.PROPRIETARY]: "Firma",
  [Form.COOPERATIVE]: "Genossenschaft",
};

export const roleName: typeof english.roleName = {
  [Role.UNSPECIFIED]: "Publikum",
  [Role.CAPITALIST]: "Kapital",
  [Role.MEMBER]: "Genossenschaft",
  [Role.WORKER]: "Arbeit",
};

export const controllerName: typeof english.controllerName = {
  [Controller.UNSPECIFIED]: "",
  [Controller.VACANT]: "frei",
  [Controller.PLAYER]: "am Tisch",
  [Controller.CARETAKER]: "nicht da, die Vertretung führt weiter",
  [Controller.BOT]: "Bot",
  [Controller.AUTOPILOT]: "auf Autopilot",
};

export const reasonName: typeof english.reasonName = {
  [Reason.UNSPECIFIED]: "Sonstiges",
  [Reason.ISSUE]: "Zu Beginn ausgegeben",
  [Reason.SALES]: "Verkäufe",
  [Reason.PURCHASES]: "Einkäufe",
  [Reason.WAGE]: "Löhne",
  [Reason.SURPLUS_SHARE]: "Überschussanteil",
  [Reason.DIVIDEND]: "Dividende",
  [Reason.INCOME_TAX]: "Einkommensteuer",
  [Reason.BENEFIT]: "Arbeitslosengeld",
  [Reason.INVESTMENT]: "Einlage",
  [Reason.MEMBER_STAKE]: "Eintrittseinlage",
  [Reason.CAPITAL_ACCOUNT]: "Kapitalkonto",
  [Reason.CITIZEN_DIVIDEND]: "Bürgerdividende",
  [Reason.MACHINES]: "Gekaufte Maschinen",
  [Reason.UNION_DUES]: "Gewerkschaftsbeitrag",
  [Reason.STRIKE_PAY]: "Streikgeld",
  [Reason.SEVERANCE]: "Abfindung",
  [Reason.SHARES]: "Anteile",
  [Reason.LAND]: "Land",
  [Reason.RENT]: "Pacht",
  [Reason.COMMONS]: "Allmende",
  [Reason.PROFIT_TAX]: "Gewinnsteuer",
  [Reason.WEALTH_TAX]: "Vermögensteuer",
  [Reason.BASIC_INCOME]: "Grundeinkommen",
  [Reason.NEW_MONEY]: "Neues Geld",
  [Reason.RESERVE]: "Rücklage an die Allmende",
  [Reason.LOAN]: "Kredit",
  [Reason.REPAYMENT]: "Kredit getilgt",
  [Reason.INTEREST]: "Gezahlte Zinsen",
  [Reason.DEPOSIT_INTEREST]: "Zinsen auf Guthaben",
  [Reason.WRITE_OFF]: "Verlorene Kredite",
  [Reason.MARKET_MAKER]: "Geld des Stadthandels",
  [Reason.CAPITAL_RETURN]: "Ertrag auf fremdes Kapital",
};

export const taskName: typeof english.taskName = {
  [Task.UNSPECIFIED]: "—",
  [Task.HANDS]: "Handarbeit",
  [Task.MINDS]: "Kopfarbeit",
};

export const shared: typeof english.words = {
  rowsOf: (shown, of) => `${shown} von ${of}`,
  moreRows: (n) => `${n} weitere zeigen`,
  title: "Technotariat",
  tick: (n) => `Takt ${n}`,
  lots: () => "Posten",
  ticks: (n) => (n === 1 ? "1 Takt" : `${n} Takte`),
  people: (n) => (n === 1 ? "1 Person" : `${count(n)} Leute`),
  close: "Schließen",
  copy: "Kopieren",
  copied: "Kopiert.",
  copyFailed: "Das Kopieren ging nicht; markiere den Text und kopiere ihn von Hand.",
  showSecret: "Zeigen",
  hideSecret: "Verbergen",
  name: {
    yours: "Dein Name am Tisch",
    hint: "So sehen dich die anderen. Ein Konto brauchst du nicht.",
    hello: (name) => `Du spielst als ${name}.`,
    change: "Name ändern",
    save: "Name speichern",
    account: "Dein Konto",
  },
  language: "Sprache",
  toLobby: "Zur Startseite",
  cancel: "Abbrechen",
  nobody: "niemand",
  unknownPlace: "ein anderer Betrieb",
  you: "du",
  why: (what) => `Warum: ${what}`,
  term: {
    what: (name) => `${name}: Was ist das?`,
    all: "Im Wörterbuch",
  },
  statement: {
    opening: "Zu Beginn des Takts",
    closing: "Zum Taktschluss",
    others: "Nicht aufgeschlüsselt",
    caption: "Geht genau auf",
  },
  payslip: {
    caption: "Lohnzettel",
    base: "Lohn",
    share: "Überschussanteil",
    dividend: "Dividende",
    benefit: "Arbeitslosengeld",
    tax: "Einkommensteuer",
    net: "Nettoverdienst",
    owed: (sum) =>
      `${sum} von deinem Lohn kamen nicht: Die Kasse war leer. Man schuldet sie dir, vor jeder anderen Schuld.`,
    toAccount: (sum) => `${sum} gingen zusätzlich auf das Kapitalkonto.`,
  },
  table: "Als Tabelle zeigen",
  chartCursor: (title) => `Gezeigter Takt in: ${title}`,
  shareCursor: (title) => `Gezeigter Anteil der Haushalte in: ${title}`,
  sealed: (tick) => `Versiegelt, bis Takt ${tick} endet.`,
  sealing: "Wird versiegelt …",
  noCharge: "Vor dem Taktschluss sieht es niemand sonst, und bis dahin kannst du es ändern.",
  errors: {
    offline: "Die Leitung zum Server steht nicht. Das hier geht hinaus, sobald sie wieder da ist.",
    notNumber: "Schreib einen Betrag wie 12,50.",
    notWhole: "Schreib eine ganze Zahl.",
    onlyLots: "Posten sind ganze Zahlen.",
    noChange: "Noch ist nichts geändert.",
    finished: "Diese Welt ist zu Ende.",
    noSeat: "Nimm dafür erst einen Platz ein.",
    noActions: "Du hast in diesem Takt alle deine Züge verbraucht.",
  },
};
