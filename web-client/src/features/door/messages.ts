import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { catalogue } from "../../shared/i18n/catalogue";

interface Sorry {
  title: string;
  /** What can be done about it. */
  advice: string;
}

const closed: Sorry = {
  title: "This world cannot be entered",
  advice: "Look for another one in the lobby, or ask whoever gave you the address.",
};

const known: Partial<Record<ErrorCode, Sorry>> = {
  [ErrorCode.KEY_NEEDED]: {
    title: "This table is by invitation",
    advice: "Open the link that the host sent you, or type the password or the code here.",
  },
  [ErrorCode.BAD_KEY]: {
    title: "That key does not fit",
    advice: "Look for a typing slip, or ask the host for a new link.",
  },
  [ErrorCode.BUSY]: {
    title: "One moment",
    advice: "Wait a little, then try again.",
  },
  [ErrorCode.BANNED]: {
    title: "The hosts have shut you out",
    advice: "They can let you in again. Other worlds are open to you.",
  },
  [ErrorCode.GET_UP_FIRST]: {
    title: "You already play here",
    advice: "One person has one part in a world. The link stays good until you have got up.",
  },
  [ErrorCode.SHOWN_OUT]: {
    title: "A host has shown you out",
    advice: "You may come back, and your seat is kept. Why it happened is in the log of this world.",
  },
};

export const words = catalogue("door", {
  sorry: (code: ErrorCode): Sorry => known[code] ?? closed,
  key: "Password or code",
  enter: "Come in",
  again: "Come back in",
  seat: "To my seat",
  need: "Type it first.",
  wait: (seconds: number) => `You may try again in ${seconds} s.`,
});
