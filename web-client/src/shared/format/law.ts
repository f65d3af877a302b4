/** Laws that are voted on: their names, what they say, and values in their unit. */
import { Law } from "../../gen/technotariat/v1/economy_pb";
import { words as shared } from "../i18n/words";
import { percent } from "./number";

export const lawName: Record<Law, string> = {
  [Law.UNSPECIFIED]: "—",
  [Law.INCOME_TAX]: "Income tax",
  [Law.PROFIT_TAX]: "Profit tax",
  [Law.WEALTH_TAX]: "Wealth tax",
  [Law.BENEFIT]: "Out-of-work benefit",
  [Law.BASIC_INCOME]: "Basic income",
  [Law.MINIMUM_WAGE]: "Minimum wage",
  [Law.SEVERANCE]: "Severance pay",
  [Law.MONEY_RULE]: "Money rule",
};

export const lawNote: Record<Law, string> = {
  [Law.UNSPECIFIED]: "",
  [Law.INCOME_TAX]: "of wages, surplus shares and dividends",
  [Law.PROFIT_TAX]: "of what owners and members are paid out",
  [Law.WEALTH_TAX]: "a year, of wealth above half a year's usual pay",
  [Law.BENEFIT]: "of mean pay, to people without work",
  [Law.BASIC_INCOME]: "of mean pay, to everybody while the treasury lasts",
  [Law.MINIMUM_WAGE]: "of mean pay, the least a firm may pay",
  [Law.SEVERANCE]: "of pay to each person a firm dismisses",
  [Law.MONEY_RULE]: "of all money, the most made in a tick while prices are low",
};

/** Laws in ticks are entered as they are, the others in per cent. */
export const isInTicks = (law: Law): boolean => law === Law.SEVERANCE;

export const lawValue = (law: Law, value: number): string =>
  isInTicks(law) ? shared.ticks(value) : law === Law.MONEY_RULE ? `${(value / 100).toFixed(2)} %` : percent(value);

/** What a person typed, in the law's unit; null when it is no number. */
export function parseLaw(law: Law, text: string): number | null {
  const clean = text.trim().replaceAll("%", "").trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(clean)) return null;
  const value = Number(clean);
  if (isInTicks(law)) return Number.isInteger(value) ? value : null;
  return Math.round(value * 100);
}
