/**
 * Texts by catalogue. English ones stand where they are used, as plain constants; a page that speaks another language is given that
 * language's catalogues before any of them is read, and each takes the place of the English one of its name, whole.
 */
export type Catalogues = Readonly<Record<string, unknown>>;

const translated: { texts: Catalogues } = { texts: {} };

/** To be called before the modules that hold the texts are loaded. */
export const translate = (texts: Catalogues): void => void (translated.texts = texts);

/** The shape of a catalogue: any text where the English one has this text. */
export type Texts<T> = T extends string
  ? string
  : T extends (...given: infer G) => infer R
    ? (...given: G) => Texts<R>
    : { [K in keyof T]: Texts<T[K]> };

/** The catalogue of this name in the page's language. That a translation has the shape of the English one is for the compiler to prove. */
export const catalogue = <T>(name: string, english: T): Texts<T> => (translated.texts[name] ?? english) as Texts<T>;
