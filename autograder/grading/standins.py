"""Which questions of a stand-in the reference answers.

A stand-in that answered everything would be a free oracle, and one that answered
``initialize_parameters_deep([10**6, 10**6])`` would kill the grader. So it answers only
for the functions that the checked one calls, only calls that look like one that the
reference itself makes on this input, and each at most twice as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from autograder.grading.reference import Evaluation, Randomness, Reference
from autograder.sandbox.proxy import AskRefused

GENEROSITY = 2
"""How often a call may be asked, in multiples of the reference's own number."""


class StandIns:
    """Answers the stand-ins of one call of one function.

    Parameters
    ----------
    reference : Reference
        Who answers.
    allowed : sequence of str
        Functions that are stood in for.
    evaluation : Evaluation
        The reference's own computation of the call, with the calls it made.
    seed : int
        Of the call: random helpers, one after the other, give what they give to the
        reference.
    """

    def __init__(
        self,
        reference: Reference,
        allowed: Sequence[str],
        evaluation: Evaluation,
        seed: int,
    ) -> None:
        self.reference = reference
        self.allowed = frozenset(allowed)
        self.left = Counter({k: GENEROSITY * n for k, n in evaluation.calls.items()})
        self.randomness = Randomness(seed)
        self.refused = False

    def answer(self, function: str, args: list[Any]) -> Any:
        """Return the reference's answer.

        Raises
        ------
        AskRefused
            If the reference makes no such call, or not that often.
        """
        try:
            self._count(function, args)
            with self.randomness:
                return self.reference.answer(function, args)
        except AskRefused:
            self.refused = True
            raise
        except Exception as error:  # arguments of the student's make anything fail
            self.refused = True
            raise AskRefused(f"{function}: {type(error).__name__}") from None

    def _count(self, function: str, args: list[Any]) -> None:
        refused = AskRefused(f"{function}: the reference makes no such call here")
        if function not in self.allowed:
            raise refused
        asked = self.reference.signature_of(function, args)
        if self.left[asked] <= 0:
            raise refused
        self.left[asked] -= 1
