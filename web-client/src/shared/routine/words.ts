/** Words of what is kept up: the choice in a form, the list, and the news of it. */
import { catalogue } from "../i18n/catalogue";

export const words = catalogue("routine", {
  keep: "Keep this up each tick",
  keepHint:
    "Done again whenever a tick opens, also while you are away. You can change or end it at any time; nobody else sees it.",
  already: "You keep this up already; what you seal here takes its place.",
  ending: "It is kept up no more once you seal this.",
  until: {
    title: "Until",
    tick: (tick: string) => `tick ${tick} has closed`,
    cash: (whose: string, value: string, below: boolean) =>
      `${whose === "" ? "my cash" : `the cash of ${whose}`} ${below ? "is below" : "reaches"} ${value}`,
    stock: (whose: string, good: string, value: string, below: boolean) =>
      `${whose === "" ? "my stock" : `the stock at ${whose}`} of ${good.toLowerCase()} ${below ? "is below" : "reaches"} ${value} lots`,
    price: (good: string, value: string, below: boolean) =>
      `the price of ${good.toLowerCase()} ${below ? "is below" : "reaches"} ${value}`,
    unknown: "something comes about that this page does not know",
  },
  kind: {
    tick: "a tick has closed",
    cashBelow: "cash is below",
    cashReaches: "cash reaches",
    stockBelow: "stock is below",
    stockReaches: "stock reaches",
    priceBelow: "price is below",
    priceReaches: "price reaches",
  },
  stopKind: (n: number) => `What ends it, ${n}`,
  value: { tick: "Tick", money: "Crowns", lots: "Lots" },
  remove: "Remove",
  removeNamed: (n: number) => `Remove end ${n}`,
  add: "Add an end",
  addOr: "Or until",
  most: "Four ends are the most.",
  endless: "Until you end it.",
  needValue: "Write when it shall end, or remove that line.",
  comeAbout: "That has come about already; write another end.",
  tooMany: "Eight things at once can be kept up; end one first.",
  now: (value: string) => `now ${value}`,
  unseen: "you cannot see it now",
  list: {
    title: "Kept up for you",
    note: "Done again whenever a tick opens, until something ends it.",
    none: "Nothing yet. Orders, payments and gifts can be kept up each tick: tick the box in their form.",
    next: (tick: number) => `Next when tick ${tick} opens`,
    orUntil: " or ",
    missed: (reason: string) => `Left out this tick: ${reason}`,
    change: "Change",
    changeNamed: (what: string) => `Change: ${what}`,
    end: "End it",
    endNamed: (what: string) => `End: ${what}`,
    forget: "Take off the list",
    forgetNamed: (what: string) => `Take off the list: ${what}`,
    ended: "Ended.",
  },
  stopped: (tick: number, why: string) => `Ended when tick ${tick} closed: ${why}.`,
  refused: (tick: number, why: string) => `Ended when tick ${tick} closed, refused three ticks in a row: ${why}`,
  news: "No longer kept up",
  does: {
    order: (buy: boolean, lots: string, good: string, price: string) =>
      `${buy ? "Buy" : "Sell"} ${lots} ${good.toLowerCase()} at ${price} or ${buy ? "less" : "more"}`,
    inputs: (lots: string, price: string, name: string) => `Buy ${lots} materials at ${price} or less for ${name}`,
    machines: (lots: string, good: string, price: string, name: string) =>
      `Buy ${lots} ${good.toLowerCase()} at ${price} or less for ${name}`,
    land: (buy: boolean, parcels: string, price: string, name: string) =>
      `${buy ? "Buy" : "Sell"} ${parcels} parcels at ${price} or ${buy ? "less" : "more"} for ${name}`,
    shares: (buy: boolean, shares: string, name: string, price: string) =>
      `${buy ? "Buy" : "Sell"} ${shares} shares of ${name} at ${price} or ${buy ? "less" : "more"}`,
    board: (buy: boolean, shares: string, name: string, price: string) =>
      `${buy ? "Buy back" : "Issue"} ${shares} shares of ${name} at ${price}`,
    declareDividend: (sum: string, name: string) => `Pay a dividend of ${sum} out of ${name}`,
    invest: (sum: string, name: string) => `Put ${sum} into ${name}`,
    borrow: (sum: string, name: string) => `Borrow ${sum} for ${name}`,
    repay: (sum: string, name: string) => `Pay back ${sum} for ${name}`,
    gift: (sum: string) => `Give ${sum} for common use`,
    unknown: "Something this page does not know",
  },
});
