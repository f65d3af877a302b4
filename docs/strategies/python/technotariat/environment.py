"""A whole world as an environment for many learners, with the interface of PettingZoo's parallel environments.

It needs no server: it starts the program `technotariat bot environment` and talks to it over its standard input and
output. Same seed and same actions, same trajectory.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from technotariat import encoding, spaces
from technotariat.orders import Order
from technotariat.view import View

PROGRAM_VARIABLE = "TECHNOTARIAT"
"""Names the program where it is not in PATH."""

Action = Union[Sequence[int], Sequence[Order]]


class TableError(RuntimeError):
    """The program refused a request, or ended."""


class _Table:
    """The program at the other end of two pipes."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                [*command, "bot", "environment"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
        except OSError as error:
            raise TableError(
                f"The program {command[0]} cannot be started ({error.strerror}). Put it into PATH, or its path into "
                f"the variable {PROGRAM_VARIABLE}."
            ) from error

    def ask(self, request: Mapping[str, Any]) -> Dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise TableError(f"The program has ended with code {self._process.wait()}.")
        answer = json.loads(line)
        if "error" in answer:
            raise TableError(f"{answer['error']['text']} ({answer['error']['field']})")
        return answer["state"]

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


class ParallelEnv:
    """Agents are seats: "capitalist_0", "member_0", "worker_0", … All decide at once; a step is a tick.

    An action is either a vector of choices from `action_space` or a list of orders (`technotariat.orders`); an agent
    without one decides nothing. The reward is the change of the seat's standing: its share of the laurels, 0 to 1. The
    end of the world terminates all; a match cut off by `ticks` truncates them. `infos` hold the whole `view` and the
    orders that were `refused`.
    """

    metadata = {"name": "technotariat_v0", "render_modes": [], "is_parallelizable": True}
    render_mode = None

    def __init__(
        self,
        scenario: str = "hamlet",
        capitalists: int = 1,
        members: int = 1,
        workers: int = 1,
        ticks: int = 0,
        program: Union[str, Sequence[str], None] = None,
    ) -> None:
        """`ticks`: where to cut a match off; 0: at the scenario's end. `program`: its command, if it is not the one of
        TECHNOTARIAT or in PATH."""
        if min(capitalists, members, workers) < 0 or capitalists + members + workers < 1:
            raise ValueError("A table needs at least one seat, and no fewer than none of a role.")
        program = program or os.environ.get(PROGRAM_VARIABLE) or "technotariat"
        self._command = shlex.split(program) if isinstance(program, str) else list(program)
        self._reset = {"scenario": scenario, "capitalists": capitalists, "members": members, "workers": workers, "ticks": ticks}
        counts = (("capitalist", capitalists), ("member", members), ("worker", workers))
        self.possible_agents: List[str] = [f"{role}_{at}" for role, count in counts for at in range(count)]
        self.agents: List[str] = []
        self.observation_spaces = {name: spaces.box(-encoding.LIMIT, encoding.LIMIT, encoding.LENGTH) for name in self.possible_agents}
        self.action_spaces = {name: spaces.multi_discrete(encoding.CHOICES) for name in self.possible_agents}
        self._table: Optional[_Table] = None
        self._views: Dict[str, View] = {}
        self._standings: Dict[str, float] = {}
        self._seed = -1
        self._tick = 0

    @property
    def unwrapped(self) -> "ParallelEnv":
        return self

    @property
    def num_agents(self) -> int:
        return len(self.agents)

    @property
    def max_num_agents(self) -> int:
        return len(self.possible_agents)

    def observation_space(self, agent: str) -> Any:
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Any:
        return self.action_spaces[agent]

    def reset(self, seed: Optional[int] = None, options: Optional[Mapping[str, Any]] = None) -> Tuple[Dict[str, Any], Dict[str, Any]]:
        """A new world, of this seed; of the next one, if there is none."""
        self._seed = self._seed + 1 if seed is None else seed
        if self._table is None:
            self._table = _Table(self._command)
        state = self._table.ask({"reset": {"seed": self._seed, **self._reset}})
        self.agents = list(self.possible_agents)
        self._views = {
            name: View(seat["seat_id"], seat["role"], int(seat["bot_seed"])) for name, seat in zip(self.agents, state["seats"])
        }
        self._standings = {}
        self._take(state)
        return self._observations(), self._infos()

    def step(
        self, actions: Mapping[str, Action]
    ) -> Tuple[Dict[str, Any], Dict[str, float], Dict[str, bool], Dict[str, bool], Dict[str, Any]]:
        """Closes a tick. Returns observations, rewards, terminations, truncations and infos by agent."""
        if self._table is None or not self.agents:
            raise RuntimeError("Call reset() first: there is no match, or it is over.")
        unknown = sorted(set(actions) - set(self.agents))
        if unknown:
            raise KeyError(f"There is no agent {unknown[0]}; there are {', '.join(self.agents)}.")
        given = [
            {"tick": self._tick, "seat_id": self._views[name].seat_id, "actions": self._orders(name, action)}
            for name, action in actions.items()
            if action is not None
        ]
        state = self._table.ask({"step": {"orders": given}})
        before = dict(self._standings)
        self._take(state)
        rewards = {name: self._standings[name] - before[name] for name in self.agents}
        terminations = {name: bool(state["finished"]) for name in self.agents}
        truncations = {name: bool(state["cut_off"]) for name in self.agents}
        answer = self._observations(), rewards, terminations, truncations, self._infos()
        if state["finished"] or state["cut_off"]:
            self.agents = []
        return answer

    def render(self) -> None:
        """There is nothing to draw; `infos` hold the views."""

    def state(self) -> Any:
        """All observations, one after the other."""
        return spaces.vector([number for name in self.agents for number in encoding.observation(self._views[name])])

    def close(self) -> None:
        if self._table is not None:
            self._table.close()
        self._table, self.agents = None, []

    def _orders(self, name: str, action: Action) -> List[Order]:
        if len(action) == 0 or isinstance(action[0], Mapping):
            return list(action)  # type: ignore[arg-type]
        if not self.action_space(name).contains(action):
            raise ValueError(f"{action!r} is neither in the action space of {name} nor a list of orders.")
        return encoding.chosen_orders(self._views[name], action)

    def _take(self, state: Mapping[str, Any]) -> None:
        self._tick = state["tick"]
        for name, seat in zip(self.agents, state["seats"]):
            view = self._views[name]
            view.take_public(state["tick"], state.get("snapshot") or state.get("delta"))
            view.take_own(seat.get("me"), seat["refused"])
            self._standings[name] = seat["standing_bp"] / 10_000

    def _observations(self) -> Dict[str, Any]:
        return {name: spaces.vector(encoding.observation(self._views[name])) for name in self.agents}

    def _infos(self) -> Dict[str, Any]:
        return {name: {"view": self._views[name], "refused": self._views[name].refused} for name in self.agents}


def parallel_env(**options: Any) -> ParallelEnv:
    """The environment, as PettingZoo calls its makers. Options are those of `ParallelEnv`."""
    return ParallelEnv(**options)
