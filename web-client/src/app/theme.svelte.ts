import { recall, remember } from "../shared/net/storage";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
const KEY = "technotariat.theme";

export const theme = $state<{ now: Theme }>({ now: "auto" });

export function setTheme(now: Theme): void {
  theme.now = now;
  if (now === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = now;
  remember(KEY, now);
}

export function restoreTheme(): void {
  const kept = THEMES.find((name) => name === recall(KEY));
  if (kept) setTheme(kept);
}

export const nextTheme = (): Theme => THEMES[(THEMES.indexOf(theme.now) + 1) % THEMES.length] ?? "auto";
