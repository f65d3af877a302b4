/** Laws that are voted on: their names, what they say, and values in their unit. */
import { Law } from "../../gen/technotariat/v1/economy_pb";
import { words as shared } from "../i18n/words";
import { exactPercent, percent, plainNumber } from "./number";
import { words } from "./words";

export const lawName = words.law.name;
export const lawNote = words.law.note;

/** Laws in ticks are entered as they are, the others in per cent. */
export const isInTicks = (law: Law): boolean => law === Law.SEVERANCE;

export const lawValue = (law: Law, value: number): string =>
  isInTicks(law) ? shared.ticks(value) : law === Law.MONEY_RULE ? exactPercent(value) : percent(value);

/** What a person typed, in the law's unit; null when it is no number. */
export function parseLaw(law: Law, text: string): number | null {
  const clean = plainNumber(text.replaceAll("%", ""));
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(clean)) return null;
  const value = Number(clean);
  if (isInTicks(law)) return Number.isInteger(value) ? value : null;
  return Math.round(value * 100);
}
