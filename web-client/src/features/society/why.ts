/**
 * Why a figure of the town moved at the last close: signed parts that lead from the value before to the value now. All of it is worked
 * out of what everybody can see. What the public rows do not tell becomes a line of its own.
 */
import { Form, Good, Reason } from "../../gen/technotariat/v1/economy_pb";
import { goodName, reasonName } from "../../shared/i18n/words";
import type { Enterprise, Info, Moment } from "../../shared/net/model";
import { addingUp, type Line, type Sum } from "../../shared/ui/statement";
import { words } from "./messages";

const LINES_MOST = 8;
const WHOLE = 10_000;
type Pair<T> = readonly [before: T, now: T];

const w = words.why;
const ends = (before: number, now: number): [Line, Line] => [
  { label: w.before, mils: before },
  { label: w.now, mils: now },
];

/** The greatest by name, the many small ones as the rest that makes the sum add up. */
function sumOf(before: number, now: number, lines: readonly Line[]): Sum {
  const [opening, closing] = ends(before, now);
  const whole = lines.map((line) => ({ ...line, mils: Math.round(line.mils) }));
  const shown = whole.sort((a, b) => Math.abs(b.mils) - Math.abs(a.mils)).slice(0, LINES_MOST);
  return addingUp(opening, shown, closing);
}

/** A weighted mean over enterprises: each moves it by how far it lies from the mean of before, and how heavy it is. */
function ofMean(
  [before, now]: Pair<readonly Enterprise[]>,
  [first, last]: Pair<number>,
  weight: (e: Enterprise) => number,
  value: (e: Enterprise) => number,
): Sum {
  const total = (rows: readonly Enterprise[]): number => rows.reduce((sum, e) => sum + weight(e), 0) || 1;
  const pull = (rows: readonly Enterprise[]): Map<number, number> => {
    const all = total(rows);
    return new Map(rows.map((e) => [e.id, (weight(e) / all) * (value(e) - first)]));
  };
  const [old, young] = [pull(before), pull(now)];
  return sumOf(
    first,
    last,
    now.map((e) => ({ label: e.name, mils: (young.get(e.id) ?? 0) - (old.get(e.id) ?? 0) })),
  );
}

export function whyEmployed([before, now]: Pair<readonly Enterprise[]>, [first, last]: Pair<Moment>): Sum {
  const old = new Map(before.map((e) => [e.id, e.workers]));
  return sumOf(
    first.employed,
    last.employed,
    now.map((e) => ({ label: e.name, mils: e.workers - (old.get(e.id) ?? 0) })),
  );
}

const members = (e: Enterprise): number => (e.form === Form.COOPERATIVE ? WHOLE : 0);
const employees = (e: Enterprise): number => (e.form === Form.PROPRIETARY ? e.workers : 0);

export const whyCooperative = (rows: Pair<readonly Enterprise[]>, [first, last]: Pair<Moment>): Sum =>
  ofMean(rows, [first.cooperativeLabourBp, last.cooperativeLabourBp], (e) => e.workers, members);

export const whyUnions = (rows: Pair<readonly Enterprise[]>, [first, last]: Pair<Moment>): Sum =>
  ofMean(rows, [first.unionisedBp, last.unionisedBp], employees, (e) => e.unionDensityBp);

export const whyMachines = (rows: Pair<readonly Enterprise[]>, [first, last]: Pair<Moment>): Sum =>
  ofMean(
    rows,
    [first.technotariatBp, last.technotariatBp],
    (e) => e.outputLots,
    (e) => e.automatedBp,
  );

export const whyPay = (rows: Pair<readonly Enterprise[]>): Sum => {
  const mean = (list: readonly Enterprise[]): number =>
    Math.round(
      list.reduce((sum, e) => sum + e.workers * e.expectedPayMils, 0) / (list.reduce((n, e) => n + e.workers, 0) || 1),
    );
  return ofMean(
    rows,
    [mean(rows[0]), mean(rows[1])],
    (e) => e.workers,
    (e) => e.expectedPayMils,
  );
};

const spentOn = (moment: Moment): Record<string, number> => ({
  [goodName[Good.PROVISIONS]]: moment.provisionsPriceMils * moment.provisionsVolumeLots,
  [goodName[Good.COMFORTS]]: moment.comfortsPriceMils * moment.comfortsVolumeLots,
  [goodName[Good.CULTURE]]: moment.culturePriceMils * moment.cultureVolumeLots,
});

export function whyVelocity([first, last]: Pair<Moment>): Sum {
  const [old, young] = [spentOn(first), spentOn(last)];
  const before = Object.values(old).reduce((sum, mils) => sum + mils, 0);
  const lines = Object.entries(young).map(([label, mils]) => ({
    label: w.spentOn(label),
    mils: ((mils - (old[label] ?? 0)) * WHOLE) / (last.moneyMils || 1),
  }));
  const money = before * WHOLE * (1 / (last.moneyMils || 1) - 1 / (first.moneyMils || 1));
  return sumOf(first.velocityBp, last.velocityBp, [...lines, { label: w.moreMoney, mils: money }]);
}

export function whyMoney([before, now]: Pair<Info>): Sum {
  const made = now.treasury?.contributions.find((part) => part.reason === Reason.NEW_MONEY)?.amountMils ?? 0;
  const lent = (now.bank?.loansMils ?? 0) - (before.bank?.loansMils ?? 0);
  return sumOf(before.moneyMils, now.moneyMils, [
    { label: lent < 0 ? w.repaid : w.lent, mils: lent },
    { label: reasonName[Reason.NEW_MONEY], mils: made },
  ]);
}

/**
 * Of a Gini coefficient, by tenths. With the curve drawn straight within each tenth it is a sum over the tenths of how far up the tenth
 * stands times what it holds; so a richer tenth that gains raises it, and a poorer one that gains lowers it.
 */
export function whyGini(curves: Pair<readonly number[]>, [first, last]: Pair<number>): Sum {
  const held = (curve: readonly number[]): number[] => curve.map((bp, at) => bp - (curve[at - 1] ?? 0));
  const [old, young] = [held(curves[0]), held(curves[1])];
  return sumOf(
    first,
    last,
    young.map((bp, at) => ({ label: w.tenth(at + 1), mils: 0.2 * (at - 4.5) * (bp - (old[at] ?? bp)) })),
  );
}
