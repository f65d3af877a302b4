"""Orders, one function an action. Each returns the JSON form of the protocol's Action, ready to be given.

Money is in mils (100 000 to the crown), goods in lots, shares and rates in basis points (10 000 are all).
"""

from __future__ import annotations

from typing import Any, Dict, Literal, TypedDict

Order = Dict[str, Any]

Form = Literal[
    "FORM_PROPRIETARY",
    "FORM_COOPERATIVE",
]
Good = Literal[
    "GOOD_PROVISIONS",
    "GOOD_COMFORTS",
    "GOOD_MATERIALS",
    "GOOD_CULTURE",
    "GOOD_MACHINERY",
    "GOOD_ENGINES",
    "GOOD_LAND",
]
Choice = Literal[
    "CHOICE_YES",
    "CHOICE_NO",
    "CHOICE_ABSTAIN",
]
Side = Literal[
    "SIDE_BUY",
    "SIDE_SELL",
]
Task = Literal[
    "TASK_HANDS",
    "TASK_MINDS",
]
Answer = Literal[
    "ANSWER_CONCEDE",
    "ANSWER_HOLD_OUT",
]
Law = Literal[
    "LAW_INCOME_TAX",
    "LAW_PROFIT_TAX",
    "LAW_WEALTH_TAX",
    "LAW_BENEFIT",
    "LAW_BASIC_INCOME",
    "LAW_MINIMUM_WAGE",
    "LAW_SEVERANCE",
    "LAW_MONEY_RULE",
]


class Research(TypedDict):
    """How much of the working time is research, and how much of that is on minds tasks."""

    share_bp: int
    minds_bp: int


class OfferCapital(TypedDict):
    """Units of non-voting capital: how many, for what a unit, and the return a year. No units withdraw the offer."""

    units: int
    price_mils: int
    rate_bp: int


class SurplusSplit(TypedDict):
    """How a co-operative divides a surplus; the parts sum to 10 000."""

    distribution_bp: int
    accounts_bp: int
    reserve_bp: int
    commons_bp: int


class Mandate(TypedDict):
    """What a co-operative's manager may decide without asking."""

    least_hours_bp: int
    most_hours_bp: int
    machines_bp: int
    credit_bp: int


class MotionChange(TypedDict, total=False):
    """What a motion would change; exactly one is set."""

    base_wage_mils: int
    surplus_split: SurplusSplit
    merit_bp: int
    places: int
    manager_id: int
    mandate: Mandate
    research: Research
    dual_work: bool
    demutualise: Dict[str, Any]
    expel_id: int
    offer_capital: OfferCapital
    redeem_capital: int


def found_enterprise(name: str, form: Form, product: Good, capital_mils: int) -> Order:
    """Found an enterprise with your own money: a proprietary one you own, or a co-operative whose
    first member you are."""
    return {"found_enterprise": {"name": name, "form": form, "product": product, "capital_mils": capital_mils}}


def offer_work(enterprise_id: int, wage_mils: int, places: int) -> Order:
    """Owner: the wage offered and paid per tick, and how many people to employ. Fewer places than
    people dismisses the rest at the close."""
    return {"offer_work": {"enterprise_id": enterprise_id, "wage_mils": wage_mils, "places": places}}


def set_production(enterprise_id: int, ask_price_mils: int, output_target_lots: int) -> Order:
    """Owner or elected manager: asking price of the product and lots to make per tick. The stock is
    offered in five equal steps from 84 % to 116 % of the asking price."""
    return {"set_production": {"enterprise_id": enterprise_id, "ask_price_mils": ask_price_mils, "output_target_lots": output_target_lots}}


def order_inputs(enterprise_id: int, quantity_lots: int, limit_price_mils: int) -> Order:
    """Owner or elected manager: standing order for materials, bought at each close up to the limit
    price. Zero lots cancels it."""
    return {"order_inputs": {"enterprise_id": enterprise_id, "quantity_lots": quantity_lots, "limit_price_mils": limit_price_mils}}


def declare_dividend(enterprise_id: int, amount_mils: int) -> Order:
    """Owner: pay this from the enterprise's cash at the next close. A later declaration in the same
    tick replaces it."""
    return {"declare_dividend": {"enterprise_id": enterprise_id, "amount_mils": amount_mils}}


def invest(enterprise_id: int, amount_mils: int) -> Order:
    """Owner or member: put own cash into the enterprise. A member's goes to their capital
    account."""
    return {"invest": {"enterprise_id": enterprise_id, "amount_mils": amount_mils}}


def apply_for_work(enterprise_id: int) -> Order:
    """Ask for a place. Taken up at the next close if a place is open; joining a co-operative also
    pays the entry stake."""
    return {"apply_for_work": {"enterprise_id": enterprise_id}}


def leave_work() -> Order:
    """Give notice: leaves at the next close. A member's capital account is paid out as far as the
    co-operative's cash allows."""
    return {"leave_work": {}}


def set_effort(effort_bp: int) -> Order:
    """5 000 to 12 000; 10 000 is a normal week's effort. More effort makes more, and earns a larger
    merit share."""
    return {"set_effort": {"effort_bp": effort_bp}}


def propose_motion(enterprise_id: int, change: MotionChange) -> Order:
    """Member: put a change to the vote. It is announced at this close and decided at the next."""
    return {"propose_motion": {"enterprise_id": enterprise_id, "change": change}}


def cast_vote(motion_id: int, choice: Choice) -> Order:
    """Member: vote on an open motion; may be changed until it closes."""
    return {"cast_vote": {"motion_id": motion_id, "choice": choice}}


def place_order(good: Good, side: Side, quantity_lots: int, limit_price_mils: int) -> Order:
    """A person's own order in a goods market, standing until filled or replaced; one per good and
    side. Zero lots cancels it."""
    return {"place_order": {"good": good, "side": side, "quantity_lots": quantity_lots, "limit_price_mils": limit_price_mils}}


def set_spending(share_bp: int) -> Order:
    """How freely the household spends, relative to its usual budget: 0 to 20 000, 10 000 is
    usual."""
    return {"set_spending": {"share_bp": share_bp}}


def set_hours(enterprise_id: int, hours_bp: int) -> Order:
    """Owner, or a co-operative's manager within the mandate: the week everybody works, from now.
    Output and pay follow it."""
    return {"set_hours": {"enterprise_id": enterprise_id, "hours_bp": hours_bp}}


def order_machines(enterprise_id: int, task: Task, quantity_lots: int, limit_price_mils: int) -> Order:
    """Owner, or a co-operative's manager within the mandate: machines to buy from the next auction;
    what is not filled stands. Zero lots cancels it. Machinery does hands tasks, engines do minds
    tasks."""
    return {"order_machines": {"enterprise_id": enterprise_id, "task": task, "quantity_lots": quantity_lots, "limit_price_mils": limit_price_mils}}


def set_research(enterprise_id: int, research: Research) -> Order:
    """Owner: the part of everybody's time that goes into finding out what machines can do, from
    now. A co-operative decides it by motion."""
    return {"set_research": {"enterprise_id": enterprise_id, "research": research}}


def set_union_card(member: bool) -> Order:
    """Take or give back a union card. Its holder pays dues and is paid in a strike; it speaks only
    where its holder is an employee."""
    return {"set_union_card": {"member": member}}


def vote_on_strike(choice: Choice) -> Order:
    """Card holder: strike in the coming tick, or go on striking? Counted at the close; silence is
    abstention."""
    return {"vote_on_strike": {"choice": choice}}


def answer_demand(enterprise_id: int, answer: Answer) -> Order:
    """Owner: answer a union's demand. Conceding pays the wage demanded from this close on and ends
    the dispute."""
    return {"answer_demand": {"enterprise_id": enterprise_id, "answer": answer}}


def order_shares(enterprise_id: int, side: Side, quantity: int, limit_price_mils: int) -> Order:
    """Buy or sell shares of a proprietary enterprise at each close's auction, standing until filled
    or replaced; one order an enterprise. Zero cancels it."""
    return {"order_shares": {"enterprise_id": enterprise_id, "side": side, "quantity": quantity, "limit_price_mils": limit_price_mils}}


def issue_shares(enterprise_id: int, side: Side, quantity: int, limit_price_mils: int) -> Order:
    """Owner: the board's order for the next auction alone. Selling issues new shares, at their
    worth or above, and dilutes every holder; buying cancels what is bought, at book worth or
    below."""
    return {"issue_shares": {"enterprise_id": enterprise_id, "side": side, "quantity": quantity, "limit_price_mils": limit_price_mils}}


def offer_employee_shares(enterprise_id: int, part_bp: int, price_mils: int) -> Order:
    """Owner: pass own shares to the trust of the people who work there, at once. A price is paid
    off out of half the trust's dividends; zero gives them."""
    return {"offer_employee_shares": {"enterprise_id": enterprise_id, "part_bp": part_bp, "price_mils": price_mils}}


def order_land(enterprise_id: int, side: Side, quantity_lots: int, limit_price_mils: int) -> Order:
    """Owner, or a co-operative's manager within the mandate: parcels to buy or sell at the next
    auction; what is not filled stands. Zero cancels it."""
    return {"order_land": {"enterprise_id": enterprise_id, "side": side, "quantity_lots": quantity_lots, "limit_price_mils": limit_price_mils}}


def use_land(enterprise_id: int, rented_lots: int, limit_price_mils: int, commons: bool) -> Order:
    """Owner, or a co-operative's manager: parcels to rent every tick, at most at this rent each,
    and whether to use the commons' land."""
    return {"use_land": {"enterprise_id": enterprise_id, "rented_lots": rented_lots, "limit_price_mils": limit_price_mils, "commons": commons}}


def back_commons(amount_mils: int) -> Order:
    """Anyone: give money for common use. The commons buy land with it and pay what they do not need
    to everybody."""
    return {"back_commons": {"amount_mils": amount_mils}}


def set_second_job(enterprise_id: int, share_bp: int) -> Order:
    """Anyone at work: work a share of one's time in a second enterprise with an open place, for its
    base pay. Both must allow dual work."""
    return {"set_second_job": {"enterprise_id": enterprise_id, "share_bp": share_bp}}


def set_dual_work(enterprise_id: int, allowed: bool) -> Order:
    """Owner: allow one's people to work elsewhere besides, and others' people here. A co-operative
    decides it by motion."""
    return {"set_dual_work": {"enterprise_id": enterprise_id, "allowed": allowed}}


def offer_buy_out(enterprise_id: int, price_mils: int, by_workers: bool) -> Order:
    """Offer for all shares of an enterprise but one's own and the trust's, decided at the second
    close from now: if holders of more than half agree, all pass at this price. By the workers: made
    by one of them, paid off out of surplus by the co-operative the enterprise then becomes; more
    than half of them must agree too."""
    return {"offer_buy_out": {"enterprise_id": enterprise_id, "price_mils": price_mils, "by_workers": by_workers}}


def agree_to_buy_out(enterprise_id: int, agree: bool) -> Order:
    """Holder of shares, or person who works there where the workers made the offer: agree to the
    open offer, or take that back."""
    return {"agree_to_buy_out": {"enterprise_id": enterprise_id, "agree": agree}}


def borrow(enterprise_id: int, amount_mils: int) -> Order:
    """Owner, or a co-operative's manager within the mandate: ask the mutual bank for a loan, lent
    when the tick closes. If more is asked than the bank may lend, everybody gets a part in
    proportion. Takes the place of an earlier order at the bank; zero takes it back."""
    return {"borrow": {"enterprise_id": enterprise_id, "amount_mils": amount_mils}}


def repay(enterprise_id: int, amount_mils: int) -> Order:
    """Owner, or a co-operative's manager: pay back this much of the loan when the tick closes.
    Takes the place of an earlier order at the bank."""
    return {"repay": {"enterprise_id": enterprise_id, "amount_mils": amount_mils}}


def support_take_over(support: bool) -> Order:
    """Employee of a proprietary enterprise: whether you would take it over as a co-operative, with
    the others, if it fails to pay. Standing."""
    return {"support_take_over": {"support": support}}


def propose_law(law: Law, value: int) -> Order:
    """Anyone, where the world's laws are voted on: put a change of one law to the vote of
    everybody. Counted two ticks after this one; what is carried comes into force two ticks later.
    One vote moves a law only as far as its row in WorldInfo says."""
    return {"propose_law": {"law": law, "value": value}}


def vote_on_law(law: Law, choice: Choice) -> Order:
    """Anyone: vote on the open proposal about this law; may be changed until it is counted."""
    return {"vote_on_law": {"law": law, "choice": choice}}
