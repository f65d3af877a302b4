// What the make-believe server answers when asked why, and what a draft would bring.
import { Cause, Figure } from "../../src/gen/technotariat/v1/economy_pb.js";

function valueOf(economy, seat, figure, enterpriseId) {
  const person = economy.people.get(seat.id);
  const place = economy.enterprises.find((e) => e.id === enterpriseId);
  return {
    [Figure.CASH]: person.cash,
    [Figure.LIVELIHOOD_POINTS]: person.livelihood,
    [Figure.PROGRESS_POINTS]: person.livelihood,
    [Figure.STANDING]: seat.standingBp,
    [Figure.WORKERS]: place?.workers,
    [Figure.PAY_PER_HEAD]: place?.expectedPayMils,
    [Figure.OUTPUT]: place?.outputLots,
    [Figure.UNSOLD]: place?.stockLots,
    [Figure.AUTOMATED]: place?.automatedBp,
    [Figure.REVENUE]: place?.revenueMils,
  }[figure];
}

/** It stood a little lower; two causes led to what it is. */
export function why(economy, seat, figure, enterpriseId) {
  const now = Number(valueOf(economy, seat, figure, enterpriseId) ?? 0);
  const part = (cause, amount) => ({ cause, enterpriseId, amount: BigInt(amount) });
  return {
    tick: economy.tick,
    before: BigInt(now - 7),
    now: BigInt(now),
    parts: [part(Cause.DEMAND, 12), part(Cause.SUPPLY, -5)],
  };
}

export function forecast(economy, seat) {
  const cash = BigInt(economy.people.get(seat.id).cash);
  const row = (figure, enterpriseId, now, without, others) => ({ figure, enterpriseId, now, without, ...others });
  return {
    verdicts: [{}],
    rows: [
      row(Figure.CASH, 0, cash, cash, { with: cash + 5_000_000n, least: cash + 4_000_000n, most: cash + 6_000_000n }),
      row(Figure.STANDING, 0, 900n, 900n, { with: 900n, least: 900n, most: 900n }),
    ],
  };
}
