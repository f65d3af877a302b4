/** What a key means on the replay page; null where it is somebody else's. */
export type Command = { move: number } | { event: 1 | -1 } | { to: "first" | "last" } | { play: true };

const PAGE = 10;

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">;

export function commandOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Command | null {
  if (altKey || ctrlKey || metaKey) return null;
  switch (key) {
    case "ArrowRight":
      return shiftKey ? { event: 1 } : { move: 1 };
    case "ArrowLeft":
      return shiftKey ? { event: -1 } : { move: -1 };
    case "PageUp":
      return { move: -PAGE };
    case "PageDown":
      return { move: PAGE };
    case "Home":
      return { to: "first" };
    case "End":
      return { to: "last" };
    case " ":
      return { play: true };
    default:
      return null;
  }
}

/** Whether keys belong to what has the focus: text fields, lists, buttons, dialogs, other sliders. */
export function ownsKeys(element: Element | null): boolean {
  if (!element || element.closest("dialog")) return element !== null;
  return element.matches("input, select, textarea, button, summary, [contenteditable], [role=group][tabindex]");
}
