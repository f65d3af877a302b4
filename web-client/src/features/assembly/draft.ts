/** What holds in a co-operative, as the start of a motion's draft, and the comparison with it. */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { MotionChangeSchema } from "../../gen/technotariat/v1/economy_pb";
import type { Assembly, Books, Change, Enterprise, Split } from "../../shared/net/model";

export const KINDS = [
  "baseWageMils",
  "surplusSplit",
  "meritBp",
  "places",
  "managerId",
  "research",
  "mandate",
  "dualWork",
  "offerCapital",
  "redeemCapital",
  "expelId",
  "demutualise",
] as const;
export type Kind = (typeof KINDS)[number];

export interface Draft {
  wageMils: number;
  split: Split;
  meritBp: number;
  places: number;
  managerId: number;
  research: NonNullable<Books["research"]>;
  mandate: NonNullable<Books["mandate"]>;
  dualWork: boolean;
  units: { out: number; offered: number; priceMils: number; rateBp: number };
}

export const draftOf = (assembly: Assembly, enterprise: Enterprise, books: Books | undefined): Draft => ({
  wageMils: assembly.baseWageMils,
  split: assembly.split ?? { distributionBp: 10_000, accountsBp: 0, reserveBp: 0, commonsBp: 0 },
  meritBp: assembly.meritBp,
  places: enterprise.places,
  managerId: assembly.managerId,
  research: books?.research ?? { shareBp: 0, mindsBp: 0 },
  mandate: books?.mandate ?? { leastHoursBp: 10_000, mostHoursBp: 10_000, machinesBp: 0, creditBp: 0 },
  dualWork: enterprise.dualWork,
  units: {
    out: enterprise.unitsOut,
    offered: enterprise.unitsOffered,
    priceMils: enterprise.unitPriceMils,
    rateBp: enterprise.unitRateBp,
  },
});

export function sameAs(change: Change["change"], now: Draft): boolean {
  switch (change.case) {
    case "baseWageMils":
      return change.value === now.wageMils;
    case "surplusSplit":
      return (
        change.value.distributionBp === now.split.distributionBp &&
        change.value.accountsBp === now.split.accountsBp &&
        change.value.reserveBp === now.split.reserveBp &&
        change.value.commonsBp === now.split.commonsBp
      );
    case "meritBp":
      return change.value === now.meritBp;
    case "dualWork":
      return change.value === now.dualWork;
    case "places":
      return change.value === now.places;
    case "managerId":
      return change.value === now.managerId;
    case "research":
      return change.value.shareBp === now.research.shareBp && change.value.mindsBp === now.research.mindsBp;
    case "mandate":
      return (
        change.value.leastHoursBp === now.mandate.leastHoursBp &&
        change.value.mostHoursBp === now.mandate.mostHoursBp &&
        change.value.machinesBp === now.mandate.machinesBp &&
        change.value.creditBp === now.mandate.creditBp
      );
    case "offerCapital":
      return change.value.units === 0
        ? now.units.offered === 0
        : change.value.units === now.units.offered &&
            change.value.priceMils === now.units.priceMils &&
            change.value.rateBp === now.units.rateBp;
    case "redeemCapital":
    case "expelId":
    case "demutualise":
      return false;
    case undefined:
      return true;
  }
}

type WireChange = NonNullable<MessageInitShape<typeof MotionChangeSchema>["change"]>;

export const toWire = (change: Change["change"]): WireChange =>
  change.case === "baseWageMils"
    ? { case: change.case, value: BigInt(change.value) }
    : change.case === "offerCapital"
      ? { case: change.case, value: { ...change.value, priceMils: BigInt(change.value.priceMils) } }
      : change;
