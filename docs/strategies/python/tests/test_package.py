"""Run from the folder above: python3 -m unittest discover -s tests. The variable TECHNOTARIAT names the program."""

import inspect
import io
import json
import os
import re
import socket
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from technotariat import Bot, LadderError, LadderPlayer, TableError, encoding, orders, parallel_env, spaces  # noqa: E402
from technotariat.websocket import WebSocket, WebSocketError  # noqa: E402

PROTOCOL = os.path.join(HERE, "..", "..", "..", "..", "protocol", "technotariat", "v1")


def protocol_text(name):
    with open(os.path.join(PROTOCOL, name), encoding="utf-8") as file:
        return file.read()


class Orders(unittest.TestCase):
    def test_every_action_of_the_protocol_has_its_function_with_its_fields(self):
        text = protocol_text("action.proto")
        actions = re.findall(r"^\s+(\w+) (\w+) = \d+;", re.search(r"oneof action \{(.*?)\}", text, re.S).group(1), re.M)
        self.assertGreater(len(actions), 30)
        for message, name in actions:
            body = re.search(r"message %s \{(.*?)\}" % message, text, re.S).group(1)
            fields = re.findall(r"^\s+\w+ (\w+) = \d+;", body, re.M)
            self.assertEqual(fields, list(inspect.signature(getattr(orders, name)).parameters), name)

    def test_an_order_is_the_json_of_its_action(self):
        self.assertEqual(orders.set_effort(10_000), {"set_effort": {"effort_bp": 10_000}})
        self.assertEqual(orders.leave_work(), {"leave_work": {}})


class Conversation(unittest.TestCase):
    def test_a_bot_answers_hello_and_ticks_and_is_silent_at_the_end(self):
        class Worker(Bot):
            fields = ("me.cash_mils", "enterprises.wage_mils")
            seen = []

            def decide(self, view):
                self.seen.append((view.tick, view.me["cash_mils"], view.enterprises[4]["wage_mils"]))
                return [orders.set_effort(10_000)]

        lines = [
            {"hello": {"seat_id": 7, "role": "ROLE_WORKER", "bot_seed": "12"}, "of_a_later_version": 1},
            {"tick": {"tick": 0, "snapshot": {"enterprises": {"id": [4], "wage_mils": ["55"]}}, "me": {"cash_mils": "9"}}},
            {"tick": {"tick": 1, "delta": {}, "me": {"cash_mils": "-3"}, "refused": []}},
            {"end": {"tick": 2, "standing_bp": 900, "place": 1}},
        ]
        sink = io.StringIO()
        bot = Worker()
        bot.run(io.StringIO("".join(json.dumps(line) + "\n" for line in lines)), sink)
        answers = [json.loads(line) for line in sink.getvalue().splitlines()]
        self.assertEqual(answers[0], {"ready": {"fields": ["me.cash_mils", "enterprises.wage_mils"]}})
        self.assertEqual(answers[2], {"orders": {"tick": 1, "actions": [{"set_effort": {"effort_bp": 10_000}}]}})
        self.assertEqual(len(answers), 3)
        self.assertEqual(bot.seen, [(0, 9, 55), (1, -3, 55)])


class Frames(unittest.TestCase):
    """A WebSocket without its handshake, with the other end in the test's hand."""

    def setUp(self):
        mine, self.other = socket.socketpair()
        self.socket = WebSocket.__new__(WebSocket)
        self.socket._socket, self.socket._timeout, self.socket._buffer, self.socket._message = mine, 5.0, b"", b""
        self.addCleanup(mine.close)
        self.addCleanup(self.other.close)

    def test_parts_pings_and_pauses_within_a_message(self):
        self.other.sendall(b"\x01\x02he" + b"\x89\x01p" + b"\x80\x03l")
        self.assertIsNone(self.socket.receive(0.01))  # the rest of the last part has not come
        self.other.sendall(b"lo\x81\x7e\x01\x00" + b"x" * 256)
        self.assertEqual(self.socket.receive(5), "hello")
        self.assertEqual(self.socket.receive(5), "x" * 256)
        pong = self.other.recv(7)
        self.assertEqual(pong[:2], b"\x8a\x81")
        self.assertEqual(bytes([pong[6] ^ pong[2]]), b"p")

    def test_the_end_is_told(self):
        self.other.sendall(b"\x88\x00")
        with self.assertRaises(WebSocketError):
            self.socket.receive(5)
        self.other.close()
        with self.assertRaises(WebSocketError):
            self.socket.receive(5)


class Ladder(unittest.TestCase):
    """A match of two ticks against a server that is a list of answers."""

    def test_a_bot_queues_plays_what_it_is_told_of_and_says_what_was_refused(self):
        class Worker(Bot):
            seen, ended = [], None

            def decide(self, view):
                self.seen.append((view.tick, view.me["cash_mils"], len(view.refused)))
                return [orders.set_effort(10_000)]

            def end(self, view, result):
                self.ended = result

        def seats(standing):
            return {"id": [7, 9], "standing_bp": [standing, 500]}

        def place(state, world=""):
            return {"ladder_place": {"ladder": "evening", "state": "LADDER_STATE_" + state, "world": world}}

        world = {"tick": 0, "final_tick": 2}
        script = [
            ("hello", [{"welcome": {}}]),
            ("join_ladder", [place("WAITING"), place("PLAYING", "match-evening-a")]),
            (
                "enter_world",
                [
                    {"entered": {"seat_id": 7}},
                    {"snapshot": {"world": world, "seats": seats(400)}},
                    {"me": {"cash_mils": "9", "role": "ROLE_WORKER"}},
                    {"clock": {"tick": 0}},
                ],
            ),
            ("act", [{"error": {"code": "ERROR_CODE_EFFORT_OUT_OF_RANGE", "text": "No."}}]),
            (
                "set_ready",
                [
                    {"receipt": {}},
                    {"delta": {"world": {**world, "tick": 1}}},
                    {"clock": {"tick": 1}},
                    {"me": {"cash_mils": "11"}},
                ],
            ),
            ("act", [{"receipt": {}}]),
            ("set_ready", [{"receipt": {}}, {"delta": {"world": {**world, "tick": 2}, "seats": seats(600)}}, place("OUT")]),
        ]

        class Server:
            def __init__(self):
                self.waiting, self.asked = [], []

            def send(self, text):
                request = json.loads(text)
                name, answers = script.pop(0)
                self.asked.append(name)
                assert name in request, request
                answers = [{"request_id": "0", **one} for one in answers]
                answers[0]["request_id"] = request["request_id"]
                self.waiting += answers

            def receive(self, timeout=None):
                return json.dumps(self.waiting.pop(0))

        player = LadderPlayer.__new__(LadderPlayer)
        bot = Worker()
        errors, sys.stderr = sys.stderr, io.StringIO()
        try:
            player._start(bot, Server(), "evening", "a token", "steady")
            player.play(matches=1)
            said = sys.stderr.getvalue()
        finally:
            sys.stderr = errors
        self.assertEqual(bot.seen, [(0, 9, 0), (1, 11, 1)])
        self.assertEqual(bot.ended, {"tick": 2, "standing_bp": 600, "place": 1})
        self.assertIn("ERROR_CODE_EFFORT_OUT_OF_RANGE", said)
        self.assertEqual(script, [])
        self.assertTrue(issubclass(LadderError, RuntimeError))


class Spaces(unittest.TestCase):
    def test_samples_follow_from_the_seed_and_lie_in_the_space(self):
        for space in (spaces.SmallBox(-1, 1, (5,)), spaces.SmallMultiDiscrete((3, 4, 5))):
            space.seed(3)
            first = [space.sample() for _ in range(10)]
            space.seed(3)
            self.assertEqual(first, [space.sample() for _ in range(10)])
            self.assertTrue(all(sample in space for sample in first))
        self.assertNotIn((3, 0, 0), spaces.SmallMultiDiscrete((3, 4, 5)))


class Environment(unittest.TestCase):
    def play(self, seed, ticks=6, **options):
        """The whole of a match by chance, as text."""
        env = parallel_env(ticks=ticks, **options)
        try:
            seen = [repr(env.reset(seed=seed)[0])]
            for at, agent in enumerate(env.agents):
                env.action_space(agent).seed(at)
            while env.agents:
                observations, rewards, terminated, truncated, infos = env.step(
                    {agent: env.action_space(agent).sample() for agent in env.agents}
                )
                for agent, observation in observations.items():
                    self.assertTrue(env.observation_space(agent).contains(observation))
                    self.assertEqual(infos[agent]["view"].seat_id, infos[agent]["view"].me["id"])
                seen.append(repr((observations, rewards, terminated, truncated)))
            return seen
        finally:
            env.close()

    def test_the_same_seed_gives_the_same_trajectory(self):
        first = self.play(5, capitalists=2, members=1, workers=1)
        self.assertEqual(len(first), 7)
        self.assertEqual(first, self.play(5, capitalists=2, members=1, workers=1))
        self.assertNotEqual(first, self.play(6, capitalists=2, members=1, workers=1))

    def test_a_match_cut_off_truncates_and_one_at_its_end_terminates(self):
        env = parallel_env(ticks=1, capitalists=0, members=0, workers=1)
        env.reset(seed=1)
        _, _, terminated, truncated, _ = env.step({})
        self.assertEqual((terminated, truncated), ({"worker_0": False}, {"worker_0": True}))
        self.assertEqual(env.agents, [])
        with self.assertRaisesRegex(RuntimeError, "reset"):
            env.step({})
        env.close()
        env = parallel_env(capitalists=0, members=0, workers=1)
        env.reset(seed=1)
        steps = 0
        while env.agents:
            _, _, terminated, truncated, _ = env.step({"worker_0": []})
            steps += 1
        self.assertEqual((steps, terminated, truncated), (40, {"worker_0": True}, {"worker_0": False}))
        env.close()

    def test_rewards_sum_to_the_change_of_the_standing_and_refused_orders_are_told(self):
        env = parallel_env(ticks=4, capitalists=0, members=0, workers=1)
        _, infos = env.reset(seed=2)
        view = infos["worker_0"]["view"]
        before, total = view.seats[view.seat_id]["standing_bp"], 0.0
        while env.agents:
            _, rewards, _, _, infos = env.step({"worker_0": [orders.set_effort(1)]})
            total += rewards["worker_0"]
            self.assertEqual(infos["worker_0"]["refused"][0]["field"], "orders.actions[0].set_effort.effort_bp")
        self.assertAlmostEqual(total * 10_000, view.seats[view.seat_id]["standing_bp"] - before)
        env.close()

    def test_misuse_is_told_in_words(self):
        with self.assertRaises(ValueError):
            parallel_env(capitalists=0, members=0, workers=0)
        with self.assertRaisesRegex(TableError, "PATH"):
            parallel_env(program="no-such-program-anywhere").reset()
        env = parallel_env(workers=99)
        with self.assertRaisesRegex(TableError, "reset.workers"):
            env.reset()
        env.close()
        env = parallel_env(workers=1)
        env.reset(seed=1)
        with self.assertRaisesRegex(KeyError, "nobody"):
            env.step({"nobody": []})
        with self.assertRaisesRegex(ValueError, "neither"):
            env.step({"worker_0": (99,) * len(encoding.CHOICES)})
        env.close()


if __name__ == "__main__":
    unittest.main()
