/** Asking again and again, as long as somebody looks and the line is up. */
import type { Session } from "./session.svelte";

/** Asks now and then every so often; the answer says how many milliseconds later. Ends with the returned function. */
export function again(session: Session, ask: () => Promise<number>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const IDLE = 1000;
  const turn = async (): Promise<void> => {
    let next = IDLE;
    if (session.status === "live" && document.visibilityState === "visible")
      await session.quietly(ask().then((wait) => (next = wait)));
    if (!over) timer = setTimeout(() => void turn(), next);
  };
  void turn();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
