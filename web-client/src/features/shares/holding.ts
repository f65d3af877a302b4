/** What this person has in one enterprise: shares, what they count for, and the standing order. */
import { Side } from "../../gen/technotariat/v1/economy_pb";
import type { Enterprise, Me } from "../../shared/net/model";

export interface Holding {
  shares: number;
  worthMils: number;
  side: Side;
  orderQuantity: number;
  orderLimitMils: number;
}

const NOTHING: Holding = { shares: 0, worthMils: 0, side: Side.BUY, orderQuantity: 0, orderLimitMils: 0 };

export function holdingOf(me: Me | null | undefined, enterpriseId: number): Holding {
  const all = me?.holdings;
  const at = all?.id.indexOf(enterpriseId) ?? -1;
  if (!all || at < 0) return NOTHING;
  return {
    shares: all.shares[at] ?? 0,
    worthMils: all.worthMils[at] ?? 0,
    side: all.orderSide[at] ?? Side.BUY,
    orderQuantity: all.orderQuantity[at] ?? 0,
    orderLimitMils: all.orderLimitMils[at] ?? 0,
  };
}

/** Who owns it, in basis points that make 10 000: the head, the trust, this person if not the head, all others. */
export interface Parts {
  head: number;
  trust: number;
  mine: number;
  others: number;
}

export function partsOf(enterprise: Enterprise, mine: number, iAmHead: boolean): Parts {
  const bp = (shares: number): number =>
    enterprise.sharesIssued > 0 ? Math.round((shares * 10_000) / enterprise.sharesIssued) : 0;
  const head = bp(enterprise.headShares);
  const own = iAmHead ? 0 : bp(mine);
  const trust = enterprise.trustBp;
  return { head, trust, mine: own, others: Math.max(0, 10_000 - head - own - trust) };
}

/** The part in basis points after the enterprise has issued (or, negative, bought back from others) so many. */
export const dilutedBp = (held: number, issued: number, change: number): number =>
  issued + change > 0 ? Math.round((held * 10_000) / (issued + change)) : 0;
