"""A bot that behaves until it does not: `bot.py KIND`. What each kind does is one function; tests/tournament/bots_test.cpp says how it ends."""

import json
import os
import signal
import sys


def say(message):
    print(json.dumps(message), flush=True)


def orders(tick, actions=(), **more):
    say({"orders": {"tick": tick["tick"], "actions": list(actions), **more}})


def nothing(tick):
    orders(tick)


def illegal(tick):
    orders(tick, [{"cast_vote": {"motion_id": 999999, "choice": "CHOICE_YES"}}] * 2 + [{"set_effort": {"effort_bp": 1}}])


def nonsense(tick):
    orders(tick, [{"set_effort": {}}, {}])


def garbage(tick):
    print("I think I shall buy", flush=True)


def impostor(tick):
    orders(tick, seat_id=tick["me"]["id"] + 1)


def crash(tick):
    sys.exit(3)


def hang(tick):
    while True:
        signal.pause()


def flood(tick):
    while True:
        sys.stdout.write("x" * 4096)


def many(tick):
    orders(tick, [{"set_effort": {"effort_bp": 10000}}] * 100)


def hog(tick):
    bytearray(8 << 30)  # more than it may have, at once: filling it bit by bit takes seconds


def fork(tick):
    children = 0
    while children < 20 and tick["tick"] == first:
        children += 1
        if os.fork() == 0:
            while True:
                signal.pause()
    orders(tick)


def environment(tick):
    print(sorted(os.environ), file=sys.stderr, flush=True)
    orders(tick)


def chatter(tick):
    sys.stderr.write("y" * 1_000_000)
    orders(tick)


def late(tick):
    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.6)
    signal.pause()
    orders(tick)


def once_only(tick):
    if tick["tick"] not in answered:
        answered.add(tick["tick"])
        orders(tick)


def strict(tick):
    if "of_a_later_version" in tick:
        sys.exit("unknown field")
    orders(tick)


answered = set()
ways = {"talks-after-end": nothing, "stays": nothing, "once-only": once_only}
first = None
kind = sys.argv[1]
for line in sys.stdin:
    message = json.loads(line)
    if "hello" in message:
        first = None
        if kind == "silent":
            while True:
                signal.pause()
        say({"ready": {}})
    elif "tick" in message:
        if first is None:
            first = message["tick"]["tick"]
        (ways.get(kind) or globals()[kind])(message["tick"])
    elif kind == "talks-after-end":
        say({"orders": {}})
while kind == "stays":
    signal.pause()
