"""What a person in a seat sees, kept up to date from snapshots and deltas."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional

Row = Dict[str, Any]

ROLES = ("ROLE_CAPITALIST", "ROLE_MEMBER", "ROLE_WORKER")


def with_numbers(value: Any) -> Any:
    """The same with 64-bit numbers, which are strings in JSON, as numbers. Names stay as they are."""
    if isinstance(value, dict):
        return {key: inner if key in ("name", "title", "text") else with_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_numbers(inner) for inner in value]
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    return value


def rows_of(table: Mapping[str, List[Any]]) -> List[Row]:
    """A table of columns as rows. Empty columns are left out."""
    columns = {name: column if name == "name" else with_numbers(column) for name, column in table.items() if column}
    return [{name: column[at] for name, column in columns.items()} for at in range(len(columns.get("id", ())))]


class View:
    """The world as the seat sees it. Rows are never removed; `markets` are by good, the other tables by id."""

    def __init__(self, seat_id: int, role: str, bot_seed: int) -> None:
        self.seat_id = seat_id
        self.role = role
        self.bot_seed = bot_seed
        self.tick = 0
        self.world: Row = {}
        self.seats: Dict[int, Row] = {}
        self.enterprises: Dict[int, Row] = {}
        self.markets: Dict[str, Row] = {}
        self.events: List[Row] = []  # of the last close
        self.me: Row = {}
        self.refused: List[Row] = []  # orders of the tick before that did nothing, and why

    def take_public(self, tick: int, public: Optional[Mapping[str, Any]]) -> None:
        """Takes in a snapshot or a delta."""
        self.tick = tick
        public = public or {}
        if public.get("world"):
            self.world = with_numbers(public["world"])
        for name, table in (("seats", self.seats), ("enterprises", self.enterprises)):
            for row in rows_of(public.get(name) or {}):
                table[row["id"]] = row
        for market in public.get("markets", ()):
            self.markets[market["good"]] = with_numbers(market)
        self.events = with_numbers(public.get("events", []))

    def take_own(self, me: Optional[Mapping[str, Any]], refused: List[Row]) -> None:
        """Takes in the seat's own part, which always comes whole."""
        self.me = with_numbers(me or {})
        self.refused = refused

    def usual_pay_mils(self) -> int:
        """What work pays: the mean of what enterprises are expected to pay, over everybody who works."""
        people = sum(row["workers"] for row in self.enterprises.values())
        return sum(row["workers"] * row["expected_pay_mils"] for row in self.enterprises.values()) // max(1, people)
