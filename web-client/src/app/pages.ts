/** The views of a world, in the order of the navigation, each with its sign. */
import type { SignName } from "../shared/ui/signs";
import type { PageName } from "../shared/ui/route.svelte";

export interface Entry {
  page: PageName;
  sign: SignName;
}

export const ENTRIES: readonly Entry[] = [
  { page: "town", sign: "town" },
  { page: "market", sign: "market" },
  { page: "enterprise", sign: "works" },
  { page: "shares", sign: "shares" },
  { page: "assembly", sign: "assembly" },
  { page: "work", sign: "hammer" },
  { page: "society", sign: "lorenz" },
  { page: "standing", sign: "laurel" },
  { page: "news", sign: "news" },
  { page: "replay", sign: "reel" },
];
