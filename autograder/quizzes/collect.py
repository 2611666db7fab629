"""Give every paper that came back to the student whose it is, or to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from autograder.messages import Message, Words
from autograder.quizzes.asked import Asked
from autograder.quizzes.model import FilledPaper, Paper
from autograder.quizzes.results import Problem
from autograder.quizzes.score import is_blank


@dataclass(frozen=True)
class Handed:
    """A paper as it was asked and as it came back."""

    paper: Paper
    filled: FilledPaper

    @property
    def answered(self) -> float:
        """The share of the items that has a response, right or wrong."""
        responses = self.filled.responses
        asked = self.paper.variants
        given = [v for v in asked if not is_blank(responses.get(v.item))]
        return len(given) / len(asked) if asked else 0.0


@dataclass
class Collected:
    """What came back, by student."""

    handed: dict[str, list[Handed]] = field(default_factory=lambda: defaultdict(list))
    """In the order in which it was found."""
    notes: dict[str, list[Words]] = field(default_factory=lambda: defaultdict(list))
    """For the student to read."""
    problems: list[Problem] = field(default_factory=list)


def collect(
    filled: Iterable[FilledPaper], asked: Asked, quiz_of: Callable[[str], str]
) -> Collected:
    """Return whose is what.

    A paper is of the student it was made for, and counts only if nobody else handed
    it in; a spare one is of whoever did. Without a number it is the student's only
    paper.

    Parameters
    ----------
    quiz_of : callable
        Returns the other quiz that the number of a paper is of; empty if of none.
    """
    collected = Collected()
    for one in filled:
        paper = asked.paper(one.paper) if one.paper else asked.only(one.student)
        if paper is None:
            what = _no_paper(one, asked, quiz_of)
            collected.problems.append(_lost(one, what))
        else:
            _give(collected, one, paper, asked)
    collected.problems += _copied(collected.handed)
    return collected


def _copied(handed: Mapping[str, Iterable[Handed]]) -> Iterator[Problem]:
    """Yield who handed in a spare paper that somebody else handed in too."""
    owners: dict[str, list[str]] = defaultdict(list)
    for student, papers in handed.items():
        for number in {one.paper.id for one in papers if not one.paper.student}:
            owners[number].append(student)
    for number, students in owners.items():
        if len(students) > 1:
            who = ", ".join(students)
            yield Problem(f"{number} is one spare paper, handed in by each of {who}")


def _give(collected: Collected, one: FilledPaper, paper: Paper, asked: Asked) -> None:
    owner = paper.student or one.student
    if not owner:
        what = f"{paper.id} is a spare paper: expected a student, got none"
        collected.problems.append(_lost(one, what))
    elif owner not in asked.students:
        what = f"{paper.id} is a spare paper, handed in by nobody on the roster"
        collected.problems.append(_lost(one, what))
    elif one.student and one.student != owner:
        what = f"handed in {paper.id}, the paper of {owner}: scored for nobody"
        collected.problems.append(_lost(one, what))
        note = Message(
            "`{file}` is the paper of another student; it is not scored.", file=one.file
        )
        collected.notes[one.student].append(note)
    else:
        collected.handed[owner].append(Handed(paper, one))


def _no_paper(one: FilledPaper, asked: Asked, quiz_of: Callable[[str], str]) -> str:
    if one.paper:
        if other := quiz_of(one.paper):
            return f"wrong week: {one.paper} is a paper of {other}"
        return f"unknown paper: {one.paper!r} was never published"
    if not one.student:
        return "expected the number of a paper, got none"
    if one.student not in asked.students:
        return "unknown student: neither on the roster nor among the papers"
    count = len(asked.of(one.student))
    return f"expected the number of a paper, got none: the student has {count}"


def _lost(one: FilledPaper, what: str) -> Problem:
    return Problem(what, one.student, file=one.file, lost=True)
