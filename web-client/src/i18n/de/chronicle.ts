import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import type { words } from "../../shared/chronicle/words";

export const chronicle: typeof words = {
  seatTaken: (who) => `${who} nahm am Tisch Platz.`,
  seatLeft: (who) => `${who} verließ den Tisch; eine Vertretung führt weiter.`,
  founded: (who, at) => `${who} gründete ${at}.`,
  hired: (who, at) => `${who} arbeitet jetzt bei ${at}.`,
  leftWork: (who, at) => `${who} ging weg von ${at}.`,
  dismissedOne: (who, at) => `${who} verlor die Arbeit bei ${at}: Dort wurden Leute entlassen.`,
  dismissed: (people, at) => `${at} entließ ${people}.`,
  flight: (people, at, there) => `Wechsel von ${at} zu ${there}, wo besser bezahlt wird: ${people}.`,
  flightAhead: (at, there, more) =>
    `${there} hat offene Stellen und zahlt ${more} je Takt mehr als ${at}: Steigt der Verdienst nicht, gehen vom übernächsten Takt an Leute weg.`,
  moved: (who, at, change) => `${who} beantragt bei ${at}: ${change}.`,
  carried: (at, change) => `Die Mitglieder von ${at} nahmen einen Antrag an. ${change}.`,
  rejected: (at, change) => `Die Mitglieder von ${at} lehnten einen Antrag ab. ${change}.`,
  wagesUnpaid: (at, short) => `${at} konnte die Löhne nicht zahlen: Es fehlten ${short}.`,
  rose: (good, percent) => `In der Auktion gestiegen ▲ +${percent}: ${good}.`,
  fell: (good, percent) => `In der Auktion gefallen ▼ ${percent}: ${good}.`,
  dividend: (at, sum) => `${at} zahlte ${sum} an Dividenden.`,
  surplus: (at, sum) => `${at} teilte einen Überschuss von ${sum} unter den Mitgliedern auf.`,
  noPlace: (who, at) => `${who} fand bei ${at} keine offene Stelle.`,
  lapsed: (who, why) => `Was ${who} beschlossen hatte, ließ sich beim Abschluss des Takts nicht ausführen: ${why}`,
  lapsedAt: (who, at, why) =>
    `Was ${who} bei ${at} beschlossen hatte, ließ sich beim Abschluss des Takts nicht ausführen: ${why}`,
  lapsedFor: {
    [ErrorCode.ENTERPRISE_LIMIT]: "Andere haben die letzten Betriebe gegründet, die diese Welt fasst.",
    [ErrorCode.MOTION_ALREADY_OPEN]: "Ein anderer Antrag dazu wurde zuerst gezogen.",
    [ErrorCode.LAW_ON_AGENDA]: "Ein anderer Vorschlag wurde zuerst gezogen.",
    [ErrorCode.BUY_OUT_ALREADY_OPEN]: "Ein anderes Angebot wurde zuerst gezogen.",
    [ErrorCode.NO_OPEN_PLACE]: "Andere haben die letzten offenen Stellen bekommen.",
    [ErrorCode.NOT_OWNER]: "Jetzt leitet ihn jemand anderes.",
    [ErrorCode.NOT_MANAGER]: "Jetzt leitet ihn jemand anderes.",
    [ErrorCode.WRONG_FORM]: "Er hat jetzt eine andere Rechtsform.",
  },
  lapsedForOthers: "Was andere beschlossen hatten, kam dem in die Quere.",
  closed: (at) => `${at} hat für immer geschlossen.`,
  ended: (who) => `Die Welt ist zu Ende. ${who} steht ganz oben.`,
  cashOut: (at) => `Die Kasse von ${at} reicht nicht mehr für die Löhne eines Takts.`,
  cashLow: (at, ticks) => `Die Kasse von ${at} reicht noch ${ticks}, wenn sich nichts ändert.`,
  generationAhead: (good, generation) =>
    `Bald kommt Generation ${generation}, ${good}: Was läuft und auf Lager liegt, wird weniger zählen. Wer mit dem Kaufen warten kann, gewinnt.`,
  machines: "Maschinen oder Denkwerke",
  newGeneration: (good, generation) =>
    `Ab jetzt gibt es Generation ${generation}, ${good}: Weniger Stück leisten dieselbe Arbeit, und ältere zählen für entsprechend weniger.`,
  technostismNear: (ticks) =>
    `Maschinen tun fast alles. Noch ${ticks} so, und die Welt hat den Technostismus erreicht.`,
  technostism: (percent) => `Technostismus: Ein halbes Jahr lang haben Maschinen ${percent} aller Arbeit getan.`,
  lawProposed: (who, law, value) =>
    `${who} schlägt vor: ${law} auf ${value}. Alle stimmen ab; ausgezählt wird in zwei Takten.`,
  lawCarried: (law, value) => `Angenommen: ${law} auf ${value}, gültig in zwei Takten.`,
  lawLost: (law, value) => `Abgelehnt: ${law} wird nicht auf ${value} geändert.`,
  lawInForce: (law, value) => `Ab jetzt gilt: ${law} ${value}.`,
  demand: (at, wage) =>
    `Die Gewerkschaft bei ${at} fordert ${wage} je Takt. Wird das nicht gezahlt, kann in zwei Takten ein Streik beginnen.`,
  strike: (people, at, one) => `${people} ${one ? "streikt" : "streiken"} bei ${at}.`,
  settled: (at, wage) => `${at} und die Gewerkschaft haben sich auf ${wage} geeinigt.`,
  demandDropped: (at) => `Die Gewerkschaft bei ${at} gab ihre Forderung auf.`,
  leads: (who, at) => `${who} hält jetzt das meiste von ${at} und führt den Betrieb.`,
  issued: (at, shares) => `${at} gab neue Anteile aus: ${shares}.`,
  boughtBack: (at, shares) => `${at} kaufte Anteile zurück: ${shares}.`,
  trust: (at, percent) => `Den Leuten von ${at} gehören jetzt ${percent} davon.`,
  buyOutOffered: (who, at, price) => `${who} bietet ${price} je Anteil für ganz ${at}.`,
  buyOutDone: (at, price) => `${at} wurde im Ganzen verkauft, zu ${price} je Anteil.`,
  buyOutFailed: (who, at) => `Das Angebot von ${who} für ${at} ist gescheitert.`,
  becameCooperative: (at) => `${at} ist jetzt eine Genossenschaft der Belegschaft.`,
  demutualised: (at, reserve) =>
    `Die Mitglieder von ${at} gaben die Rechtsform auf: Sie halten jetzt die Anteile, und ${reserve} Rücklage gingen an die Allmende.`,
  capitalOffered: (at, units) =>
    `${at} bietet Einlagen ohne Stimme an: ${units}. Kaufen kann sie jeder auf der Seite Anteile.`,
  capitalSold: (at, units) => `${at} hat Einlagen ohne Stimme verkauft: ${units}.`,
  capitalRedeemed: (at, units) => `${at} nahm Einlagen zurück: ${units}.`,
  returnOwed: (at, sum) =>
    `${at} konnte ${sum} Ertrag auf fremdes Kapital nicht zahlen. Das bleibt geschuldet, und vorher teilen die Mitglieder keinen Überschuss.`,
  receiverNear: (at, sum) =>
    `${at} schuldet ${sum} an Löhnen und Zinsen. Wird das nicht binnen zwei Takten bezahlt, können die Leute den Betrieb übernehmen, oder er wird zwangsweise verkauft.`,
  takenOver: (at) => `Die Leute von ${at} haben den Betrieb als Genossenschaft übernommen.`,
  takenOverFreed: (at, sum) =>
    `Die Leute von ${at} haben den Betrieb als Genossenschaft übernommen; die Bank verzichtete auf ${sum}.`,
  windingUp: (at, sum) =>
    `${at} ist mit ${sum} Schulden gescheitert. Verkauft wird, was da ist: Zuerst kommen die Löhne, dann die Bank.`,
  loanLost: (at, sum) => `Die Bank verlor ${sum}, die sie ${at} geliehen hatte. Das tragen alle, die bei ihr sparen.`,
};
