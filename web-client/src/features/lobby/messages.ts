export const words = {
  brand: "Technotariat",
  tagline:
    "Run a firm, vote in a co-operative, or sell your labour — in one live economy where everyone else is deciding too.",
  play: "Play now",
  playing: "Finding a seat…",
  back: "Back to my seat",
  yourName: "Your name at the table",
  nameHint: "As others will see it. You need no account.",
  hello: (name: string) => `You play as ${name}.`,
  rename: "Change name",
  save: "Save name",
  picture: "A town of firms and co-operatives, drawn as an example",
  how: {
    title: "How it goes",
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
    seats: (capitalist: number, member: number, worker: number) =>
      `${capitalist} capitalist, ${member} member, ${worker} worker`,
  },
  host: {
    title: "Host a world",
    note: "You may pause it and set its pace. Share its address to invite.",
    name: "Its name",
    scenario: "Scenario",
    pace: "Pace of a tick",
    suggested: (pace: string) => `As suggested: ${pace}`,
    seconds: (n: number) =>
      n >= 2 * 86_400
        ? `${Math.round(n / 86_400)} days`
        : n === 86_400
          ? "a day"
          : n >= 5400
            ? `${Math.round(n / 3600)} hours`
            : n === 3600
              ? "an hour"
              : n > 90
                ? `${Math.round(n / 60)} minutes`
                : `${n} seconds`,
    about: (people: string, ticks: number, time: string) => `${people} people, ${ticks} ticks: about ${time} in all.`,
    seats: (capitalist: number, member: number, worker: number) =>
      `Seats: ${capitalist} capitalist, ${member} member, ${worker} worker.`,
    needScenario: "The server offers no scenario.",
    create: "Host this world",
    needName: "Give it a name first.",
  },
  join: {
    title: "Join by link",
    note: "Paste the address somebody gave you, or just the world's name.",
    field: "Address or name",
    go: "Join",
    need: "Paste an address first.",
  },
};
