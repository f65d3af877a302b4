/** How a figure is written, and what an answer of the server about one says. */
import { Cause, Figure, Good, Reason } from "../../gen/technotariat/v1/economy_pb";
import { enterpriseName } from "../format/naming";
import { count, money, percent } from "../format/number";
import { goodName, reasonName } from "../i18n/words";
import type { Forecast, ForecastRow, Why, WhyPart } from "../net/model";
import type { World } from "../net/world.svelte";
import type { Sum } from "../ui/statement";
import { words } from "./words";

const IN_MONEY: readonly Figure[] = [
  Figure.CASH,
  Figure.WEALTH,
  Figure.NET_PAY,
  Figure.ENTERPRISE_CASH,
  Figure.REVENUE,
  Figure.PAY_PER_HEAD,
  Figure.PRICE,
];
const IN_PARTS: readonly Figure[] = [Figure.STANDING, Figure.AUTOMATED];

export const formatOf = (figure: Figure): ((amount: number) => string) =>
  IN_MONEY.includes(figure) ? money : IN_PARTS.includes(figure) ? percent : count;

/** A cause in words: of postings the reason, of stocks the good, of others' the enterprise. */
function labelOf(world: World, part: WhyPart, about: number): string {
  const what =
    part.cause === Cause.POSTED && part.reason !== Reason.UNSPECIFIED
      ? reasonName[part.reason]
      : words.cause[part.cause];
  const whom =
    part.good !== Good.UNSPECIFIED
      ? goodName[part.good]
      : part.enterpriseId !== 0 && part.enterpriseId !== about
        ? enterpriseName(world, part.enterpriseId)
        : "";
  return whom === "" ? what : words.of(what, whom);
}

/** The answer as a sum. Parts of the same name are one line; what the parts do not tell, if anything, is a line of its own. */
export function sumOf(world: World, answer: Why, about: number): Sum {
  const lines = new Map<string, number>();
  for (const part of answer.parts) {
    const label = labelOf(world, part, about);
    lines.set(label, (lines.get(label) ?? 0) + part.amount);
  }
  const rest = answer.now - answer.before - [...lines.values()].reduce((sum, amount) => sum + amount, 0);
  if (rest !== 0) lines.set(words.rest, rest);
  return {
    opening: { label: words.before(answer.tick - 1), mils: answer.before },
    lines: [...lines].map(([label, mils]) => ({ label, mils })),
    closing: { label: words.now(answer.tick), mils: answer.now },
  };
}

/** What the draft would change, the greatest change first, judged by the size of the figure itself. */
export function changed(forecast: Forecast): ForecastRow[] {
  const weight = (row: ForecastRow): number => Math.abs(row.with - row.without) / Math.max(1, Math.abs(row.now));
  return forecast.rows.filter((row) => row.with !== row.without).sort((a, b) => weight(b) - weight(a));
}

/** What the next close of a world showed of a figure that was forecast; null where it is not shown any more. */
export function outcomeOf(
  world: World,
  { figure, enterpriseId }: Pick<ForecastRow, "figure" | "enterpriseId">,
): number | null {
  const { me, seat } = world;
  const place = world.enterprise(enterpriseId);
  switch (figure) {
    case Figure.CASH:
      return me?.cashMils ?? null;
    case Figure.WEALTH:
      return me?.wealthMils ?? null;
    case Figure.NET_PAY:
      return me?.payslip?.netMils ?? null;
    case Figure.LIVELIHOOD_POINTS:
      return me?.livelihoodPoints ?? null;
    case Figure.PROGRESS_POINTS:
      return me?.progressPoints ?? null;
    case Figure.STANDING:
      return seat?.standingBp ?? null;
    case Figure.ENTERPRISE_CASH:
      return world.booksOf(enterpriseId)?.cashMils ?? null;
    case Figure.WORKERS:
      return place?.workers ?? null;
    case Figure.OUTPUT:
      return place?.outputLots ?? null;
    case Figure.SOLD:
      return place?.soldLots ?? null;
    case Figure.UNSOLD:
      return place?.stockLots ?? null;
    case Figure.REVENUE:
      return place?.revenueMils ?? null;
    case Figure.PAY_PER_HEAD:
      return place?.expectedPayMils ?? null;
    case Figure.PRICE:
      return place ? (world.market(place.product)?.priceMils ?? null) : null;
    case Figure.AUTOMATED:
      return place?.automatedBp ?? null;
    case Figure.UNSPECIFIED:
      return null;
  }
}
