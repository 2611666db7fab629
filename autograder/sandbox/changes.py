"""What a call did to its arguments, as far as the worker can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def count_changes(before: Any, after: Any) -> tuple[int, int]:
    """Return how many entries of an argument changed, and how many it has.

    Parameters
    ----------
    before, after : plain data
        The argument as it was sent, and as the call left it.
    """
    pairs: list[tuple[Any, Any]]
    if isinstance(before, np.ndarray):
        if not isinstance(after, np.ndarray) or before.shape != after.shape:
            return before.size, before.size
        return int(np.count_nonzero(before != after)), before.size
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        pairs = [(before[key], after.get(key)) for key in before]
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple):
        pairs = list(zip(before, after, strict=False))
    else:
        return int(before is not after and before != after), 1
    counts = [count_changes(old, new) for old, new in pairs]
    changed, total = sum(c for c, _ in counts), sum(n for _, n in counts)
    return changed + abs(len(after) - len(before)), max(total, 1)
