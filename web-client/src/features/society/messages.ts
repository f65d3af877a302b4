import { catalogue } from "../../shared/i18n/catalogue";

export const words = catalogue("society", {
  title: "Society",
  note: "What the decisions of everybody add up to.",
  range: "How far back",
  ranges: { 12: "12 ticks", 26: "26", 52: "52", 0: "All" },
  cursor: "One cursor for all pictures: arrow keys in any of them.",
  empty: "The figures begin with the first close.",
  whyShort: "Why?",
  work: "Work",
  employed: "People at work",
  unemployed: "Looking for work",
  workReads: (employed: string, unemployed: string, change: number, since: string) =>
    `${employed} have work; of all who want to work, ${unemployed} look for it. ${change === 0 ? "As many as" : change > 0 ? `${change} more than` : `${-change} fewer than`} ${since}.`,
  since: (ticks: number) => (ticks === 1 ? "a tick ago" : `${ticks} ticks ago`),
  pay: "Pay",
  lowPay: "Lowest tenth below",
  medianPay: "Middle",
  highPay: "Highest tenth above",
  meanPay: "Mean pay on offer",
  payReads: (middle: string, ratio: string) =>
    `Half of those at work earn less than ${middle} a tick, half more. One of the highest tenth earns at least ${ratio} times what one of the lowest does.`,
  formPay: "Pay by form",
  firms: "Firms",
  coops: "Co-operatives",
  formPayReads: (more: "firms" | "coops" | "same", difference: string) =>
    more === "same"
      ? "Firms and co-operatives pay alike."
      : `${more === "firms" ? "Firms" : "Co-operatives"} pay ${difference} a tick more in the mean, shares of the surplus included.`,
  spread: "Who has how much",
  curves: "What the poorest hold together",
  curveOf: (percent: string) => `The poorest ${percent}`,
  equality: "all equal",
  wealth: "Wealth",
  income: "Income",
  gini: "Gini coefficient",
  giniReads: (half: string, top: string, direction: -1 | 0 | 1) =>
    `The poorer half owns ${half} of everything, the richest tenth ${top}. The gap has ${direction === 0 ? "stayed as it was" : direction > 0 ? "grown" : "narrowed"} over this time.`,
  money: "Money",
  supply: "Money there is",
  velocity: "Spent on goods, each tick",
  moneyReads: (money: string, heads: string, velocity: string) =>
    `There are ${money}, ${heads} a head. Each tick people spend ${velocity} of it on what they live on.`,
  prices: "Prices",
  index: "What households buy",
  pricesRead: (percent: string, dearer: -1 | 0 | 1) =>
    dearer === 0
      ? "Living costs what it cost at the start."
      : `Living is ${percent} ${dearer > 0 ? "dearer" : "cheaper"} than at the start.`,
  forms: "Who owns the work",
  coopShare: "Work in co-operatives",
  unionised: "Employees in a union",
  strikers: "On strike",
  formsRead: (coops: string, unions: string, strikers: number) =>
    `${coops} of all who work are members where they work. Of the others ${unions} carry a union card${strikers > 0 ? `, and ${strikers} are on strike` : ""}.`,
  machines: "The technotariat",
  technotariat: "Tasks done by machines",
  machinesRead: (share: string) => `Machines do ${share} of all tasks; people do the rest.`,
  government: "Government",
  treasury: "Treasury",
  treasuryReads: (took: string, gave: string) => `In the last tick it took ${took} and paid out ${gave}.`,
  laws: "Laws in force",
  law: {
    incomeTax: "Income tax",
    profitTax: "Tax on what owners and members are paid out",
    wealthTax: "Wealth tax, a year",
    benefit: "Out-of-work benefit, a tick",
    basicIncome: "Basic income, a tick",
    minimumWage: "Minimum wage, a tick",
    moneyRule: "New money at most, a tick",
  },
  none: "none",
  why: {
    before: "At the close before",
    now: "Now",
    spentOn: (good: string) => `Spent on ${good}`,
    moreMoney: "There is more or less money",
    lent: "Lent by the bank",
    repaid: "Repaid to the bank",
    tenth: (n: number) => (n === 1 ? "The poorest tenth" : n === 10 ? "The richest tenth" : `Tenth ${n} from below`),
  },
});
