"""The conversation of a bot that a tournament starts: hello, ready, tick, orders, …, end."""

from __future__ import annotations

import json
import sys
from typing import Any, Dict, Iterable, Optional, Sequence, TextIO

from technotariat.orders import Order
from technotariat.view import View


class Bot:
    """Override `decide`, and call `run`. One Bot plays match after match; `begin` and `end` are told of each."""

    fields: Sequence[str] = ()
    """What to see, such as "enterprises.wage_mils", "markets" or "me.cash_mils"; everything if empty. Less is faster."""

    def decide(self, view: View) -> Iterable[Order]:
        """The orders of this tick, in order."""
        raise NotImplementedError

    def begin(self, view: View, hello: Dict[str, Any]) -> None:
        """A match begins: forget the one before."""

    def end(self, view: View, result: Dict[str, Any]) -> None:
        """The match is over; `result` has `standing_bp` and `place`."""

    def run(self, source: Optional[TextIO] = None, sink: Optional[TextIO] = None) -> None:
        """Plays until the input ends. Orders that were refused are told on standard error."""
        source, sink = source or sys.stdin, sink or sys.stdout
        view = View(0, "", 0)
        for line in source:
            message = json.loads(line)
            if "hello" in message:
                hello = message["hello"]
                view = View(hello["seat_id"], hello["role"], int(hello["bot_seed"]))
                self.begin(view, hello)
                answer: Dict[str, Any] = {"ready": {"fields": list(self.fields)}}
            elif "tick" in message:
                tick = message["tick"]
                view.take_public(tick["tick"], tick.get("snapshot") or tick.get("delta"))
                view.take_own(tick.get("me"), tick.get("refused", []))
                for refused in view.refused:
                    print(refused["field"], refused["text"], file=sys.stderr)
                answer = {"orders": {"tick": view.tick, "actions": list(self.decide(view))}}
            else:
                if "end" in message:
                    self.end(view, message["end"])
                continue
            sink.write(json.dumps(answer) + "\n")
            sink.flush()
