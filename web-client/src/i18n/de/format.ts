import { Law } from "../../gen/technotariat/v1/economy_pb";
import type { words } from "../../shared/format/words";

export const format: typeof words = {
  seconds: (n) => (n === 1 ? "1 Sekunde" : `${n} Sekunden`),
  minutes: (n) => (n === 1 ? "1 Minute" : `${n} Minuten`),
  hours: (n) => (n === 1 ? "1 Stunde" : `${n} Stunden`),
  days: (n) => (n === 1 ? "1 Tag" : `${n} Tage`),
  browser: "Ein Browser",
  on: (browser, system) => `${browser} unter ${system}`,
  law: {
    name: {
      [Law.UNSPECIFIED]: "—",
      [Law.INCOME_TAX]: "Einkommensteuer",
      [Law.PROFIT_TAX]: "Gewinnsteuer",
      [Law.WEALTH_TAX]: "Vermögensteuer",
      [Law.BENEFIT]: "Arbeitslosengeld",
      [Law.BASIC_INCOME]: "Grundeinkommen",
      [Law.MINIMUM_WAGE]: "Mindestlohn",
      [Law.SEVERANCE]: "Abfindung",
      [Law.MONEY_RULE]: "Geldregel",
    },
    note: {
      [Law.UNSPECIFIED]: "",
      [Law.INCOME_TAX]: "von Löhnen, Überschussanteilen und Dividenden",
      [Law.PROFIT_TAX]: "von dem, was Eigentümern und Mitgliedern ausgezahlt wird",
      [Law.WEALTH_TAX]: "im Jahr, vom Vermögen über einem halben Jahresverdienst",
      [Law.BENEFIT]: "vom mittleren Verdienst, für alle ohne Arbeit",
      [Law.BASIC_INCOME]: "vom mittleren Verdienst, für alle, solange die Stadtkasse reicht",
      [Law.MINIMUM_WAGE]: "vom mittleren Verdienst, das Mindeste, was eine Firma zahlen darf",
      [Law.SEVERANCE]: "Verdienst für alle, die eine Firma entlässt",
      [Law.MONEY_RULE]: "des Geldes, höchstens, das in einem Takt neu entsteht, solange die Preise niedrig sind",
    },
  },
  motion: {
    subject: {
      baseWageMils: "Grundlohn",
      surplusSplit: "Verteilung des Überschusses",
      meritBp: "Gewicht der Leistung",
      places: "Stellen",
      managerId: "Leitung",
      mandate: "Vollmacht",
      research: "Forschung",
      dualWork: "Zweitarbeit",
      demutualise: "Aufgabe der Rechtsform",
      expelId: "Trennung von einem Mitglied",
      offerCapital: "Fremdes Kapital",
      redeemCapital: "Rücknahme von Einlagen",
    },
    someChange: "Eine Änderung",
    split: (paid, accounts, reserve, commons) =>
      `${paid} ausgezahlt, ${accounts} auf die Konten, ${reserve} in die Rücklage, ${commons} an die Allmende`,
    wage: (sum) => `${sum} je Takt`,
    merit: (part) => `${part} nach Leistung, der Rest zu gleichen Teilen`,
    places: (n) => (n === "1" ? "1 Stelle" : `${n} Stellen`),
    noManager: "keine Leitung",
    mandate: (least, most, machines, credit) =>
      `Arbeitszeit von ${least} bis ${most}, Maschinen für bis zu ${machines} der Kasse je Takt, Schulden bis ${credit} dessen, was die Bank leiht`,
    research: (part, minds) => `${part} der Arbeitszeit, davon ${minds} auf Kopfarbeit`,
    allowed: "erlaubt",
    notAllowed: "nicht erlaubt",
    demutualise:
      "Konten werden zu Anteilen, die Rücklage geht an die Allmende, und wer die meisten Anteile hält, führt",
    expel: (name) => `${name} muss gehen und nimmt das Kapitalkonto mit`,
    offer: (units, price, rate) =>
      `${units} Einlagen zu je ${price} angeboten, mit ${rate} im Jahr, bevor Mitglieder einen Überschuss teilen`,
    noOffer: "nichts angeboten",
    redeem: (units) =>
      units === "1"
        ? "1 Einlage wird zu ihrem Preis zurückgezahlt"
        : `${units} Einlagen werden zu ihrem Preis zurückgezahlt`,
    unitsOut: (units) => (units === "1" ? "1 Einlage ist vergeben" : `${units} Einlagen sind vergeben`),
    isCooperative: "eine Genossenschaft",
    isMember: (name) => `${name} ist Mitglied`,
  },
};
