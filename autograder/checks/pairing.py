"""Walk along what was expected, and find its counterparts in what was returned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.checks.describe import (
    function_words,
    key_text,
    names_text,
    nearest,
    returns_text,
    type_words,
)
from autograder.checks.feedback import Feedback, Symptom
from autograder.messages import Message
from autograder.model import Returns


@dataclass(frozen=True, slots=True)
class Leaf:
    """One expected value that is not a container, and what stands in its place."""

    name: str
    """What messages call it: `dW`, `cache[0]`, `W1`."""
    got: object
    expected: object


@dataclass(frozen=True)
class Pairing:
    """The leaves of an expected value, and why some have no counterpart."""

    leaves: list[Leaf] = field(default_factory=list)
    problems: list[Feedback] = field(default_factory=list)
    extra: list[tuple[str, list[object]]] = field(default_factory=list)
    """Dicts with keys that are not needed: name, keys."""


def pair(
    got: object, expected: object, returns: Returns, function: str = ""
) -> Pairing:
    """Pair every leaf of `expected` with its counterpart in `got`.

    A list counts as a tuple. A dict that a function returns lends its entries their
    keys as names; inside anything else they are named by their full path, since two
    dicts may share their keys.

    Parameters
    ----------
    got : object
        Any plain data.
    expected : object
        Plain data; only its structure is followed, so the walk always ends.
    """
    found = Pairing()
    if got is None and expected is not None:
        found.problems.append(_returned(got, returns, function))
    elif isinstance(returns, tuple) and isinstance(expected, list | tuple):
        _pair_returned(got, expected, returns, function, found)
    else:
        name = returns if isinstance(returns, str) else returns[0]
        _pair(name, got, expected, found, at_root=True)
    return found


def _pair_returned(
    got: object,
    expected: Sequence[object],
    returns: tuple[str, ...],
    function: str,
    found: Pairing,
) -> None:
    if not isinstance(got, list | tuple):
        found.problems.append(_returned(got, returns, function))
    elif len(got) != len(expected):
        found.problems.append(_wrong_count(got, expected, returns, function))
    else:
        names = [*returns, *(f"[{i}]" for i in range(len(returns), len(got)))]
        for name, one, other in zip(names, got, expected, strict=False):
            _pair(name, one, other, found)


def _pair(
    name: str, got: object, expected: object, found: Pairing, at_root: bool = False
) -> None:
    if isinstance(expected, Mapping):
        _pair_dict(name, got, expected, found, at_root)
    elif isinstance(expected, list | tuple):
        _pair_sequence(name, got, expected, found)
    else:
        found.leaves.append(Leaf(name, got, expected))


def _pair_sequence(
    name: str, got: object, expected: Sequence[object], found: Pairing
) -> None:
    if not isinstance(got, list | tuple):
        found.problems.append(wrong_type(name, got, expected))
    elif len(got) != len(expected):
        headline = Message(
            "`{name}` has length {got}; expected {expected}",
            name=name,
            got=len(got),
            expected=len(expected),
        )
        found.problems.append(Feedback(Symptom.WRONG_ARITY, headline))
    else:
        for i, (one, other) in enumerate(zip(got, expected, strict=True)):
            _pair(f"{name}[{i}]", one, other, found)


def _pair_dict(
    name: str,
    got: object,
    expected: Mapping[object, object],
    found: Pairing,
    at_root: bool,
) -> None:
    if not isinstance(got, Mapping):
        found.problems.append(wrong_type(name, got, expected))
        return
    for key, other in expected.items():
        if key not in got:
            found.problems.append(_missing_key(name, key, got, expected))
            continue
        own_name = at_root and isinstance(key, str)
        child = str(key) if own_name else f"{name}[{key!r}]"
        _pair(child, got[key], other, found)
    if extra := [key for key in got if key not in expected]:
        found.extra.append((name, extra))


def wrong_type(name: str, got: object, expected: object) -> Feedback:
    """Say that something is of a type that it may not have."""
    headline = Message(
        "`{name}` is {got}, not {expected}",
        name=name,
        got=type_words(got),
        expected=type_words(expected),
    )
    return Feedback(Symptom.WRONG_TYPE, headline)


def _returned(got: object, returns: Returns, function: str) -> Feedback:
    symptom = Symptom.RETURNED_NONE if got is None else Symptom.WRONG_TYPE
    headline = Message(
        "{function} returned {got}; expected {expected}",
        function=function_words(function),
        got=type_words(got),
        expected=returns_text(returns),
    )
    return Feedback(symptom, headline)


def _wrong_count(
    got: Sequence[object], expected: Sequence[object], returns: Returns, function: str
) -> Feedback:
    headline = Message(
        "{function} returned {type} of length {got};"
        " expected length {expected}: {names}",
        function=function_words(function),
        type=type_words(got),
        got=len(got),
        expected=len(expected),
        names=returns_text(returns),
    )
    return Feedback(Symptom.WRONG_ARITY, headline)


def _missing_key(
    name: str,
    key: object,
    got: Mapping[object, object],
    expected: Mapping[object, object],
) -> Feedback:
    headline = Message("`{name}` has no key '{key}'", name=name, key=key_text(key))
    evidence = (
        Message("expected keys: {keys}", keys=names_text(expected)),
        Message("got keys:      {keys}", keys=names_text(got)),
    )
    others = (
        other for other in got if isinstance(other, str) and other not in expected
    )
    similar = nearest(key, others) if isinstance(key, str) else None
    if similar is None:
        return Feedback(Symptom.MISSING_KEY, headline, evidence)
    cause = Message(
        "there is a key with a similar name: '{key}'", key=key_text(similar)
    )
    return Feedback(Symptom.MISSING_KEY, headline, evidence, cause=cause)
