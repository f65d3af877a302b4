/** Moments as people read them, in the reader's own time zone. */
import { language } from "../i18n/language";
import { words } from "./words";

const relative = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
const short = new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const full = new Intl.DateTimeFormat(language(), {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** "3 hours ago", "in 2 days", "now". */
export function fromNow(ms: number, now: number): string {
  const gone = ms - now;
  const size = Math.abs(gone);
  if (size < MINUTE_MS) return relative.format(0, "second");
  if (size < HOUR_MS) return relative.format(Math.trunc(gone / MINUTE_MS), "minute");
  if (size < 2 * DAY_MS) return relative.format(Math.trunc(gone / HOUR_MS), "hour");
  return relative.format(Math.trunc(gone / DAY_MS), "day");
}

/** "14:05" today, "3 Mar, 14:05" on any other day. */
export function timeOf(ms: number, now: number): string {
  const when = new Date(ms);
  return when.toDateString() === new Date(now).toDateString() ? short.format(when) : full.format(when);
}

const DAY_MINUTES = 24 * 60;
const wrapped = (minute: number): number => ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;

/** A minute of the day in UTC as "HH:MM" here, where the clock runs `offset` minutes behind UTC (as Date says it), and back. */
export function hereOf(utcMinute: number, offset: number): string {
  const minute = wrapped(utcMinute - offset);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
export function utcOf(here: string, offset: number): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(here.trim());
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts && hour < 24 && minute < 60 ? wrapped(hour * 60 + minute + offset) : null;
}

/** How long a tick takes, in words: "45 seconds", "an hour", "2 days". */
export function duration(seconds: number): string {
  if (seconds >= 86_400) return words.days(Math.round(seconds / 86_400));
  if (seconds >= 5400 || seconds === 3600) return words.hours(Math.round(seconds / 3600));
  if (seconds > 90 || seconds === 60) return words.minutes(Math.round(seconds / 60));
  return words.seconds(seconds);
}
