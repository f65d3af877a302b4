/** The goods in the order of the wire's tables, with what the page calls them. Pictures go by the same order. */
import { Good } from "../../gen/technotariat/v1/economy_pb";
import type { SignName } from "../ui/signs";
import type { Moment } from "./model";

export interface Traded {
  good: Good;
  /** In addresses, and the name of its sign. */
  path: SignName;
  price: keyof Moment;
  volume: keyof Moment;
}

const traded = (good: Good, path: SignName, price: keyof Moment, volume: keyof Moment): Traded => ({
  good,
  path,
  price,
  volume,
});

const PROVISIONS = traded(Good.PROVISIONS, "provisions", "provisionsPriceMils", "provisionsVolumeLots");

/** In the order of `Me.stock_lots`. Nobody makes the last, land. */
export const GOODS: readonly [Traded, ...Traded[]] = [
  PROVISIONS,
  traded(Good.COMFORTS, "comforts", "comfortsPriceMils", "comfortsVolumeLots"),
  traded(Good.MATERIALS, "materials", "materialsPriceMils", "materialsVolumeLots"),
  traded(Good.CULTURE, "culture", "culturePriceMils", "cultureVolumeLots"),
  traded(Good.MACHINERY, "machinery", "machineryPriceMils", "machineryVolumeLots"),
  traded(Good.ENGINES, "engines", "enginesPriceMils", "enginesVolumeLots"),
  traded(Good.LAND, "land", "landPriceMils", "landVolumeLots"),
];

export const MADE = GOODS.filter(({ good }) => good !== Good.LAND);
