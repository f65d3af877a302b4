/** What is kept up for a seat: which form it belongs to, what it does, and what it waits for. */
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Good, Side, Task } from "../../gen/technotariat/v1/economy_pb";
import { RoutineState, StopFigure, type StopConditionSchema } from "../../gen/technotariat/v1/routine_pb";
import { enterpriseName } from "../format/naming";
import { asRoundField, count, crowns, MILS_PER_CROWN, money, parseCount, parseCrowns } from "../format/number";
import { said } from "../i18n/server";
import { goodName } from "../i18n/words";
import { GOODS } from "../net/goods";
import type { Routine, Stop } from "../net/model";
import type { World } from "../net/world.svelte";
import { hrefIn } from "../ui/route.svelte";
import { words } from "./words";

export const STOPS_MOST = 4;
export const RUNNING_MOST = 8;

export const STOP_KINDS = [
  "tick",
  "cashBelow",
  "cashReaches",
  "stockBelow",
  "stockReaches",
  "priceBelow",
  "priceReaches",
] as const;
export type StopKind = (typeof STOP_KINDS)[number];

/** What a form's order is about, and so what it could wait for. */
export interface Scope {
  /** Of the order: see `slotOf`. */
  slot: string;
  /** Whose price, and stock if `stocked`, may stop it. */
  good?: Good;
  stocked?: boolean;
  /** Whose cash and stock; left out: the person's. */
  enterpriseId?: number;
}

export interface StopDraft {
  kind: StopKind;
  text: string;
}

export type Kept = NonNullable<Routine["action"]>["action"];
interface Aimed {
  good?: number;
  side?: number;
  task?: number;
  enterpriseId?: number;
}

const FIGURE: Record<StopKind, readonly [StopFigure, boolean]> = {
  tick: [StopFigure.TICK, false],
  cashBelow: [StopFigure.CASH, true],
  cashReaches: [StopFigure.CASH, false],
  stockBelow: [StopFigure.STOCK, true],
  stockReaches: [StopFigure.STOCK, false],
  priceBelow: [StopFigure.PRICE, true],
  priceReaches: [StopFigure.PRICE, false],
};
const inMoney = (figure: StopFigure): boolean => figure === StopFigure.CASH || figure === StopFigure.PRICE;

/** Of these there is one for each enterprise, whichever side it is on. */
const ONE_ORDER: readonly (string | undefined)[] = ["orderShares", "issueShares"];

/** One order takes the place of another that has the same name. */
export const slotOf = (kind: string | undefined, { good = 0, side = 0, task = 0, enterpriseId = 0 }: Aimed): string =>
  [kind, good, ONE_ORDER.includes(kind) ? 0 : side, task, enterpriseId].join("/");

export const slotOfKept = (kept: Kept | undefined): string =>
  kept?.case === undefined ? "" : slotOf(kept.case, kept.value as Aimed);

export const isRunning = (routine: Routine): boolean => routine.state === RoutineState.RUNNING;

export const runningIn = (routines: readonly Routine[], slot: string): Routine | undefined =>
  routines.find((routine) => isRunning(routine) && slotOfKept(routine.action?.action) === slot);

export const kindsFor = ({ good, stocked }: Scope): readonly StopKind[] =>
  STOP_KINDS.filter((kind) =>
    kind.startsWith("stock") ? good !== undefined && stocked : kind.startsWith("price") ? good !== undefined : true,
  );

export const isMoney = (kind: StopKind): boolean => inMoney(FIGURE[kind][0]);

export const valueOf = ({ kind, text }: StopDraft): number | null =>
  isMoney(kind) ? parseCrowns(text) : parseCount(text);

/** To the last mil: what nobody edits is sent back as it was. */
const asField = (mils: number): string =>
  mils % (MILS_PER_CROWN / 100) === 0 ? asRoundField(mils) : (mils / MILS_PER_CROWN).toFixed(5);

export function draftOf(stop: Stop): StopDraft {
  const kind = STOP_KINDS.find((one) => FIGURE[one][0] === stop.figure && FIGURE[one][1] === stop.below) ?? "tick";
  return { kind, text: isMoney(kind) ? asField(stop.value) : String(stop.value) };
}

/** Plain, as the server would give it back. */
export function stopOf(draft: StopDraft, scope: Scope): Stop {
  const [figure, below] = FIGURE[draft.kind];
  const ofGood = figure === StopFigure.STOCK || figure === StopFigure.PRICE;
  const ofEnterprise = figure === StopFigure.CASH || figure === StopFigure.STOCK;
  return {
    figure,
    below,
    value: valueOf(draft) ?? 0,
    good: ofGood ? (scope.good ?? Good.UNSPECIFIED) : Good.UNSPECIFIED,
    enterpriseId: ofEnterprise ? (scope.enterpriseId ?? 0) : 0,
  };
}

export const wireOf = (stop: Stop): MessageInitShape<typeof StopConditionSchema> => ({
  ...stop,
  value: BigInt(stop.value),
});

/** As it stands now; null where it cannot be seen. */
export function figureNow(world: World, { figure, good, enterpriseId }: Stop): number | null {
  const books = world.booksOf(enterpriseId);
  switch (figure) {
    case StopFigure.TICK:
      return world.info?.tick ?? 0;
    case StopFigure.CASH:
      return enterpriseId === 0 ? (world.me?.cashMils ?? 0) : (books?.cashMils ?? null);
    case StopFigure.STOCK:
      if (enterpriseId === 0) return world.me?.stockLots[good - 1] ?? 0;
      if (!books) return null;
      return world.enterprise(enterpriseId)?.product === good ? books.productStockLots : books.materialsStockLots;
    case StopFigure.PRICE:
      return world.market(good)?.priceMils ?? null;
    case StopFigure.UNSPECIFIED:
      return null;
  }
}

export function hasComeAbout(world: World, stop: Stop): boolean {
  const now = figureNow(world, stop);
  return now !== null && (stop.below ? now < stop.value : now >= stop.value);
}

const shown = (figure: StopFigure, value: number): string => (inMoney(figure) ? money(value) : count(value));

/** "my cash is below 500.00 cr", to follow "until" or "because". */
export function stopSaid(world: World, stop: Stop): string {
  const value = shown(stop.figure, stop.value);
  const whose = stop.enterpriseId === 0 ? "" : enterpriseName(world, stop.enterpriseId);
  const good = goodName[stop.good];
  switch (stop.figure) {
    case StopFigure.TICK:
      return words.until.tick(value);
    case StopFigure.CASH:
      return words.until.cash(whose, value, stop.below);
    case StopFigure.STOCK:
      return words.until.stock(whose, good, value, stop.below);
    case StopFigure.PRICE:
      return words.until.price(good, value, stop.below);
    case StopFigure.UNSPECIFIED:
      return words.until.unknown;
  }
}

export function nowSaid(world: World, stop: Stop): string {
  const now = figureNow(world, stop);
  return now === null ? words.unseen : words.now(shown(stop.figure, now));
}

/** What a routine does, as one says it of oneself: "Buy 10 comforts at 3.10 or less". */
export function deedSaid(world: World, kept: Kept | undefined): string {
  const w = words.does;
  switch (kept?.case) {
    case "placeOrder": {
      const { good, side, quantityLots, limitPriceMils } = kept.value;
      return w.order(side === Side.BUY, count(quantityLots), goodName[good], crowns(limitPriceMils));
    }
    case "orderInputs":
      return w.inputs(
        count(kept.value.quantityLots),
        crowns(kept.value.limitPriceMils),
        enterpriseName(world, kept.value.enterpriseId),
      );
    case "orderMachines": {
      const { task, quantityLots, limitPriceMils, enterpriseId } = kept.value;
      const good = goodName[task === Task.HANDS ? Good.MACHINERY : Good.ENGINES];
      return w.machines(count(quantityLots), good, crowns(limitPriceMils), enterpriseName(world, enterpriseId));
    }
    case "orderLand": {
      const { side, quantityLots, limitPriceMils, enterpriseId } = kept.value;
      const name = enterpriseName(world, enterpriseId);
      return w.land(side === Side.BUY, count(quantityLots), crowns(limitPriceMils), name);
    }
    case "orderShares":
    case "issueShares": {
      const { side, quantity, limitPriceMils, enterpriseId } = kept.value;
      const name = enterpriseName(world, enterpriseId);
      const say = kept.case === "orderShares" ? w.shares : w.board;
      return say(side === Side.BUY, count(quantity), name, crowns(limitPriceMils));
    }
    case "declareDividend":
    case "invest":
    case "borrow":
    case "repay":
      return w[kept.case](money(kept.value.amountMils), enterpriseName(world, kept.value.enterpriseId));
    case "backCommons":
      return w.gift(money(kept.value.amountMils));
    default:
      return words.does.unknown;
  }
}

/** Where its form is, to change it. */
export function formOf(world: World, kept: Kept | undefined): string {
  if (kept?.case === "placeOrder") {
    const { good } = kept.value;
    return hrefIn(world.name, "market", GOODS.find((one) => one.good === good)?.path);
  }
  if (kept?.case === "backCommons") return hrefIn(world.name, "market", "land");
  const { enterpriseId = 0 } = (kept?.value ?? {}) as Aimed;
  const page = kept?.case === "orderShares" || kept?.case === "issueShares" ? "shares" : "enterprise";
  return hrefIn(world.name, page, enterpriseId === 0 ? "" : enterpriseId);
}

/** What the rules said when it was last left out. */
export const refusalSaid = ({ refused }: Routine): string => (refused ? said.refusal(refused.code, refused.text) : "");

/** Why it goes no further; empty while it runs. */
export function endSaid(world: World, routine: Routine): string {
  const { state, stops, stop, stoppedTick } = routine;
  const met = stops[stop - 1];
  if (state === RoutineState.STOPPED && met) return words.stopped(stoppedTick, stopSaid(world, met));
  return state === RoutineState.REFUSED ? words.refused(stoppedTick, refusalSaid(routine)) : "";
}
