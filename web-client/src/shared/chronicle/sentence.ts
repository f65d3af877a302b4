/** An event as a sentence, with the page where its cause can be seen, and whether it touches the person. */
import { Good, Law } from "../../gen/technotariat/v1/economy_pb";
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { lawName, lawValue } from "../format/law";
import { enterpriseName, personName } from "../format/naming";
import { subject, valueText } from "../format/motion";
import { count, money, percent } from "../format/number";
import { goodName, words as shared } from "../i18n/words";
import { GOODS } from "../net/goods";
import type { WorldEvent } from "../net/model";
import type { World } from "../net/world.svelte";
import { hrefIn } from "../ui/route.svelte";
import { words as w } from "./words";

export interface Sentence {
  text: string;
  href: string;
}

type OfDisputes = EventKind.DEMAND_MADE | EventKind.STRIKE_BEGAN | EventKind.DISPUTE_SETTLED | EventKind.DEMAND_DROPPED;

function ofDispute(event: WorldEvent, kind: OfDisputes, at: string): string {
  switch (kind) {
    case EventKind.DEMAND_MADE:
      return w.demand(at, money(event.value));
    case EventKind.STRIKE_BEGAN:
      return w.strike(shared.people(event.value), at, event.value === 1);
    case EventKind.DISPUTE_SETTLED:
      return w.settled(at, money(event.value));
    case EventKind.DEMAND_DROPPED:
      return w.demandDropped(at);
  }
}

type OfShares = EventKind.BOARD_CHANGED | EventKind.SHARES_ISSUED | EventKind.TRUST_ENDOWED;
type OfCapital =
  EventKind.CAPITAL_OFFERED | EventKind.CAPITAL_SOLD | EventKind.CAPITAL_REDEEMED | EventKind.RETURN_OWED;
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
      return w.lawProposed(who, law, value);
    case EventKind.LAW_CARRIED:
      return w.lawCarried(law, value);
    case EventKind.LAW_LOST:
      return w.lawLost(law, value);
    case EventKind.LAW_IN_FORCE:
      return w.lawInForce(law, value);
  }
}

function ofCapital(event: WorldEvent, kind: OfCapital, at: string): string {
  switch (kind) {
    case EventKind.CAPITAL_OFFERED:
      return w.capitalOffered(at, count(event.value));
    case EventKind.CAPITAL_SOLD:
      return w.capitalSold(at, count(event.value));
    case EventKind.CAPITAL_REDEEMED:
      return w.capitalRedeemed(at, count(event.value));
    case EventKind.RETURN_OWED:
      return w.returnOwed(at, money(event.value));
  }
}

/** What could not be carried out when the tick closed, and why. */
function ofLapse(event: WorldEvent, who: string, at: string): string {
  const known: Readonly<Record<number, string | undefined>> = w.lapsedFor;
  const why = known[event.value] ?? w.lapsedForOthers;
  return event.enterpriseId === 0 ? w.lapsed(who, why) : w.lapsedAt(who, at, why);
}

type OfDebts = EventKind.RECEIVER_NEAR | EventKind.TAKEN_OVER | EventKind.WINDING_UP | EventKind.LOAN_LOST;

function ofDebts(event: WorldEvent, kind: OfDebts, at: string): string {
  const sum = money(event.value);
  switch (kind) {
    case EventKind.RECEIVER_NEAR:
      return w.receiverNear(at, sum);
    case EventKind.TAKEN_OVER:
      return event.value > 0 ? w.takenOverFreed(at, sum) : w.takenOver(at);
    case EventKind.WINDING_UP:
      return w.windingUp(at, sum);
    case EventKind.LOAN_LOST:
      return w.loanLost(at, sum);
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
      return w.leads(who, at);
    case EventKind.SHARES_ISSUED:
      return event.value < 0 ? w.boughtBack(at, count(-event.value)) : w.issued(at, count(event.value));
    case EventKind.TRUST_ENDOWED:
      return w.trust(at, percent(event.value));
    case EventKind.BUY_OUT_OFFERED:
      return w.buyOutOffered(who, at, money(event.value));
    case EventKind.BUY_OUT_DONE:
      return w.buyOutDone(at, money(event.value));
    case EventKind.BUY_OUT_FAILED:
      return w.buyOutFailed(who, at);
    case EventKind.BECAME_COOPERATIVE:
      return w.becameCooperative(at);
    case EventKind.DEMUTUALISED:
      return w.demutualised(at, money(event.value));
    case EventKind.DEMAND_MADE:
    case EventKind.STRIKE_BEGAN:
    case EventKind.DISPUTE_SETTLED:
    case EventKind.DEMAND_DROPPED:
      return ofDispute(event, kind, at);
    case EventKind.RECEIVER_NEAR:
    case EventKind.TAKEN_OVER:
    case EventKind.WINDING_UP:
    case EventKind.LOAN_LOST:
      return ofDebts(event, kind, at);
  }
}

const marketOf = (world: World, good: Good): string =>
  hrefIn(world.name, "market", GOODS.find((known) => known.good === good)?.path ?? "");

export function sentence(world: World, event: WorldEvent): Sentence {
  const who = personName(world, event.subjectId);
  const at = enterpriseName(world, event.enterpriseId);
  const place = hrefIn(world.name, "enterprise", event.enterpriseId);
  const town = hrefIn(world.name, "town");
  const { kind } = event;
  switch (kind) {
    case EventKind.SEAT_TAKEN:
      return { text: w.seatTaken(who), href: hrefIn(world.name, "seats") };
    case EventKind.SEAT_LEFT:
      return { text: w.seatLeft(who), href: hrefIn(world.name, "seats") };
    case EventKind.FOUNDED:
      return { text: w.founded(who, at), href: place };
    case EventKind.HIRED:
      return { text: w.hired(who, at), href: place };
    case EventKind.LEFT_WORK:
      return { text: w.leftWork(who, at), href: place };
    case EventKind.DISMISSED: {
      const text = event.subjectId !== 0 ? w.dismissedOne(who, at) : w.dismissed(shared.people(event.value), at);
      return { text, href: place };
    }
    case EventKind.LABOUR_FLIGHT:
    case EventKind.FLIGHT_AHEAD:
      return { text: ofFlight(world, event, kind, at), href: place };
    case EventKind.MOTION_OPENED:
    case EventKind.MOTION_CARRIED:
    case EventKind.MOTION_LOST:
      return { text: ofMotion(world, event, who, at), href: place };
    case EventKind.WAGES_UNPAID:
      return { text: w.wagesUnpaid(at, money(event.value)), href: place };
    case EventKind.PRICE_MOVE: {
      const text = (event.value > 0 ? w.rose : w.fell)(goodName[event.good], percent(event.value));
      return { text, href: marketOf(world, event.good) };
    }
    case EventKind.DIVIDEND_PAID:
      return { text: w.dividend(at, money(event.value)), href: place };
    case EventKind.SURPLUS_SHARED:
      return { text: w.surplus(at, money(event.value)), href: place };
    case EventKind.APPLICATION_FAILED:
      return { text: w.noPlace(who, at), href: hrefIn(world.name, "work") };
    case EventKind.ENTERPRISE_CLOSED:
      return { text: w.closed(at), href: town };
    case EventKind.WORLD_FINISHED:
      return { text: w.ended(who), href: hrefIn(world.name, "standing") };
    case EventKind.CASH_LOW:
      return { text: event.value < 1 ? w.cashOut(at) : w.cashLow(at, shared.ticks(event.value)), href: place };
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
    case EventKind.LAPSED:
      return { text: ofLapse(event, who, at), href: event.enterpriseId === 0 ? town : place };
    case EventKind.CAPITAL_OFFERED:
    case EventKind.CAPITAL_SOLD:
    case EventKind.CAPITAL_REDEEMED:
    case EventKind.RETURN_OWED:
      return { text: ofCapital(event, kind, at), href: hrefIn(world.name, "shares", event.enterpriseId) };
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
    ? w.flight(shared.people(event.value), at, there)
    : w.flightAhead(at, there, money(event.value));
}

function ofMotion(world: World, event: WorldEvent, who: string, at: string): string {
  const change = event.change ? `${subject(event.change)}: ${valueText(world, event.change)}` : "";
  if (event.kind === EventKind.MOTION_OPENED) return w.moved(who, at, change);
  return event.kind === EventKind.MOTION_CARRIED ? w.carried(at, change) : w.rejected(at, change);
}

type OfMachines =
  EventKind.GENERATION_AHEAD | EventKind.NEW_GENERATION | EventKind.TECHNOSTISM_NEAR | EventKind.TECHNOSTISM;

function ofMachines(world: World, event: WorldEvent, kind: OfMachines): Sentence {
  const good = event.good === Good.UNSPECIFIED ? w.machines : goodName[event.good];
  const standing = hrefIn(world.name, "standing");
  switch (kind) {
    case EventKind.GENERATION_AHEAD:
      return { text: w.generationAhead(good, event.value), href: marketOf(world, event.good) };
    case EventKind.NEW_GENERATION:
      return { text: w.newGeneration(good, event.value), href: marketOf(world, event.good) };
    case EventKind.TECHNOSTISM_NEAR:
      return { text: w.technostismNear(shared.ticks(event.value)), href: standing };
    case EventKind.TECHNOSTISM:
      return { text: w.technostism(percent(event.value)), href: standing };
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
