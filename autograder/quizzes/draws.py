"""Random values for the parameters of an item, the same for the same seed for ever.

Only ``random.random()`` is used of Python's generator: for a seed, its numbers are
promised to stay the same in every version.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

NAMES = (
    "randint",
    "uniform",
    "choice",
    "shuffled",
    "sample",
    "distinct",
    "dims",
    "vector",
    "matrix",
)
"""What the expressions of parameters may call, besides the usual."""


class Draws:
    """Draw parameters from one stream of random numbers.

    Parameters
    ----------
    seed : bytes
    """

    def __init__(self, seed: bytes) -> None:
        self._random = random.Random(int.from_bytes(seed)).random  # noqa: S311 - keyed

    def randint(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        if high < low:
            raise ValueError(f"expected low <= high, got randint({low}, {high})")
        return low + int(self._random() * (high - low + 1))

    def uniform(self, low: float, high: float, digits: int = 2) -> float:
        """Return a number from `low` to `high`, rounded to `digits` decimals."""
        return round(low + self._random() * (high - low), digits)

    def choice(self, values: Sequence[Any]) -> Any:
        """Return one of `values`."""
        return values[self.randint(0, len(values) - 1)]

    def shuffled(self, values: Sequence[Any]) -> list[Any]:
        """Return `values` in random order (Fisher and Yates)."""
        left = list(values)
        for last in range(len(left) - 1, 0, -1):
            other = self.randint(0, last)
            left[last], left[other] = left[other], left[last]
        return left

    def sample(self, values: Sequence[Any], size: int) -> list[Any]:
        """Return `size` of `values`, none of them twice, in random order."""
        if size > len(values):
            raise ValueError(f"expected at most {len(values)} of them, got {size}")
        return self.shuffled(values)[:size]

    def distinct(self, size: int, low: int, high: int) -> list[int]:
        """Return `size` different whole numbers from `low` to `high`."""
        return self.sample(range(low, high + 1), size)

    def dims(self, layers: int, low: int, high: int) -> list[int]:
        """Return the sizes n[0] … n[layers] of a network, each `low` to `high`."""
        return [self.randint(low, high) for _ in range(layers + 1)]

    def vector(self, size: int, low: int, high: int) -> list[int]:
        """Return `size` whole numbers from `low` to `high`."""
        return [self.randint(low, high) for _ in range(size)]

    def matrix(self, rows: int, columns: int, low: int, high: int) -> list[list[int]]:
        """Return rows of whole numbers from `low` to `high`."""
        return [self.vector(columns, low, high) for _ in range(rows)]

    @property
    def functions(self) -> dict[str, Callable[..., Any]]:
        """What the expressions of parameters may call, besides the usual."""
        return {name: getattr(self, name) for name in NAMES}
