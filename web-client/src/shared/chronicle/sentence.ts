/** An event as a sentence, with the page where its cause can be seen, and whether it touches the person. */
import { Law } from "../../gen/technotariat/v1/economy_pb";
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { lawName, lawValue } from "../format/law";
import { enterpriseName, personName } from "../format/naming";
import { subject, valueText } from "../format/motion";
import { count, money, percent } from "../format/number";
import { goodName, words as shared } from "../i18n/words";
import type { WorldEvent } from "../net/model";
import type { World } from "../net/world.svelte";
import { hrefIn } from "../ui/route.svelte";

export interface Sentence {
  text: string;
  href: string;
}

function ofDispute(event: WorldEvent, at: string): string {
  if (event.kind === EventKind.DEMAND_MADE)
    return `The union at ${at} demands ${money(event.value)} a tick. Unless it is paid, a strike may begin in two ticks.`;
  if (event.kind === EventKind.STRIKE_BEGAN) return `${shared.people(event.value)} are on strike at ${at}.`;
  if (event.kind === EventKind.DISPUTE_SETTLED) return `${at} and its union settled at ${money(event.value)}.`;
  return `The union at ${at} dropped its demand.`;
}

type OfDisputes = EventKind.DEMAND_MADE | EventKind.STRIKE_BEGAN | EventKind.DISPUTE_SETTLED | EventKind.DEMAND_DROPPED;
type OfShares = EventKind.BOARD_CHANGED | EventKind.SHARES_ISSUED | EventKind.TRUST_ENDOWED;
type OfForms =
  | EventKind.BUY_OUT_OFFERED
  | EventKind.BUY_OUT_DONE
  | EventKind.BUY_OUT_FAILED
  | EventKind.BECAME_COOPERATIVE
  | EventKind.DEMUTUALISED;

type OfLaws = EventKind.LAW_PROPOSED | EventKind.LAW_CARRIED | EventKind.LAW_LOST | EventKind.LAW_IN_FORCE;

function ofLaws(event: WorldEvent, kind: OfLaws, who: string): string {
  const law = lawName[event.law];
  const value = lawValue(event.law, event.value);
  switch (kind) {
    case EventKind.LAW_PROPOSED:
      return `${who} proposes: ${law} to ${value}. Everybody votes; it is counted two ticks from now.`;
    case EventKind.LAW_CARRIED:
      return `Carried: ${law} to ${value}, in force two ticks from now.`;
    case EventKind.LAW_LOST:
      return `Lost: ${law} does not change to ${value}.`;
    case EventKind.LAW_IN_FORCE:
      return `${law} is ${value} from now on.`;
  }
}

type OfDebts = EventKind.RECEIVER_NEAR | EventKind.TAKEN_OVER | EventKind.WINDING_UP | EventKind.LOAN_LOST;

function ofDebts(event: WorldEvent, kind: OfDebts, at: string): string {
  const sum = money(event.value);
  switch (kind) {
    case EventKind.RECEIVER_NEAR:
      return `${at} owes ${sum} in wages and interest. Unless it pays within two ticks, its people may take it over or a receiver sells it.`;
    case EventKind.TAKEN_OVER:
      return `The people of ${at} took it over as a co-operative${event.value > 0 ? `; the bank gave up ${sum}` : ""}.`;
    case EventKind.WINDING_UP:
      return `${at} failed with ${sum} of debts. A receiver sells what it has: wages come first, then the bank.`;
    case EventKind.LOAN_LOST:
      return `The bank lost ${sum} lent to ${at}. Its depositors bear it.`;
  }
}

function betweenPeople(
  event: WorldEvent,
  kind: OfShares | OfForms | OfDisputes | OfDebts,
  who: string,
  at: string,
): string {
  switch (kind) {
    case EventKind.BOARD_CHANGED:
      return `${who} now holds most of ${at} and leads it.`;
    case EventKind.SHARES_ISSUED:
      return `${at} ${event.value < 0 ? "bought back" : "issued"} ${count(Math.abs(event.value))} shares.`;
    case EventKind.TRUST_ENDOWED:
      return `The people of ${at} now own ${percent(event.value)} of it.`;
    case EventKind.BUY_OUT_OFFERED:
      return `${who} offers ${money(event.value)} a share for all of ${at}.`;
    case EventKind.BUY_OUT_DONE:
      return `All of ${at} was sold at ${money(event.value)} a share.`;
    case EventKind.BUY_OUT_FAILED:
      return `The offer of ${who} for ${at} failed.`;
    case EventKind.BECAME_COOPERATIVE:
      return `${at} is now a co-operative of its people.`;
    case EventKind.DEMUTUALISED:
      return `The members of ${at} gave up the form: they hold its shares now, and ${money(event.value)} of reserve went to the commons.`;
    case EventKind.DEMAND_MADE:
    case EventKind.STRIKE_BEGAN:
    case EventKind.DISPUTE_SETTLED:
    case EventKind.DEMAND_DROPPED:
      return ofDispute(event, at);
    case EventKind.RECEIVER_NEAR:
    case EventKind.TAKEN_OVER:
    case EventKind.WINDING_UP:
    case EventKind.LOAN_LOST:
      return ofDebts(event, kind, at);
  }
}

export function sentence(world: World, event: WorldEvent): Sentence {
  const who = personName(world, event.subjectId);
  const at = enterpriseName(world, event.enterpriseId);
  const place = hrefIn(world.name, "enterprise", event.enterpriseId);
  const good = goodName[event.good];
  const town = hrefIn(world.name, "town");
  const { kind } = event;
  switch (kind) {
    case EventKind.SEAT_TAKEN:
      return { text: `${who} sat down at the table.`, href: hrefIn(world.name, "seats") };
    case EventKind.SEAT_LEFT:
      return { text: `${who} left the table; a caretaker carries on.`, href: hrefIn(world.name, "seats") };
    case EventKind.FOUNDED:
      return { text: `${who} founded ${at}.`, href: place };
    case EventKind.HIRED:
      return { text: `${who} now works at ${at}.`, href: place };
    case EventKind.LEFT_WORK:
      return { text: `${who} left ${at}.`, href: place };
    case EventKind.DISMISSED:
      return event.subjectId !== 0
        ? { text: `${who} lost the work at ${at}: it dismissed people.`, href: place }
        : { text: `${at} dismissed ${shared.people(event.value)}.`, href: place };
    case EventKind.LABOUR_FLIGHT:
    case EventKind.FLIGHT_AHEAD:
      return { text: ofFlight(world, event, kind, at), href: place };
    case EventKind.MOTION_OPENED:
    case EventKind.MOTION_CARRIED:
    case EventKind.MOTION_LOST:
      return { text: ofMotion(world, event, who, at), href: place };
    case EventKind.WAGES_UNPAID:
      return { text: `${at} could not pay its wages: ${money(event.value)} short.`, href: place };
    case EventKind.PRICE_MOVE:
      return {
        text: `${good} ${event.value > 0 ? "rose ▲ +" : "fell ▼ "}${percent(event.value)} in the auction.`,
        href: hrefIn(world.name, "market", good.toLowerCase()),
      };
    case EventKind.DIVIDEND_PAID:
      return { text: `${at} paid ${money(event.value)} in dividends.`, href: place };
    case EventKind.SURPLUS_SHARED:
      return { text: `${at} shared a surplus of ${money(event.value)} among its members.`, href: place };
    case EventKind.APPLICATION_FAILED:
      return { text: `${who} found no open place at ${at}.`, href: hrefIn(world.name, "work") };
    case EventKind.ENTERPRISE_CLOSED:
      return { text: `${at} closed its doors.`, href: town };
    case EventKind.WORLD_FINISHED:
      return { text: `The world ended. ${who} stands highest.`, href: hrefIn(world.name, "standing") };
    case EventKind.CASH_LOW:
      return {
        text:
          event.value < 1
            ? `The cash of ${at} does not cover another tick's wages.`
            : `The cash of ${at} lasts ${shared.ticks(event.value)} more, if nothing changes.`,
        href: place,
      };
    case EventKind.GENERATION_AHEAD:
    case EventKind.NEW_GENERATION:
    case EventKind.TECHNOSTISM_NEAR:
    case EventKind.TECHNOSTISM:
      return ofMachines(world, event, kind);
    case EventKind.LAW_PROPOSED:
    case EventKind.LAW_CARRIED:
    case EventKind.LAW_LOST:
    case EventKind.LAW_IN_FORCE:
      return { text: ofLaws(event, kind, who), href: town };
    case EventKind.UNSPECIFIED:
      return { text: "", href: town };
    default: // all that is left, as the type of `kind` proves
      return { text: betweenPeople(event, kind, who, at), href: place };
  }
}

function ofFlight(
  world: World,
  event: WorldEvent,
  kind: EventKind.LABOUR_FLIGHT | EventKind.FLIGHT_AHEAD,
  at: string,
): string {
  const there = enterpriseName(world, event.otherEnterpriseId);
  return kind === EventKind.LABOUR_FLIGHT
    ? `${shared.people(event.value)} left ${at} for ${there}, where the pay is better.`
    : `${there} has open places and pays ${money(event.value)} a tick more than ${at}: unless pay rises, people will leave from the tick after next on.`;
}

function ofMotion(world: World, event: WorldEvent, who: string, at: string): string {
  const change = event.change ? `${subject(event.change)}: ${valueText(world, event.change)}` : "";
  if (event.kind === EventKind.MOTION_OPENED) return `${who} moves at ${at}: ${change}.`;
  return `The members of ${at} ${event.kind === EventKind.MOTION_CARRIED ? "carried" : "rejected"} a motion. ${change}.`;
}

type OfMachines =
  EventKind.GENERATION_AHEAD | EventKind.NEW_GENERATION | EventKind.TECHNOSTISM_NEAR | EventKind.TECHNOSTISM;

function ofMachines(world: World, event: WorldEvent, kind: OfMachines): Sentence {
  const good = goodName[event.good];
  switch (kind) {
    case EventKind.GENERATION_AHEAD:
      return {
        text: `${good} of generation ${event.value} is near: what is in use and in store will count for less. Who can wait with buying gains.`,
        href: hrefIn(world.name, "market", good.toLowerCase()),
      };
    case EventKind.NEW_GENERATION:
      return {
        text: `${good} of generation ${event.value} is made from now on: fewer units do the same work, and older ones count for as many.`,
        href: hrefIn(world.name, "market", good.toLowerCase()),
      };
    case EventKind.TECHNOSTISM_NEAR:
      return {
        text: `Machines do nearly everything. Another ${shared.ticks(event.value)} of it, and the world has reached technostism.`,
        href: hrefIn(world.name, "standing"),
      };
    case EventKind.TECHNOSTISM:
      return {
        text: `Technostism: machines have done ${percent(event.value)} of all tasks for half a year.`,
        href: hrefIn(world.name, "standing"),
      };
  }
}

/** Whether an event is about the person or a place where the person works, owns or votes. */
export function touches(world: World, event: WorldEvent): boolean {
  if (world.seatId === 0) return false;
  const places = new Set((world.me?.books ?? []).map((books) => books.enterpriseId));
  if (world.me && world.me.employerId !== 0) places.add(world.me.employerId);
  if (event.law !== Law.UNSPECIFIED) return true; // laws bind everybody
  return event.subjectId === world.seatId || places.has(event.enterpriseId) || places.has(event.otherEnterpriseId);
}
