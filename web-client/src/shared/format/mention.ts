/** Who is spoken of: "@" and a name, or the whole name as a word, whatever the case. */
export interface Piece {
  text: string;
  /** One's own name. */
  mine: boolean;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function pieces(text: string, name: string): Piece[] {
  if (name === "") return [{ text, mine: false }];
  const own = new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped(name)}(?![\\p{L}\\p{N}])`, "giu");
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(own)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), mine: false });
    found.push({ text: match[0], mine: true });
    from = match.index + match[0].length;
  }
  if (from < text.length || found.length === 0) found.push({ text: text.slice(from), mine: false });
  return found;
}

export const mentions = (text: string, name: string): boolean => pieces(text, name).some((piece) => piece.mine);
