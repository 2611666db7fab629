"""What a check file sees of a student: the functions, and what they returned.

`Student`, whose attributes are the student's functions, is the fixture ``student``; on
a `Reply` a check names a judgement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.messages import Text
from autograder.sandbox.question import Question

if TYPE_CHECKING:
    from autograder.grading.reference import Evaluation
    from autograder.grading.trial import Trial


class Student:
    """The fixture ``student``: ``student.f(*args)`` runs f and gives its `Reply`."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def __getattr__(self, name: str) -> Callable[..., Reply]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args: self._trial.ask(name, args)


class Reply:
    """What a function of the student's returned; a check names how to judge it."""

    def __init__(
        self,
        trial: Trial,
        question: Question,
        evaluation: Evaluation | None,
        number: int,
        value: Any,
    ) -> None:
        self._trial = trial
        self._evaluation = evaluation
        self._value = value
        self.question = question
        self.number = number
        """Its place among the calls of the check."""

    @property
    def value(self) -> Any:
        """The returned value as it is, to be fed into the next call."""
        self._trial.look()
        return self._value

    def is_judged(self, judgement: str, parameters: Mapping[str, Any]) -> None:
        """Fail unless a judgement accepts the value: see `Trial.judge`."""
        self._trial.judge(self, self._value, judgement, parameters)

    def matches_reference(self) -> None:
        """Fail unless the value is what the reference returns for this call."""
        if self._evaluation is None:
            raise ValueError("the reference cannot evaluate this call")
        self.matches(self._evaluation.value)

    def matches(self, expected: Any) -> None:
        """Fail unless the value is `expected`, within the tolerance of `compare`."""
        self.is_judged("matches", {"expected": expected})

    def matches_any(self, *alternatives: Any) -> None:
        """Fail unless the value is one of `alternatives`."""
        self.is_judged("matches_any", {"alternatives": list(alternatives)})

    def is_initialization(
        self, *, shapes: Mapping[str, tuple[int, ...]], spread: Mapping[str, float]
    ) -> None:
        """Fail unless the value is a dictionary of fresh parameters.

        Parameters
        ----------
        shapes : mapping
            Key to the exact shape of its array.
        spread : mapping
            Key to the standard deviation of its random entries, whose mean is 0;
            arrays of all other keys are zero.
        """
        parameters = {"shapes": dict(shapes), "spread": dict(spread)}
        self.is_judged("is_initialization", parameters)

    @property
    def passed_on(self) -> Any:
        """The returned value, judged through what the check feeds it into."""
        self._trial.unjudged.discard(self)
        return self.value

    def holds(
        self, predicate: Callable[[Any], object], otherwise: Mapping[str, str]
    ) -> None:
        """Fail unless `predicate` holds of the value.

        Parameters
        ----------
        predicate : callable
            Takes the value; one that raises does not hold.
        otherwise : mapping
            The fact, when it does not hold, in English and Korean.
        """
        parameters = {"predicate": predicate, "otherwise": Text(**otherwise)}
        self.is_judged("holds", parameters)

    def agrees_with_slopes(self, slopes: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """Fail unless the value holds these slopes of the student's own cost.

        Parameters
        ----------
        slopes : mapping of str to ndarray
            Key of a gradient to what `numeric_gradient` found.
        """
        self.is_judged("agrees_with_slopes", {"slopes": dict(slopes)})
