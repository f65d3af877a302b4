/** The characters of a text as the server counts them: code points, not the halves that some are stored in. */
export const characters = (text: string): string[] => Array.from(text);
export const lengthOf = (text: string): number => characters(text).length;
