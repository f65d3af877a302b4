/** What those without a seat are shown of a world, and how late: chosen by hosts, told to everybody. */
import { catalogue } from "./catalogue";

const ticks = (n: number): string => (n === 1 ? "1 tick" : `${n} ticks`);

export const gallery = catalogue("gallery", {
  title: "What spectators see",
  lede: "Spectators are all who have no seat, hosts among them. Players see this choice, and every change stands in the log.",
  public: "What all players see",
  nothing: "Nothing until the end",
  publicNote: "The town, the market, society and the news; never what is anybody's own.",
  nothingNote:
    "The title, the clock and who sits where. Once a tick has closed like this, it stays so until the end; then everything is shown.",
  delay: "They see it later by",
  delayUnit: "ticks",
  delayHint:
    "0: at once. The players' chat comes as late, and so does the replay. Ticks that closed under a longer delay keep it.",
  badDelay: "0 to 20.",
  /** As one sentence, wherever it is told. */
  says: (delay: number, nothing: boolean) =>
    nothing
      ? "Spectators see nothing of the game until it ends."
      : delay === 0
        ? "Spectators see the game at once."
        : `Spectators see the game ${ticks(delay)} late.`,
  late: (delay: number, shown: number, closed: number) =>
    `You watch ${ticks(delay)} behind. You see the world after tick ${shown}; at the table, tick ${closed} has closed.`,
  /** To whoever is invited to watch, and may not sit. */
  barred: "You came as a spectator: you watch here. A host can make you a player.",
  shut: "Behind closed doors",
  shutLede:
    "This game shows itself to nobody without a seat until it has ended. Then you can see all of it, tick by tick.",
  shutClock: (closed: number, last: number) => `${ticks(closed)} of at most ${last} have closed.`,
  shutPeople: "At the table",
  shutNobody: "Nobody has sat down yet.",
  shutChat: "Talk among spectators",
});
