/** The delay of spectators as it is typed. */
import { parseCount } from "../format/number";

const DELAY_MOST = 20;

/** In ticks; null for what is no such delay. */
export function parseDelay(text: string): number | null {
  const delay = parseCount(text);
  return delay === null || delay > DELAY_MOST ? null : delay;
}
