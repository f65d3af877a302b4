/** The events of a world as a chronicle: newest close first, what touches the person first, the many small payments as one line. */
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { money } from "../../shared/format/number";
import type { WorldEvent } from "../../shared/net/model";
import type { World } from "../../shared/net/world.svelte";
import { hrefIn } from "../../shared/ui/route.svelte";
import { words } from "./messages";
import { sentence, touches } from "../../shared/chronicle/sentence";

export interface Entry {
  key: string;
  kind: string;
  text: string;
  href: string;
  mine: boolean;
  weight: number;
}

export interface Chapter {
  tick: number;
  entries: Entry[];
}

/** What changes the game most comes first. Kinds not named here are of middling weight. */
const WEIGHT: Partial<Record<EventKind, number>> = {
  [EventKind.WORLD_FINISHED]: 9,
  [EventKind.TECHNOSTISM]: 9,
  [EventKind.TECHNOSTISM_NEAR]: 8,
  [EventKind.NEW_GENERATION]: 7,
  [EventKind.GENERATION_AHEAD]: 7,
  [EventKind.ENTERPRISE_CLOSED]: 8,
  [EventKind.FOUNDED]: 7,
  [EventKind.LAW_IN_FORCE]: 7,
  [EventKind.LAW_CARRIED]: 7,
  [EventKind.LAW_PROPOSED]: 6,
  [EventKind.LABOUR_FLIGHT]: 6,
  [EventKind.PRICE_MOVE]: 6,
  [EventKind.WAGES_UNPAID]: 5,
  [EventKind.MOTION_CARRIED]: 4,
  [EventKind.SEAT_TAKEN]: 1,
  [EventKind.SEAT_LEFT]: 1,
};
const MIDDLING = 3;
const GATHERED: readonly EventKind[] = [EventKind.DIVIDEND_PAID, EventKind.SURPLUS_SHARED];

export function chronicle(world: World, onlyMine: boolean, chaptersMost: number): Chapter[] {
  const chapters = new Map<number, WorldEvent[]>();
  for (const event of world.events) chapters.set(event.tick, [...(chapters.get(event.tick) ?? []), event]);
  return [...chapters]
    .sort(([a], [b]) => b - a)
    .map(([tick, events]) => ({ tick, entries: entriesOf(world, tick, events, onlyMine) }))
    .filter((chapter) => chapter.entries.length > 0)
    .slice(0, chaptersMost);
}

function entriesOf(world: World, tick: number, events: readonly WorldEvent[], onlyMine: boolean): Entry[] {
  const entries: Entry[] = [];
  const gathered = new Map<EventKind, WorldEvent[]>();
  for (const [at, event] of events.entries()) {
    const mine = touches(world, event);
    if (!mine && onlyMine) continue;
    if (!mine && GATHERED.includes(event.kind)) {
      gathered.set(event.kind, [...(gathered.get(event.kind) ?? []), event]);
      continue;
    }
    const { text, href } = sentence(world, event);
    const weight = (mine ? 100 : 0) + (WEIGHT[event.kind] ?? MIDDLING);
    entries.push({ key: `${tick}-${at}`, kind: words.headline[event.kind], text, href, mine, weight });
  }
  for (const [kind, list] of gathered) {
    const sum = money(list.reduce((mils, event) => mils + event.value, 0));
    const text =
      kind === EventKind.DIVIDEND_PAID ? words.dividends(list.length, sum) : words.surpluses(list.length, sum);
    const href = hrefIn(world.name, "enterprise");
    entries.push({ key: `${tick}-all-${kind}`, kind: words.headline[kind], text, href, mine: false, weight: 2 });
  }
  return entries.sort((a, b) => b.weight - a.weight);
}
