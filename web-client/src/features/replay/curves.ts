/** The curves that can be drawn under the marks. */
import type { Course } from "../../shared/net/model";
import { percent, shortMoney } from "../../shared/format/number";
import { words } from "./messages";

export const CURVES = ["technotariat", "output", "prices", "gini", "coops", "standing"] as const;
export type CurveName = (typeof CURVES)[number];

export interface Curve {
  name: CurveName;
  label: string;
  /** The tick of the first value. */
  from: number;
  values: readonly number[];
  format: (value: number) => string;
}

/** All there are; that of a standing only where a seat is looked from. */
export function curvesOf(course: Course, as: number, nameOf: (seat: number) => string): Curve[] {
  const { columns } = course;
  if (!columns) return [];
  const whole = (name: Exclude<CurveName, "standing">, values: readonly number[], format: Curve["format"]): Curve => ({
    name,
    label: words.curves[name],
    from: 0,
    values,
    format,
  });
  const curves = [
    whole("technotariat", columns.technotariatBp, percent),
    whole("output", columns.outputMils, shortMoney),
    whole("prices", columns.priceIndexBp, percent),
    whole("gini", columns.wealthGiniBp, percent),
    whole("coops", columns.cooperativeLabourBp, percent),
  ];
  const seat = course.seats.find((one) => one.seatId === as);
  if (!seat) return curves;
  const standing: Curve = {
    name: "standing",
    label: words.curves.standing(nameOf(as)),
    from: seat.firstTick,
    values: seat.standingBp,
    format: percent,
  };
  return [...curves, standing];
}

/** The curve's value at a tick as text; empty where it has none. */
export function reading(curve: Curve, tick: number): string {
  const value = curve.values[tick - curve.from];
  return value === undefined ? "" : curve.format(value);
}
