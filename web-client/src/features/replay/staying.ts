/** Links between the pages of the past stay there: rewritten before anybody follows or copies one. */
import type { Attachment } from "svelte/attachments";
import { pastOf, type PastPlace } from "../../shared/ui/route.svelte";

export const staying =
  (world: string, place: () => PastPlace): Attachment<HTMLElement> =>
  (element) => {
    const rewrite = (event: Event): void => {
      const link = (event.target as Element | null)?.closest("a[href^='/w/']:not([data-live])");
      const href = link && pastOf(link.getAttribute("href") ?? "", world, place());
      if (href) link.setAttribute("href", href);
    };
    const kinds = ["pointerover", "focusin", "click"] as const;
    for (const kind of kinds) element.addEventListener(kind, rewrite, true);
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, rewrite, true);
    };
  };
