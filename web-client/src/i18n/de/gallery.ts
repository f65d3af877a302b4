import type * as english from "../../shared/i18n/gallery";

const ticks = (n: number): string => (n === 1 ? "1 Takt" : `${n} Takte`);
const behind = (n: number): string => (n === 1 ? "1 Takt" : `${n} Takten`);

export const gallery: typeof english.gallery = {
  title: "Was das Publikum sieht",
  lede: "Zum Publikum gehören alle ohne Platz, auch die Spielleitung. Wer mitspielt, sieht diese Wahl, und jede Änderung steht im Protokoll.",
  public: "Was alle am Tisch sehen",
  nothing: "Nichts bis zum Ende",
  publicNote: "Die Stadt, den Markt, die Gesellschaft und die Nachrichten; nie, was nur eine Person angeht.",
  nothingNote:
    "Den Titel, die Uhr und wer wo sitzt. Sobald so ein Takt geendet hat, bleibt es dabei bis zum Schluss; danach ist alles zu sehen.",
  delay: "Es sieht alles später, um",
  delayUnit: "Takte",
  delayHint:
    "0: sofort. Die Gespräche am Tisch kommen ebenso spät, die Wiedergabe auch. Takte, die unter einer längeren Frist geendet haben, behalten sie.",
  badDelay: "0 bis 20.",
  says: (delay, nothing) =>
    nothing
      ? "Das Publikum sieht vom Spiel nichts, bis es zu Ende ist."
      : delay === 0
        ? "Das Publikum sieht das Spiel sofort."
        : `Das Publikum sieht das Spiel ${ticks(delay)} später.`,
  late: (delay, shown, closed) =>
    `Du schaust mit ${behind(delay)} Abstand zu. Du siehst die Welt nach Takt ${shown}; am Tisch ist Takt ${closed} zu Ende.`,
  barred: "Du gehörst zum Publikum: Hier schaust du zu. Die Spielleitung kann dich mitspielen lassen.",
  shut: "Hinter verschlossenen Türen",
  shutLede:
    "Dieses Spiel zeigt sich niemandem ohne Platz, bis es zu Ende ist. Danach kannst du es dir ganz ansehen, Takt für Takt.",
  shutClock: (closed, last) => `${ticks(closed)} von höchstens ${last} sind zu Ende.`,
  shutPeople: "Am Tisch",
  shutNobody: "Noch hat sich niemand gesetzt.",
  shutChat: "Gespräche im Publikum",
};
