/** What happened, as a sentence: who, where, and how much. */
import { ErrorCode } from "../../gen/technotariat/v1/error_pb";
import { catalogue } from "../i18n/catalogue";

export const words = catalogue("chronicle", {
  seatTaken: (who: string) => `${who} sat down at the table.`,
  seatLeft: (who: string) => `${who} left the table; a caretaker carries on.`,
  founded: (who: string, at: string) => `${who} founded ${at}.`,
  hired: (who: string, at: string) => `${who} now works at ${at}.`,
  leftWork: (who: string, at: string) => `${who} left ${at}.`,
  dismissedOne: (who: string, at: string) => `${who} lost the work at ${at}: it dismissed people.`,
  dismissed: (people: string, at: string) => `${at} dismissed ${people}.`,
  flight: (people: string, at: string, there: string) => `${people} left ${at} for ${there}, where the pay is better.`,
  flightAhead: (at: string, there: string, more: string) =>
    `${there} has open places and pays ${more} a tick more than ${at}: unless pay rises, people will leave from the tick after next on.`,
  moved: (who: string, at: string, change: string) => `${who} moves at ${at}: ${change}.`,
  carried: (at: string, change: string) => `The members of ${at} carried a motion. ${change}.`,
  rejected: (at: string, change: string) => `The members of ${at} rejected a motion. ${change}.`,
  wagesUnpaid: (at: string, short: string) => `${at} could not pay its wages: ${short} short.`,
  rose: (good: string, percent: string) => `${good} rose ▲ +${percent} in the auction.`,
  fell: (good: string, percent: string) => `${good} fell ▼ ${percent} in the auction.`,
  dividend: (at: string, sum: string) => `${at} paid ${sum} in dividends.`,
  surplus: (at: string, sum: string) => `${at} shared a surplus of ${sum} among its members.`,
  noPlace: (who: string, at: string) => `${who} found no open place at ${at}.`,
  lapsed: (who: string, why: string) => `What ${who} had decided came to nothing when the tick closed: ${why}`,
  lapsedAt: (who: string, at: string, why: string) =>
    `What ${who} had decided at ${at} came to nothing when the tick closed: ${why}`,
  lapsedFor: {
    [ErrorCode.ENTERPRISE_LIMIT]: "others founded the last enterprises that this world can hold.",
    [ErrorCode.MOTION_ALREADY_OPEN]: "another member's motion on it was drawn first.",
    [ErrorCode.LAW_ON_AGENDA]: "another proposal was drawn first.",
    [ErrorCode.BUY_OUT_ALREADY_OPEN]: "another offer was drawn first.",
    [ErrorCode.NO_OPEN_PLACE]: "others took the last open places.",
    [ErrorCode.NOT_OWNER]: "somebody else leads it now.",
    [ErrorCode.NOT_MANAGER]: "somebody else leads it now.",
    [ErrorCode.WRONG_FORM]: "it has another form now.",
  },
  lapsedForOthers: "what others had decided was in the way.",
  closed: (at: string) => `${at} closed its doors.`,
  ended: (who: string) => `The world ended. ${who} stands highest.`,
  cashOut: (at: string) => `The cash of ${at} does not cover another tick's wages.`,
  cashLow: (at: string, ticks: string) => `The cash of ${at} lasts ${ticks} more, if nothing changes.`,
  generationAhead: (good: string, generation: number) =>
    `${good} of generation ${generation} is near: what is in use and in store will count for less. Who can wait with buying gains.`,
  machines: "Machinery or engines",
  newGeneration: (good: string, generation: number) =>
    `${good} of generation ${generation} is made from now on: fewer units do the same work, and older ones count for that much less.`,
  technostismNear: (ticks: string) =>
    `Machines do nearly everything. Another ${ticks} of it, and the world has reached technostism.`,
  technostism: (percent: string) => `Technostism: machines have done ${percent} of all tasks for half a year.`,
  lawProposed: (who: string, law: string, value: string) =>
    `${who} proposes: ${law} to ${value}. Everybody votes; it is counted two ticks from now.`,
  lawCarried: (law: string, value: string) => `Carried: ${law} to ${value}, in force two ticks from now.`,
  lawLost: (law: string, value: string) => `Lost: ${law} does not change to ${value}.`,
  lawInForce: (law: string, value: string) => `${law} is ${value} from now on.`,
  demand: (at: string, wage: string) =>
    `The union at ${at} demands ${wage} a tick. Unless it is paid, a strike may begin in two ticks.`,
  strike: (people: string, at: string, one: boolean) => `${people} ${one ? "is" : "are"} on strike at ${at}.`,
  settled: (at: string, wage: string) => `${at} and its union settled at ${wage}.`,
  demandDropped: (at: string) => `The union at ${at} dropped its demand.`,
  leads: (who: string, at: string) => `${who} now holds most of ${at} and leads it.`,
  issued: (at: string, shares: string) => `${at} issued ${shares} shares.`,
  boughtBack: (at: string, shares: string) => `${at} bought back ${shares} shares.`,
  trust: (at: string, percent: string) => `The people of ${at} now own ${percent} of it.`,
  buyOutOffered: (who: string, at: string, price: string) => `${who} offers ${price} a share for all of ${at}.`,
  buyOutDone: (at: string, price: string) => `All of ${at} was sold at ${price} a share.`,
  buyOutFailed: (who: string, at: string) => `The offer of ${who} for ${at} failed.`,
  becameCooperative: (at: string) => `${at} is now a co-operative of its people.`,
  demutualised: (at: string, reserve: string) =>
    `The members of ${at} gave up the form: they hold its shares now, and ${reserve} of reserve went to the commons.`,
  capitalOffered: (at: string, units: string) =>
    `${at} offers ${units} units of capital without a vote. Anybody may buy them on the Shares page.`,
  capitalSold: (at: string, units: string) => `${at} sold ${units} units of capital without a vote.`,
  capitalRedeemed: (at: string, units: string) => `${at} took ${units} units of its outside capital back.`,
  returnOwed: (at: string, sum: string) =>
    `${at} could not pay ${sum} of return on its outside capital. It stays owed, and members share no surplus before it is paid.`,
  receiverNear: (at: string, sum: string) =>
    `${at} owes ${sum} in wages and interest. Unless it pays within two ticks, its people may take it over or a receiver sells it.`,
  takenOver: (at: string) => `The people of ${at} took it over as a co-operative.`,
  takenOverFreed: (at: string, sum: string) =>
    `The people of ${at} took it over as a co-operative; the bank gave up ${sum}.`,
  windingUp: (at: string, sum: string) =>
    `${at} failed with ${sum} of debts. A receiver sells what it has: wages come first, then the bank.`,
  loanLost: (at: string, sum: string) => `The bank lost ${sum} lent to ${at}. Its depositors bear it.`,
});
