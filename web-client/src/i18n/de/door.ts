import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import type { words } from "../../features/door/messages";

type Sorry = ReturnType<(typeof words)["sorry"]>;

const closed: Sorry = {
  title: "In diese Welt kommt man nicht hinein",
  advice: "Such dir auf der Startseite eine andere, oder frag, wer dir die Adresse gegeben hat.",
};

const known: Partial<Record<ErrorCode, Sorry>> = {
  [ErrorCode.KEY_NEEDED]: {
    title: "An diesen Tisch wird eingeladen",
    advice: "Öffne den Link, den dir die Spielleitung geschickt hat, oder gib hier das Passwort oder den Code ein.",
  },
  [ErrorCode.BAD_KEY]: {
    title: "Dieser Schlüssel passt nicht",
    advice: "Such nach einem Tippfehler, oder bitte die Spielleitung um einen neuen Link.",
  },
  [ErrorCode.BUSY]: {
    title: "Einen Augenblick",
    advice: "Warte ein wenig und versuch es dann noch einmal.",
  },
  [ErrorCode.BANNED]: {
    title: "Die Spielleitung hat dich ausgesperrt",
    advice: "Sie kann dich wieder einlassen. Andere Welten stehen dir offen.",
  },
  [ErrorCode.GET_UP_FIRST]: {
    title: "Du spielst hier schon mit",
    advice: "Eine Person hat in einer Welt eine Rolle. Der Link bleibt gültig, bis du aufgestanden bist.",
  },
  [ErrorCode.SHOWN_OUT]: {
    title: "Die Spielleitung hat dich hinausgebeten",
    advice: "Du darfst wiederkommen, und dein Platz bleibt dir. Warum es geschah, steht im Protokoll dieser Welt.",
  },
};

export const door: typeof words = {
  sorry: (code) => known[code] ?? closed,
  key: "Passwort oder Code",
  enter: "Eintreten",
  again: "Wieder eintreten",
  seat: "Zu meinem Platz",
  need: "Gib ihn erst ein.",
  wait: (seconds) => `In ${seconds} s kannst du es wieder versuchen.`,
};
