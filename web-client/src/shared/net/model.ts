/** The nouns of the client: wire messages as plain objects, one row each. */
import type { MotionChange as WireChange, SurplusSplit as WireSplit } from "../../gen/technotariat/v1/economy_pb";
import type {
  ChatLine as WireChatLine,
  House as WireHouse,
  HouseLogRow as WireLogRow,
  HousePerson as WireHousePerson,
  HouseRules as WireHouseRules,
  Invitation as WireInvitation,
} from "../../gen/technotariat/v1/house_pb";
import { SpectatorSight } from "../../gen/technotariat/v1/house_pb";
import type { Course as WireCourse, TurningPoint as WireTurningPoint } from "../../gen/technotariat/v1/replay_pb";
import type { Routine as WireRoutine, StopCondition as WireStop } from "../../gen/technotariat/v1/routine_pb";
import type {
  Account as WireAccount,
  AccountSession as WireAccountSession,
  Clock as WireClock,
  ClockWish as WireWish,
  Forecast as WireForecast,
  ForecastRow as WireForecastRow,
  ScenarioSummary as WireScenario,
  SeatScore as WireSeatScore,
  Why as WireWhy,
  WhyPart as WireWhyPart,
  WorldSummary as WireSummary,
} from "../../gen/technotariat/v1/session_pb";
import type {
  Assembly as WireAssembly,
  Books as WireBooks,
  Debt as WireDebt,
  EnterpriseColumns,
  Event as WireEvent,
  HistoryColumns,
  LawVote as WireLawVote,
  Machines as WireMachines,
  Market as WireMarket,
  Me as WireMe,
  MemberColumns,
  Motion as WireMotion,
  Order as WireOrder,
  Payslip as WirePayslip,
  SeatColumns,
  Site as WireSite,
  WorldInfo as WireInfo,
} from "../../gen/technotariat/v1/view_pb";
import type { Statement as WireStatement } from "../../gen/technotariat/v1/economy_pb";
import { Controller, Dispute, Form, Good, Role } from "../../gen/technotariat/v1/economy_pb";
import type {
  Ladder as WireLadder,
  LadderMatch as WireLadderMatch,
  LadderPlace as WireLadderPlace,
  LadderRow as WireLadderRow,
  LadderSeat as WireLadderSeat,
  LadderSummary as WireLadderSummary,
} from "../../gen/technotariat/v1/ladder_pb";
import type {
  StrategySummary as WireStrategy,
  Tournament as WireTournament,
  TournamentLine as WireTournamentLine,
  TournamentList as WireTournamentList,
  MatchList as WireMatchList,
  TournamentSummary as WireTournamentSummary,
} from "../../gen/technotariat/v1/tournament_pb";
import type { Plain, Row } from "./plain";

export type Enterprise = Row<Plain<EnterpriseColumns>>;
export type Seat = Row<Plain<SeatColumns>>;
export type Moment = Row<Plain<HistoryColumns>>;
export type Member = Row<Plain<MemberColumns>>;
export type Forecast = Plain<WireForecast>;
export type ForecastRow = Plain<WireForecastRow>;
export type Why = Plain<WireWhy>;
export type WhyPart = Plain<WireWhyPart>;
export type SeatScore = Plain<WireSeatScore>;
export type Ladder = Plain<WireLadder>;
export type LadderMatch = Plain<WireLadderMatch>;
export type LadderPlace = Plain<WireLadderPlace>;
export type LadderRow = Plain<WireLadderRow>;
export type LadderSeat = Plain<WireLadderSeat>;
export type LadderSummary = Plain<WireLadderSummary>;
export type Strategy = Plain<WireStrategy>;
export type Tournament = Plain<WireTournament>;
export type TournamentLine = Plain<WireTournamentLine>;
export type TournamentList = Plain<WireTournamentList>;
export type MatchList = Plain<WireMatchList>;
export type TournamentSummary = Plain<WireTournamentSummary>;
export type Market = Plain<WireMarket>;
export type Me = Plain<WireMe>;
export type Books = Plain<WireBooks>;
export type Machines = Plain<WireMachines>;
export type Site = Plain<WireSite>;
export type Debt = Plain<WireDebt>;
export type Assembly = Plain<WireAssembly>;
export type Motion = Plain<WireMotion>;
export type Change = NonNullable<Plain<WireChange>>;
export type Split = Plain<WireSplit>;
export type Statement = Plain<WireStatement>;
export type Payslip = Plain<WirePayslip>;
export type Order = Plain<WireOrder>;
export type WorldEvent = Plain<WireEvent>;
export type Info = Plain<WireInfo>;
export type LawVote = Plain<WireLawVote>;
export type Course = Plain<WireCourse>;
export type TurningPoint = Plain<WireTurningPoint>;
export type Clock = Plain<WireClock>;
export type Summary = Plain<WireSummary>;
export type Scenario = Plain<WireScenario>;
export type House = Plain<WireHouse>;
export type HouseRules = Plain<WireHouseRules>;
export type HousePerson = Plain<WireHousePerson>;
export type LogRow = Plain<WireLogRow>;
export type Invitation = Plain<WireInvitation>;
export type ChatLine = Plain<WireChatLine>;
export type Account = Plain<WireAccount>;
export type AccountSession = Plain<WireAccountSession>;
export type ClockWish = Plain<WireWish>;
export type Routine = Plain<WireRoutine>;
export type Stop = Plain<WireStop>;

/** A house as it is when nobody has decided anything about it. */
export const OPEN_HOUSE: HouseRules = {
  unlisted: false,
  byInvitation: false,
  claimedOnly: false,
  chatOff: false,
  startPlayers: 0,
  quietFromMinute: 0,
  quietToMinute: 0,
  spectatorDelayTicks: 0,
  spectatorSight: SpectatorSight.PUBLIC,
  matchWaitSeconds: 0,
};

export const BLANK_ENTERPRISE: Enterprise = {
  id: 0,
  name: "",
  form: Form.UNSPECIFIED,
  product: Good.UNSPECIFIED,
  headId: 0,
  workers: 0,
  places: 0,
  wageMils: 0,
  expectedPayMils: 0,
  askPriceMils: 0,
  outputLots: 0,
  soldLots: 0,
  stockLots: 0,
  revenueMils: 0,
  hired: 0,
  quit: 0,
  open: false,
  meritBp: 0,
  distributionBp: 0,
  accountsBp: 0,
  reserveBp: 0,
  hoursBp: 0,
  automatedBp: 0,
  researchBp: 0,
  unionDensityBp: 0,
  dispute: Dispute.NONE,
  disputeTicks: 0,
  demandedMils: 0,
  peaceTicks: 0,
  sharesIssued: 0,
  trustBp: 0,
  shareWorthMils: 0,
  shareAverageMils: 0,
  sharePriceMils: 0,
  shareVolume: 0,
  shareBidMils: 0,
  shareAskMils: 0,
  headShares: 0,
  commonsBp: 0,
  landLots: 0,
  dualWork: false,
  secondHands: 0,
  buyOutPriceMils: 0,
  buyOutClosesTick: 0,
  buyOutByWorkers: false,
  instalmentsMils: 0,
  buyOutBidderId: 0,
  ticksToReceiver: 0,
  windingUp: 0,
  unitsOut: 0,
  unitsOffered: 0,
  unitPriceMils: 0,
  unitRateBp: 0,
  unitsOwedMils: 0,
  unitsUnpaidTicks: 0,
};

export const BLANK_SEAT: Seat = {
  id: 0,
  role: Role.UNSPECIFIED,
  name: "",
  controller: Controller.UNSPECIFIED,
  ready: false,
  enterpriseId: 0,
  wealthBp: 0,
  livelihoodBp: 0,
  standingBp: 0,
  progressBp: 0,
};

export const BLANK_MOMENT: Moment = {
  tick: 0,
  provisionsPriceMils: 0,
  provisionsVolumeLots: 0,
  comfortsPriceMils: 0,
  comfortsVolumeLots: 0,
  materialsPriceMils: 0,
  materialsVolumeLots: 0,
  employed: 0,
  proprietaryPayMils: 0,
  cooperativePayMils: 0,
  cooperativeLabourBp: 0,
  wealthGiniBp: 0,
  velocityBp: 0,
  culturePriceMils: 0,
  cultureVolumeLots: 0,
  machineryPriceMils: 0,
  machineryVolumeLots: 0,
  enginesPriceMils: 0,
  enginesVolumeLots: 0,
  technotariatBp: 0,
  unionisedBp: 0,
  onStrike: 0,
  landPriceMils: 0,
  landVolumeLots: 0,
  rentMils: 0,
  priceIndexBp: 0,
  moneyMils: 0,
  unemployedBp: 0,
  incomeGiniBp: 0,
  lowPayMils: 0,
  medianPayMils: 0,
  highPayMils: 0,
};

export const BLANK_MEMBER: Member = {
  id: 0,
  capitalAccountMils: 0,
  lastBaseMils: 0,
  lastShareMils: 0,
  skillBp: 0,
  effortBp: 0,
};
