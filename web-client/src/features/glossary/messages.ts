import { catalogue } from "../../shared/i18n/catalogue";

export const words = catalogue("glossary", {
  title: "Glossary",
  lede: "Every word of this economy, as it is explained wherever it stands.",
  find: "Find a word",
  none: "No word here is called so.",
  found: (n: number) => (n === 1 ? "1 word" : `${n} words`),
  goods: "Goods",
  back: "Back to the world",
});
