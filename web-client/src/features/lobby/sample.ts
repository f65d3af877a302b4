/** A town for the title page: made up, the same for everybody. */
import { Form, Good } from "../../gen/technotariat/v1/economy_pb";
import { BLANK_ENTERPRISE, type Enterprise } from "../../shared/net/model";

type Sketch = [name: string, form: Form, product: Good, workers: number, output: number, stock: number];
const [F, C] = [Form.PROPRIETARY, Form.COOPERATIVE];
const SKETCHES: readonly Sketch[] = [
  ["Blackthorn Quarry", F, Good.MATERIALS, 22, 1900, 500],
  ["Kiln Row Associates", C, Good.MATERIALS, 30, 3100, 0],
  ["Deepwell Timber", F, Good.MATERIALS, 14, 900, 400],
  ["Loom & Lathe", F, Good.COMFORTS, 26, 2500, 900],
  ["Fellowship Weavers", C, Good.COMFORTS, 18, 1500, 0],
  ["Evening Lamp Works", C, Good.COMFORTS, 34, 3300, 0],
  ["Common Loaf", C, Good.PROVISIONS, 30, 2700, 0],
  ["Harbour Mill", F, Good.PROVISIONS, 42, 4100, 1500],
  ["Plenty Stores", F, Good.PROVISIONS, 16, 1300, 0],
  ["Orchard Guild", C, Good.PROVISIONS, 24, 2200, 500],
];

export const sampleTown = (most: number): Enterprise[] =>
  SKETCHES.filter(
    ([, , product], at) =>
      most >= SKETCHES.length || SKETCHES.slice(0, at).filter((s) => s[2] === product).length < most,
  ).map(([name, form, product, workers, outputLots, stockLots], at) => ({
    ...BLANK_ENTERPRISE,
    id: at + 1,
    name,
    form,
    product,
    workers,
    outputLots,
    stockLots,
    open: true,
  }));
