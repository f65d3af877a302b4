// A make-believe economy for looking at pages: it moves plausibly and its statements add up, but it is not the rules.
import {
  Choice,
  Controller,
  Dispute,
  Form,
  Good,
  Reason,
  Role,
  Side,
} from "../../src/gen/technotariat/v1/economy_pb.js";
import { EventKind } from "../../src/gen/technotariat/v1/view_pb.js";

const CROWN = 100_000;
const NAMES =
  "Harbour Mill|Lantern Bakers' Union|Ashgrove & Daughters|Sixpenny Kitchen|Northfield Granary|Common Loaf|Weir Street Dairy|Plenty Stores|Old Quay Provisions|Orchard Guild|Cooper's Cellar|Redwharf Smokehouse|Loom & Lathe|Evening Lamp Works|Fellowship Weavers|Marrow Furnishers|Tallow & Wick|Three Rivers Joinery|Bellfounders' Society|Blackthorn Quarry|Deepwell Timber|Kiln Row Associates|Iron Meadow|Saltmarsh Clayworks".split(
    "|",
  );
const COOPS = new Set([2, 4, 6, 8, 10, 15, 18, 19, 22]);
const productOf = (id) =>
  id <= 10
    ? Good.PROVISIONS
    : id <= 12
      ? Good.CULTURE
      : id <= 19
        ? Good.COMFORTS
        : id <= 22
          ? Good.MATERIALS
          : id === 23
            ? Good.MACHINERY
            : Good.ENGINES;
const ANCHOR = { 1: 14.2, 2: 21.6, 3: 8.4, 4: 12.1, 5: 16.3, 6: 13.7, 7: 2_840 };
const VOLUME = { 1: 21_000, 2: 11_000, 3: 9_400, 4: 7_300, 5: 1_900, 6: 1_400, 7: 3 };
const MATERIALS_PER_100 = { 1: 20, 2: 30, 3: 0, 4: 0, 5: 40, 6: 20, 7: 0 };

export const WORKER_SEATS = 6;
export const OWN_FIRM = 1;
export const OWN_COOP = 2;
const mils = (crowns) => Math.round(crowns * CROWN);

export class Economy {
  constructor({ title = "Weir Valley", seed = 7, burnIn = 34 } = {}) {
    this.title = title;
    this.seed = seed;
    this.tick = 0;
    this.finalTick = 60;
    this.finished = false;
    this.population = 640;
    this.money = mils(4_200_000);
    this.motionId = 0;
    this.history = [];
    this.events = [];
    this.markets = [1, 2, 3, 4, 5, 6, 7].map((good) => ({ good, price: mils(ANCHOR[good]) }));
    this.enterprises = NAMES.map((name, at) => this.#founded(at + 1, name));
    this.seats = [
      seat(11, Role.CAPITALIST, "", OWN_FIRM),
      seat(12, Role.CAPITALIST, "Marguerite", 5),
      seat(31, Role.MEMBER, "", OWN_COOP),
      seat(32, Role.MEMBER, "Tobias", OWN_COOP),
      seat(33, Role.MEMBER, "", 6),
      seat(52, Role.WORKER, "Ines", 9),
    ];
    this.people = new Map(this.seats.map((s) => [s.id, person(s)]));
    this.motions = [];
    for (let i = 0; i < burnIn; i++) this.close();
    this.propose(32, { case: "baseWageMils", value: BigInt(mils(1080)) });
    this.propose(118, {
      case: "surplusSplit",
      value: { distributionBp: 4500, accountsBp: 3000, reserveBp: 2000, commonsBp: 500 },
    });
  }

  /** Workers' seats have a row only once somebody sits there. */
  seatWorker(most) {
    const workers = this.seats.filter((s) => s.role === Role.WORKER);
    if (workers.length >= most) return undefined;
    const added = seat(52 + workers.length * 2, Role.WORKER, "", 9);
    this.seats.push(added);
    this.people.set(added.id, person(added));
    return added;
  }

  random() {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return this.seed / 2 ** 32;
  }

  #founded(id, name) {
    const product = productOf(id);
    const workers = id <= 2 ? 30 : 8 + Math.floor(this.random() * 34);
    const coop = COOPS.has(id);
    const wage = mils(coop ? 940 + this.random() * 90 : 980 + this.random() * 180);
    return {
      id,
      name,
      form: coop ? Form.COOPERATIVE : Form.PROPRIETARY,
      product,
      headId: id === 1 ? 11 : id === 5 ? 12 : id === 2 ? 31 : coop ? 0 : 200 + id,
      workers,
      places: workers + Math.floor(this.random() * 5),
      wageMils: wage,
      expectedPayMils: wage + (coop ? mils(60 + this.random() * 160) : 0),
      askPriceMils: mils(ANCHOR[product] * (0.94 + this.random() * 0.14)),
      outputLots: workers * 96,
      soldLots: workers * 92,
      stockLots: Math.floor(this.random() * 900),
      revenueMils: 0,
      hired: 0,
      quit: 0,
      open: true,
      hoursBp: 10_000,
      meritBp: coop ? 7000 : 0,
      distributionBp: coop ? 6000 : 0,
      accountsBp: coop ? 2500 : 0,
      reserveBp: coop ? 1000 : 0,
      commonsBp: coop ? 500 : 0,
      landLots: 4,
      dualWork: id % 3 === 0,
      secondHands: id % 6 === 0 ? 1 : 0,
      unionDensityBp: coop ? 0 : 3_500 + ((id * 977) % 4_000),
      dispute: id === OWN_FIRM || id === 9 ? Dispute.DEMAND : Dispute.NONE,
      disputeTicks: 1,
      demandedMils: id === OWN_FIRM || id === 9 ? Math.round(wage * 1.08) : 0,
      ...(coop ? NO_SHARES : shares(id)),
      instalmentsMils: id === 4 ? mils(18_250) : 0,
      ticksToReceiver: 0,
      windingUp: 0,
      ...(coop ? units(id) : NO_UNITS),
    };
  }

  // One tick: prices drift, people move, books close.
  close() {
    if (this.finished) return;
    this.tick++;
    const events = [];
    const say = (kind, rest = {}) => events.push({ tick: this.tick, kind, ...rest });
    for (const market of this.markets) this.#auction(market, say);
    for (const e of this.enterprises) this.#week(e, say);
    this.#decide(say);
    for (const s of this.seats) this.#pay(s, say);
    this.#standings();
    if (this.tick >= this.finalTick) {
      this.finished = true;
      say(EventKind.WORLD_FINISHED, { subjectId: 32 });
    }
    this.events = [...this.events, ...events].slice(-200);
    this.history.push(this.#moment());
    return events;
  }

  #auction(market, say) {
    const before = market.price;
    const pull = (mils(ANCHOR[market.good]) - market.price) * 0.12;
    market.price = Math.max(CROWN, Math.round(market.price * (1 + (this.random() - 0.5) * 0.07) + pull));
    market.volume = Math.round(VOLUME[market.good] * (0.93 + this.random() * 0.14));
    market.curves = curves(market.price, market.volume);
    const moved = Math.round(((market.price - before) * 10_000) / before);
    if (Math.abs(moved) > 420) say(EventKind.PRICE_MOVE, { good: market.good, value: BigInt(moved) });
  }

  #week(e, say) {
    const price = this.markets[e.product - 1].price;
    e.hired = 0;
    e.quit = 0;
    const roll = this.random();
    if (roll < 0.12 && e.workers > (e.id <= 2 ? 26 : 8)) {
      e.quit = 1 + Math.floor(this.random() * 3);
      const other = this.enterprises[Math.floor(this.random() * this.enterprises.length)];
      if (other.id !== e.id && other.expectedPayMils > e.expectedPayMils) {
        other.hired += e.quit;
        other.workers += e.quit;
        say(EventKind.LABOUR_FLIGHT, { enterpriseId: e.id, otherEnterpriseId: other.id, value: BigInt(e.quit) });
      } else e.quit = 1;
      e.workers -= e.quit;
    }
    e.places = Math.max(e.places, e.workers);
    e.askPriceMils = Math.round((e.askPriceMils + price) / 2);
    e.outputLots = Math.round(e.workers * (92 + this.random() * 14));
    e.soldLots = Math.min(e.outputLots + e.stockLots, Math.round(e.outputLots * (0.9 + this.random() * 0.16)));
    e.stockLots = e.outputLots + e.stockLots - e.soldLots;
    e.revenueMils = e.soldLots * price;
    if (e.form === Form.COOPERATIVE) e.expectedPayMils = e.wageMils + mils(70 + this.random() * 130);
    if (roll > 0.985) say(EventKind.CASH_LOW, { enterpriseId: e.id, value: 2n });
  }

  #decide(say) {
    for (const m of this.motions) {
      if (!m.open || m.closesTick > this.tick) continue;
      m.open = false;
      const mine = [...this.people.values()].map((p) => p.votes.get(m.id));
      m.yes = m.leaningYes + mine.filter((c) => c === Choice.YES).length;
      m.no = m.leaningNo + mine.filter((c) => c === Choice.NO).length;
      m.carried = m.yes >= m.neededYes;
      say(m.carried ? EventKind.MOTION_CARRIED : EventKind.MOTION_LOST, {
        enterpriseId: OWN_COOP,
        value: BigInt(m.id),
        change: m.change,
      });
      if (m.carried && m.change.change.case === "baseWageMils")
        this.enterprises[1].wageMils = Number(m.change.change.value);
    }
  }

  #pay(s, say) {
    const p = this.people.get(s.id);
    const opening = p.cash;
    const parts = [];
    const part = (reason, amount) => amount !== 0 && parts.push({ reason, amountMils: BigInt(amount) });
    const job = this.enterprises[s.enterpriseId - 1];
    const slip = { base: 0, share: 0, dividend: 0, benefit: 0, tax: 0, account: 0 };
    if (s.role === Role.CAPITALIST) slip.dividend = p.firm.dividend;
    else if (job) slip.base = job.wageMils;
    else slip.benefit = mils(320);
    if (s.role === Role.MEMBER && job) {
      slip.share = Math.round(mils(60 + this.random() * 120) * (p.effort / 10_000));
      slip.account = Math.round(slip.share * 0.4);
      p.account += slip.account;
    }
    slip.tax = Math.floor((slip.base + slip.share + slip.dividend) * 0.1);
    part(Reason.WAGE, slip.base);
    part(Reason.SURPLUS_SHARE, slip.share);
    part(Reason.DIVIDEND, slip.dividend);
    part(Reason.BENEFIT, slip.benefit);
    part(Reason.INCOME_TAX, -slip.tax);
    part(Reason.CITIZEN_DIVIDEND, mils(12.4));
    const wanted = Math.round((mils(880 + this.random() * 60) * p.spending) / 10_000);
    part(Reason.PURCHASES, -Math.min(wanted, Math.floor(opening * 0.06) + slip.base));
    p.cash = opening + parts.reduce((sum, x) => sum + Number(x.amountMils), 0);
    p.statement = { openingMils: BigInt(opening), contributions: parts, closingMils: BigInt(p.cash) };
    p.slip = slip;
    if (p.appliedTo) {
      s.enterpriseId = p.appliedTo;
      say(EventKind.HIRED, { enterpriseId: p.appliedTo, subjectId: s.id });
      p.appliedTo = 0;
    }
    if (p.leaving) {
      say(EventKind.LEFT_WORK, { enterpriseId: s.enterpriseId, subjectId: s.id });
      s.enterpriseId = 0;
      p.leaving = false;
    }
    p.livelihood += 30 + Math.floor(this.random() * 40);
    if (s.role === Role.CAPITALIST) this.#firmBooks(s, p, say);
  }

  #firmBooks(s, p, say) {
    const e = this.enterprises[s.enterpriseId - 1];
    const f = p.firm;
    Object.assign(e, { wageMils: f.wage, expectedPayMils: f.wage, places: f.places, askPriceMils: f.ask });
    e.workers = Math.min(e.workers, f.places);
    const opening = f.cash;
    const inputs = Math.round((f.inputs || 400) * this.markets[2].price);
    const parts = [
      { reason: Reason.SALES, amountMils: BigInt(e.revenueMils) },
      { reason: Reason.PURCHASES, amountMils: BigInt(-inputs) },
      { reason: Reason.WAGE, amountMils: BigInt(-e.workers * f.wage) },
      { reason: Reason.DIVIDEND, amountMils: BigInt(-f.dividend) },
      { reason: Reason.INVESTMENT, amountMils: BigInt(f.invested) },
    ];
    f.cash = Math.max(mils(9_000), opening + parts.reduce((sum, x) => sum + Number(x.amountMils), 0));
    parts[0].amountMils += BigInt(f.cash - opening) - parts.reduce((sum, x) => sum + x.amountMils, 0n);
    f.statement = { openingMils: BigInt(opening), contributions: parts, closingMils: BigInt(f.cash) };
    if (f.dividend > 0) say(EventKind.DIVIDEND_PAID, { enterpriseId: e.id, value: BigInt(f.dividend) });
    f.dividend = 0;
    f.invested = 0;
  }

  #standings() {
    const worth = this.seats.map((s) => Math.max(1, this.people.get(s.id).cash + this.people.get(s.id).account));
    const life = this.seats.map((s) => this.people.get(s.id).livelihood);
    const share = (list) => {
      const sum = list.reduce((a, b) => a + b, 0);
      const out = list.map((v) => Math.floor((v * 10_000) / sum));
      out[0] += 10_000 - out.reduce((a, b) => a + b, 0);
      return out;
    };
    const [wealth, livelihood] = [share(worth), share(life)];
    this.seats.forEach((s, i) => {
      s.wealthBp = wealth[i];
      s.livelihoodBp = livelihood[i];
      s.progressBp = livelihood[i];
      s.standingBp = Math.round((wealth[i] + 2 * livelihood[i]) / 3);
    });
  }

  #moment() {
    const [a, b, c, d, machinery, engines, land] = this.markets;
    const mean = (form) => {
      const list = this.enterprises.filter((e) => e.form === form);
      const heads = list.reduce((n, e) => n + e.workers, 0);
      return Math.round(list.reduce((n, e) => n + e.expectedPayMils * e.workers, 0) / heads);
    };
    const employed = this.enterprises.reduce((n, e) => n + e.workers, 0);
    const members = this.enterprises.filter((e) => e.form === Form.COOPERATIVE).reduce((n, e) => n + e.workers, 0);
    return {
      tick: this.tick,
      provisionsPriceMils: a.price,
      provisionsVolumeLots: a.volume,
      comfortsPriceMils: b.price,
      comfortsVolumeLots: b.volume,
      materialsPriceMils: c.price,
      materialsVolumeLots: c.volume,
      employed,
      proprietaryPayMils: mean(Form.PROPRIETARY),
      cooperativePayMils: mean(Form.COOPERATIVE),
      cooperativeLabourBp: Math.round((members * 10_000) / employed),
      wealthGiniBp: 3400 + Math.round(Math.sin(this.tick / 9) * 220),
      velocityBp: 1150 + Math.round(Math.cos(this.tick / 6) * 90),
      culturePriceMils: d.price,
      cultureVolumeLots: d.volume,
      machineryPriceMils: machinery.price,
      machineryVolumeLots: machinery.volume,
      enginesPriceMils: engines.price,
      enginesVolumeLots: engines.volume,
      landPriceMils: land.price,
      landVolumeLots: land.volume,
      rentMils: mils(17.2),
      technotariatBp: 1_600 + this.tick * 20,
      unionisedBp: 2_100 + this.tick * 12,
      onStrike: this.tick % 17 < 3 ? 9 : 0,
      priceIndexBp: 10_000 + this.tick * 14,
      moneyMils: this.money + mils(this.tick * 900),
      unemployedBp: 620 + Math.round(Math.sin(this.tick / 7) * 180),
      incomeGiniBp: 2_150 + Math.round(Math.cos(this.tick / 8) * 160),
      lowPayMils: mils(610 + this.tick * 1.4),
      medianPayMils: mils(840 + this.tick * 2.1),
      highPayMils: mils(1_320 + this.tick * 4.2),
    };
  }

  propose(proposerId, change) {
    const id = ++this.motionId;
    const electorate = this.enterprises[OWN_COOP - 1].workers;
    const yes = Math.floor(electorate * 0.46);
    const coop = this.enterprises[OWN_COOP - 1];
    const now = {
      baseWageMils: { case: "baseWageMils", value: BigInt(coop.wageMils) },
      surplusSplit: {
        case: "surplusSplit",
        value: {
          distributionBp: coop.distributionBp,
          accountsBp: coop.accountsBp,
          reserveBp: coop.reserveBp,
          commonsBp: coop.commonsBp,
        },
      },
      meritBp: { case: "meritBp", value: coop.meritBp },
      places: { case: "places", value: coop.places },
      managerId: { case: "managerId", value: coop.headId },
    }[change.case];
    this.motions.unshift({
      id,
      proposerId,
      change: { change },
      current: { change: now },
      openedTick: this.tick,
      closesTick: this.tick + 4,
      electorate,
      leaningYes: yes,
      leaningNo: electorate - yes - 2,
      nearTheLine: 4,
      neededYes: Math.floor(electorate / 2) + 1,
      effectOnMeMils: BigInt(change.case === "surplusSplit" ? mils(-31.5) : mils(48.2)),
      open: true,
      carried: false,
      yes: 0,
      no: 0,
    });
    return {
      tick: this.tick,
      kind: EventKind.MOTION_OPENED,
      subjectId: proposerId,
      enterpriseId: OWN_COOP,
      value: BigInt(id),
      change: { change },
    };
  }
}

const NO_SHARES = {
  sharesIssued: 0,
  trustBp: 0,
  shareWorthMils: 0,
  shareAverageMils: 0,
  sharePriceMils: 0,
  shareVolume: 0,
  shareBidMils: 0,
  shareAskMils: 0,
  headShares: 0,
  buyOutPriceMils: 0,
  buyOutClosesTick: 0,
  buyOutByWorkers: false,
  buyOutBidderId: 0,
};

const NO_UNITS = {
  unitsOut: 0,
  unitsOffered: 0,
  unitPriceMils: 0,
  unitRateBp: 0,
  unitsOwedMils: 0,
  unitsUnpaidTicks: 0,
};

// Every other co-operative has outside capital; one owes its return.
function units(id) {
  if (id % 4 !== 0) return NO_UNITS;
  const owes = id % 8 === 0;
  return {
    unitsOut: 240 + id,
    unitsOffered: owes ? 0 : 120,
    unitPriceMils: mils(100),
    unitRateBp: 425 + id * 5,
    unitsOwedMils: owes ? mils(214.6) : 0,
    unitsUnpaidTicks: owes ? 3 : 0,
  };
}

// Some enterprises have never been traded; one is bid for by a person, one its own people would take over.
function shares(id) {
  const worth = mils(3.2 + ((id * 37) % 60) / 10);
  const traded = id % 4 !== 3;
  const bid = id === 5 ? 52 : id === 9 ? 209 : 0;
  return {
    sharesIssued: 10_000,
    trustBp: id % 2 === 1 ? 1_000 : 0,
    shareWorthMils: worth,
    shareAverageMils: traded ? worth + mils(0.4) : 0,
    sharePriceMils: traded ? worth + mils(0.6) : 0,
    shareVolume: traded ? 40 + id : 0,
    shareBidMils: traded ? worth + mils(0.5) : 0,
    shareAskMils: traded ? worth + mils(0.9) : 0,
    headShares: 6_200,
    buyOutPriceMils: bid > 0 ? worth + mils(1) : 0,
    buyOutClosesTick: bid > 0 ? 36 : 0,
    buyOutByWorkers: id === 9,
    buyOutBidderId: bid,
  };
}

function seat(id, role, name, enterpriseId) {
  return {
    id,
    role,
    name,
    controller: name === "" ? Controller.VACANT : name === "Ines" ? Controller.CARETAKER : Controller.PLAYER,
    ready: name === "Tobias",
    enterpriseId,
    wealthBp: 0,
    livelihoodBp: 0,
    standingBp: 0,
    progressBp: 0,
  };
}

function person({ role }) {
  const rich = role === Role.CAPITALIST;
  return {
    cash: mils(rich ? 18_400 : 4_180.35),
    account: role === Role.MEMBER ? mils(1_912.4) : 0,
    effort: 10_000,
    spending: 10_000,
    appliedTo: 0,
    leaving: false,
    livelihood: 900,
    orders:
      role === Role.CAPITALIST
        ? [{ good: Good.MATERIALS, side: Side.BUY, quantityLots: 120, limitPriceMils: BigInt(mils(7.6)) }]
        : [],
    holdings: rich
      ? [
          { id: OWN_FIRM, shares: 6_200 },
          { id: 5, shares: 300, orderSide: Side.SELL, orderQuantity: 120, orderLimitMils: mils(6.4) },
        ]
      : [],
    votes: new Map(),
    statement: { openingMils: 0n, contributions: [], closingMils: 0n },
    slip: null,
    firm: {
      wage: mils(1020),
      places: 32,
      ask: mils(14.4),
      target: 2900,
      inputs: 600,
      inputLimit: mils(9),
      dividend: 0,
      invested: 0,
      boardOrder: { side: Side.SELL, quantity: 500n, limit: mils(7.1) },
      cash: mils(61_000),
      statement: null,
    },
  };
}

// Buyers thin out as the price rises and sellers as it falls; both curves meet at the given price and volume.
function curves(price, volume) {
  const demand = { price: [], lots: [] };
  const supply = { price: [], lots: [] };
  for (let i = 0; i < 24; i++) {
    const dear = 1.9 - (i / 23) * 1.35;
    demand.price.push(Math.round(price * dear));
    demand.lots.push(Math.round(volume * (dear >= 1 ? Math.exp(-2.1 * (dear - 1)) : 1 + (1 - dear) * 1.9)));
    const cheap = 0.72 + (i / 23) * 0.62;
    supply.price.push(Math.round(price * cheap));
    supply.lots.push(Math.round(volume * (cheap <= 1 ? ((cheap - 0.7) / 0.3) ** 0.8 : 1 + (cheap - 1) * 1.3)));
  }
  return { demand, supply };
}

export { MATERIALS_PER_100, mils };
