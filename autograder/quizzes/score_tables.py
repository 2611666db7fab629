"""What scoring shows in the terminal; text of students is shown as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from autograder.quizzes.attendance import Status
from autograder.quizzes.model import Judged, Paper, Variant, Verdict
from autograder.quizzes.rescore import Change
from autograder.quizzes.results import QuizResult
from autograder.reports.text import one_line, plain, points

_STYLES = {
    Status.PRESENT: "green",
    Status.LATE: "yellow",
    Status.ABSENT: "red",
    Status.EXCUSED: "dim",
    Status.UNKNOWN: "dim",
}
_SAID = (Verdict.UNANSWERED, Verdict.UNREADABLE, Verdict.COULD_NOT_SCORE)


def results_table(results: Sequence[QuizResult]) -> Table:
    """Return a row per student: score, attendance, notes."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("student", max_width=24, no_wrap=True, overflow="ellipsis")
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("attendance", no_wrap=True)
    table.add_column("notes", ratio=1)
    for result in results:
        status = result.presence.status
        table.add_row(
            Text(one_line(result.student)),
            Text(_score(result.score, result.max_score)),
            Text(str(status), _STYLES[status]),
            Text(one_line("; ".join(_notes(result)))),
        )
    return table


def _score(score: float | None, max_score: float) -> str:
    return f"{points(score)} / {points(max_score)}"


def _notes(result: QuizResult) -> Iterable[str]:
    outcomes = [judged.outcome for judged in result.items.values()]
    for verdict in _SAID:
        if count := outcomes.count(verdict):
            yield f"{count} {str(verdict).replace('-', ' ')}"
    is_said = result.best is not None and result.best.credit < 1  # in a note below
    if result.presence.status is not Status.PRESENT and not is_said:
        yield result.presence.reason.render("en")
    yield from (note.render("en") for note in result.notes)


def changes_table(changes: Iterable[Change]) -> Table:
    """Return a row per student whose score would change."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("student", max_width=24, no_wrap=True, overflow="ellipsis")
    for name in ("before", "after", "change"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("items")
    for change in changes:
        table.add_row(
            Text(one_line(change.student)),
            Text(_score(change.before, change.max_before)),
            Text(_score(change.after, change.max_after)),
            Text(_signed(change.difference)),
            Text(", ".join(change.items)),
        )
    return table


def _signed(difference: float | None) -> str:
    if difference is None:
        return points(None)
    return f"{'+' if difference > 0 else ''}{points(difference)}"


def response_table(paper: Paper, variant: Variant, judged: Judged) -> Table:
    """Return everything about one response: what was asked, what became of it."""
    options = [
        f"{place}. {option.text}  ({option.key})"
        for place, option in enumerate(variant.form.options, start=1)
    ]
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    rows = {
        "paper": f"{paper.id} · {paper.student or 'spare'} · attempt {paper.attempt}",
        "item": f"{variant.item} · rev {variant.rev}",
        "prompt": variant.ask,
        "code": variant.form.code,
        "options": "\n".join(options),
        "params": _json(variant.params),
        "response": _json(judged.response),
        "read as": judged.read,
        "key": judged.key,
        "outcome": f"{judged.outcome} · {_score(judged.score, judged.max_score)}",
        "mistake": judged.mistake or "",
        "say": judged.say.render("en") if judged.say else "",
        "problem": judged.problem.render("en") if judged.problem else "",
    }
    for name, value in rows.items():
        if value:
            table.add_row(name, Text(plain(value)))
    return table


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
