import { catalogue } from "../../shared/i18n/catalogue";

export const words = catalogue("lobby", {
  brand: "Technotariat",
  tagline:
    "Run a firm, vote in a co-operative, or sell your labour — in one live economy where everyone else is deciding too.",
  play: "Play now",
  playing: "Finding a seat…",
  back: "Back to my seat",
  picture: "A town of firms and co-operatives, drawn as an example",
  how: {
    title: "How it goes",
    glossary: "Every word of it, in the glossary",
    steps: [
      {
        title: "Sit down",
        text: "As a capitalist you own a firm. As a member you own one vote of a co-operative. As a worker you own your time.",
      },
      {
        title: "Decide, sealed",
        text: "Wages, prices, motions, orders. Nobody sees yours before the tick closes, and you may change them until then.",
      },
      {
        title: "The market answers",
        text: "One auction for each good, one price for all. People move to where they are paid better. Every number tells you why.",
      },
    ],
  },
  forms: {
    firm: "A firm has one owner, who pays wages and keeps what is left.",
    coop: "A co-operative has one vote a member, and shares its surplus.",
  },
  worlds: {
    title: "Worlds",
    note: "Each goes on whether you are there or not.",
    none: "No world is running here yet. Host the first one.",
    loading: "Asking the server…",
    world: "World",
    tick: "Tick",
    players: "Players",
    free: "Free seats",
    enter: "Enter",
    mine: "my seat",
    state: "State",
    running: "running",
    paused: "paused",
    finished: "ended",
    failed: "out of order",
    byInvitation: "by invitation",
    unlisted: "not listed for others",
    goes: (when: string) => `goes ${when}, unless its first tick closes before`,
    replay: "Replay",
    replayOf: (title: string) => ` of ${title}`,
    seats: (capitalist: number, member: number, worker: number) =>
      `${capitalist} capitalist, ${member} member, ${worker} worker`,
  },
  host: {
    title: "Host a world",
    note: "A table of your own: for friends, a class or a league. You choose the rules, the pace and who may come in.",
    go: "Host a world",
  },
  tournaments: {
    title: "Tournaments",
    note: "Ways to play meet in hundreds of worlds, without anybody at the table. Watch which one proves itself, or open a tournament.",
    go: "To the tournaments",
  },
  ladder: {
    title: "Ladder",
    note: "Queue, and a table is made of those about as strong as you. Every match moves your rating.",
    go: "To the ladder",
  },
  join: {
    title: "Join by link",
    note: "Paste the invitation somebody sent you, or just the world's name.",
    field: "Address or name",
    go: "Join",
    need: "Paste an address first.",
  },
});
