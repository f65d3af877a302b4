import type { words } from "../../features/society/messages";

export const society: typeof words = {
  title: "Gesellschaft",
  note: "Worauf die Entscheidungen aller hinauslaufen.",
  range: "Wie weit zurück",
  ranges: { 12: "12 Takte", 26: "26", 52: "52", 0: "Alle" },
  cursor: "Ein Zeiger für alle Bilder: mit den Pfeiltasten in jedem von ihnen.",
  empty: "Die Zahlen beginnen mit dem ersten Taktschluss.",
  whyShort: "Warum?",
  work: "Arbeit",
  employed: "Leute in Arbeit",
  unemployed: "Auf Arbeitssuche",
  workReads: (employed, unemployed, change, since) =>
    `${employed} haben Arbeit; von allen, die arbeiten wollen, suchen ${unemployed} welche. ${change === 0 ? "So viele wie" : change > 0 ? `${change} mehr als` : `${-change} weniger als`} ${since}.`,
  since: (ticks) => (ticks === 1 ? "vor einem Takt" : `vor ${ticks} Takten`),
  pay: "Verdienst",
  lowPay: "Unterstes Zehntel bis",
  medianPay: "Mitte",
  highPay: "Oberstes Zehntel ab",
  meanPay: "Mittlerer angebotener Verdienst",
  payReads: (middle, ratio) =>
    `Die eine Hälfte derer, die Arbeit haben, verdient weniger als ${middle} je Takt, die andere mehr. Wer zum obersten Zehntel gehört, verdient mindestens das ${ratio}-Fache dessen, was das unterste bekommt.`,
  formPay: "Verdienst nach Rechtsform",
  firms: "Firmen",
  coops: "Genossenschaften",
  formPayReads: (more, difference) =>
    more === "same"
      ? "Firmen und Genossenschaften zahlen gleich."
      : `${more === "firms" ? "Firmen" : "Genossenschaften"} zahlen im Mittel ${difference} je Takt mehr, Überschussanteile eingerechnet.`,
  spread: "Wer wie viel hat",
  curves: "Was die Ärmsten zusammen besitzen",
  curveOf: (percent) => `Die ärmsten ${percent}`,
  equality: "alle gleich",
  wealth: "Vermögen",
  income: "Einkommen",
  gini: "Gini-Koeffizient",
  giniReads: (half, top, direction) =>
    `Der ärmeren Hälfte gehören ${half} von allem, dem reichsten Zehntel ${top}. Die Kluft ist in dieser Zeit ${direction === 0 ? "geblieben, wie sie war" : direction > 0 ? "gewachsen" : "kleiner geworden"}.`,
  money: "Geld",
  supply: "Vorhandenes Geld",
  velocity: "Für Güter ausgegeben, je Takt",
  moneyReads: (money, heads, velocity) =>
    `Es gibt ${money}, ${heads} pro Kopf. Je Takt geben die Leute ${velocity} davon für das aus, wovon sie leben.`,
  prices: "Preise",
  index: "Was Haushalte kaufen",
  pricesRead: (percent, dearer) =>
    dearer === 0
      ? "Das Leben kostet so viel wie am Anfang."
      : `Das Leben ist ${percent} ${dearer > 0 ? "teurer" : "billiger"} als am Anfang.`,
  forms: "Wem die Arbeit gehört",
  coopShare: "Arbeit in Genossenschaften",
  unionised: "Beschäftigte in der Gewerkschaft",
  strikers: "Im Streik",
  formsRead: (coops, unions, strikers) =>
    `${coops} aller, die arbeiten, sind an ihrem Arbeitsplatz Mitglied. Von den anderen haben ${unions} einen Gewerkschaftsausweis${strikers === 0 ? "" : strikers === 1 ? ", und 1 Person streikt" : `, und ${strikers} streiken`}.`,
  machines: "Das Technotariat",
  technotariat: "Von Maschinen erledigte Arbeit",
  machinesRead: (share) => `Maschinen erledigen ${share} aller Arbeit, Menschen den Rest.`,
  government: "Öffentliche Hand",
  treasury: "Stadtkasse",
  treasuryReads: (took, gave) => `Im letzten Takt nahm sie ${took} ein und zahlte ${gave} aus.`,
  laws: "Geltende Gesetze",
  law: {
    incomeTax: "Einkommensteuer",
    profitTax: "Steuer auf Auszahlungen an Eigentümer und Mitglieder",
    wealthTax: "Vermögensteuer, im Jahr",
    benefit: "Arbeitslosengeld, je Takt",
    basicIncome: "Grundeinkommen, je Takt",
    minimumWage: "Mindestlohn, je Takt",
    moneyRule: "Höchstens neues Geld, je Takt",
  },
  none: "keine",
  why: {
    before: "Zum Taktschluss davor",
    now: "Jetzt",
    spentOn: (good) => `Ausgegeben für ${good}`,
    moreMoney: "Es gibt mehr oder weniger Geld",
    lent: "Von der Bank verliehen",
    repaid: "An die Bank zurückgezahlt",
    tenth: (n) => (n === 1 ? "Das ärmste Zehntel" : n === 10 ? "Das reichste Zehntel" : `${n}. Zehntel von unten`),
  },
};
