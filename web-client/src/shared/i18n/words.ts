/** Words used all over the page. Each feature keeps its own in messages.ts; together they are the whole catalogue. */
import { Controller, Form, Good, Reason, Role, Task } from "../../gen/technotariat/v1/economy_pb";
import { count } from "../format/number";
import { catalogue } from "./catalogue";

export const goodName = catalogue<Record<Good, string>>("goodName", {
  [Good.UNSPECIFIED]: "—",
  [Good.PROVISIONS]: "Provisions",
  [Good.COMFORTS]: "Comforts",
  [Good.MATERIALS]: "Materials",
  [Good.CULTURE]: "Culture",
  [Good.MACHINERY]: "Machinery",
  [Good.ENGINES]: "Engines",
  [Good.LAND]: "Land",
});

export const goodNote = catalogue<Record<Good, string>>("goodNote", {
  [Good.UNSPECIFIED]: "",
  [Good.PROVISIONS]: "Food and fuel. Needed every week, and what is not sold spoils by a quarter.",
  [Good.COMFORTS]: "Chairs, coats, lamps. Wanted when needs are met. Keeps.",
  [Good.MATERIALS]: "Timber, clay, iron. What makers of other goods and all machines use up. Keeps.",
  [Good.CULTURE]: "Plays, papers, lessons. Wanted when needs are met, made mostly by mind. What is not sold is over.",
  [Good.MACHINERY]: "Does hands tasks in place of people. Wears, and runs on materials.",
  [Good.ENGINES]: "Thinking engines: they do minds tasks in place of people. Wear, and run on materials.",
  [Good.LAND]:
    "Parcels, each with room for six to work. There are never more. What you own and do not work yourself is let at each close.",
});

export const formName = catalogue<Record<Form, string>>("formName", {
  [Form.UNSPECIFIED]: "—",
  [Form.PROPRIETARY]: "Firm",
  [Form.COOPERATIVE]: "Co-operative",
});

export const roleName = catalogue<Record<Role, string>>("roleName", {
  [Role.UNSPECIFIED]: "Spectator",
  [Role.CAPITALIST]: "Capitalist",
  [Role.MEMBER]: "Co-op member",
  [Role.WORKER]: "Worker",
});

export const controllerName = catalogue<Record<Controller, string>>("controllerName", {
  [Controller.UNSPECIFIED]: "",
  [Controller.VACANT]: "free",
  [Controller.PLAYER]: "at the desk",
  [Controller.CARETAKER]: "away, caretaker carries on",
  [Controller.BOT]: "bot",
  [Controller.AUTOPILOT]: "on autopilot",
});

export const reasonName = catalogue<Record<Reason, string>>("reasonName", {
  [Reason.UNSPECIFIED]: "Other",
  [Reason.ISSUE]: "Issued at the start",
  [Reason.SALES]: "Sales",
  [Reason.PURCHASES]: "Purchases",
  [Reason.WAGE]: "Wages",
  [Reason.SURPLUS_SHARE]: "Surplus share",
  [Reason.DIVIDEND]: "Dividend",
  [Reason.INCOME_TAX]: "Income tax",
  [Reason.BENEFIT]: "Out-of-work benefit",
  [Reason.INVESTMENT]: "Investment",
  [Reason.MEMBER_STAKE]: "Entry stake",
  [Reason.CAPITAL_ACCOUNT]: "Capital account",
  [Reason.CITIZEN_DIVIDEND]: "Citizens' dividend",
  [Reason.MACHINES]: "Machines bought",
  [Reason.UNION_DUES]: "Union dues",
  [Reason.STRIKE_PAY]: "Strike pay",
  [Reason.SEVERANCE]: "Severance",
  [Reason.SHARES]: "Shares",
  [Reason.LAND]: "Land",
  [Reason.RENT]: "Rent",
  [Reason.COMMONS]: "Commons",
  [Reason.PROFIT_TAX]: "Profit tax",
  [Reason.WEALTH_TAX]: "Wealth tax",
  [Reason.BASIC_INCOME]: "Basic income",
  [Reason.NEW_MONEY]: "New money",
  [Reason.RESERVE]: "Reserve left to the commons",
  [Reason.LOAN]: "Loan",
  [Reason.REPAYMENT]: "Loan repaid",
  [Reason.INTEREST]: "Interest paid",
  [Reason.DEPOSIT_INTEREST]: "Interest on money held",
  [Reason.WRITE_OFF]: "Loans lost",
  [Reason.MARKET_MAKER]: "Market maker's budget",
  [Reason.CAPITAL_RETURN]: "Return on outside capital",
});

export const taskName = catalogue<Record<Task, string>>("taskName", {
  [Task.UNSPECIFIED]: "—",
  [Task.HANDS]: "Hands tasks",
  [Task.MINDS]: "Minds tasks",
});

export const words = catalogue("shared", {
  rowsOf: (shown: string, of: string) => `${shown} of ${of}`,
  moreRows: (n: string) => `Show ${n} more`,
  title: "Technotariat",
  tick: (n: number) => `Tick ${n}`,
  lots: (n: number) => (n === 1 ? "lot" : "lots"),
  ticks: (n: number) => (n === 1 ? "1 tick" : `${n} ticks`),
  people: (n: number) => (n === 1 ? "1 person" : `${count(n)} people`),
  close: "Close",
  copy: "Copy",
  copied: "Copied.",
  copyFailed: "Could not copy; mark the text and copy it by hand.",
  showSecret: "Show",
  hideSecret: "Hide",
  name: {
    yours: "Your name at the table",
    hint: "As others will see it. You need no account.",
    hello: (name: string) => `You play as ${name}.`,
    change: "Change name",
    save: "Save name",
    account: "Your account",
  },
  language: "Language",
  toLobby: "To the lobby",
  cancel: "Cancel",
  nobody: "nobody",
  unknownPlace: "another workplace",
  you: "you",
  why: (what: string) => `Why: ${what}`,
  term: {
    what: (name: string) => `${name}: what is that?`,
    all: "In the glossary",
  },
  statement: {
    opening: "At the start of the tick",
    closing: "At the close",
    others: "Not itemised",
    caption: "Adds up exactly",
  },
  payslip: {
    caption: "Payslip",
    base: "Wage",
    share: "Surplus share",
    dividend: "Dividend",
    benefit: "Benefit",
    tax: "Income tax",
    net: "Net pay",
    owed: (sum: string) =>
      `${sum} of your wages did not come: the till was empty. They are owed to you, before every other debt.`,
    toAccount: (sum: string) => `${sum} more went to the capital account.`,
  },
  table: "Show as a table",
  chartCursor: (title: string) => `Tick shown in ${title}`,
  shareCursor: (title: string) => `Share of households shown in ${title}`,
  sealed: (tick: number) => `Sealed until tick ${tick} closes.`,
  sealing: "Sealing…",
  noCharge: "Nobody else sees it before the close, and you may change it until then.",
  errors: {
    offline: "The line to the server is down. This will be sent when it is back.",
    notNumber: "Write an amount such as 12.50.",
    notWhole: "Write a whole number.",
    onlyLots: "Lots are whole numbers.",
    noChange: "Nothing is changed yet.",
    finished: "This world has ended.",
    noSeat: "Take a seat to do this.",
    noActions: "You have used all your actions for this tick.",
  },
});
