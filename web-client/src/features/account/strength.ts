/**
 * Advice on a passphrase while it is typed. It counts what can be counted and promises nothing: length helps most, few different characters
 * or digits alone hurt, and one's login is tried first.
 */
import { characters } from "../../shared/format/text";

export const LEAST = 10;
const GOOD_FROM = 18;
const VARIED_FROM = 6;

export type Advice = "empty" | "short" | "name" | "digits" | "plain" | "fair" | "good";

export function judge(passphrase: string, login: string): Advice {
  const signs = characters(passphrase);
  if (signs.length === 0) return "empty";
  if (signs.length < LEAST) return "short";
  const small = passphrase.toLowerCase();
  if (login.length >= 3 && small.includes(login.toLowerCase())) return "name";
  if (/^\d+$/.test(passphrase)) return "digits";
  if (new Set(small).size < VARIED_FROM) return "plain";
  return signs.length >= GOOD_FROM ? "good" : "fair";
}

/** How full the bar is, of 3. */
export const level = (advice: Advice): number =>
  advice === "good" ? 3 : advice === "fair" ? 2 : advice === "empty" ? 0 : 1;
