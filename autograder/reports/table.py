"""The results as a table in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from autograder.messages import Language
from autograder.model import Assignment, FunctionResult, Graded, SubmissionResult
from autograder.reports.labels import (
    assignment_label,
    function_label,
    labels,
    late_remark,
)
from autograder.reports.summary import (
    Mark,
    first_reason,
    headline,
    mark,
    summarize,
)
from autograder.reports.text import one_line, points

MARKS = {Mark.FULL: "✓", Mark.PARTIAL: "~", Mark.NONE: "✗"}
STYLES = {Mark.FULL: "green", Mark.PARTIAL: "yellow", Mark.NONE: "red"}
NAME_WIDTH = 20


def results_table(
    results: Sequence[SubmissionResult], assignment: Assignment, language: Language
) -> Table:
    """Return a row per submission, those that could not be graded last.

    Functions are numbered; the lines below the table say which number is which, and
    how the class did. Text of students is shown as text: no markup, no control
    characters, cut where the terminal ends.
    """
    words = labels(language)
    table = _empty_table(results, assignment, language)
    for result in results:
        if result.outcome is Graded.GRADED:
            table.add_row(*_graded(result, assignment, language))
    table.add_section()
    for result in results:
        if result.outcome is Graded.COULD_NOT_GRADE:
            table.add_row(*_not_graded(result, words))
    return table


def _empty_table(
    results: Sequence[SubmissionResult], assignment: Assignment, language: Language
) -> Table:
    words = labels(language)
    names = [cell_len(one_line(r.student)) for r in results]
    student = min(NAME_WIDTH, max([*names, cell_len(words["student"])]))
    score = f"{words['score']} / {points(assignment.max_score)}"
    count = len(assignment.points)
    numbers = "".join(str(n % 10) for n in range(1, count + 1))
    table = Table(
        box=box.SIMPLE_HEAD,
        title=Text(assignment_label(assignment, language), "bold"),
        title_justify="left",
        caption=_caption(results, assignment, language),
        caption_justify="left",
        pad_edge=False,
        expand=True,
    )
    table.add_column(words["student"], width=student, no_wrap=True, overflow="ellipsis")
    table.add_column(score, width=cell_len(score), justify="right", no_wrap=True)
    table.add_column(numbers, width=count, no_wrap=True)
    table.add_column(words["reason"], ratio=1)  # takes what the terminal leaves
    return table


def _graded(
    result: SubmissionResult, assignment: Assignment, language: Language
) -> tuple[Text, ...]:
    late = late_remark(result, language)
    reason = Text(no_wrap=True, overflow="ellipsis")
    reason.append(late, "yellow")
    if first := first_reason(result, assignment):
        function, check = first
        reason.append(" · " if late else "", "dim")
        reason.append(f"{list(assignment.points).index(function) + 1}: ", "dim")
        reason.append(one_line(headline(check)))
    return (
        Text(one_line(result.student)),
        Text(points(result.score), "bold"),
        _marks(result, assignment),
        reason,
    )


def _not_graded(result: SubmissionResult, words: Mapping[str, str]) -> tuple[Text, ...]:
    reason = Text(no_wrap=True, overflow="ellipsis")
    reason.append(words["could_not_grade"], "yellow")
    if result.error:
        reason.append(f": {one_line(result.error)}")
    return Text(one_line(result.student)), Text(points(None)), Text(), reason


def _marks(result: SubmissionResult, assignment: Assignment) -> Text:
    signs = (_sign(result.functions.get(name)) for name in assignment.points)
    text = Text()
    for style, alike in groupby(signs, key=itemgetter(1)):
        text.append("".join(sign for sign, _ in alike), style)
    return text


def _sign(function: FunctionResult | None) -> tuple[str, str]:
    """Return the mark of a function, and its style."""
    if function is None:
        return "·", "dim"
    verdict = mark(function)
    return MARKS[verdict], STYLES[verdict]


def _caption(
    results: Sequence[SubmissionResult], assignment: Assignment, language: Language
) -> Text:
    words = labels(language)
    summary = summarize(results, assignment)
    legend = "  ".join(
        f"{number}:{function_label(name, language)}"
        for number, name in enumerate(assignment.points, start=1)
    )
    keys = "  ".join(f"{MARKS[verdict]} {words[verdict]}" for verdict in Mark)
    facts = {
        words["graded"]: str(summary.graded),
        words["could_not_grade"]: str(summary.could_not_grade),
        words["mean"]: points(summary.mean),
        words["median"]: points(summary.median),
    }
    line = " · ".join(f"{what} {much}" for what, much in facts.items())
    caption = Text(f"{legend}\n{keys}\n\n", "dim not italic")
    return caption.append_text(Text(line, "not dim not italic"))
