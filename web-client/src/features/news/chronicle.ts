/** The events of a world as a chronicle: newest close first, what touches the person first, many of a kind as one line. */
import { EventKind } from "../../gen/technotariat/v1/view_pb";
import { money } from "../../shared/format/number";
import type { WorldEvent } from "../../shared/net/model";
import type { World } from "../../shared/net/world.svelte";
import { sentence, touches } from "../../shared/chronicle/sentence";
import { deedSaid, endSaid } from "../../shared/routine/routine";
import { words as kept } from "../../shared/routine/words";
import { hrefIn } from "../../shared/ui/route.svelte";
import { grouped, manyOf, nameOf } from "./groups";
import { words } from "./messages";

export interface Line {
  name: string;
  text: string;
  href: string;
}

export interface Entry {
  key: string;
  kind: string;
  /** What all of its lines have in common; empty where there is but one. */
  text: string;
  lines: readonly Line[];
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
  [EventKind.DIVIDEND_PAID]: 2,
  [EventKind.SURPLUS_SHARED]: 2,
  [EventKind.SEAT_TAKEN]: 1,
  [EventKind.SEAT_LEFT]: 1,
};
const MIDDLING = 3;

export function chronicle(world: World, onlyMine: boolean, chaptersMost: number): Chapter[] {
  const chapters = new Map<number, WorldEvent[]>();
  for (const event of world.events) chapters.set(event.tick, [...(chapters.get(event.tick) ?? []), event]);
  for (const { stoppedTick } of world.me?.routines ?? [])
    if (stoppedTick > 0 && !chapters.has(stoppedTick)) chapters.set(stoppedTick, []);
  return [...chapters]
    .sort(([a], [b]) => b - a)
    .map(([tick, events]) => ({ tick, entries: [...ended(world, tick), ...entriesOf(world, tick, events, onlyMine)] }))
    .filter((chapter) => chapter.entries.length > 0)
    .slice(0, chaptersMost);
}

/** What was kept up for the person until then: nobody's news but theirs. */
function ended(world: World, tick: number): Entry[] {
  return (world.me?.routines ?? [])
    .filter((routine) => routine.stoppedTick === tick)
    .map((routine) => {
      const text = `${deedSaid(world, routine.action?.action)}. ${endSaid(world, routine)}`;
      return {
        key: `${tick}-routine-${routine.id}`,
        kind: kept.news,
        text: "",
        lines: [{ name: "", text, href: hrefIn(world.name, "standing") }],
        mine: true,
        weight: 200,
      };
    });
}

function entriesOf(world: World, tick: number, events: readonly WorldEvent[], onlyMine: boolean): Entry[] {
  const mine = new Set(events.filter((event) => touches(world, event)));
  const told = onlyMine ? [...mine] : events;
  return grouped(told, (event) => mine.has(event))
    .map((group, at) =>
      entryOf(
        world,
        group,
        `${tick}-${at}`,
        group.some((event) => mine.has(event)),
      ),
    )
    .sort((a, b) => b.weight - a.weight);
}

function entryOf(world: World, group: readonly WorldEvent[], key: string, mine: boolean): Entry {
  const kind = group[0]?.kind ?? EventKind.UNSPECIFIED;
  const sum = money(group.reduce((mils, event) => mils + event.value, 0));
  return {
    key: `${key}-${kind}`,
    kind: words.headline[kind],
    text: group.length > 1 ? (manyOf(kind)?.(words.number(group.length), sum) ?? "") : "",
    lines: group.map((event) => ({ name: nameOf(world, event), ...sentence(world, event) })),
    mine,
    weight: (mine ? 100 : 0) + (WEIGHT[kind] ?? MIDDLING),
  };
}
