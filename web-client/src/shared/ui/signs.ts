/** Drawings of the signs. `body` is filled, `cut` is drawn in paper colour over it, `line` in ink. */
interface Drawing {
  body?: string;
  cut?: string;
  line?: string;
  tone?: "firm" | "coop" | "commons" | "iron";
}

const PLAQUE = "M2 2h20v20H2z";
const TABLE = "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z";
const HEXAGON = "M12 .8 22 6.4v11.2l-10 5.6L2 17.6V6.4z";
const COG =
  "M10 1h4l.6 2.9 2 .9 2.6-1.6 2.8 2.8-1.6 2.6.8 2L24 11v3l-2.8.6-.8 2 1.6 2.6-2.8 2.8-2.6-1.6-2 .9L14 24h-4l-.6-2.7-2-.9L4.8 22 2 19.2l1.6-2.6-.8-2L0 14v-3l2.8-.6.8-2L2 5.8 4.8 3l2.6 1.6 2-.9z" +
  "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z";

const KEY = "M8.2 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM11 12h8M16 12v3M19 12v2.5";
const HIVE = "M10.5 6.2h3M8.3 9.6h7.4M7 13h10M7 16.4h3M14 16.4h3";
const TREE = "M12 19v-6M12 15l3-2M12 5.5c-3 0-4.5 2-4.5 4s2 3.5 4.5 3.5 4.5-1.5 4.5-3.5-1.5-4-4.5-4z";

const SIGNS = {
  firm: { body: PLAQUE, cut: KEY, tone: "firm" },
  coop: { body: TABLE, cut: HIVE, tone: "coop" },
  commons: { body: HEXAGON, cut: TREE, tone: "commons" },
  machine: { body: COG, tone: "iron" },
  key: { line: "M7 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12h11M17 12v4M21 12v3" },
  hive: { line: "M10 4h4M7 8.5h10M5 13h14M5 17.5h4.5M14.5 17.5H19M3 21.5h18" },
  shares: {
    line: "M2.5 4h19v12.5h-4M2.5 4v12.5h9M6 8h12M6 11.5h5M14.5 11.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM13 17.6V22l1.5-1 1.5 1v-4.4",
  },
  hammer: { body: "M4 3h11l4 4-2 2-2-1H4z", line: "M9.5 9v12.5" },
  provisions: {
    line: "M12 22V9M12 9c0-3 0-5 0-7 2 2 2 5 0 7zM12 13c3 0 5-2 5-5-3 0-5 2-5 5zM12 13c-3 0-5-2-5-5 3 0 5 2 5 5zM12 18c3 0 5-2 5-5-3 0-5 2-5 5zM12 18c-3 0-5-2-5-5 3 0 5 2 5 5z",
  },
  comforts: { line: "M7 2v12M7 14h10v8M7 14v8M17 14V9M7 5h4M7 9h4" },
  materials: { line: "M2 21h9v-6H2zM13 21h9v-6h-9zM7.5 12h9V6h-9z" },
  culture: { line: "M9 19a3 2.2 0 1 0 0 .01M9 19V4l11-2v14M20 16.5a3 2.2 0 1 0 0 .01M9 8l11-2" },
  machinery: {
    line: "M9 6.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM9 4v3M9 17v3M1 12h3M14 12h3M3.5 6.5l2 2M12.5 15.5l2 2M3.5 17.5l2-2M12.5 8.5l2-2M17 20h5v-8l-3-3",
  },
  engines: { line: "M6 6h12v12H6zM10 10h4v4h-4zM9 6V2M15 6V2M9 22v-4M15 22v-4M6 9H2M6 15H2M22 9h-4M22 15h-4" },
  land: { line: "M2 19 12 22 22 17M2 14l10 3 10-5M2 9l10 3 10-5-10-4z" },
  town: { line: "M2 21h20M4 21V11l5-4v4l5-4v4l5-4v14M19 7V2" },
  market: { line: "M3 3c3 10 9 16 18 18M3 21C12 19 18 13 21 3" },
  works: { line: "M3 21V9l6 4V9l6 4V3h6v18zM7 17h2M12 17h2" },
  assembly: {
    line: "M12 4.5a2 2 0 1 0 .01 0M5 9a2 2 0 1 0 .01 0M19 9a2 2 0 1 0 .01 0M3 20c0-4 1-6 3-6M21 20c0-4-1-6-3-6M8 21c0-7 1-10 4-10s4 3 4 10",
  },
  laurel: {
    line: "M12 21c-5 0-8-3.5-8-8M12 21c5 0 8-3.5 8-8",
    body: "M4 14c-3-1-3.5-4-2.5-6 2.5 1 3.5 3.5 2.5 6zM5.5 8.5C3.5 6.5 4 4 5.5 2c2 2 2 4.5 0 6.5zM7 17c-3 .5-5-1.5-5.5-3.5 2.5-.5 5 1 5.5 3.5zM6.5 12c0-2.5 2-4 4-4 0 2.5-1.5 4-4 4zM20 14c3-1 3.5-4 2.5-6-2.5 1-3.5 3.5-2.5 6zM18.5 8.5c2-2 1.5-4.5 0-6.5-2 2-2 4.5 0 6.5zM17 17c3 .5 5-1.5 5.5-3.5-2.5-.5-5 1-5.5 3.5zM17.5 12c0-2.5-2-4-4-4 0 2.5 1.5 4 4 4z",
  },
  lorenz: { line: "M3 3v18h18M3 21 21 3M3 21c10-1 16-6 18-18" },
  reel: { line: "M5 6.5A9 9 0 1 1 3 12M5 2v4.5h4.5", body: "M10 8.2v7.6l6-3.8z" },
  news: { line: "M4 3h16v18H4zM8 7.5h8M8 12h8M8 16.5h4" },
  people: {
    line: "M9 3.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2 21c0-5 2.5-8 7-8s7 3 7 8M15.5 4a3.4 3.4 0 0 1 0 6.4M18 13.6c2.6 1 4 3.6 4 7.4",
  },
  chat: { line: "M3 4h18v12H12l-5 5v-5H3zM7.5 8.5h9M7.5 12h6" },
  account: { line: "M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3.5 21.5c0-4.5 3.5-7 8.5-7s8.5 2.5 8.5 7" },
  more: { line: "M3 6h18M3 12h18M3 18h18" },
  clock: { line: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM12 7v5l3.5 2.5" },
  live: { body: "M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12z" },
  lost: { line: "M5 5l14 14M19 5 5 19" },
  light: {
    line: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 1v3M12 20v3M1 12h3M20 12h3M4.5 4.5l2 2M17.5 17.5l2 2M4.5 19.5l2-2M17.5 6.5l2-2",
  },
  dark: { body: "M14 2a10 10 0 1 0 8 14A9 9 0 0 1 14 2z" },
  auto: { line: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", body: "M12 2a10 10 0 0 1 0 20z" },
  yes: { line: "M4 13l5 5L20 6" },
  no: { line: "M5 5l14 14M19 5 5 19" },
  abstain: { line: "M4 12h16" },
  seal: {
    body: "M12 1l2.6 2 3.2-.5 1.2 3 3 1.2-.5 3.3 2 2.5-2 2.5.5 3.3-3 1.2-1.2 3-3.2-.5L12 24l-2.6-2-3.2.5-1.2-3-3-1.2.5-3.3-2-2.5 2-2.5-.5-3.3 3-1.2 1.2-3 3.2.5z",
    cut: "M7.5 12.5l3 3 6-6.5",
  },
} satisfies Record<string, Drawing>;

export type SignName = keyof typeof SIGNS;
const checked: Record<SignName, Drawing> = SIGNS;
export const drawing = (name: SignName): Drawing => checked[name];
