// A bot for Technotariat. Change decide(); what is below it is the conversation with the referee.
import { createInterface } from "node:readline";

// What the referee shows; the rest is missing. Add what you use, or leave the list empty to see everything, which takes longer.
const FIELDS = [
  "enterprises.open", "enterprises.workers", "enterprises.places", "enterprises.expected_pay_mils",
  "enterprises.product", "enterprises.form", "enterprises.sold_lots", "markets.good", "markets.price_mils",
  "me.spending_bp", "me.employer_id", "me.assembly.motions",
  "me.books.enterprise_id", "me.books.may_manage", "me.books.cash_mils", "me.books.wage_mils",
  "me.books.product_stock_lots", "me.books.materials_stock_lots", "me.books.materials_per_100_lots",
  "me.books.materials_to_run_lots", "me.books.capacity_lots", "me.books.ask_price_mils",
  "me.books.output_target_lots", "me.books.agreed_wage_mils", "me.books.debt.may_pay_out",
];

const part = (whole, of, parts) => Math.floor((whole * of) / parts);

/** The orders of this tick, in order. Money is in mils, goods in lots, shares in basis points (10 000 are all). */
function decide(view) {
  if (view.role === "ROLE_CAPITALIST")
    return [...spend(view, 6000), ...view.me.books.flatMap((books) => runEnterprise(view, books))];
  if (view.role === "ROLE_MEMBER")
    return [...spend(view, 2000), ...vote(view), ...(view.me.employer_id ? [] : seekWork(view))];
  return [...spend(view, 3000), ...seekWork(view)];
}

/** How freely the household spends, relative to its usual budget: what is saved counts as wealth. */
function spend(view, share) {
  return view.me.spending_bp === share ? [] : [{ set_spending: { share_bp: share } }];
}

/** The best-paid open place there is, if it pays three per cent more than the present one. */
function seekWork(view) {
  const own = view.enterprises.get(view.me.employer_id);
  let most = own?.open ? part(own.expected_pay_mils, 103, 100) : 0;
  let best = 0;
  for (const row of view.enterprises.values())
    if (row.open && row.workers < row.places && row.expected_pay_mils > most) {
      most = row.expected_pay_mils;
      best = row.id;
    }
  return best ? [{ apply_for_work: { enterprise_id: best } }] : [];
}

/** For what raises one's own pay, against what lowers it. */
function vote(view) {
  return (view.me.assembly?.motions ?? [])
    .filter((motion) => motion.open && Number(motion.effect_on_me_mils) !== 0 && motion.my_choice === "CHOICE_UNSPECIFIED")
    .map((motion) => ({
      cast_vote: { motion_id: motion.id, choice: Number(motion.effect_on_me_mils) > 0 ? "CHOICE_YES" : "CHOICE_NO" },
    }));
}

/** Makes what sells, asks a little more than it costs, pays about what is usual, grows while goods are short. */
function runEnterprise(view, books) {
  const row = view.enterprises.get(books.enterprise_id);
  if (!books.may_manage || !row?.open) return [];
  const people = row.workers;
  const enterprise = { enterprise_id: row.id };
  const cash = Number(books.cash_mils);
  const wage = Number(books.wage_mils);
  const stock = Number(books.product_stock_lots);
  const aHundred = Number(books.materials_per_100_lots); // materials for as many lots
  const materialsPrice = view.prices.get("GOOD_MATERIALS");
  const materials = part(materialsPrice, aHundred, 100);
  const capacity = Number(books.capacity_lots);
  const lotsAPerson = people ? Math.max(40, Math.floor(capacity / people)) : 100;
  const worthOfOne = lotsAPerson * Math.max(0, view.prices.get(row.product) - materials);
  const cost = Math.max(1, Math.floor(wage / lotsAPerson) + materials);

  const sold = Math.max(60, row.sold_lots);
  let ask = Number(books.ask_price_mils);
  let target = Number(books.output_target_lots);
  if (stock > sold) {
    ask -= Math.floor(ask / 40); // too much in store: cheaper, and less of it
    target = Math.max(60, target - Math.floor(target / 40));
  } else if (stock < Math.floor(sold / 4)) {
    ask += Math.floor(ask / 50); // sold out: dearer, and more of it
    target += Math.floor(target / 50) + 1;
  }
  const production = { ...enterprise, ask_price_mils: Math.max(ask, cost), output_target_lots: target };
  const orders = [{ set_production: production }];

  const wanted = part(2 * capacity, aHundred, 100) + Number(books.materials_to_run_lots);
  if (aHundred) {
    const quantity = Math.max(0, wanted - Number(books.materials_stock_lots));
    const limit = part(materialsPrice, 115, 100) + 1;
    orders.push({ order_inputs: { ...enterprise, quantity_lots: quantity, limit_price_mils: limit } });
  }
  return row.form === "FORM_PROPRIETARY" ? [...orders, ...ownersOrders()] : orders;

  function ownersOrders() {
    const aim = Math.floor(Math.min(view.usualPay() * 99, worthOfOne * 95) / 100);
    const pay = Math.max(1, Math.floor((9 * wage + aim) / 10), Number(books.agreed_wage_mils));
    const needed = Math.floor((target + Math.floor(lotsAPerson / 2)) / lotsAPerson);
    const grows = needed > people && cash > people * wage;
    const places = grows ? people + 1 + Math.floor(people / 10) : Math.max(1, people);
    const offer = { offer_work: { ...enterprise, wage_mils: pay, places } };
    const kept = 3 * Math.max(2, people) * wage;
    if (cash <= kept || !books.debt.may_pay_out) return [offer];
    return [offer, { declare_dividend: { ...enterprise, amount_mils: Math.floor((cash - kept) / 3) } }];
  }
}

// ---- The conversation: hello, ready, tick, orders, tick, orders, …, end, and perhaps hello again. ----

/** What a person in your seat sees. `me` is as the referee sent it: its 64-bit numbers are strings. */
class View {
  tick = 0;
  enterprises = new Map(); // rows by id, their numbers as numbers
  prices = new Map(); // by good, of the last auction
  me = {};
  refused = []; // orders of the tick before that did nothing, and why
  news = {}; // the message's public part: also seats, history, events and the world

  constructor(hello) {
    this.role = hello.role;
    this.seatId = hello.seat_id;
    this.botSeed = BigInt(hello.bot_seed);
  }

  take(tick) {
    this.tick = tick.tick;
    this.me = tick.me;
    this.refused = tick.refused ?? [];
    this.news = tick.snapshot ?? tick.delta ?? {};
    const columns = Object.entries(this.news.enterprises ?? {}).filter(([, column]) => column.length > 0);
    (this.news.enterprises?.id ?? []).forEach((id, at) => {
      this.enterprises.set(id, Object.fromEntries(columns.map(([name, column]) => [name, number(column[at])])));
    });
    for (const market of this.news.markets ?? []) this.prices.set(market.good, Number(market.price_mils));
  }

  /** What work pays: the mean over everybody who works. */
  usualPay() {
    let people = 0;
    let pay = 0;
    for (const row of this.enterprises.values()) {
      people += row.workers;
      pay += row.workers * row.expected_pay_mils;
    }
    return Math.floor(pay / Math.max(1, people));
  }
}

/** 64-bit numbers are strings in JSON. */
function number(value) {
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
}

let view;
for await (const line of createInterface({ input: process.stdin })) {
  const { hello, tick } = JSON.parse(line);
  if (hello) {
    view = new View(hello); // a match begins: forget the one before
    console.log(JSON.stringify({ ready: FIELDS.length > 0 ? { fields: FIELDS } : {} }));
  } else if (tick) {
    view.take(tick);
    for (const refused of view.refused) console.error(refused.field, refused.text);
    console.log(JSON.stringify({ orders: { tick: view.tick, actions: decide(view) } }));
  } // else "end": the result is in it
}
