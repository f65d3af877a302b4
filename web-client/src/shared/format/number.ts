/** Numbers as people read them. Money travels in mils, 100 000 to the crown; rates in basis points, 10 000 to the whole. */
import { language } from "../i18n/language";

export const MILS_PER_CROWN = 100_000;
const MINUS = "\u2212";
const THIN = "\u202f";

const two = new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const none = new Intl.NumberFormat(language(), { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const signed = (text: string): string => text.replace("-", MINUS);

/** Crowns with two decimals, without the unit. Never "−0.00". */
export function crowns(mils: number): string {
  const text = two.format(mils / MILS_PER_CROWN);
  return signed(/^-0\D00$/.test(text) ? text.slice(1) : text);
}

export const money = (mils: number): string => `${crowns(mils)}${THIN}cr`;

/** Whole crowns, for large sums in tight places. */
export function wholeMoney(mils: number): string {
  const text = none.format(mils / MILS_PER_CROWN);
  return `${text === "-0" ? "0" : signed(text)}${THIN}cr`;
}

const compact = new Intl.NumberFormat(language(), { notation: "compact", maximumFractionDigits: 2 });

/** A large sum for an axis: "4.25M cr". */
export const shortMoney = (mils: number): string => `${signed(compact.format(mils / MILS_PER_CROWN))}${THIN}cr`;

/** A change with its sign always shown. */
export const signedCrowns = (mils: number): string => (mils > 0 ? `+${crowns(mils)}` : crowns(mils));

export const count = (n: number): string => signed(none.format(n));

/** With one decimal: ratios and coefficients. */
export const decimal = (n: number): string => signed(one.format(n));

export const percent = (bp: number): string => `${signed(one.format(bp / 100))}${THIN}%`;

/** To the basis point, for rates that are small. */
export const exactPercent = (bp: number): string => `${signed(two.format(bp / 100))}${THIN}%`;

/** Whole percent, for sliders and shares. */
export const wholePercent = (bp: number): string => `${signed(none.format(bp / 100))}${THIN}%`;

export type Direction = "up" | "down" | "level";
export const directionOf = (change: number): Direction => (change > 0 ? "up" : change < 0 ? "down" : "level");
export const ARROW: Record<Direction, string> = { up: "▲", down: "▼", level: "＝" };

/** Direction by arrow and sign, never by colour alone. */
export function change(amount: number, format: (n: number) => string): string {
  const text = format(amount);
  if (amount === 0) return text;
  return `${ARROW[directionOf(amount)]} ${amount > 0 && !text.startsWith("+") ? "+" : ""}${text}`;
}

const MARK = two.format(0).charAt(1); // that which parts whole from decimals
const GROUPED = MARK === "," ? /^\d{1,3}(\.\d{3})+(?=,|$)/ : /^\d{1,3}(,\d{3})+(?=\.|$)/;

/**
 * A number as people of the page's language write it, with a point for its decimals, and without what groups its digits. A point is read as
 * decimals in every language too, unless it groups thousands: "1.234" is more than a thousand to those who write "1,5".
 */
export function plainNumber(text: string): string {
  const clean = text.trim().replaceAll(/[\s\u202f]/g, "");
  const whole = clean.replace(GROUPED, (digits) => digits.replaceAll(/\D/g, ""));
  return MARK === "," ? whole.replace(",", ".") : whole;
}

/** What a person typed, as mils; null when it is no amount of money. */
export function parseCrowns(text: string): number | null {
  const clean = plainNumber(text);
  if (!/^\d+(\.\d{0,5})?$/.test(clean)) return null;
  const mils = Math.round(Number(clean) * MILS_PER_CROWN);
  return Number.isSafeInteger(mils) ? mils : null;
}

/** What somebody means who writes all there is: to the cent it reads the same, and the rest of a cent goes with it. */
export const upTo = (mils: number | null, most: number): number | null =>
  mils !== null && mils > 0 && asRoundField(mils) === asRoundField(most) ? most : mils;

export function parseCount(text: string): number | null {
  const clean = plainNumber(text);
  return /^\d{1,9}$/.test(clean) ? Number(clean) : null;
}

/** A crown amount as it stands in a text field: to the cent, since nobody means its thousandths; a draft remembers them. */
export const asRoundField = (mils: number): string => (mils / MILS_PER_CROWN).toFixed(2).replace(".", MARK);

export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
