/** Why an enterprise pays nothing out to those who own it, and what ends that. */
import type { Debt } from "../../shared/net/model";
import { words } from "./messages";

export const noPayout = (debt: Debt): string =>
  debt.arrearsMils + debt.wagesOwedMils > 0 ? words.bank.noPayoutOwing : words.bank.noPayoutLoan;
