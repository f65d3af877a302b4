/** Words within formats: spans of time, devices, laws, and what motions are about. */
import { Law } from "../../gen/technotariat/v1/economy_pb";
import { catalogue } from "../i18n/catalogue";

export const words = catalogue("format", {
  seconds: (n: number) => (n === 1 ? "1 second" : `${n} seconds`),
  minutes: (n: number) => (n === 1 ? "a minute" : `${n} minutes`),
  hours: (n: number) => (n === 1 ? "an hour" : `${n} hours`),
  days: (n: number) => (n === 1 ? "a day" : `${n} days`),
  browser: "A browser",
  on: (browser: string, system: string) => `${browser} on ${system}`,
  law: {
    name: {
      [Law.UNSPECIFIED]: "—",
      [Law.INCOME_TAX]: "Income tax",
      [Law.PROFIT_TAX]: "Profit tax",
      [Law.WEALTH_TAX]: "Wealth tax",
      [Law.BENEFIT]: "Out-of-work benefit",
      [Law.BASIC_INCOME]: "Basic income",
      [Law.MINIMUM_WAGE]: "Minimum wage",
      [Law.SEVERANCE]: "Severance pay",
      [Law.MONEY_RULE]: "Money rule",
    } satisfies Record<Law, string>,
    note: {
      [Law.UNSPECIFIED]: "",
      [Law.INCOME_TAX]: "of wages, surplus shares and dividends",
      [Law.PROFIT_TAX]: "of what owners and members are paid out",
      [Law.WEALTH_TAX]: "a year, of wealth above half a year's usual pay",
      [Law.BENEFIT]: "of mean pay, to people without work",
      [Law.BASIC_INCOME]: "of mean pay, to everybody while the treasury lasts",
      [Law.MINIMUM_WAGE]: "of mean pay, the least a firm may pay",
      [Law.SEVERANCE]: "of pay to each person a firm dismisses",
      [Law.MONEY_RULE]: "of all money, the most made in a tick while prices are low",
    } satisfies Record<Law, string>,
  },
  motion: {
    subject: {
      baseWageMils: "Base wage",
      surplusSplit: "Surplus split",
      meritBp: "Merit weight",
      places: "Places",
      managerId: "Manager",
      mandate: "Mandate",
      research: "Research",
      dualWork: "Dual work",
      demutualise: "Giving up the form",
      expelId: "Parting with a member",
      offerCapital: "Outside capital",
      redeemCapital: "Taking units back",
    },
    someChange: "A change",
    split: (paid: string, accounts: string, reserve: string, commons: string) =>
      `${paid} paid out, ${accounts} to accounts, ${reserve} to the reserve, ${commons} to the commons`,
    wage: (sum: string) => `${sum} per tick`,
    merit: (part: string) => `${part} by merit, the rest equally`,
    places: (n: string) => `${n} places`,
    noManager: "no manager",
    mandate: (least: string, most: string, machines: string, credit: string) =>
      `hours from ${least} to ${most}, machines for up to ${machines} of the cash a tick, debts up to ${credit} of what the bank lends`,
    research: (part: string, minds: string) => `${part} of the working time, ${minds} of it on minds tasks`,
    allowed: "allowed",
    notAllowed: "not allowed",
    demutualise: "accounts become shares, the reserve goes to the commons, and whoever holds most shares leads",
    expel: (name: string) => `${name} has to leave, with the capital account`,
    offer: (units: string, price: string, rate: string) =>
      `${units} units on offer at ${price} each, with ${rate} a year before members share a surplus`,
    noOffer: "nothing on offer",
    redeem: (units: string) => `${units} units are paid back at their price`,
    unitsOut: (units: string) => `${units} units are out`,
    isCooperative: "a co-operative",
    isMember: (name: string) => `${name} is a member`,
  },
});
