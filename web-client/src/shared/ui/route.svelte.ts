/**
 * Addresses: every view has one. `/` is the lobby, `/host`, `/account` and `/glossary` stand beside it, `/w/<world>/<page>/<id>` is a view of a world. An
 * invitation's code travels behind the `#`, which no server and no referrer is ever told.
 */
export const PLACES = ["lobby", "host", "account", "glossary"] as const;
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
  "seats",
  "people",
  "chat",
] as const;
export type PageName = (typeof PAGES)[number];

export interface Route {
  /** Outside of any world. */
  place: PlaceName;
  world: string;
  page: PageName;
  id: string;
}

export function parse(path: string): Route {
  const [first, world = "", page = "", id = ""] = path.split("/").filter(Boolean).map(decode);
  if (first !== "w" || world === "")
    return { place: PLACES.find((name) => name === first) ?? "lobby", world: "", page: "town", id: "" };
  const known = PAGES.find((name) => name === page);
  return { place: "lobby", world, page: known ?? "town", id: known ? id : "" };
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
  route.now = parse(location.pathname);
  if (!replace) scrollTo(0, 0);
}

/** Follows the browser's own buttons, and plain clicks on links within the page. */
export function startRouting(): void {
  route.now = parse(location.pathname);
  addEventListener("popstate", () => (route.now = parse(location.pathname)));
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest("a");
    const href = link?.getAttribute("href") ?? "";
    const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plainClick || event.defaultPrevented || !href.startsWith("/") || link?.hasAttribute("download")) return;
    event.preventDefault();
    go(href);
  });
}
