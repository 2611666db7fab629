from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from rich.console import Console

from autograder.cli.progress import Lines, Rate, progress


def test_lines_come_every_few_seconds_and_at_the_end():
    said, now = [], iter([0.0, 1.0, 5.0, 9.0, 9.5])
    lines = Lines(4, said.append, lambda: next(now))
    for _ in range(4):
        lines.advance(None)
    assert said == [
        "graded 2 of 4, 0.4/s, 5 s left",
        "graded 4 of 4, 0.4/s, 0 s left",
    ]


@pytest.mark.parametrize(("speed", "shown"), [(None, ""), (33.33, "33.3/s")])
def test_rate(speed, shown):
    assert Rate().render(SimpleNamespace(speed=speed)).plain == shown


def test_a_terminal_gets_a_bar_that_goes_away():
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80)
    with progress(2, console) as advance:
        advance(None)
        advance(None)
    assert "grading" in out.getvalue()
    assert "2/2" in out.getvalue()
    assert "graded" not in out.getvalue()


def test_a_log_gets_lines():
    out = io.StringIO()
    with progress(1, Console(file=out)) as advance:
        advance(None)
    assert out.getvalue().startswith("graded 1 of 1, ")


def test_what_is_done_can_be_something_else():
    out = io.StringIO()
    with progress(1, Console(file=out), "publishing") as advance:
        advance(None)
    assert out.getvalue().startswith("published 1 of 1, ")
