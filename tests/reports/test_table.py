from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.console import Console

from autograder.model import Lateness
from autograder.reports.table import results_table


@pytest.fixture
def printed(assignment):
    """Return a function that prints results and returns the lines."""

    def print_table(results, width=80, language="en"):
        console = Console(width=width, color_system=None)
        with console.capture() as capture:
            console.print(results_table(results, assignment, language))
        return [line.rstrip() for line in capture.get().splitlines()]

    return print_table


def test_eighty_columns(printed, results):
    assert printed(results) == [
        "Week 5 · Deep network, step by step",
        "",
        " Student   Score / 100   1234   Reason",
        " " + "─" * 78,
        " s01               100   ✓✓✓✓",
        " s02             54.67   ✓✗~~   2: `relu` raised AttributeError",
        "",
        " s03                 –          Could not be graded: the notebook is not "
        "JSON:…",
        "",
        "1:linear_forward  2:relu  3:linear_backward  4:everything as handed in",
        "✓ full score  ~ part of the score  ✗ no points",
        "",
        "Graded 2 · Could not be graded 1 · Mean 77.33 · Median 77.33",
    ]


def test_a_wide_terminal_shows_the_whole_reason(printed, results):
    (line,) = [line for line in printed(results, width=140) if " s03 " in line]
    assert line.endswith("the notebook is not JSON: line 1, column 5")


def test_only_the_reason_gives_way_in_a_narrow_terminal(printed, results):
    lines = printed([replace(r, student="김민수" * 9) for r in results], width=50)
    assert all(len(line) <= 50 for line in lines)
    assert " 김민수김민수김민수 …         54.67   ✓✗~~   2: …" in lines


def test_text_of_students_is_neither_markup_nor_control(printed, right, unreadable):
    evil = "[red]x[/red]\x1b[2J\u202e"
    lines = printed([replace(unreadable, student=evil, error=f"{evil}\nsecond")], 120)
    (line,) = [line for line in lines if "Could not be graded: " in line]
    assert line.startswith(" [red]x[/red]␛[2J\ufffd ")
    assert line.endswith("Could not be graded: [red]x[/red]␛[2J\ufffd second")


def test_a_function_that_was_not_run_has_a_dot(printed, make, right):
    result = replace(right, functions={"relu": make.function("relu")})
    assert any("·✓··" in line for line in printed([result]))


def test_an_error_without_words(printed, unreadable):
    lines = printed([replace(unreadable, error=None)])
    assert any(line.endswith("Could not be graded") for line in lines)


def test_korean(printed, results, marked_korean):
    lines = printed(results, width=200, language="ko")
    assert lines[0] == "«Week 5» · 심층 신경망 만들기"
    assert lines[2].split() == ["«Student»", "«Score»", "/", "100", "1234", "«Reason»"]
    assert lines[-1] == (
        "«Graded» 2 · «Could not be graded» 1 · «Mean» 77.33 · «Median» 77.33"
    )


def test_nobody(printed):
    assert printed([])[-1] == "Graded 0 · Could not be graded 0 · Mean – · Median –"


def test_how_late_it_was_comes_before_the_reason(printed, right, wrong):
    late = Lateness(datetime(2026, 12, 1, tzinfo=UTC), 90000, 2, 0.2)
    given = [
        replace(right, score=80, earned=100, late=late),
        replace(wrong, score=43.74, earned=54.67, late=late),
    ]
    lines = printed(given)
    assert " s01                80   ✓✓✓✓   2 days late: −20" in lines
    assert (
        " s02             43.74   ✓✗~~   2 days late: −10.93 · 2: `relu` raised "
        "Attribu…"
    ) in lines
