"""Spaces of observations and actions: gymnasium's where it can be imported, the same in small where not."""

from __future__ import annotations

import random
from typing import Any, Optional, Sequence, Tuple

try:  # both, or none: gymnasium needs numpy
    import gymnasium.spaces as _gymnasium
    import numpy as _numpy
except ImportError:
    _gymnasium = None
    _numpy = None

HAS_GYMNASIUM = _gymnasium is not None


class SmallBox:
    """Tuples of so many numbers, each between `low` and `high`."""

    def __init__(self, low: float, high: float, shape: Tuple[int]) -> None:
        self.low, self.high, self.shape = low, high, shape
        self._chance = random.Random()

    def seed(self, seed: Optional[int] = None) -> None:
        self._chance.seed(seed)

    def sample(self) -> Tuple[float, ...]:
        return tuple(self._chance.uniform(self.low, self.high) for _ in range(self.shape[0]))

    def contains(self, value: Any) -> bool:
        return len(value) == self.shape[0] and all(self.low <= number <= self.high for number in value)

    __contains__ = contains


class SmallMultiDiscrete:
    """Tuples of whole numbers, each from 0 to below its own `nvec`."""

    def __init__(self, nvec: Sequence[int]) -> None:
        self.nvec, self.shape = tuple(nvec), (len(nvec),)
        self._chance = random.Random()

    def seed(self, seed: Optional[int] = None) -> None:
        self._chance.seed(seed)

    def sample(self) -> Tuple[int, ...]:
        return tuple(self._chance.randrange(most) for most in self.nvec)

    def contains(self, value: Any) -> bool:
        return len(value) == len(self.nvec) and all(0 <= number < most for number, most in zip(value, self.nvec))

    __contains__ = contains


def box(low: float, high: float, length: int) -> Any:
    """Vectors of `length` numbers."""
    if HAS_GYMNASIUM:
        return _gymnasium.Box(low, high, (length,), _numpy.float32)
    return SmallBox(low, high, (length,))


def multi_discrete(nvec: Sequence[int]) -> Any:
    """Vectors of choices."""
    return _gymnasium.MultiDiscrete(nvec) if HAS_GYMNASIUM else SmallMultiDiscrete(nvec)


def vector(numbers: Sequence[float]) -> Any:
    """The numbers as the observation space holds them."""
    return _numpy.asarray(numbers, dtype=_numpy.float32) if HAS_GYMNASIUM else tuple(float(n) for n in numbers)
