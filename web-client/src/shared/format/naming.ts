/** Who and what is meant by a number on the wire. */
import { words } from "../i18n/words";
import type { World } from "../net/world.svelte";
import { simulatedName } from "./people";

export function personName(world: World, id: number): string {
  if (id === 0) return words.nobody;
  const name = world.seated(id)?.name ?? "";
  return name === "" ? simulatedName(id) : name;
}

export const isMe = (world: World, id: number): boolean => id !== 0 && id === world.seatId;

export const enterpriseName = (world: World, id: number): string => world.enterprise(id)?.name ?? words.unknownPlace;
