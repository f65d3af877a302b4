/** Addresses: every view has one. `/` is the lobby, `/w/<world>/<page>/<id>` a view of a world. */
export const PAGES = [
  "town",
  "market",
  "enterprise",
  "shares",
  "assembly",
  "work",
  "standing",
  "news",
  "seats",
] as const;
export type PageName = (typeof PAGES)[number];

export interface Route {
  world: string;
  page: PageName;
  id: string;
}

export function parse(path: string): Route {
  const [first, world = "", page = "", id = ""] = path.split("/").filter(Boolean).map(decode);
  if (first !== "w" || world === "") return { world: "", page: "town", id: "" };
  const known = PAGES.find((name) => name === page);
  return { world, page: known ?? "town", id: known ? id : "" };
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

export const route = $state<{ now: Route }>({ now: { world: "", page: "town", id: "" } });

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
