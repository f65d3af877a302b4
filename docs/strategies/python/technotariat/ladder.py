"""A bot on a server's ladder: queues by its token, plays the match it is told of, and queues again."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from typing import Any, Callable, Dict, List, Optional

from technotariat.bot import Bot
from technotariat.view import View, with_numbers
from technotariat.websocket import WebSocket

_LATER = ("ERROR_CODE_BUSY", "ERROR_CODE_RATE_LIMITED")
_PAUSE = 0.5  # seconds, until what the server had no time for is asked again
_JOIN_PAUSE = 10.0  # the same for a place in the queue, of which there are so many at a time

Envelope = Dict[str, Any]


class LadderError(RuntimeError):
    """The server has refused; `code` says what, such as ERROR_CODE_ACCOUNT_NEEDED."""

    def __init__(self, error: Dict[str, Any]) -> None:
        super().__init__("%s (%s)" % (error.get("text", ""), error.get("code", "")))
        self.code: str = error.get("code", "")


class LadderPlayer:
    """Plays `bot` on the ladder of that name under the name `called`. The token is one made for a bot, on the page "Account"."""

    def __init__(self, bot: Bot, url: str, ladder: str, token: str, called: str) -> None:
        self._start(bot, WebSocket(url, "technotariat.v1.json"), ladder, token, called)

    def _start(self, bot: Bot, socket: WebSocket, ladder: str, token: str, called: str) -> None:
        self.bot = bot
        self.ladder = ladder
        self.called = called
        self._socket = socket
        self._last_request = time.time_ns() // 1_000
        self._place: Dict[str, Any] = {}
        self._clock: Dict[str, Any] = {}
        self._view: Optional[View] = None
        self._me_is_of_this_tick = False
        self._ask({"hello": {"protocol_version": 1, "token": token, "client": called}})

    def play(self, matches: int = 0) -> None:
        """So many matches, one after the other; without an end if 0. Raises `LadderError` and `ConnectionError`."""
        played = 0
        while matches == 0 or played < matches:
            self._play_in(self._world())
            played += 1

    def close(self) -> None:
        self._socket.close()

    def _world(self) -> str:
        """Queues, and waits to be told where to play."""
        joining = {"join_ladder": {"name": self.ladder, "bot": self.called}}
        while True:
            try:
                self._place = self._ask(joining, _JOIN_PAUSE)["ladder_place"]
                break
            except LadderError as error:
                if error.code != "ERROR_CODE_AT_A_TABLE":
                    raise
            # A match of an earlier run is still on: it has to be played first, or waited for.
            self._place = self._ask({"read_ladder": {"name": self.ladder}})["ladder"].get("mine", {})
            if self._place.get("state") != "LADDER_STATE_PLAYING":
                self._listen(_JOIN_PAUSE)
                continue
            break
        self._until(lambda: self._place.get("state") == "LADDER_STATE_PLAYING")
        return str(self._place["world"])

    def _play_in(self, world: str) -> None:
        self._view, self._clock, self._me_is_of_this_tick = None, {}, False
        entered = self._ask({"enter_world": {"world": world}})["entered"]
        self._until(lambda: self._view is not None and self._me_is_of_this_tick and bool(self._clock))
        view = self._view
        assert view is not None
        view.seat_id = entered["seat_id"]
        view.role = view.me.get("role", "")
        view.bot_seed = int.from_bytes(hashlib.sha256(world.encode("ascii")).digest()[:8], "big")
        final = view.world["final_tick"]
        hello = {"seat_id": view.seat_id, "role": view.role, "bot_seed": str(view.bot_seed), "ticks": final}
        self.bot.begin(view, hello)
        decided = -1
        while view.tick < final:
            if view.tick > decided and self._me_is_of_this_tick:
                decided = view.tick
                self._decide(view)
            self._take(self._receive())
        seat = view.seats.get(view.seat_id, {})
        place = 1 + sum(row["standing_bp"] > seat.get("standing_bp", 0) for row in view.seats.values())
        self.bot.end(view, {"tick": view.tick, "standing_bp": seat.get("standing_bp", 0), "place": place})
        self._until(lambda: self._place.get("state") == "LADDER_STATE_OUT")

    def _decide(self, view: View) -> None:
        tick = view.tick
        refused: List[Dict[str, Any]] = []
        for order in list(self.bot.decide(view)):
            try:
                self._ask({"act": order})
            except LadderError as error:
                refused.append({"field": next(iter(order), ""), "text": str(error)})
                print(refused[-1]["field"], refused[-1]["text"], file=sys.stderr)
        view.refused = refused
        self._ask({"set_ready": {"ready": True, "tick": tick}}, forgive=True)

    def _ask(self, request: Envelope, pause: float = _PAUSE, forgive: bool = False) -> Envelope:
        """The answer; what comes meanwhile is taken in. Raises `LadderError` unless refusals are forgiven."""
        self._last_request += 1
        number = str(self._last_request)
        while True:
            self._socket.send(json.dumps({"request_id": number, **request}))
            answer = self._receive()
            while answer.get("request_id") != number:
                self._take(answer)
                answer = self._receive()
            error = answer.get("error")
            if error is None:
                self._take(answer)
                return answer
            if error.get("code") in _LATER:
                self._listen(pause)
            elif forgive:
                return answer
            else:
                raise LadderError(error)

    def _receive(self) -> Envelope:
        text = self._socket.receive()
        assert text is not None  # without a timeout there is one
        envelope: Envelope = json.loads(text)
        return envelope

    def _listen(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            text = self._socket.receive(left)
            if text is not None:
                self._take(json.loads(text))

    def _until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._take(self._receive())

    def _take(self, envelope: Envelope) -> None:
        if "goodbye" in envelope:
            raise ConnectionError(envelope["goodbye"].get("reason", {}).get("text", "The server said goodbye."))
        if "ladder_place" in envelope and envelope["ladder_place"].get("ladder") == self.ladder:
            self._place = envelope["ladder_place"]
        public = envelope.get("snapshot") or envelope.get("delta")
        if public is not None:
            self._take_public(public)
        if "me" in envelope and self._view is not None:
            self._view.take_own(envelope["me"], self._view.refused)
            self._me_is_of_this_tick = True
        if "clock" in envelope:
            self._clock = with_numbers(envelope["clock"])

    def _take_public(self, public: Dict[str, Any]) -> None:
        if self._view is None:
            self._view = View(0, "", 0)
        tick = public.get("world", {}).get("tick", self._view.tick)
        # At a close the public part comes first, then the seat's own: until then that is of the tick before.
        self._me_is_of_this_tick = self._me_is_of_this_tick and tick == self._view.tick
        events = self._view.events
        self._view.take_public(tick, public)
        if "events" not in public or not public["events"]:
            self._view.events = events
