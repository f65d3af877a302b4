/** The views of a world, each fetched when first asked for. */
import type { Component } from "svelte";
import type { PageName, PlaceName } from "../shared/ui/route.svelte";

type View = Promise<{ default: Component }>;

const FETCH: Readonly<Record<PageName, () => View>> = {
  town: () => import("../features/town/TownPage.svelte"),
  market: () => import("../features/market/MarketPage.svelte"),
  enterprise: () => import("../features/enterprise/EnterprisePage.svelte"),
  shares: () => import("../features/shares/SharesPage.svelte"),
  assembly: () => import("../features/assembly/AssemblyPage.svelte"),
  work: () => import("../features/work/WorkPage.svelte"),
  society: () => import("../features/society/SocietyPage.svelte"),
  standing: () => import("../features/standing/StandingPage.svelte"),
  replay: () => import("../features/replay/ReplayPage.svelte"),
  news: () => import("../features/news/NewsPage.svelte"),
  seats: () => import("../features/seats/SeatsPage.svelte"),
  people: () => import("../features/people/PeoplePage.svelte"),
  chat: () => import("../features/chat/ChatPage.svelte"),
};

const BESIDE: Readonly<Record<Exclude<PlaceName, "lobby">, () => View>> = {
  host: () => import("../features/host/HostPage.svelte"),
  account: () => import("../features/account/AccountPage.svelte"),
  glossary: () => import("../features/glossary/GlossaryPage.svelte"),
  tournaments: () => import("../features/tournaments/TournamentsPage.svelte"),
  ladder: () => import("../features/ladder/LadderPage.svelte"),
};

export const view = (page: PageName): View => FETCH[page]();
export const placeView = (place: Exclude<PlaceName, "lobby">): View => BESIDE[place]();

/** All the views: fetched in a quiet moment, so that they open even when the line is down later. */
export function fetchViews(): void {
  for (const fetch of Object.values(FETCH)) fetch().catch(() => undefined);
}
