/** A browser's own description, as a person would say it: "Firefox on Linux". */
import { words } from "./words";

const BROWSERS: readonly [sign: RegExp, name: string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [sign: RegExp, name: string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const first = (table: readonly [RegExp, string][], text: string): string =>
  table.find(([sign]) => sign.test(text))?.[1] ?? "";

export function deviceName(userAgent: string): string {
  const browser = first(BROWSERS, userAgent) || words.browser;
  const system = first(SYSTEMS, userAgent);
  return system === "" ? browser : words.on(browser, system);
}
