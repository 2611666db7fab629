"""Compare what a student's function returned with what was expected."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks.agreement import (
    agrees,
    has_form,
    has_same_keys,
    is_right_type,
    leaf_agrees,
)
from autograder.checks.closeness import (
    Array,
    Mask,
    all_finite,
    as_numbers,
    disagreements,
)
from autograder.checks.describe import (
    digit_texts,
    kind_words,
    names_text,
    shape_text,
    type_words,
    value_text,
)
from autograder.checks.feedback import (
    MAX_EVIDENCE_LINES,
    Feedback,
    Symptom,
    and_more,
)
from autograder.checks.pairing import Leaf, Pairing, pair
from autograder.messages import Message, Words
from autograder.model import Returns

_ORDER = (
    Symptom.RETURNED_NONE,
    Symptom.WRONG_TYPE,
    Symptom.WRONG_ARITY,
    Symptom.MISSING_KEY,
)


def compare(
    got: object, expected: object, returns: Returns, function: str = ""
) -> Feedback | None:
    """Return why `got` is not `expected`, or None when they agree.

    The first difference counts, in this order: None, types, number of values or
    keys, exact shapes, finite numbers, values. A list counts as a tuple, and extra
    keys are ignored. Never raises, whatever plain data `got` is.

    Parameters
    ----------
    got : object
        What the student's function returned.
    expected : object
        None, numbers, strings, arrays of finite real numbers, and lists, tuples and
        dicts of these.
    returns : str or tuple of str
        What the assignment calls it, such as ``("Z", "cache")``.
    function : str
        The name of the function, for headlines about all that it returned.
    """
    if agrees(got, expected):
        return None
    found = pair(got, expected, returns, function)
    return _form(found) or next(filter(None, map(_wrong_value, found.leaves)), None)


def form_feedback(
    got: object, expected: object, returns: Returns, function: str = ""
) -> Feedback | None:
    """Return what is wrong before any value is looked at, or None.

    Types, number of values or keys, shapes, and whether all numbers are finite.
    """
    if has_form(got, expected):
        return None
    return _form(pair(got, expected, returns, function))


def _form(found: Pairing) -> Feedback | None:
    wrong_types = filter(None, map(_wrong_type, found.leaves))
    problems = sorted(
        [*found.problems, *wrong_types], key=lambda it: _ORDER.index(it.symptom)
    )
    if problems:
        return problems[0]
    for stage in (_wrong_shape, _not_finite):
        for leaf in found.leaves:
            if feedback := stage(leaf):
                return feedback
    return None


def notes(got: object, expected: object, returns: Returns) -> tuple[Words, ...]:
    """Return what a student should know although it costs nothing: extra keys."""
    if has_same_keys(got, expected):
        return ()
    return tuple(
        Message(
            "`{name}` has keys that are not needed: {keys}",
            name=name,
            keys=names_text(keys),
        )
        for name, keys in pair(got, expected, returns).extra
    )


def _wrong_type(leaf: Leaf) -> Feedback | None:
    if is_right_type(leaf.got, leaf.expected):
        return None
    if as_numbers(leaf.expected) is not None and isinstance(leaf.got, int):
        headline = Message("`{name}` is too large a number", name=leaf.name)
        return Feedback(Symptom.WRONG_TYPE, headline)
    headline = Message(
        "`{name}` is {got}, not {expected}",
        name=leaf.name,
        got=type_words(leaf.got),
        expected=kind_words(leaf.expected),
    )
    return Feedback(Symptom.WRONG_TYPE, headline)


def _numbers(leaf: Leaf) -> tuple[Array, Array] | None:
    got, expected = as_numbers(leaf.got), as_numbers(leaf.expected)
    return None if got is None or expected is None else (got, expected)


def _wrong_shape(leaf: Leaf) -> Feedback | None:
    numbers = _numbers(leaf)
    if numbers is None or numbers[0].shape == numbers[1].shape:
        return None
    got, expected = numbers
    if not isinstance(leaf.got, np.ndarray):
        template = Message(
            "`{name}` is a single number; expected an array of shape {expected}",
            name=leaf.name,
            expected=shape_text(expected.shape),
        )
    elif expected.shape == ():
        template = Message(
            "`{name}` has shape {got}; expected a single number, of shape ()",
            name=leaf.name,
            got=shape_text(got.shape),
        )
    else:
        template = Message(
            "`{name}` has shape {got}; expected {expected}",
            name=leaf.name,
            got=shape_text(got.shape),
            expected=shape_text(expected.shape),
        )
    return Feedback(Symptom.WRONG_SHAPE, template)


def _not_finite(leaf: Leaf) -> Feedback | None:
    numbers = _numbers(leaf)
    if numbers is None or all_finite(numbers[0]):
        return None
    got, expected = numbers
    bad = np.asarray(~np.isfinite(got))
    kind = "nan" if np.isnan(got).any() else "inf"
    if got.shape == ():
        headline = Message(
            "`{name}` is {kind}; expected a finite number", name=leaf.name, kind=kind
        )
        return Feedback(Symptom.NOT_FINITE, headline)
    headline = Message(
        "`{name}` contains {kind}: {count} of {size} values are not finite",
        name=leaf.name,
        kind=kind,
        count=int(bad.sum()),
        size=bad.size,
    )
    lines = tuple(_evidence(leaf.name, got, expected, bad))
    return Feedback(Symptom.NOT_FINITE, headline, lines)


def _wrong_value(leaf: Leaf) -> Feedback | None:
    if leaf_agrees(leaf.got, leaf.expected):
        return None
    headline = Message("`{name}` has the wrong value", name=leaf.name)
    numbers, wrong = _numbers(leaf), disagreements(leaf.got, leaf.expected)
    if numbers is None or wrong is None:
        line = _line(leaf.name, value_text(leaf.expected), value_text(leaf.got))
        return Feedback(Symptom.WRONG_VALUE, headline, (line,))
    if wrong.shape != ():
        headline = Message(
            "`{name}` has the right shape but {count} of {size} values differ",
            name=leaf.name,
            count=int(wrong.sum()),
            size=wrong.size,
        )
    lines = tuple(_evidence(leaf.name, *numbers, wrong))
    return Feedback(Symptom.WRONG_VALUE, headline, lines)


def _evidence(name: str, got: Array, expected: Array, wrong: Mask) -> Iterator[Message]:
    """Show all marked entries, or the first and how many more there are."""
    places = np.argwhere(wrong)
    shown = places if len(places) <= MAX_EVIDENCE_LINES else places[:1]
    for place in shown:
        at = tuple(int(i) for i in place)
        entry = f"{name}[{', '.join(map(str, at))}]" if at else name
        yield _line(entry, *digit_texts(float(expected[at]), float(got[at])))
    if len(places) > len(shown):
        yield and_more(len(places) - len(shown))


def _line(name: str, expected: str, got: str) -> Message:
    return Message(
        "{name}: expected {expected}, got {got}", name=name, expected=expected, got=got
    )
