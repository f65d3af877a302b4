"""Play Technotariat from Python, with nothing but the standard library.

`Bot` is the conversation of a tournament's bot; `parallel_env` a whole world as an environment for learning, with the
interface of PettingZoo's parallel environments; `orders` what can be decided. `LadderPlayer` takes a bot to a server's ladder.
"""

from technotariat import orders
from technotariat.bot import Bot
from technotariat.environment import ParallelEnv, TableError, parallel_env
from technotariat.ladder import LadderError, LadderPlayer
from technotariat.orders import Order
from technotariat.view import View

__all__ = [
    "Bot",
    "LadderError",
    "LadderPlayer",
    "Order",
    "ParallelEnv",
    "TableError",
    "View",
    "orders",
    "parallel_env",
]
