"""Judge by a property: what a value must be like when no exact numbers are right."""

from __future__ import annotations

from collections.abc import Callable

from autograder.checks.feedback import Feedback, Symptom
from autograder.checks.reproduction import reproduced
from autograder.messages import Text
from autograder.model import Returns

Predicate = Callable[[object], object]


def property_feedback(
    got: object,
    returns: Returns,
    *,
    predicate: Predicate,
    otherwise: Text,
    function: str = "",
) -> Feedback | None:
    """Return None if `predicate` holds of `got`, else the fact that it does not.

    Parameters
    ----------
    predicate : callable
        Takes the value; one that raises does not hold.
    otherwise : Text
        The fact, when it does not hold.
    """
    try:
        holds = bool(predicate(got))
    except Exception:  # of a student's value anything may be wrong
        holds = False
    return None if holds else Feedback(Symptom.WRONG_PROPERTY, otherwise)


def property_reproduced(
    got: object, mistaken: object, *, predicate: Predicate, otherwise: Text
) -> int:
    """Return how many informative numbers of `got` the value `mistaken` rebuilds.

    A wrong version with the same random numbers gives the same values.
    """
    return reproduced(got, mistaken, None)
