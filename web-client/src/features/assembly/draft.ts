/** What holds in a co-operative, as the start of a motion's draft, and the comparison with it. */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { MotionChangeSchema } from "../../gen/technotariat/v1/economy_pb";
import type { Assembly, Change, Enterprise, Split } from "../../shared/net/model";

export const KINDS = ["baseWageMils", "surplusSplit", "meritBp", "places", "managerId"] as const;
export type Kind = (typeof KINDS)[number];

export interface Draft {
  wageMils: number;
  split: Split;
  meritBp: number;
  places: number;
  managerId: number;
}

export const draftOf = (assembly: Assembly, enterprise: Enterprise): Draft => ({
  wageMils: assembly.baseWageMils,
  split: assembly.split ?? { distributionBp: 10_000, accountsBp: 0, reserveBp: 0 },
  meritBp: assembly.meritBp,
  places: enterprise.places,
  managerId: assembly.managerId,
});

export function sameAs(change: Change["change"], now: Draft): boolean {
  switch (change.case) {
    case "baseWageMils":
      return change.value === now.wageMils;
    case "surplusSplit":
      return (
        change.value.distributionBp === now.split.distributionBp &&
        change.value.accountsBp === now.split.accountsBp &&
        change.value.reserveBp === now.split.reserveBp
      );
    case "meritBp":
      return change.value === now.meritBp;
    case "places":
      return change.value === now.places;
    case "managerId":
      return change.value === now.managerId;
    case "mandate":
      return false;
    case undefined:
      return true;
  }
}

type WireChange = NonNullable<MessageInitShape<typeof MotionChangeSchema>["change"]>;

export const toWire = (change: Change["change"]): WireChange =>
  change.case === "baseWageMils" ? { case: change.case, value: BigInt(change.value) } : change;
