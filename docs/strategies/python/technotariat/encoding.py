"""Views as vectors of numbers, and vectors of choices as orders: what a learner needs that knows nothing of the game.

Whoever wants more takes the whole view out of `infos` and gives orders of their own (`technotariat.orders`).
"""

from __future__ import annotations

from typing import Any, List, Sequence

from technotariat import orders
from technotariat.orders import Order
from technotariat.view import ROLES, View

ENTERPRISES = 24
"""Enterprises seen, by id; those beyond are left out, and rows that do not exist are zero."""

GOODS = ("GOOD_PROVISIONS", "GOOD_COMFORTS", "GOOD_MATERIALS", "GOOD_CULTURE", "GOOD_MACHINERY", "GOOD_ENGINES")

_OF_AN_ENTERPRISE = 9
_OWN = 13
LENGTH = _OWN + len(ROLES) + len(GOODS) + ENTERPRISES * _OF_AN_ENTERPRISE
LIMIT = 1_000.0
"""No number of an observation is further from zero."""

STEPS = (-10, -3, 0, 3, 10)
"""Per cent by which a choice moves a wage, a price or a plan."""

CHOICES = (ENTERPRISES + 1, 4, 4, len(STEPS), len(STEPS), len(STEPS), 5, 3)
"""Apply to an enterprise (0: none), effort, spending, wage, price, output, places (two fewer to two more), vote."""

_EFFORTS = (5_000, 8_000, 10_000, 12_000)
_SPENDINGS = (2_000, 6_000, 10_000, 14_000)


def _money(mils: int) -> float:
    """In thousands of crowns: most figures of a household and a firm are then within a few units."""
    return mils / 100_000_000


def observation(view: View) -> List[float]:
    """So many numbers (`LENGTH`), each within `LIMIT`."""
    me = view.me
    slip = me.get("payslip") or {}
    final = max(1, view.world.get("final_tick", 1))
    books = (me.get("books") or [{}])[0]
    seat = view.seats.get(view.seat_id, {})
    numbers: List[float] = [
        view.tick / final,
        _money(me["cash_mils"]),
        _money(me["wealth_mils"]),
        _money(me["usual_pay_mils"]) * 100,
        _money(slip.get("net_mils", 0)) * 100,
        me["effort_bp"] / 10_000,
        me["spending_bp"] / 10_000,
        me["skill_bp"] / 10_000,
        me["employer_id"],
        seat.get("standing_bp", 0) / 10_000,
        _money(books.get("cash_mils", 0)),
        books.get("capacity_lots", 0) / 10_000,
        books.get("product_stock_lots", 0) / 10_000,
    ]
    numbers += [float(view.role == role) for role in ROLES]
    numbers += [view.markets.get(good, {}).get("price_mils", 0) / 1_000_000 for good in GOODS]
    for number in range(1, ENTERPRISES + 1):
        row = view.enterprises.get(number)
        if row is None:
            numbers += [0.0] * _OF_AN_ENTERPRISE
            continue
        numbers += [
            float(row["open"]),
            float(row["form"] == "FORM_COOPERATIVE"),
            float(row["head_id"] == view.seat_id),
            row["workers"] / 10,
            (row["places"] - row["workers"]) / 10,
            _money(row["expected_pay_mils"]) * 100,
            row["ask_price_mils"] / 1_000_000,
            row["sold_lots"] / 10_000,
            row["stock_lots"] / 10_000,
        ]
    return [max(-LIMIT, min(LIMIT, float(number))) for number in numbers]


def _moved(value: int, choice: int) -> int:
    return max(1, value + value * STEPS[choice] // 100)


def chosen_orders(view: View, choices: Sequence[Any]) -> List[Order]:
    """The orders that a vector of `CHOICES` stands for in this view. Only what would change something is ordered."""
    apply_to, effort, spending, wage, price, output, places, vote = (int(choice) for choice in choices)
    decided: List[Order] = []
    if _EFFORTS[effort] != view.me["effort_bp"]:
        decided.append(orders.set_effort(_EFFORTS[effort]))
    if _SPENDINGS[spending] != view.me["spending_bp"]:
        decided.append(orders.set_spending(_SPENDINGS[spending]))
    if apply_to in view.enterprises and view.enterprises[apply_to]["open"] and apply_to != view.me["employer_id"]:
        decided.append(orders.apply_for_work(apply_to))
    for books in view.me.get("books", ()):
        number = books["enterprise_id"]
        if not books["may_manage"]:
            continue
        ask, target = _moved(books["ask_price_mils"], price), _moved(books["output_target_lots"], output)
        decided.append(orders.set_production(number, ask, target))
        materials = view.markets.get("GOOD_MATERIALS", {}).get("price_mils", 0)
        wanted = 2 * books["capacity_lots"] * books["materials_per_100_lots"] // 100 - books["materials_stock_lots"]
        if wanted > 0:
            decided.append(orders.order_inputs(number, wanted, materials * 115 // 100 + 1))
        row = view.enterprises.get(number)
        if row is not None and row["form"] == "FORM_PROPRIETARY":
            decided.append(orders.offer_work(number, _moved(books["wage_mils"], wage), max(1, books["places"] + places - 2)))
    for motion in (view.me.get("assembly") or {}).get("motions", ()):
        if motion["open"] and vote > 0:
            decided.append(orders.cast_vote(motion["id"], "CHOICE_YES" if vote == 1 else "CHOICE_NO"))
    return decided
