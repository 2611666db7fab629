"""Find why a function is wrong, over all its checks, or say nothing.

A cause that matches by chance is a lie. So it must reproduce every failing check,
pass wherever the student passed, and rest on three independent numbers at least.
When two mistakes with different words do all that, they cannot be told apart on
these inputs, and neither is named; what is left is a plain description of the
numbers ("twice the expected one"), which is true whatever the code looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from autograder.checks.describe import clean
from autograder.checks.feedback import Feedback
from autograder.checks.findings import Seen
from autograder.checks.judgements import JUDGEMENTS, expected_value
from autograder.checks.rebuilds import Rebuilt, find_rebuild
from autograder.messages import Text, Words
from autograder.model import Returns
from autograder.values import Raised

MIN_NUMBERS = 3
"""Of random integers 22 % matched some factor; of three real numbers, none."""


@dataclass(frozen=True)
class Observation:
    """One check of a function: what was returned, and the verdict on it."""

    check: str
    got: object
    """The value that was judged, or what was `Raised`."""
    feedback: Feedback | None
    """Why the check failed; None if it passed."""
    judgement: str
    parameters: Mapping[str, object]
    sizes: Mapping[str, int]
    """What the sizes of the check are called, such as ``{"m": 5}``."""
    call: object
    """What `evaluate` needs to repeat the call."""


@dataclass(frozen=True)
class Mistake:
    """An anticipated wrong version of a function."""

    id: str
    function: str
    cause: Text
    hint: Text
    run: Callable[..., object]


@dataclass(frozen=True)
class Cause:
    """Why a function is wrong, verified against the student's own values."""

    words: Words
    hint: Words | None = None
    mistake: str | None = None


Evaluate = Callable[[Mistake, Observation], object]
"""Repeats the call of an observation with a mistake: its value, or what it `Raised`."""


def find_cause(
    observations: Sequence[Observation],
    mistakes: Sequence[Mistake],
    returns: Returns,
    evaluate: Evaluate,
) -> Cause | None:
    """Return the verified cause of all failures of one function, or None.

    Parameters
    ----------
    observations : sequence of Observation
        Every check of the function, those that passed included.
    mistakes : sequence of Mistake
        The known wrong versions of this function; sought before anything general.
    returns : str or tuple of str
        What the function returns.
    evaluate : callable
        Runs a mistake on the input of an observation.
    """
    failing = [seen for seen in observations if seen.feedback is not None]
    passing = [seen for seen in observations if seen.feedback is None]
    if not failing:
        return None
    candidates = mistakes if _can_be_told(failing) else ()
    fits = [
        mistake
        for mistake in candidates
        if _reproduces(mistake, failing, evaluate)
        and _passes(mistake, passing, returns, evaluate)
    ]
    if fits and len({mistake.cause for mistake in fits}) == 1:
        return Cause(fits[0].cause, fits[0].hint, fits[0].id)
    rebuilt = _rebuilt(failing, passing, returns)
    return Cause(rebuilt.words, rebuilt.hint) if rebuilt else None


def _can_be_told(failing: Sequence[Observation]) -> bool:
    """Return whether the failures hold enough for a mistake to be recognised.

    Calls that neither returned nor raised tell nothing, and too few exceptions too
    little: running every mistake would not change that.
    """
    returned = [seen for seen in failing if not isinstance(seen.got, Raised)]
    if returned:
        return all(seen.judgement for seen in returned)
    return len({_exception(seen.got) for seen in failing}) >= MIN_NUMBERS


def _reproduces(
    mistake: Mistake, failing: Sequence[Observation], evaluate: Evaluate
) -> bool:
    numbers, raised = 0, set()
    for seen in failing:
        mistaken = evaluate(mistake, seen)
        if isinstance(seen.got, Raised) or isinstance(mistaken, Raised):
            if _exception(seen.got) != _exception(mistaken):
                return False
            raised.add(_exception(mistaken))
        elif weight := _weight(seen, mistaken):
            numbers += weight
        else:
            return False
    return numbers + len(raised) >= MIN_NUMBERS


def _weight(seen: Observation, mistaken: object) -> int:
    return JUDGEMENTS[seen.judgement].reproduces(seen.got, mistaken, **seen.parameters)


def _exception(value: object) -> tuple[str, str] | None:
    if not isinstance(value, Raised):
        return None
    return value.type_name, clean(value.message)


def _passes(
    mistake: Mistake,
    passing: Sequence[Observation],
    returns: Returns,
    evaluate: Evaluate,
) -> bool:
    for seen in passing:
        mistaken = evaluate(mistake, seen)
        judge = JUDGEMENTS[seen.judgement].judge
        if isinstance(mistaken, Raised) or judge(mistaken, returns, **seen.parameters):
            return False
    return True


def _rebuilt(
    failing: Sequence[Observation],
    passing: Sequence[Observation],
    returns: Returns,
) -> Rebuilt | None:
    wrong = [_seen(it) for it in failing]
    right = [_seen(it) for it in passing]
    if any(seen.expected is None for seen in (*wrong, *right)):
        return None
    return find_rebuild(wrong, right, returns, MIN_NUMBERS)


def _seen(observation: Observation) -> Seen:
    got = observation.got
    expected = None
    if not isinstance(got, Raised):
        expected = expected_value(observation.judgement, got, observation.parameters)
    return Seen(got, expected, observation.sizes)
