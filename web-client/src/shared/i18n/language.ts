/**
 * Which language this load of the page speaks. It is settled once, before any text or number format is read, and holds until the page is
 * loaded anew: nothing on the page has to watch it.
 */
import { recall, remember } from "../net/storage";

/** Each named as its own speakers name it. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;
export const TAGS = Object.keys(LANGUAGES) as Language[];
const KEY = "technotariat.language";

const state: { now: Language } = { now: "en" };
export const language = (): Language => state.now;
export const settle = (now: Language): void => void (state.now = now);

/** The one that was chosen here, else the first that the browser asks for and the page speaks, else English. */
export function wanted(chosen: string, browser: readonly string[]): Language {
  const asked = [chosen, ...browser].map((tag) => tag.toLowerCase().split("-")[0]);
  return asked.map((tag) => TAGS.find((known) => known === tag)).find((known) => known !== undefined) ?? "en";
}

export const wantedHere = (): Language => wanted(recall(KEY), navigator.languages);

/** Remembers the choice and loads the page again where it is. */
export function choose(next: Language): void {
  remember(KEY, next);
  location.reload();
}
