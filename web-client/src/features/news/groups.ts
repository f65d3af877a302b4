/** Events of one kind at one close, gathered where they come in numbers: eight enterprises short of wages are one piece of news, not eight. */
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { enterpriseName, personName } from "../../shared/format/naming";
import { percent } from "../../shared/format/number";
import { goodName } from "../../shared/i18n/words";
import type { WorldEvent } from "../../shared/net/model";
import type { World } from "../../shared/net/world.svelte";
import { words } from "./messages";

/** How a gathered kind is told: how many, as a word, and what their values sum up to. Other kinds stay one by one. */
const MANY: Partial<Record<EventKind, (n: string, sum: string) => string>> = words.many;

export const manyOf = (kind: EventKind): ((n: string, sum: string) => string) | undefined => MANY[kind];

/** In the order of each group's first event; `apart` says which events are told alone, whatever their kind. Every event is in one group. */
export function grouped(events: readonly WorldEvent[], apart: (event: WorldEvent) => boolean): WorldEvent[][] {
  const groups: WorldEvent[][] = [];
  const open = new Map<EventKind, WorldEvent[]>();
  for (const event of events) {
    const gathers = manyOf(event.kind) !== undefined && !apart(event);
    const known = gathers ? open.get(event.kind) : undefined;
    if (known) {
      known.push(event);
      continue;
    }
    const group = [event];
    groups.push(group);
    if (gathers) open.set(event.kind, group);
  }
  return groups;
}

/** The shortest that tells an event from others of its kind: whoever or whatever it is about. */
export function nameOf(world: World, event: WorldEvent): string {
  const at = enterpriseName(world, event.enterpriseId);
  switch (event.kind) {
    case EventKind.SEAT_TAKEN:
    case EventKind.SEAT_LEFT:
    case EventKind.HIRED:
    case EventKind.LEFT_WORK:
    case EventKind.APPLICATION_FAILED:
    case EventKind.LAPSED:
      return personName(world, event.subjectId);
    case EventKind.LABOUR_FLIGHT:
    case EventKind.FLIGHT_AHEAD:
      return words.fromTo(at, enterpriseName(world, event.otherEnterpriseId));
    case EventKind.PRICE_MOVE:
      return (event.value > 0 ? words.up : words.down)(goodName[event.good], percent(event.value));
    default: // whatever happens at an enterprise
      return at;
  }
}
