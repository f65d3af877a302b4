/** What the palette finds: everything whose words begin with the words typed, the best place of the first word first. */
export interface Choice {
  key: string;
  name: string;
  kind: string;
}

const parts = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

export function matching<C extends Choice>(choices: readonly C[], query: string, most: number): C[] {
  const asked = parts(query);
  const place = ({ name }: C): number => {
    const own = parts(name);
    if (!asked.every((part) => own.some((word) => word.startsWith(part)))) return -1;
    return asked[0] === undefined ? 0 : own.findIndex((word) => word.startsWith(asked[0] ?? ""));
  };
  return choices
    .map((choice, at) => ({ choice, at, place: place(choice) }))
    .filter((found) => found.place >= 0)
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .slice(0, most)
    .map((found) => found.choice);
}
