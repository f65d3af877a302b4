/** Which measures one person may take about another, in the order they are offered. The server judges again. */
import { HouseRole, Measure } from "../../gen/technotariat/v1/house_pb";
import type { HousePerson } from "../../shared/net/model";

export type Taken = Exclude<Measure, Measure.UNSPECIFIED>;

/** Owner above moderator above everybody else. */
const rank = (role: HouseRole): number => (role === HouseRole.OWNER ? 2 : role === HouseRole.MODERATOR ? 1 : 0);

export function possible(mine: HouseRole, about: HousePerson): Taken[] {
  if (rank(mine) === 0 || rank(mine) <= rank(about.role)) return [];
  if (about.banned) return [Measure.UNBAN];
  const list: Taken[] = [about.muted ? Measure.UNMUTE : Measure.MUTE];
  list.push(Measure.RENAME);
  if (about.seatId !== 0) list.push(Measure.FREE_SEAT);
  if (mine === HouseRole.OWNER && about.role !== HouseRole.MODERATOR) list.push(Measure.MAKE_MODERATOR);
  if (about.role !== HouseRole.PLAYER) list.push(Measure.MAKE_PLAYER);
  if (about.role !== HouseRole.SPECTATOR) list.push(Measure.MAKE_SPECTATOR);
  if (about.here) list.push(Measure.SHOW_OUT);
  list.push(Measure.BAN);
  return list;
}

/** Hosts first, then who is here, then by name: an order that does not jump when somebody leaves for a moment. */
export const inOrder = (people: readonly HousePerson[]): HousePerson[] =>
  [...people].sort(
    (a, b) =>
      rank(b.role) - rank(a.role) ||
      Number(a.banned) - Number(b.banned) ||
      Number(b.here) - Number(a.here) ||
      a.name.localeCompare(b.name),
  );
