/** The page's one polite live region. Texts queue so that none is lost, and the same text twice is heard twice. */
export const live = $state({ text: "" });
const HOLD_MS = 1200;
const queue: string[] = [];
let busy = false;

export function announce(text: string): void {
  if (queue.at(-1) === text) return;
  queue.push(text);
  if (!busy) speak();
}

function speak(): void {
  const next = queue.shift();
  busy = next !== undefined;
  if (next === undefined) return;
  live.text = "";
  setTimeout(() => (live.text = next), 60);
  setTimeout(speak, HOLD_MS);
}
