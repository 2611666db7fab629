"""What a check did on the reference, so that its body need not run again.

The inputs of a check are the same for every submission of a run. A body that never
looks at a reply, and only names how to judge it, therefore does the same every time
until a judgement fails; and with its first failure a check is over.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.grading.reference import Evaluation, freeze
from autograder.sandbox.question import Question

RUNS_CODE = "holds"
"""The judgement whose parameters hold a function of the check's body."""


@dataclass(frozen=True)
class Asked:
    """A call of the student's function."""

    question: Question
    evaluation: Evaluation | None
    """The reference's own."""


@dataclass(frozen=True)
class Judged:
    """A judgement of the reply to a call."""

    call: int
    """Its place among the calls of the check."""
    judgement: str
    parameters: Mapping[str, Any]


@dataclass
class Recording:
    """The steps of one run of a check on the reference."""

    steps: list[Asked | Judged] = field(default_factory=list)
    has_looked: bool = False
    """Whether the body has seen what a call returned."""

    @property
    def calls(self) -> list[Asked]:
        """The calls, in their order."""
        return [step for step in self.steps if isinstance(step, Asked)]

    @property
    def number_of_calls(self) -> int:
        """How many calls every submission is asked to make; 0 if that is not known."""
        return 0 if self.has_looked else len(self.calls)

    @property
    def is_complete(self) -> bool:
        """Whether every submission is asked and judged just like this."""
        codes = (isinstance(s, Judged) and s.judgement == RUNS_CODE for s in self.steps)
        return not (self.has_looked or any(codes))

    def ask(self, question: Question, evaluation: Evaluation | None) -> None:
        """Note a call."""
        self.steps.append(Asked(_kept_question(question), evaluation))

    def judge(self, call: int, judgement: str, parameters: Mapping[str, Any]) -> None:
        """Note a judgement."""
        if judgement != RUNS_CODE:
            parameters = _kept(parameters)
        self.steps.append(Judged(call, judgement, parameters))


UNKNOWN = Recording(has_looked=True)
"""Of a check that was not run on the reference: it may do anything."""


def _kept_question(question: Question) -> Question:
    """Return a copy: the body may go on to change what it has passed."""
    return Question(question.function, _kept(question.args), question.seed)


def _kept(value: Any) -> Any:
    value = copy.deepcopy(value)
    freeze(value)
    return value
