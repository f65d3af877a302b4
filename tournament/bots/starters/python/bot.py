#!/usr/bin/env python3
"""A bot for Technotariat. Change decide(); what is below it is the conversation with the referee."""

import json
import sys

# What the referee shows; the rest is missing. Add what you use, or leave the list empty to see everything, which takes longer.
FIELDS = [
    "enterprises.open", "enterprises.workers", "enterprises.places", "enterprises.expected_pay_mils",
    "enterprises.product", "enterprises.form", "enterprises.sold_lots", "markets.good", "markets.price_mils",
    "me.spending_bp", "me.employer_id", "me.assembly.motions",
    "me.books.enterprise_id", "me.books.may_manage", "me.books.cash_mils", "me.books.wage_mils",
    "me.books.product_stock_lots", "me.books.materials_stock_lots", "me.books.materials_per_100_lots",
    "me.books.materials_to_run_lots", "me.books.capacity_lots", "me.books.ask_price_mils",
    "me.books.output_target_lots", "me.books.agreed_wage_mils", "me.books.debt.may_pay_out",
]


def decide(view):
    """The orders of this tick, in order. Money is in mils, goods in lots, shares in basis points (10 000 are all)."""
    if view.role == "ROLE_CAPITALIST":
        orders = spend(view, 6000)
        for books in view.me["books"]:
            orders += run_enterprise(view, books)
        return orders
    if view.role == "ROLE_MEMBER":
        return spend(view, 2000) + vote(view) + ([] if view.me["employer_id"] else seek_work(view))
    return spend(view, 3000) + seek_work(view)


def spend(view, share):
    """How freely the household spends, relative to its usual budget: what is saved counts as wealth."""
    return [] if view.me["spending_bp"] == share else [{"set_spending": {"share_bp": share}}]


def seek_work(view):
    """The best-paid open place there is, if it pays three per cent more than the present one."""
    own = view.enterprises.get(view.me["employer_id"])
    most = own["expected_pay_mils"] * 103 // 100 if own and own["open"] else 0
    best = None
    for row in view.enterprises.values():
        if row["open"] and row["workers"] < row["places"] and row["expected_pay_mils"] > most:
            most, best = row["expected_pay_mils"], row["id"]
    return [{"apply_for_work": {"enterprise_id": best}}] if best else []


def vote(view):
    """For what raises one's own pay, against what lowers it."""
    orders = []
    for motion in (view.me.get("assembly") or {"motions": []})["motions"]:
        effect = int(motion["effect_on_me_mils"])
        if motion["open"] and effect != 0 and motion["my_choice"] == "CHOICE_UNSPECIFIED":
            choice = "CHOICE_YES" if effect > 0 else "CHOICE_NO"
            orders.append({"cast_vote": {"motion_id": motion["id"], "choice": choice}})
    return orders


def run_enterprise(view, books):
    """Makes what sells, asks a little more than it costs, pays about what is usual, grows while goods are short."""
    row = view.enterprises.get(books["enterprise_id"])
    if not books["may_manage"] or row is None or not row["open"]:
        return []
    enterprise, people = row["id"], row["workers"]
    cash, wage, stock = int(books["cash_mils"]), int(books["wage_mils"]), int(books["product_stock_lots"])
    a_hundred = int(books["materials_per_100_lots"])  # materials for as many lots
    price, materials_price = view.prices[row["product"]], view.prices["GOOD_MATERIALS"]
    materials = materials_price * a_hundred // 100
    lots_a_person = max(40, int(books["capacity_lots"]) // people) if people else 100
    worth_of_one = lots_a_person * max(0, price - materials)
    cost = max(1, wage // lots_a_person + materials)

    sold, ask, target = max(60, row["sold_lots"]), int(books["ask_price_mils"]), int(books["output_target_lots"])
    if stock > sold:  # too much in store: cheaper, and less of it
        ask, target = ask - ask // 40, max(60, target - target // 40)
    elif stock < sold // 4:  # sold out: dearer, and more of it
        ask, target = ask + ask // 50, target + target // 50 + 1
    orders = [{"set_production": {
        "enterprise_id": enterprise, "ask_price_mils": max(ask, cost), "output_target_lots": target}}]

    wanted = 2 * int(books["capacity_lots"]) * a_hundred // 100 + int(books["materials_to_run_lots"])
    wanted = max(0, wanted - int(books["materials_stock_lots"]))
    if a_hundred:
        orders.append({"order_inputs": {
            "enterprise_id": enterprise, "quantity_lots": wanted, "limit_price_mils": materials_price * 115 // 100 + 1}})

    if row["form"] == "FORM_PROPRIETARY":
        pay = max(1, (9 * wage + min(view.usual_pay() * 99, worth_of_one * 95) // 100) // 10)
        needed = (target + lots_a_person // 2) // lots_a_person
        places = people + 1 + people // 10 if needed > people and cash > people * wage else max(1, people)
        orders.append({"offer_work": {"enterprise_id": enterprise, "wage_mils": max(pay, int(books["agreed_wage_mils"])),
                                      "places": places}})
        kept = 3 * max(2, people) * wage
        if cash > kept and books["debt"]["may_pay_out"]:
            orders.append({"declare_dividend": {"enterprise_id": enterprise, "amount_mils": (cash - kept) // 3}})
    return orders


# ---- The conversation: hello, ready, tick, orders, tick, orders, …, end, and perhaps hello again. ----


class View:
    """What a person in your seat sees. `me` is as the referee sent it: its 64-bit numbers are strings."""

    def __init__(self, hello):
        self.role, self.seat_id, self.bot_seed = hello["role"], hello["seat_id"], int(hello["bot_seed"])
        self.tick = 0
        self.enterprises = {}  # rows by id, their numbers as numbers
        self.prices = {}  # by good, of the last auction
        self.me = {}
        self.refused = []  # orders of the tick before that did nothing, and why
        self.news = {}  # the message's public part: also seats, history, events and the world

    def take(self, tick):
        self.tick, self.me, self.refused = tick["tick"], tick["me"], tick.get("refused", [])
        self.news = tick.get("snapshot") or tick.get("delta") or {}
        table = self.news.get("enterprises", {})
        columns = {name: numbers(column) for name, column in table.items() if column}
        for at, number in enumerate(columns.get("id", [])):
            self.enterprises[number] = {name: column[at] for name, column in columns.items()}
        for market in self.news.get("markets", []):
            self.prices[market["good"]] = int(market["price_mils"])

    def usual_pay(self):
        """What work pays: the mean over everybody who works."""
        people = sum(row["workers"] for row in self.enterprises.values())
        return sum(row["workers"] * row["expected_pay_mils"] for row in self.enterprises.values()) // max(1, people)


def numbers(column):
    """64-bit numbers are strings in JSON."""
    first = column[0]
    return [int(value) for value in column] if isinstance(first, str) and first.lstrip("-").isdigit() else column


def main():
    view = None
    for line in sys.stdin:
        message = json.loads(line)
        if "hello" in message:  # a match begins: forget the one before
            view = View(message["hello"])
            answer = {"ready": {"fields": FIELDS} if FIELDS else {}}
        elif "tick" in message:
            view.take(message["tick"])
            for refused in view.refused:
                print(refused["field"], refused["text"], file=sys.stderr)
            answer = {"orders": {"tick": view.tick, "actions": decide(view)}}
        else:  # "end": the result is in it
            continue
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
