/** Numbers as people read them. Money travels in mils, 100 000 to the crown; rates in basis points, 10 000 to the whole. */
export const MILS_PER_CROWN = 100_000;
const MINUS = "\u2212";
const THIN = "\u202f";

const two = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const none = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const signed = (text: string): string => text.replace("-", MINUS);

/** Crowns with two decimals, without the unit. Never "−0.00". */
export function crowns(mils: number): string {
  const text = two.format(mils / MILS_PER_CROWN);
  return text === "-0.00" ? "0.00" : signed(text);
}

export const money = (mils: number): string => `${crowns(mils)}${THIN}cr`;

/** Whole crowns, for large sums in tight places. */
export function wholeMoney(mils: number): string {
  const text = none.format(mils / MILS_PER_CROWN);
  return `${text === "-0" ? "0" : signed(text)}${THIN}cr`;
}

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

/** A large sum for an axis: "4.25M cr". */
export const shortMoney = (mils: number): string => `${signed(compact.format(mils / MILS_PER_CROWN))}${THIN}cr`;

/** A change with its sign always shown. */
export const signedCrowns = (mils: number): string => (mils > 0 ? `+${crowns(mils)}` : crowns(mils));

export const count = (n: number): string => signed(none.format(n));

export const percent = (bp: number): string => `${signed(one.format(bp / 100))}${THIN}%`;

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

/** What a person typed, as mils; null when it is no amount of money. */
export function parseCrowns(text: string): number | null {
  const clean = text.trim().replaceAll(/[\s\u202f,]/g, "");
  if (!/^\d+(\.\d{0,5})?$/.test(clean)) return null;
  const mils = Math.round(Number(clean) * MILS_PER_CROWN);
  return Number.isSafeInteger(mils) ? mils : null;
}

export function parseCount(text: string): number | null {
  const clean = text.trim().replaceAll(/[\s\u202f,]/g, "");
  return /^\d{1,9}$/.test(clean) ? Number(clean) : null;
}

/** A crown amount as it stands in a text field: to the cent, since nobody means its thousandths; a draft remembers them. */
export const asRoundField = (mils: number): string => (mils / MILS_PER_CROWN).toFixed(2);

export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
