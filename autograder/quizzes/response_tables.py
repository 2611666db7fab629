"""Tables of responses: papers typed in from print, and what form tools export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from autograder.intake.timestamps import read_time
from autograder.quizzes.asked import Asked, folded, item_on
from autograder.quizzes.model import FilledPaper, Paper, Plain
from autograder.quizzes.papers import normal_paper_id
from autograder.quizzes.response_rows import Row, read_csv, read_json
from autograder.quizzes.results import Problem
from autograder.quizzes.score import is_blank
from autograder.quizzes.variants import normal_id

PAPER = frozenset(
    {"paper", "paper id", "paper number", "시험지", "시험지 번호", "문제지 번호"}
)
STUDENT = frozenset({"student", "student id", "student number", "학번", "학생"})
TIME = frozenset(
    {
        "time",
        "timestamp",
        "completion time",
        "submitted at",
        "완료 시간",
        "제출 시간",
        "타임스탬프",
    }
)
START = frozenset({"start time", "started at", "시작 시간"})
ITEM = frozenset({"item", "문항"})
RESPONSE = frozenset({"response", "응답", "답"})
_KNOWN = PAPER | STUDENT | TIME | START | ITEM | RESPONSE


@dataclass
class _Table:
    """One file while it is read."""

    name: str
    asked: Asked
    zone: tzinfo
    items: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    """Columns that mean nothing, in their order."""


def read_table_of_responses(
    raw: bytes, name: str, asked: Asked, zone: tzinfo
) -> tuple[list[FilledPaper], list[Problem]]:
    """Return the papers in a file that is not a notebook, and what is odd about it.

    Either a row for every response, with columns ``paper`` (or ``student``), ``item``
    and ``response``; or a row for every paper, with a column for every item, called by
    its id, its number or its prompt. A file that ends in ``.json`` holds a list of
    such rows as mappings, or of ``{paper, responses: {item: …}}``.

    Parameters
    ----------
    name : str
        What messages call the file.
    zone : tzinfo
        Of times that name none.

    Raises
    ------
    UnusableError
        If it cannot be read at all.
    """
    table = _Table(name, asked, zone, _items(asked.papers.values()))
    if name.casefold().endswith(".json"):
        rows = read_json(raw, name)
    else:
        rows = read_csv(raw, name, _KNOWN | table.items)
    filled = list(_papers(table, rows))
    if table.unknown:
        left = ", ".join(table.unknown)
        table.problems.append(Problem(f"columns that mean no item: {left}", file=name))
    return filled, table.problems


def _items(papers: Iterable[Paper]) -> frozenset[str]:
    return frozenset(variant.item for paper in papers for variant in paper.variants)


def _papers(table: _Table, rows: list[Row]) -> Iterator[FilledPaper]:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        paper, student = row.first(PAPER), row.first(STUDENT)
        where = f"{table.name}, row {row.number}"
        if not paper and not student:
            what = "expected the number of a paper or a student, got neither"
            table.problems.append(Problem(what, file=where, lost=True))
        elif _is_long(row):
            groups[normal_paper_id(paper), normal_id(student)].append(row)
        else:
            yield _filled(table, where, paper, student, [row])
    for (paper, student), own in groups.items():
        yield _filled(table, f"{table.name}, row {own[0].number}", paper, student, own)


def _is_long(row: Row) -> bool:
    names = {folded(name) for name, _ in row.cells}
    return not ITEM.isdisjoint(names) and not RESPONSE.isdisjoint(names)


def _filled(
    table: _Table, where: str, number: str, student: str, rows: list[Row]
) -> FilledPaper:
    asked = table.asked
    owner = asked.student(student) or normal_id(student)
    paper = asked.paper(number) if number else asked.only(owner)
    who = owner or (paper.student if paper else "")
    responses: dict[str, Plain] = {}
    for name, response in _responses(table, rows, paper):
        if name in responses and responses[name] != response:
            what = "answered more than once; the last row counts"
            table.problems.append(Problem(what, who, name, where))
        responses[name] = response
    times = [_time(table, where, who, row.first(TIME)) for row in rows]
    starts = [_time(table, where, who, row.first(START)) for row in rows]
    return FilledPaper(
        file=where,
        paper=paper.id if paper else number,
        student=owner,
        responses=responses,
        time=max(filter(None, times), default=None),
        started=min(filter(None, starts), default=None),
    )


def _responses(
    table: _Table, rows: list[Row], paper: Paper | None
) -> Iterator[tuple[str, Plain]]:
    """Yield item and response; what is blank was not answered."""
    for row in rows:
        for name, response in _pairs(table, row, paper):
            if not is_blank(response):
                yield item_on(paper, name) if paper else name.strip(), response


def _pairs(table: _Table, row: Row, paper: Paper | None) -> Iterator[tuple[str, Plain]]:
    yield from row.responses
    if _is_long(row):
        yield row.first(ITEM), row.first(RESPONSE)
        return
    for name, cell in row.cells:
        if folded(name) in _KNOWN or is_blank(cell):
            continue
        if paper is None or _means_an_item(table, paper, name):
            yield name, cell
        else:
            table.unknown[name.strip()] = None


def _means_an_item(table: _Table, paper: Paper, name: str) -> bool:
    """Return whether a column is an item, if perhaps of somebody else's paper."""
    found = item_on(paper, name)
    return found in table.items or found.isdigit()


def _time(table: _Table, where: str, student: str, text: str) -> datetime | None:
    time = read_time(text, table.zone) if text else None
    if text and time is None:
        what = f"expected a time, got {text[:40]!r}: it counts as unknown"
        table.problems.append(Problem(what, student, file=where))
    return time
