"""What the teaching team should know about a paper besides its score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.quizzes.model import FilledPaper, Judged, Paper, Verdict
from autograder.quizzes.paper_cells import is_edited
from autograder.quizzes.results import Problem
from autograder.quizzes.score import is_blank


def oddities(
    student: str, paper: Paper, filled: FilledPaper, items: Sequence[Judged]
) -> Iterator[Problem]:
    """Yield everything that is odd about a paper that came back, by item.

    Parameters
    ----------
    items : sequence of Judged
        What became of every response.
    """
    for note in filled.notes:
        yield Problem(note.render("en"), student, file=filled.file)
    yield from _not_as_asked(student, paper, filled)
    missing = [judged.item for judged in items if judged.outcome is Verdict.UNANSWERED]
    if missing:
        yield Problem(f"not answered: {', '.join(missing)}", student, file=filled.file)
    for judged in items:
        yield from _not_judged(student, judged, filled.file)


def _not_as_asked(student: str, paper: Paper, filled: FilledPaper) -> Iterator[Problem]:
    asked = {variant.item: variant for variant in paper.variants}
    for item, prompt in filled.prompts.items():
        if item in asked and is_edited(prompt, asked[item]):
            what = "the prompt was edited; judged by what was asked"
            yield Problem(what, student, item, filled.file)
    for item, response in filled.responses.items():
        if item not in asked and not is_blank(response):
            what = f"a response to an item that is not on {paper.id}"
            yield Problem(what, student, item, filled.file)


def _not_judged(student: str, judged: Judged, file: str) -> Iterator[Problem]:
    why = judged.problem.render("en") if judged.problem else ""
    if judged.outcome is Verdict.UNREADABLE:
        yield Problem(f"unreadable: {why}", student, judged.item, file)
    if judged.outcome is Verdict.COULD_NOT_SCORE:
        what = f"could not be scored: {why}"
        yield Problem(what, student, judged.item, file, lost=True)
