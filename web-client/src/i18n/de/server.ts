import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import type { said } from "../../shared/i18n/server";

/**
 * By code. Where the server has several English sentences for one code, as for what is malformed or busy, the German one says what they
 * have in common. Bounds are left out here where a scenario may set them.
 */
export const refusals: Readonly<Record<Exclude<ErrorCode, ErrorCode.UNSPECIFIED>, string>> = {
  [ErrorCode.MALFORMED]: "Das ließ sich so nicht verstehen: Etwas darin fehlt oder liegt außerhalb des Erlaubten.",
  [ErrorCode.TOO_LARGE]: "Das ist zu viel auf einmal.",
  [ErrorCode.UNKNOWN_REQUEST]: "Dieser Server kennt das noch nicht; vielleicht ist er älter als diese Seite.",
  [ErrorCode.RATE_LIMITED]: "Das ging zu schnell hintereinander; warte einen Augenblick.",
  [ErrorCode.BUSY]: "Das geht gerade nicht; versuch es in einem Augenblick noch einmal.",
  [ErrorCode.HELLO_REQUIRED]: "Die Verbindung muss sich erst vorstellen; lade die Seite neu.",
  [ErrorCode.VERSION_UNSUPPORTED]: "Der Server spricht eine andere Fassung der Sprache; lade die Seite neu.",
  [ErrorCode.BAD_TOKEN]: "Dieser Schlüssel ist hier nicht bekannt.",
  [ErrorCode.BAD_NAME]:
    "Ein Name hat sichtbare Zeichen einer einzigen Schrift, nicht zu viele, und kein Leerzeichen am Rand.",
  [ErrorCode.GUEST_LIMIT]:
    "Von deiner Adresse sind in letzter Zeit so viele neue Gäste gekommen, dass gerade kein weiterer Platz hat; versuch es in einigen Minuten noch einmal.",
  [ErrorCode.FOUNDING_LIMIT]:
    "Von deiner Adresse wurden in letzter Zeit so viele Welten eröffnet, dass die nächste warten muss; komm in eine von ihnen, oder versuch es in einer Stunde noch einmal.",
  [ErrorCode.UNKNOWN_WORLD]: "Eine Welt dieses Namens gibt es hier nicht; auf der Startseite stehen die, die es gibt.",
  [ErrorCode.NOT_IN_WORLD]: "Betritt erst eine Welt.",
  [ErrorCode.SEAT_TAKEN]: "Dort sitzt schon jemand; wähl einen anderen Platz.",
  [ErrorCode.NO_FREE_SEAT]: "Von dieser Art ist kein Platz frei; nimm einen anderen oder schau zu.",
  [ErrorCode.NOT_SEATED]: "Dazu gehört ein Platz am Tisch.",
  [ErrorCode.ALREADY_SEATED]: "Du hast in dieser Welt schon einen Platz; verlass ihn, bevor du einen anderen nimmst.",
  [ErrorCode.UNKNOWN_SEAT]: "Diesen Platz gibt es in dieser Welt nicht.",
  [ErrorCode.WORLD_FAILED]:
    "Diese Welt steht wegen eines Fehlers still; wer den Server betreibt, muss sie reparieren oder wiederherstellen.",
  [ErrorCode.ROUTINE_LIMIT]: "Mehr als acht Daueraufträge zugleich gehen nicht; beende erst einen.",
  [ErrorCode.UNKNOWN_ROUTINE]: "Einen Dauerauftrag dieser Nummer hast du nicht; vielleicht ist er schon beendet.",
  [ErrorCode.REQUEST_ID_REUSED]: "Diese Nummer hat schon eine andere Anfrage; lade die Seite neu.",
  [ErrorCode.NOT_HOST]: "Das kann nur die Spielleitung dieser Welt.",
  [ErrorCode.WORLD_LIMIT]: "Mehr Welten fasst dieser Server nicht; komm in eine von ihnen.",
  [ErrorCode.KEY_NEEDED]: "Diese Welt ist privat: Du brauchst eine Einladung oder ihr Passwort.",
  [ErrorCode.BAD_KEY]:
    "Das ist weder das Passwort der Welt noch eine gültige Einladung; bitte die Spielleitung um eine neue.",
  [ErrorCode.BANNED]: "Die Spielleitung dieser Welt hat dich ausgesperrt.",
  [ErrorCode.WATCHING_ONLY]: "Du bist hier zum Zuschauen eingeladen; bitte die Spielleitung um einen Platz.",
  [ErrorCode.ACCOUNT_NEEDED]:
    "Ein Platz in dieser Welt braucht ein Konto: Wähl erst einen Kennsatz unter „Dein Konto“.",
  [ErrorCode.MUTED]: "Die Spielleitung hat dich in dieser Welt stumm gestellt.",
  [ErrorCode.CHAT_OFF]: "In dieser Welt gibt es keine Gespräche.",
  [ErrorCode.BAD_TEXT]: "Eine Zeile hat 1 bis 280 sichtbare Zeichen.",
  [ErrorCode.UNKNOWN_GUEST]: "Diese Person ist in dieser Welt nicht bekannt.",
  [ErrorCode.NOT_MODERATOR]: "Das darf nur die Spielleitung, und nur gegenüber denen, die unter ihr stehen.",
  [ErrorCode.SHOWN_OUT]: "Die Spielleitung hat dich aus dieser Welt hinausgebeten.",
  [ErrorCode.INVITATION_LIMIT]: "Mehr offene Einladungen kann diese Welt nicht haben; widerruf erst eine.",
  [ErrorCode.BAD_PASSWORD]: "Ein Passwort hat 8 bis 64 Zeichen.",
  [ErrorCode.NAME_TAKEN]:
    "So heißt in dieser Welt schon jemand, oder so ähnlich, dass man es verwechselt; wähl einen anderen Namen.",
  [ErrorCode.GET_UP_FIRST]:
    "Du hast in dieser Welt einen Platz, und dieser Link ist nur zum Zuschauen. Tritt ohne ihn ein; wenn du lieber zuschauen willst, steh zuerst auf.",
  [ErrorCode.NOT_YOURS_TO_SEE]:
    "Solange die Welt läuft, siehst du nur, was dein eigener Platz sah, und nur in Takten, in denen du ihn hattest.",
  [ErrorCode.PAST_UNREADABLE]:
    "Die Vergangenheit dieser Welt lässt sich aus ihrer Datei nicht lesen; warum, steht im Protokoll des Servers.",
  [ErrorCode.BAD_LOGIN]: "Ein Anmeldename hat 3 bis 24 Zeichen: Buchstaben von a bis z, Ziffern, „-“, „_“ und „.“.",
  [ErrorCode.BAD_PASSPHRASE]: "Ein Kennsatz hat 10 bis 128 Zeichen.",
  [ErrorCode.LOGIN_TAKEN]: "Diesen Anmeldenamen hat schon jemand; wähl einen anderen.",
  [ErrorCode.WRONG_SECRET]:
    "Anmeldename und Kennsatz passen nicht zusammen. Versuch es noch einmal, oder nimm deinen Rettungscode.",
  [ErrorCode.UNKNOWN_SESSION]: "Das ist keine deiner Anmeldungen.",
  [ErrorCode.SESSION_ENDED]: "Diese Anmeldung wurde von einem anderen Gerät aus beendet.",
  [ErrorCode.NOT_FOR_BOTS]:
    "Der Schlüssel eines Programms spielt nur und hat über das Konto nichts zu sagen; nimm ein Gerät, auf dem du angemeldet bist.",
  [ErrorCode.UNKNOWN_TOURNAMENT]: "Ein Turnier dieses Namens gibt es hier nicht.",
  [ErrorCode.MAY_NOT_OPEN]: "Wer diesen Server betreibt, hat dir nicht erlaubt, Turniere zu eröffnen.",
  [ErrorCode.NOT_OPENER]: "Das kann nur, wer dieses Turnier eröffnet hat.",
  [ErrorCode.TOURNAMENT_LIMIT]:
    "Mehr Turniere passen gerade nicht: Warte, bis eines von dir zu Ende ist, oder bitte, dass alte weggeräumt werden.",
  [ErrorCode.BAD_TOURNAMENT]: "Ein solches Turnier lässt sich nicht spielen; wähl etwas anderes.",
  [ErrorCode.UNKNOWN_LADDER]: "Eine Rangliste dieses Namens gibt es nicht; sieh nach, welche es gibt.",
  [ErrorCode.AT_A_TABLE]: "Eine deiner Partien dieser Rangliste läuft noch; spiel sie erst zu Ende.",
  [ErrorCode.LADDER_FULL]:
    "Die Warteschlange ist voll, oder du hast so viele Programme auf dieser Rangliste, wie eines Kontos sein dürfen.",
  [ErrorCode.WORLD_FINISHED]: "Diese Welt ist zu Ende; hier lässt sich nichts mehr tun.",
  [ErrorCode.UNKNOWN_ACTOR]: "Diese Person gibt es in dieser Welt nicht.",
  [ErrorCode.TOO_MANY_ACTIONS]: "Du hast in diesem Takt alle deine Züge verbraucht; warte, bis er endet.",
  [ErrorCode.MALFORMED_ACTION]: "Der Zug ist unvollständig: Jede Wahl darin muss getroffen sein.",
  [ErrorCode.UNKNOWN_ENTERPRISE]: "Diesen Betrieb gibt es nicht.",
  [ErrorCode.ENTERPRISE_CLOSED]: "Dieser Betrieb hat geschlossen.",
  [ErrorCode.UNKNOWN_MOTION]: "Diesen Antrag gibt es nicht.",
  [ErrorCode.MOTION_CLOSED]: "Über diesen Antrag ist schon entschieden.",
  [ErrorCode.UNKNOWN_PERSON]: "Diese Person gibt es nicht.",
  [ErrorCode.NOT_OWNER]: "Das kann nur, wem der Betrieb gehört, oder ein Mitglied der Genossenschaft.",
  [ErrorCode.NOT_MANAGER]: "Das kann nur, wem der Betrieb gehört, oder die gewählte Leitung.",
  [ErrorCode.NOT_MEMBER]: "An den Entscheidungen der Genossenschaft nehmen nur ihre Mitglieder teil.",
  [ErrorCode.WRONG_FORM]:
    "Bei dieser Rechtsform wird das anders entschieden: in einer Genossenschaft auf Antrag, in einer Firma von denen, die sie führen.",
  [ErrorCode.NOT_EMPLOYED]: "Du hast keine Arbeit, die du kündigen könntest.",
  [ErrorCode.ALREADY_EMPLOYED_HERE]: "Du arbeitest dort schon.",
  [ErrorCode.NO_OPEN_PLACE]: "Dort ist keine Stelle offen; such einen Betrieb, der einstellt.",
  [ErrorCode.BAD_ENTERPRISE_NAME]:
    "Ein Name hat 3 bis 40 sichtbare Zeichen einer einzigen Schrift und kein Leerzeichen am Rand.",
  [ErrorCode.NAME_IN_USE]: "So heißt schon ein anderer Betrieb; wähl einen anderen Namen.",
  [ErrorCode.PRICE_OUT_OF_RANGE]: "Ein Preis liegt über null und bei höchstens 100.000 Kronen je Posten.",
  [ErrorCode.QUANTITY_OUT_OF_RANGE]: "Eine Menge hat höchstens 1.000.000 Posten.",
  [ErrorCode.WAGE_OUT_OF_RANGE]: "Ein Lohn liegt über null und bei höchstens 100.000 Kronen.",
  [ErrorCode.PLACES_OUT_OF_RANGE]: "Ein Betrieb hat höchstens 400 Stellen.",
  [ErrorCode.EFFORT_OUT_OF_RANGE]: "Der Einsatz liegt zwischen 50 % und 120 %.",
  [ErrorCode.SHARE_OUT_OF_RANGE]: "Dieser Anteil liegt außerhalb seiner Grenzen.",
  [ErrorCode.SPLIT_NOT_WHOLE]: "Die Teile eines Überschusses ergeben zusammen genau 100 %.",
  [ErrorCode.AMOUNT_OUT_OF_RANGE]: "Dieser Betrag ist zu klein oder zu groß.",
  [ErrorCode.NOT_ENOUGH_CASH]: "Dafür reicht die Kasse nicht.",
  [ErrorCode.NOT_ENOUGH_STOCK]: "So viele Posten hast du nicht.",
  [ErrorCode.MOTION_ALREADY_OPEN]:
    "Ein Antrag dazu ist schon offen, oder die Tagesordnung ist voll; warte die Abstimmung ab.",
  [ErrorCode.ENTERPRISE_LIMIT]: "Mehr Betriebe fasst diese Welt nicht.",
  [ErrorCode.HOURS_OUT_OF_RANGE]: "Eine Woche liegt zwischen 60 % und 110 % einer normalen.",
  [ErrorCode.BEYOND_MANDATE]:
    "Das ist mehr, als die Versammlung ihre Leitung allein entscheiden lässt; stell einen Antrag.",
  [ErrorCode.FORM_NOT_ALLOWED]: "Das Gesetz dieser Welt lässt Betriebe in dieser Rechtsform nicht zu.",
  [ErrorCode.NO_MACHINES]: "In dieser Welt gibt es keine Maschinen.",
  [ErrorCode.BEYOND_BUDGET]:
    "Das ist mehr, als die Versammlung ihre Leitung in einem Takt für Maschinen ausgeben lässt; stell einen Antrag zur Vollmacht.",
  [ErrorCode.LAW_FORBIDS]: "Das erlaubt das Gesetz dieser Welt nicht.",
  [ErrorCode.NOT_IN_UNION]: "Über einen Streik stimmt nur ab, wer einen Gewerkschaftsausweis hat; nimm erst einen.",
  [ErrorCode.NO_DISPUTE]: "Dort gibt es keine Forderung und keinen Streik.",
  [ErrorCode.BELOW_AGREEMENT]: "Der Tarifvertrag bindet dich an einen höheren Lohn, bis er ausläuft.",
  [ErrorCode.NOT_ENOUGH_SHARES]:
    "So viele Anteile hältst du nicht, oder danach gäbe es niemanden mehr, der den Betrieb führt.",
  [ErrorCode.TRUST_OWES_ANOTHER]:
    "Die Treuhand der Belegschaft zahlt noch bei jemand anderem ab; warte, bis das bezahlt ist.",
  [ErrorCode.BELOW_MINIMUM_WAGE]: "Das Gesetz dieser Welt schreibt einen höheren Mindestlohn vor.",
  [ErrorCode.DUAL_WORK_NOT_ALLOWED]: "Erst müssen beide Betriebe Zweitarbeit erlauben.",
  [ErrorCode.ON_PROBATION]: "Neue Mitglieder stimmen erst nach der Probezeit mit; warte sie ab.",
  [ErrorCode.FOUNDING_REST]:
    "Du hast vor Kurzem einen Betrieb gegründet, und er braucht dich; warte, bevor du noch einen gründest.",
  [ErrorCode.BUY_OUT_ALREADY_OPEN]:
    "Für diesen Betrieb liegt schon ein Angebot vor; warte, bis darüber entschieden ist.",
  [ErrorCode.NO_BUY_OUT]: "Niemand hat geboten, diesen Betrieb zu kaufen.",
  [ErrorCode.OWES_FORMER_OWNERS]:
    "Die Genossenschaft zahlt noch an die früheren Eigentümer; vorher kann sie ihre Rechtsform nicht aufgeben.",
  [ErrorCode.BEYOND_CREDIT]:
    "Mehr leiht die Bank diesem Betrieb nicht: Sieh nach, was sein Besitz, sein Gewinn und das eigene Geld der Bank zulassen.",
  [ErrorCode.DEBT_FIRST]:
    "Nichts wird ausgezahlt, solange Löhne oder Zinsen ausstehen, 26 Takte lang nach einem Kredit, oder solange mehr als 30 % des Besitzes geliehen sind.",
  [ErrorCode.LAW_OUT_OF_BOUNDS]:
    "Eine Abstimmung bewegt ein Gesetz nur ein Stück, innerhalb seiner Grenzen und nicht auf das, was schon gilt; schlag einen kleineren Schritt vor.",
  [ErrorCode.LAW_ON_AGENDA]:
    "Dieses Gesetz steht zur Abstimmung, ändert sich bald oder wurde vor Kurzem entschieden, oder drei Vorschläge sind offen; warte sie ab.",
  [ErrorCode.NO_LAW_BALLOT]: "Über dieses Gesetz wird gerade nicht abgestimmt.",
  [ErrorCode.NO_OUTSIDE_CAPITAL]:
    "Diese Genossenschaft hat keine Einlagen vergeben oder angeboten, oder nicht so viele.",
  [ErrorCode.BEYOND_OWN_CAPITAL]:
    "Fremdes Kapital darf nicht mehr ausmachen, als die Genossenschaft selbst hat; biete weniger Einlagen an.",
  [ErrorCode.TERMS_OF_UNITS]:
    "Vergebene Einlagen behalten ihren Preis und mindestens ihren Ertrag; biete weitere zu denselben Bedingungen oder mit höherem Ertrag an.",
  [ErrorCode.UNITS_FIRST]:
    "Solange Einlagen vergeben sind, steigt der Grundlohn nicht über das, was die Genossenschaft je Kopf erwirtschaftet; nimm zuerst die Einlagen zurück.",
};

const known: Partial<Record<ErrorCode, string>> = refusals; // a newer server may say more

/** Why a clock stands still, by the server's own sentence, since it gives no code for it. */
export const pauses: ReadonlyMap<string, string> = new Map([
  ["", ""],
  ["The world has come to its end.", "Die Welt ist zu Ende."],
  ["The world is paused.", "Die Welt ist angehalten."],
  ["Quiet hours.", "Es ist Ruhezeit."],
  ["Nobody who has a seat is here.", "Niemand, der einen Platz hat, ist da."],
]);
const WAITING = /^Waiting for people: (\d+) of (\d+) have a seat\.$/;
const COMING = /^Waiting for people: (\d+) of (\d+) are here\.$/;

/** The games that come with the server, by name. */
export const scenarios: ReadonlyMap<string, string> = new Map([
  ["co-operatives-only", "Nur Genossenschaften"],
  ["crowd", "Eine Menge Leute"],
  ["hamlet", "Ein Weiler"],
  ["lab-baseline", "Die Stadt des Labors"],
  ["laissez-faire", "Laissez-faire ohne Genossenschaften"],
  ["libertarian-mutualism", "Libertärer Mutualismus"],
  ["mixed-economy", "Eine herkömmliche gemischte Wirtschaft"],
  ["season", "Eine Saison"],
  ["sitting", "Eine Sitzung"],
  ["tutorial", "Erste Schritte"],
]);

/** How the built-in strategies play, by name. */
export const strategies: ReadonlyMap<string, string> = new Map([
  ["steady-owner", "zahlt, was üblich ist, und wächst, solange etwas übrig bleibt"],
  ["cost-cutter", "drückt die Löhne, bis die Leute gehen, und automatisiert"],
  ["poacher", "zahlt mehr als üblich, um Leute abzuwerben, und wächst schnell"],
  ["dividend-harvester", "entnimmt die Gewinne und gründet damit weitere Betriebe"],
  ["automator", "steckt Ersparnisse und Kredit in Maschinen und Forschung"],
  ["symbiont", "gibt der Belegschaft Anteile und behält die Führung"],
  ["conglomerate", "entnimmt die Gewinne und kauft damit ganze Betriebe"],
  ["converter", "baut auf, verkauft an die Belegschaft und bleibt als Mitglied"],
  ["equal-sharer", "zahlt den Überschuss allen gleich aus, bei hohem Grundlohn"],
  ["merit-sharer", "arbeitet hart und will den Überschuss nach Leistung geteilt"],
  ["reinvestor", "behält den Überschuss in Konten und Rücklage und wächst daraus"],
  ["organiser", "schlägt Aufnahmen, Grundlohn und Leitung vor und fehlt bei keiner Abstimmung"],
  ["commons-builder", "gibt für die Allmende, deren Land Mitglieder frei nutzen"],
  ["pay-seeker", "nimmt die bestbezahlte offene Stelle"],
  ["co-founder", "spart, gründet eine Genossenschaft und nimmt andere auf"],
  ["dual-worker", "eine Stelle in einem Betrieb und ein Teil der Woche in einem anderen"],
  ["investor", "arbeitet, spart und kauft Anteile an dem, was am meisten verdient"],
  ["idle", "tut gar nichts"],
  ["random", "handelt aufs Geratewohl, im Rahmen der Regeln"],
]);

export const server: typeof said = {
  refusal: (code, text) => known[code] ?? text,
  pause: (text) => {
    const waiting = WAITING.exec(text);
    const coming = COMING.exec(text);
    if (coming) return `Es wird auf Leute gewartet: ${coming[1] ?? ""} von ${coming[2] ?? ""} sind da.`;
    return waiting
      ? `Es wird auf Leute gewartet: ${waiting[1] ?? ""} von ${waiting[2] ?? ""} haben einen Platz.`
      : (pauses.get(text) ?? text);
  },
  scenario: (name, title) => scenarios.get(name) ?? title,
  strategy: (name, line) => strategies.get(name) ?? line,
};
