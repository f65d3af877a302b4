/** A motion's change in words. */
import type { World } from "../net/world.svelte";
import type { Change, Split } from "../net/model";
import { personName } from "./naming";
import { count, money, percent, wholePercent } from "./number";

export const splitText = (split: Split): string =>
  `${wholePercent(split.distributionBp)} paid out, ${wholePercent(split.accountsBp)} to accounts, ${wholePercent(split.reserveBp)} to the reserve, ${wholePercent(split.commonsBp)} to the commons`;

/** What it is about, for a title. */
export function subject({ change }: Change): string {
  switch (change.case) {
    case "baseWageMils":
      return "Base wage";
    case "surplusSplit":
      return "Surplus split";
    case "meritBp":
      return "Merit weight";
    case "places":
      return "Places";
    case "managerId":
      return "Manager";
    case "mandate":
      return "Mandate";
    case "research":
      return "Research";
    case "dualWork":
      return "Dual work";
    case "demutualise":
      return "Giving up the form";
    case "expelId":
      return "Parting with a member";
    case undefined:
      return "A change";
  }
}

/** The value it would have. */
export function valueText(world: World, { change }: Change): string {
  switch (change.case) {
    case "baseWageMils":
      return `${money(change.value)} per tick`;
    case "surplusSplit":
      return splitText(change.value);
    case "meritBp":
      return `${wholePercent(change.value)} by merit, the rest equally`;
    case "places":
      return `${count(change.value)} places`;
    case "managerId":
      return change.value === 0 ? "no manager" : personName(world, change.value);
    case "mandate":
      return `hours from ${wholePercent(change.value.leastHoursBp)} to ${wholePercent(change.value.mostHoursBp)}, machines for up to ${wholePercent(change.value.machinesBp)} of the cash a tick, debts up to ${wholePercent(change.value.creditBp)} of what the bank lends`;
    case "research":
      return `${percent(change.value.shareBp)} of the working time, ${wholePercent(change.value.mindsBp)} of it on minds tasks`;
    case "dualWork":
      return change.value ? "allowed" : "not allowed";
    case "demutualise":
      return "accounts become shares, the reserve goes to the commons, and whoever holds most shares leads";
    case "expelId":
      return `${personName(world, change.value)} has to leave, with the capital account`;
    case undefined:
      return "—";
  }
}

/** What holds now, of a motion's `current`. */
export function presentText(world: World, current: Change): string {
  switch (current.change.case) {
    case "demutualise":
      return "a co-operative";
    case "expelId":
      return `${personName(world, current.change.value)} is a member`;
    default:
      return valueText(world, current);
  }
}
