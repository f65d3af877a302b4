/** The pages of a world for a page that shows another one within it: given by the frame, since a feature knows no other feature. */
import { getContext, setContext, type Component } from "svelte";
import type { PageName } from "./route.svelte";

const KEY = Symbol("views");
type Fetch = (page: PageName) => Promise<{ default: Component }>;

export const provideViews = (fetch: Fetch): Fetch => setContext(KEY, fetch);
export const useViews = (): Fetch => getContext<Fetch>(KEY);
