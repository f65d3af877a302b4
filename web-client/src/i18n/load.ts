/** Fetches the language that the page is to speak. English needs no fetching, and is what remains when another one cannot be fetched. */
import { translate, type Catalogues } from "../shared/i18n/catalogue";
import { settle, wantedHere, type Language } from "../shared/i18n/language";

const FETCH: Readonly<Record<Exclude<Language, "en">, () => Promise<{ texts: Catalogues }>>> = {
  de: () => import("./translation-de"),
};

export async function speakAsWanted(): Promise<void> {
  const language = wantedHere();
  if (language !== "en") {
    settle(language); // first, since the texts themselves write numbers
    try {
      translate((await FETCH[language]()).texts);
    } catch {
      settle("en");
      return;
    }
  }
  document.documentElement.lang = language;
}
