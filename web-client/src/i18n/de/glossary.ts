import type { words } from "../../features/glossary/messages";

export const glossary: typeof words = {
  title: "Wörterbuch",
  lede: "Jedes Wort dieser Wirtschaft, erklärt wie überall, wo es steht.",
  find: "Ein Wort suchen",
  none: "So heißt hier kein Wort.",
  found: (n) => (n === 1 ? "1 Wort" : `${n} Wörter`),
  goods: "Güter",
  back: "Zurück in die Welt",
};
