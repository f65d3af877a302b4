/**
 * Reading a call auction from its published curves. One rule everywhere: the price that trades most; among those, least left over; then
 * nearest to the last price. An estimate assumes that everybody else bids as at the last close, and says so where it is shown.
 */
import { Side } from "../../gen/technotariat/v1/economy_pb";
import type { Market, Order } from "../net/model";

/** A point of a cumulative curve: this many lots at this price or better. */
export interface Point {
  price: number;
  lots: number;
}

export interface Curves {
  demand: readonly Point[]; // from the dearest bid down
  supply: readonly Point[]; // from the cheapest ask up
}

export function curvesOf(market: Market): Curves {
  const points = (prices: readonly number[], lots: readonly number[]): Point[] =>
    prices.map((price, at) => ({ price, lots: lots[at] ?? 0 }));
  return {
    demand: points(market.demandPriceMils, market.demandLots).sort((a, b) => b.price - a.price || a.lots - b.lots),
    supply: points(market.supplyPriceMils, market.supplyLots).sort((a, b) => a.price - b.price || a.lots - b.lots),
  };
}

/** Lots wanted at this price or dearer. */
export const demandAt = (curves: Curves, price: number): number =>
  curves.demand.filter((point) => point.price >= price).reduce((most, point) => Math.max(most, point.lots), 0);

/** Lots offered at this price or cheaper. */
export const supplyAt = (curves: Curves, price: number): number =>
  curves.supply.filter((point) => point.price <= price).reduce((most, point) => Math.max(most, point.lots), 0);

export interface Estimate {
  price: number;
  filled: number;
  total: number;
}

/** What an order would have met in the last auction, had it been there. */
export function estimate(market: Market, order: Omit<Order, "good">): Estimate {
  const curves = curvesOf(market);
  const buying = order.side === Side.BUY;
  const limit = order.limitPriceMils;
  const quantity = order.quantityLots;
  const demand = (price: number): number => demandAt(curves, price) + (buying && limit >= price ? quantity : 0);
  const supply = (price: number): number => supplyAt(curves, price) + (!buying && limit <= price ? quantity : 0);
  const candidates = [...new Set([...curves.demand, ...curves.supply].map((point) => point.price).concat(limit))];
  let best = { price: market.priceMils, volume: 0, left: Infinity };
  for (const price of candidates) {
    const [wanted, offered] = [demand(price), supply(price)];
    const volume = Math.min(wanted, offered);
    const left = Math.abs(wanted - offered);
    const nearer = Math.abs(price - market.priceMils) < Math.abs(best.price - market.priceMils);
    const better =
      volume > best.volume || (volume === best.volume && (left < best.left || (left === best.left && nearer)));
    if (better) best = { price, volume, left };
  }
  const reached = buying ? limit >= best.price : limit <= best.price;
  if (!reached || best.volume === 0) return { price: best.price, filled: 0, total: 0 };
  const ownSide = buying ? demand(best.price) : supply(best.price);
  const atLimit = limit === best.price;
  const share = atLimit && ownSide > 0 ? Math.min(1, best.volume / ownSide) : 1;
  const filled = Math.floor(quantity * share);
  return { price: best.price, filled, total: filled * best.price };
}
