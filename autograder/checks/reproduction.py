"""Whether a wrong version of a function computes what a student's does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from autograder.checks.closeness import as_numbers, close, information


class _Absent:
    """Stands where the expected value has no counterpart; agrees with nothing."""


_ABSENT = _Absent()


def reproduced(got: object, mistaken: object, expected: object) -> int:
    """Return how many informative numbers of `got` the value `mistaken` rebuilds.

    Both must have the same structure, and agree in every leaf; keys of `got` that
    neither `expected` nor `mistaken` has do not matter. Only leaves where `got`
    differs from `expected` count, since what is right tells nothing of a mistake.

    Returns
    -------
    int
        0 when `got` is not reproduced, or tells nothing.
    """
    return _weight(got, mistaken, expected) or 0


def _weight(got: object, mistaken: object, expected: object) -> int | None:
    """Return the weight of what agrees, None where something does not."""
    if isinstance(mistaken, Mapping):
        return _weight_of_dict(got, mistaken, expected)
    if isinstance(mistaken, list | tuple):
        return _weight_of_sequence(got, mistaken, expected)
    numbers = as_numbers(got)
    if numbers is None or as_numbers(mistaken) is None:
        return 0 if _is_same(got, mistaken) else None
    if not close(got, mistaken):
        return None
    return 0 if close(got, expected) else information(numbers)


def _weight_of_dict(
    got: object, mistaken: Mapping[object, object], expected: object
) -> int | None:
    if not isinstance(got, Mapping):
        return None
    wanted = expected if isinstance(expected, Mapping) else {}
    if any((key in got) != (key in mistaken) for key in {*wanted, *mistaken}):
        return None
    return _sum(
        _weight(got[key], mistaken[key], wanted.get(key, _ABSENT)) for key in mistaken
    )


def _weight_of_sequence(
    got: object, mistaken: Sequence[object], expected: object
) -> int | None:
    if not isinstance(got, list | tuple) or len(got) != len(mistaken):
        return None
    wanted: Sequence[object] = [_ABSENT] * len(got)
    if isinstance(expected, list | tuple) and len(expected) == len(got):
        wanted = expected
    return _sum(map(_weight, got, mistaken, wanted))


def _sum(weights: Iterable[int | None]) -> int | None:
    """Return the sum; None, without asking further, where something does not agree."""
    total = 0
    for weight in weights:
        if weight is None:
            return None
        total += weight
    return total


def _is_same(got: object, mistaken: object) -> bool:
    simple = str | bytes | None
    return isinstance(got, simple) and isinstance(mistaken, simple) and got == mistaken
