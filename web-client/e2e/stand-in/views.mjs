// The make-believe economy as messages.
import { Choice, Form, Good, Reason, Role, Side, Task } from "../../src/gen/technotariat/v1/economy_pb.js";
import { WorldStatus } from "../../src/gen/technotariat/v1/view_pb.js";
import { MATERIALS_PER_100, mils, OWN_COOP, WORKER_SEATS } from "./economy.mjs";

const BIG = /Mils$|Lots$/;
const COUNTS = new Set([
  "sharesIssued",
  "shareVolume",
  "unitsOut",
  "unitsOffered",
  "headShares",
  "shares",
  "orderQuantity",
]);
const columns = (rows, keys) =>
  Object.fromEntries(
    keys.map((key) => [key, rows.map((row) => (BIG.test(key) || COUNTS.has(key) ? BigInt(row[key]) : row[key]))]),
  );

export function snapshot(economy, name, { events = economy.events, last = false } = {}) {
  const history = last ? economy.history.slice(-1) : economy.history;
  return {
    world: {
      name,
      scenario: "valley",
      title: economy.title,
      tick: economy.tick,
      finalTick: economy.finalTick,
      status: economy.finished ? WorldStatus.FINISHED : WorldStatus.RUNNING,
      population: economy.population,
      moneyMils: BigInt(history.at(-1).moneyMils),
      incomeTaxBp: 1000,
      benefitMils: mils(320),
      stateHash: 1n,
      maxActionsPerTick: 32,
      entryStakeMils: BigInt(mils(1000)),
      minCapitalMils: BigInt(mils(2000)),
      workerSeats: WORKER_SEATS,
      technotariatBp: 1_600 + economy.tick * 20,
      wealthWeightBp: 3_333,
      livelihoodWeightBp: 3_334,
      progressWeightBp: 3_333,
      land: {
        parcels: 66n,
        rentMils: BigInt(mils(17.2)),
        rented: 19n,
        common: 11n,
        commonsCashMils: BigInt(mils(3_123)),
        commonsGivenMils: BigInt(mils(214)),
        commonsPaidMils: BigInt(mils(0)),
      },
      bank: {
        rateBp: 800,
        capitalMils: BigInt(mils(41_200)),
        loansMils: BigInt(mils(96_500)),
        limitMils: BigInt(mils(824_000)),
        shortfallMils: 0n,
        statement: {
          openingMils: BigInt(mils(41_150)),
          contributions: [
            { reason: Reason.INTEREST, amountMils: BigInt(mils(148.2)) },
            { reason: Reason.DEPOSIT_INTEREST, amountMils: BigInt(-mils(98.2)) },
          ],
          closingMils: BigInt(mils(41_200)),
        },
      },
      marketMaker: {
        budgetMils: BigInt(mils(9_400)),
        worthMils: BigInt(mils(9_380)),
        profitMils: BigInt(mils(212.4)),
        statement: { openingMils: BigInt(mils(4_100)), contributions: [], closingMils: BigInt(mils(4_100)) },
        goods: economy.markets
          .filter((m) => [Good.COMFORTS, Good.MATERIALS, Good.MACHINERY, Good.ENGINES].includes(m.good))
          .map((m) => ({
            good: m.good,
            stockLots: 120n,
            referenceMils: BigInt(m.price),
            bidMils: BigInt(Math.round(m.price * 0.86)),
            bidLots: 44n,
            askMils: BigInt(Math.round(m.price * 1.16)),
            askLots: 60n,
          })),
      },
      wealthCurveBp: [60, 210, 470, 860, 1_390, 2_090, 3_020, 4_300, 6_180, 10_000],
      incomeCurveBp: [310, 900, 1_620, 2_440, 3_350, 4_360, 5_480, 6_750, 8_230, 10_000],
      treasury: {
        openingMils: BigInt(mils(18_400)),
        contributions: [
          { reason: Reason.INCOME_TAX, amountMils: BigInt(mils(6_210)) },
          { reason: Reason.PROFIT_TAX, amountMils: BigInt(mils(480)) },
          { reason: Reason.BENEFIT, amountMils: BigInt(-mils(5_140)) },
          { reason: Reason.CITIZEN_DIVIDEND, amountMils: BigInt(-mils(1_300)) },
        ],
        closingMils: BigInt(mils(18_650)),
      },
      technology: [technology(Task.HANDS, 60), technology(Task.MINDS, 48)],
    },
    seats: columns(economy.seats, Object.keys(economy.seats[0])),
    enterprises: columns(economy.enterprises, Object.keys(economy.enterprises[0])),
    markets: economy.markets.map((m) => ({
      good: m.good,
      priceMils: BigInt(m.price),
      slowPriceMils: BigInt(m.price),
      volumeLots: BigInt(m.volume),
      bidLots: BigInt(Math.round(m.volume * 1.31)),
      askLots: BigInt(Math.round(m.volume * 1.12)),
      demandPriceMils: m.curves.demand.price.map(BigInt),
      demandLots: m.curves.demand.lots.map(BigInt),
      supplyPriceMils: m.curves.supply.price.map(BigInt),
      supplyLots: m.curves.supply.lots.map(BigInt),
    })),
    history: columns(history, Object.keys(history[0])),
    events,
  };
}

const technology = (task, unitsALot) => ({
  task,
  generation: task,
  knowledge: 480_000n,
  nextGeneration: 600_000n,
  reachBp: 2_400,
  unitsALot,
});

const machines = (task) => ({
  task,
  units: 3_180n,
  lots: 74n,
  reachBp: 2_610,
  doneBp: 1_840,
  orderLots: 20n,
  limitPriceMils: BigInt(mils(17.5)),
  worthMils: BigInt(mils(51_800)),
});

function books(economy, seat, p) {
  const e = economy.enterprises[seat.enterpriseId - 1];
  const f = p.firm;
  const coop = e.form === Form.COOPERATIVE;
  const statement = f.statement ?? { openingMils: BigInt(f.cash), contributions: [], closingMils: BigInt(f.cash) };
  return {
    enterpriseId: e.id,
    cash: statement,
    cashMils: BigInt(f.cash),
    productStockLots: BigInt(e.stockLots),
    materialsStockLots: 310n,
    capacityLots: BigInt(e.workers * 100),
    unitCostMils: BigInt(Math.round(e.wageMils / 100 + mils(1.68))),
    wageMils: BigInt(coop ? e.wageMils : f.wage),
    places: coop ? e.places : f.places,
    askPriceMils: BigInt(f.ask),
    outputTargetLots: BigInt(f.target),
    inputOrderLots: BigInt(f.inputs),
    inputLimitMils: BigInt(f.inputLimit),
    declaredDividendMils: BigInt(f.dividend),
    materialsPer100Lots: BigInt(MATERIALS_PER_100[e.product]),
    indivisibleReserveMils: BigInt(coop ? mils(38_200) : 0),
    capitalAccountsMils: BigInt(coop ? mils(61_900) : 0),
    lastSurplusMils: BigInt(coop ? mils(4_912.4) : 0),
    mayManage: e.headId === seat.id || !coop,
    mandate: { leastHoursBp: 7_000, mostHoursBp: 11_000, machinesBp: 2_000, creditBp: 5_000 },
    hoursBp: e.hoursBp,
    machines: [machines(Task.HANDS), machines(Task.MINDS)],
    materialsToRunLots: 8n,
    upkeepMils: BigInt(mils(41.2)),
    research: { shareBp: 250, mindsBp: 3_000 },
    profitPerWorkerMils: BigInt(coop ? 0 : mils(118.4)),
    grievanceBp: coop ? 0 : 3_140,
    debt: {
      loanMils: BigInt(mils(4_000)),
      interestMils: BigInt(mils(6.15)),
      arrearsMils: 0n,
      wagesOwedMils: 0n,
      limitMils: BigInt(mils(21_300)),
      mayBorrowMils: BigInt(mils(17_300)),
      orderMils: 0n,
      mayPayOut: true,
    },
    site: {
      parcels: 2n,
      rented: 1n,
      common: coop ? 1n : 0n,
      room: 20n,
      wantedLots: 1n,
      rentLimitMils: BigInt(mils(21)),
      usesCommons: coop,
      buyLots: 0n,
      sellLots: 0n,
      limitPriceMils: 0n,
    },
    ...(!coop && {
      boardOrderSide: f.boardOrder.side,
      boardOrderQuantity: f.boardOrder.quantity,
      boardOrderLimitMils: BigInt(f.boardOrder.limit),
      trustOwesMils: BigInt(mils(2_140)),
      holderId: [seat.id, 0, 12, 214, 217],
      holderShares: [6_200n, 1_000n, 900n, 700n, 450n],
    }),
  };
}

const holding = (economy, h) => ({
  id: h.id,
  shares: h.shares,
  worthMils: h.shares * economy.enterprises[h.id - 1].shareWorthMils,
  orderSide: h.orderSide ?? Side.UNSPECIFIED,
  orderQuantity: h.orderQuantity ?? 0,
  orderLimitMils: h.orderLimitMils ?? 0,
});
const HOLDING = ["id", "shares", "worthMils", "orderSide", "orderQuantity", "orderLimitMils"];

function assembly(economy, seat, p) {
  const e = economy.enterprises[OWN_COOP - 1];
  const ids = [seat.id, 32, ...Array.from({ length: e.workers - 2 }, (_, i) => 100 + i * 3)];
  const spread = (id, k) => ((id * 7919 * k) % 1000) / 1000;
  const members = ids.map((id) => ({
    id,
    capitalAccountMils: id === seat.id ? p.account : mils(600 + 3000 * spread(id, 1)),
    lastBaseMils: e.wageMils,
    lastShareMils: id === seat.id ? (p.slip?.share ?? 0) : mils(40 + 150 * spread(id, 3)),
    skillBp: 8500 + Math.round(3200 * spread(id, 5)),
    effortBp: id === seat.id ? p.effort : 9000 + Math.round(2200 * spread(id, 7)),
  }));
  return {
    enterpriseId: OWN_COOP,
    members: columns(members, Object.keys(members[0])),
    motions: economy.motions.slice(0, 12).map((m) => ({ ...m, myChoice: p.votes.get(m.id) ?? Choice.UNSPECIFIED })),
    managerId: e.headId,
    meritBp: e.meritBp,
    split: {
      distributionBp: e.distributionBp,
      accountsBp: e.accountsBp,
      reserveBp: e.reserveBp,
      commonsBp: e.commonsBp,
    },
    baseWageMils: BigInt(e.wageMils),
  };
}

export function me(economy, seat) {
  const p = economy.people.get(seat.id);
  const slip = p.slip;
  const owns = seat.role === Role.CAPITALIST || seat.role === Role.MEMBER;
  return {
    id: seat.id,
    role: seat.role,
    name: seat.name,
    cashMils: BigInt(p.cash),
    cash: p.statement,
    capitalAccountMils: BigInt(p.account),
    skillBp: 10_400,
    effortBp: p.effort,
    spendingBp: p.spending,
    employerId: seat.role === Role.CAPITALIST ? 0 : seat.enterpriseId,
    member: seat.role === Role.MEMBER,
    leaving: p.leaving,
    appliedToId: p.appliedTo,
    stockLots: [12n, 3n, 0n, 0n, 0n, 0n, 1n],
    orders: p.orders,
    routines: p.routines ?? [],
    holdings: columns(
      p.holdings.map((h) => holding(economy, h)),
      HOLDING,
    ),
    ...(slip && {
      payslip: {
        tick: economy.tick,
        enterpriseId: seat.enterpriseId,
        baseMils: BigInt(slip.base),
        shareMils: BigInt(slip.share),
        dividendMils: BigInt(slip.dividend),
        benefitMils: BigInt(slip.benefit),
        taxMils: BigInt(slip.tax),
        netMils: BigInt(slip.base + slip.share + slip.dividend + slip.benefit - slip.tax),
        toAccountMils: BigInt(slip.account),
      },
    }),
    books: owns && seat.enterpriseId ? [books(economy, seat, p)] : [],
    ...(seat.role === Role.MEMBER && { assembly: assembly(economy, seat, p) }),
    actionsLeft: 32,
    wealthMils: BigInt(p.cash + p.account),
    livelihoodPoints: BigInt(p.livelihood),
    progressPoints: BigInt(p.livelihood),
    handsBp: 10_900,
    mindsBp: 9_200,
    usualPayMils: BigInt(mils(1064)),
    grievanceBp: seat.role === Role.WORKER ? 4_120 : 0,
    unionCard: seat.role === Role.WORKER,
    strikePayMils: BigInt(seat.role === Role.WORKER ? mils(320) : 0),
  };
}
