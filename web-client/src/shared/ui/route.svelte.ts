/**
 * Addresses: every view has one. `/` is the lobby, `/host`, `/account`, `/glossary`, `/tournaments/<name>` and `/ladder/<name>` stand beside it,
 * `/w/<world>/<page>/<id>` is a view of a world, and `/w/<world>/replay/<page>/<id>?tick=<n>&as=<seat>` the same view as of an earlier tick. An invitation's code travels behind
 * the `#`, which no server and no referrer is ever told.
 */
export const PLACES = ["lobby", "host", "account", "glossary", "tournaments", "ladder"] as const;
export type PlaceName = (typeof PLACES)[number];
export const PAGES = [
  "town",
  "market",
  "enterprise",
  "shares",
  "assembly",
  "work",
  "society",
  "standing",
  "news",
  "replay",
  "seats",
  "people",
  "chat",
] as const;
export type PageName = (typeof PAGES)[number];

/** The views that can be looked at as of an earlier tick. */
export const PAST_PAGES = [
  "town",
  "market",
  "enterprise",
  "shares",
  "society",
  "standing",
  "news",
  "assembly",
  "work",
] as const satisfies readonly PageName[];
export type PastPage = (typeof PAST_PAGES)[number];

/** A moment of the past, and what is looked at there. */
export interface PastPlace {
  page: PastPage;
  /** Null where the address names none. */
  tick: number | null;
  /** The seat whose own part is shown; 0 for what everybody saw. */
  as: number;
}

export interface Route {
  /** Outside of any world. */
  place: PlaceName;
  world: string;
  page: PageName;
  id: string;
  /** Of the page "replay" only. */
  past?: PastPlace;
}

const whole = (text: string | null): number | null => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : null);

export function parse(path: string, search = ""): Route {
  const [first, world = "", page = "", id = "", rest = ""] = path.split("/").filter(Boolean).map(decode);
  if (first !== "w" || world === "") {
    const place = PLACES.find((name) => name === first) ?? "lobby";
    return { place, world: "", page: "town", id: place === "tournaments" || place === "ladder" ? world : "" };
  }
  const known = PAGES.find((name) => name === page);
  if (known !== "replay") return { place: "lobby", world, page: known ?? "town", id: known ? id : "" };
  const asked = new URLSearchParams(search);
  const leaf = PAST_PAGES.find((name) => name === id);
  const past = { page: leaf ?? "town", tick: whole(asked.get("tick")), as: whole(asked.get("as")) ?? 0 };
  return { place: "lobby", world, page: known, id: leaf ? rest : "", past };
}

/** An address somebody mistyped must not break the page. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const hrefIn = (world: string, page: PageName, id: string | number = ""): string =>
  `/w/${encodeURIComponent(world)}/${page}${id === "" ? "" : `/${encodeURIComponent(String(id))}`}`;

export const hrefLadder = (name: string): string => `/ladder/${encodeURIComponent(name)}`;
export const hrefTournament = (name: string): string => `/tournaments/${encodeURIComponent(name)}`;

export function hrefPast(world: string, { page, tick, as }: PastPlace, id: string | number = ""): string {
  const path = `${hrefIn(world, "replay")}/${page}${id === "" ? "" : `/${encodeURIComponent(String(id))}`}`;
  const asked = [tick === null ? "" : `tick=${tick}`, as === 0 ? "" : `as=${as}`].filter(Boolean).join("&");
  return asked === "" ? path : `${path}?${asked}`;
}

/** The town as it was when that tick closed. */
export const hrefMoment = (world: string, tick: number, as = 0): string => hrefPast(world, { page: "town", tick, as });

/** The same view in the past, of an address of this world; null for one that has no past. */
export function pastOf(href: string, world: string, { tick, as }: PastPlace): string | null {
  const { pathname, search } = new URL(href, "http://page");
  const to = parse(pathname, search);
  if (to.world !== world) return null;
  // From one past view to another: where it names a moment of its own, as a line of news does, that one is meant.
  const page = to.past?.page ?? PAST_PAGES.find((name) => name === to.page);
  return page ? hrefPast(world, { page, tick: to.past?.tick ?? tick, as }, to.id) : null;
}

/** The code in an address's fragment; empty where there is none. */
export const keyIn = (fragment: string): string => {
  const code = /^#key=([^&]+)$/.exec(fragment)?.[1];
  return code === undefined ? "" : decode(code);
};

/** The address that invites: it leads to the seats, with the code where only the page can read it. */
export const invitationHref = (world: string, code: string): string =>
  `${hrefIn(world, "seats")}#key=${encodeURIComponent(code)}`;

export const route = $state<{ now: Route }>({ now: parse("/") });

export function go(href: string, replace = false): void {
  if (replace) history.replaceState(null, "", href);
  else history.pushState(null, "", href);
  follow();
  if (!replace) scrollTo(0, 0);
}

const follow = (): void => void (route.now = parse(location.pathname, location.search));

/** Follows the browser's own buttons, and plain clicks on links within the page. */
export function startRouting(): void {
  follow();
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest("a");
    const href = link?.getAttribute("href") ?? "";
    const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const leaves = link?.hasAttribute("download") || link?.hasAttribute("target");
    if (!plainClick || event.defaultPrevented || !href.startsWith("/") || leaves) return;
    event.preventDefault();
    go(href);
  });
}
