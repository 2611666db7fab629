"""Grade the checks: what is right must pass them, what is wrong must not.

Everything is marked as students' files are. The inputs are those of a fixed round, so
that two audits of the same files say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.authoring.attempts import Attempt, Task, attempt, attempt_all, killers
from autograder.authoring.mutants import mutants_of
from autograder.authoring.probes import (
    NOTHING,
    mistaken,
    nothing_text,
    reference_text,
    submission_of,
)
from autograder.authoring.script import read_script
from autograder.authoring.verdicts import (
    Fate,
    fate_of,
    list_problems,
    mistake_problems,
    nothing_problems,
    redundant_checks,
    reference_problems,
)
from autograder.course.equivalent import read_equivalent
from autograder.grading.job import Job, bench_for, close_benches
from autograder.grading.rounds import Round
from autograder.model import Assignment, Submission

ROUND = "audit"
SHORTEST_LIMIT = 0.25
"""Seconds that one call of a mutant may take at least."""


@dataclass(frozen=True)
class Audit:
    """What an audit found."""

    assignment: Assignment
    mistakes: int
    """How many were tried."""
    fates: tuple[Fate, ...]
    """Of all mutants."""
    problems: tuple[str, ...]
    """Everything wrong but survivors and wrong causes, a line each."""
    redundant: tuple[str, ...]
    """Check functions that see nothing which no other sees; not wrong."""

    @property
    def survivors(self) -> tuple[Fate, ...]:
        """The mutants that no check sees and nobody has listed."""
        return tuple(fate for fate in self.fates if fate.survives)

    @property
    def misnamed(self) -> tuple[Fate, ...]:
        """The mutants that were explained as something they are not."""
        return tuple(fate for fate in self.fates if fate.is_misnamed)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.problems or self.survivors or self.misnamed)


class Plan:
    """What is handed in to audit an assignment.

    Parameters
    ----------
    unsafe : bool
        Whether mutants run without a sandbox.

    Raises
    ------
    AuthoringError
        If the assignment cannot be graded by, or a file of it is wrong.
    SandboxUnavailableError
        If `unsafe` is not set and code cannot be confined here.
    """

    def __init__(self, assignment: Assignment, *, unsafe: bool = False) -> None:
        self.assignment = assignment
        inputs = Round(b"audit", assignment.slug, ROUND)
        self.job = Job(assignment.folder, inputs, "en", False, unsafe)
        self.listed = read_equivalent(assignment, NOTHING)
        bench = bench_for(self.job)
        self.mistakes = bench.mistakes
        self.checks = {check.id: check.function for check in bench.checks}
        script = read_script(assignment)
        self.mutants = [
            mutant
            for function in assignment.functions
            for mutant in mutants_of(script, function)
        ]

    def close(self) -> None:
        """End what was opened in this process."""
        close_benches()

    @property
    def size(self) -> int:
        """How many submissions are marked."""
        return 1 + len(NOTHING) + len(self.mistakes) + len(self.mutants)

    def carry_out(
        self, processes: int, on_done: Callable[[object], None] = lambda _: None
    ) -> Audit:
        """Mark everything, and say what is wrong.

        Parameters
        ----------
        on_done : callable
            Called after each of the `size` submissions.

        Raises
        ------
        SandboxError
            If a process of ours dies.
        """
        right = submission_of(self.assignment, reference_text(self.assignment))
        reference = attempt(self.job, Task(right))
        on_done(reference)
        tasks = list(self._tasks(self._seconds(right)))
        done = iter(attempt_all(self.job, tasks, processes, on_done))
        nothing = {kind: next(done) for kind in NOTHING}
        of_mistakes = [next(done) for _ in self.mistakes]
        return self._found(reference, nothing, of_mistakes, list(done))

    def _seconds(self, right: Submission) -> dict[str, float]:
        """Return how long one call of a mutant may take, by function.

        As long as all calls of the reference in the checks of the function together.
        """
        return {
            name: max(SHORTEST_LIMIT, attempt(self.job, Task(right, name)).seconds)
            for name in self.assignment.functions
        }

    def _tasks(self, seconds: Mapping[str, float]) -> Iterator[Task]:
        """Yield what is handed in besides the reference."""
        assignment = self.assignment
        for kind in NOTHING:
            yield Task(submission_of(assignment, nothing_text(assignment, kind)))
        for mistake in self.mistakes:
            wrong = mistaken(assignment, mistake.function, mistake.id)
            yield Task(submission_of(assignment, *wrong))
        for mutant in self.mutants:
            submission = submission_of(assignment, mutant.text)
            yield Task(submission, mutant.function, seconds[mutant.function])

    def _found(
        self,
        reference: Attempt,
        nothing: Mapping[str, Attempt],
        of_mistakes: Sequence[Attempt],
        of_mutants: Sequence[Attempt],
    ) -> Audit:
        listed = self.listed.mutants
        fates = [
            fate_of(mutant, result, listed)
            for mutant, result in zip(self.mutants, of_mutants, strict=True)
        ]
        problems = [*reference_problems(reference)]
        problems += nothing_problems(nothing, self.listed.nothing)
        kills = [fate.killers for fate in fates]
        for mistake, result in zip(self.mistakes, of_mistakes, strict=True):
            problems += mistake_problems(mistake, result)
            if result.error is None:
                kills.append(tuple(killers(result.functions[mistake.function])))
        problems += list_problems(fates, listed)
        return Audit(
            self.assignment,
            len(self.mistakes),
            tuple(fates),
            tuple(problems),
            tuple(redundant_checks(self.checks, kills)),
        )
