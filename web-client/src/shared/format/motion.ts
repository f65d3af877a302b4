/** A motion's change in words. */
import type { World } from "../net/world.svelte";
import type { Change, Split } from "../net/model";
import { personName } from "./naming";
import { count, money, percent, wholePercent } from "./number";
import { words } from "./words";

const w = words.motion;

export const splitText = (split: Split): string =>
  w.split(
    wholePercent(split.distributionBp),
    wholePercent(split.accountsBp),
    wholePercent(split.reserveBp),
    wholePercent(split.commonsBp),
  );

/** What it is about, for a title. */
export const subject = ({ change }: Change): string =>
  change.case === undefined ? w.someChange : w.subject[change.case];

/** The value it would have. */
export function valueText(world: World, { change }: Change): string {
  switch (change.case) {
    case "baseWageMils":
      return w.wage(money(change.value));
    case "surplusSplit":
      return splitText(change.value);
    case "meritBp":
      return w.merit(wholePercent(change.value));
    case "places":
      return w.places(count(change.value));
    case "managerId":
      return change.value === 0 ? w.noManager : personName(world, change.value);
    case "mandate":
      return w.mandate(
        wholePercent(change.value.leastHoursBp),
        wholePercent(change.value.mostHoursBp),
        wholePercent(change.value.machinesBp),
        wholePercent(change.value.creditBp),
      );
    case "research":
      return w.research(percent(change.value.shareBp), wholePercent(change.value.mindsBp));
    case "dualWork":
      return change.value ? w.allowed : w.notAllowed;
    case "demutualise":
      return w.demutualise;
    case "expelId":
      return w.expel(personName(world, change.value));
    case "offerCapital": {
      const { units, priceMils, rateBp } = change.value;
      return units === 0 ? w.noOffer : w.offer(count(units), money(priceMils), percent(rateBp));
    }
    case "redeemCapital":
      return w.redeem(count(change.value));
    case undefined:
      return "—";
  }
}

/** What holds now, of a motion's `current`. */
export function presentText(world: World, current: Change): string {
  switch (current.change.case) {
    case "demutualise":
      return w.isCooperative;
    case "expelId":
      return w.isMember(personName(world, current.change.value));
    case "redeemCapital":
      return w.unitsOut(count(current.change.value));
    default:
      return valueText(world, current);
  }
}
