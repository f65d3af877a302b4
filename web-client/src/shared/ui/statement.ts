/** Statements: signed parts that add up, in mils, exactly to what they explain. */
import { Reason } from "../../gen/technotariat/v1/economy_pb";
import { reasonName, words } from "../i18n/words";
import type { Payslip, Statement } from "../net/model";

export interface Line {
  label: string;
  mils: number;
}

export interface Sum {
  opening: Line | null;
  lines: readonly Line[];
  closing: Line;
}

/** Whatever the parts leave unexplained becomes a line of its own, so that what is shown always adds up. */
export function addingUp(opening: Line | null, lines: readonly Line[], closing: Line): Sum {
  const rest = closing.mils - (opening?.mils ?? 0) - lines.reduce((sum, line) => sum + line.mils, 0);
  const shown = lines.filter((line) => line.mils !== 0);
  return { opening, lines: rest === 0 ? shown : [...shown, { label: words.statement.others, mils: rest }], closing };
}

export function cashSum(statement: Statement): Sum {
  return addingUp(
    { label: words.statement.opening, mils: statement.openingMils },
    statement.contributions.map(({ reason, amountMils }) => ({ label: reasonName[reason], mils: amountMils })),
    { label: words.statement.closing, mils: statement.closingMils },
  );
}

export interface PaySlipWords {
  base: string;
  share: string;
  dividend: string;
  benefit: string;
  tax: string;
  net: string;
}

export function paySum(payslip: Payslip, label: PaySlipWords): Sum {
  return addingUp(
    null,
    [
      { label: label.base, mils: payslip.baseMils },
      { label: label.share, mils: payslip.shareMils },
      { label: label.dividend, mils: payslip.dividendMils },
      { label: label.benefit, mils: payslip.benefitMils },
      { label: label.tax, mils: -payslip.taxMils },
      { label: reasonName[Reason.STRIKE_PAY], mils: payslip.strikePayMils },
      { label: reasonName[Reason.UNION_DUES], mils: -payslip.unionDuesMils },
      { label: reasonName[Reason.BASIC_INCOME], mils: payslip.basicIncomeMils },
    ],
    { label: label.net, mils: payslip.netMils },
  );
}
