"""What a call did to its arguments, as far as the worker can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def count_changes(before: Any, after: Any) -> tuple[int, int]:
    """Return how many entries of an argument changed, and how many there are.

    Parameters
    ----------
    before, after : plain data
        The argument as it was sent, and as the call left it. What was added or taken
        away counts as changed.
    """
    if isinstance(before, np.ndarray):
        return _count_in_array(before, after)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        pairs = [(before[key], after[key]) for key in before if key in after]
        lost = [before[key] for key in before if key not in after]
        added = sum(key not in before for key in after)
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple):
        pairs = list(zip(before, after, strict=False))
        lost = list(before[len(after) :])
        added = max(0, len(after) - len(before))
    else:
        return int(not _is_same(before, after)), 1
    counts = [count_changes(old, new) for old, new in pairs]
    gone = added + sum(max(1, count_changes(old, old)[1]) for old in lost)
    return gone + sum(c for c, _ in counts), max(1, gone + sum(n for _, n in counts))


def _count_in_array(before: np.ndarray[Any, Any], after: Any) -> tuple[int, int]:
    if not isinstance(after, np.ndarray) or before.shape != after.shape:
        entries = max(1, before.size)
        return entries, entries
    both_nan = (before != before) & (after != after)
    return int(np.count_nonzero((before != after) & ~both_nan)), before.size


def _is_same(before: Any, after: Any) -> bool:
    if before is after:
        return True
    if isinstance(after, np.ndarray | list | tuple | Mapping):
        return False
    return bool(before == after or (before != before and after != after))
