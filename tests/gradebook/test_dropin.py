"""The drop-in around a gradebook that only notes what it is told.

tests/system has the same with a real nbgrader.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.course.course import Course
from autograder.course.roster import Student
from autograder.errors import AutograderError, GradebookError
from autograder.gradebook import nbgrader_db
from autograder.gradebook.dropin import entry_of, open_dropin, write_gradebook
from autograder.gradebook.nbgrader_sheet import Written
from autograder.gradebook.policy import Charge
from autograder.gradebook.records import Entry
from autograder.messages import Text
from autograder.model import CheckResult, FunctionResult, Graded, Lateness, Outcome
from tests.gradebook.conftest import notebook_of

EVIL = "<img src=x>"
DUE = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture
def course(tmp_path, folder, cells, assignment):
    """A course in which two students handed in notebooks."""
    for student in ("kim", EVIL):
        home = tmp_path / "submitted" / student / "week1"
        home.mkdir(parents=True)
        (home / "unit.ipynb").write_text(json.dumps(notebook_of(cells)))
    return Course(tmp_path, Text("Course", "강의"), ("en", "ko"))


@pytest.fixture
def book(monkeypatch, tmp_path):
    """A gradebook that notes what it is told."""
    told = SimpleNamespace(sheets=[], students=[], written=Written(), error=None)
    told.course = SimpleNamespace(
        url="sqlite:///gradebook.db",
        config={},
        submitted=tmp_path / "submitted",
        autograded=lambda student, slug: tmp_path / "graded-here" / student / slug,
    )

    def write_sheet(course, sheet, entries):
        if told.error:
            raise told.error
        told.sheets.append((sheet, list(entries)))
        return told.written

    monkeypatch.setattr(nbgrader_db, "is_installed", lambda: True)
    monkeypatch.setattr(nbgrader_db, "read_course", lambda root, url: told.course)
    monkeypatch.setattr(nbgrader_db, "write_sheet", write_sheet)
    monkeypatch.setattr(nbgrader_db, "shown_url", lambda url: url)
    monkeypatch.setattr(
        nbgrader_db, "add_students", lambda _, names: told.students.extend(names)
    )
    return told


@pytest.fixture
def without_nbgrader(monkeypatch):
    monkeypatch.setattr(nbgrader_db, "is_installed", lambda: False)


def results_for(dropin, result):
    return [replace(result, student=s.student) for s in dropin.submissions]


def test_everything_is_written(course, assignment, book, result, tmp_path):
    book.written = Written(["kim"], [EVIL])
    roster = (Student("kim", "김철수"), Student("lee<", ""))
    dropin = open_dropin(course, assignment, roster=roster)
    assert [s.student for s in dropin.submissions] == [EVIL, "kim"]
    lines = list(dropin.write(results_for(dropin, result), Path("graded/week1")))
    evil = "_img_src_x_-63b586b4a9"
    called = next(
        p.name for p in (tmp_path / "graded-here").iterdir() if p.name != "kim"
    )
    assert called.startswith(evil[:12])
    assert lines == [
        "autograded: 2 notebooks",
        "gradebook: 2 submissions: 1 new, 1 changed, 0 as they were: "
        "sqlite:///gradebook.db",
        f"gradebook: '{EVIL}' is called {called} in nbgrader",
    ]
    notebook = tmp_path / "graded-here" / "kim" / "week1" / "unit.ipynb"
    assert "✓ forward: 10 / 10" in notebook.read_text("utf-8")
    ((sheet, entries),) = book.sheets
    assert sheet.assignment == "week1"
    assert [entry.student for entry in entries] == [called, "kim"]
    assert book.students[0] == ("kim", "김철수")
    assert book.students[1][0].startswith("lee_-")


def test_a_human_is_told_what_to_look_at(course, assignment, book, result):
    book.written = Written(review=[f"s{n}" for n in range(7)])
    book.course.config = {"LateSubmissionPlugin": {"penalty_method": "zero"}}
    lines = list(write_gradebook(course, assignment, [result, result], book.course))
    assert lines[0].startswith("gradebook: 1 submissions: ")
    assert lines[1].startswith("late: nbgrader is in charge, ")
    assert lines[2] == (
        "gradebook: the score changed below a manual one, which still counts: "
        "s0, s1, s2, s3, s4, …"
    )


def test_a_gradebook_that_cannot_be_written(course, assignment, book, result, tmp_path):
    book.error = GradebookError("sqlite:///x: database is locked")
    dropin = open_dropin(course, assignment)
    wanted = (
        "sqlite:///x: database is locked; nothing is lost: "
        "autograder gradebook sync graded/week1"
    )
    with pytest.raises(GradebookError, match=f"^{wanted}$"):
        list(dropin.write(results_for(dropin, result), Path("graded/week1")))
    assert (tmp_path / "graded-here" / "kim" / "week1" / "unit.ipynb").is_file()


@pytest.mark.usefixtures("without_nbgrader")
def test_without_nbgrader(course, assignment, result, tmp_path):
    dropin = open_dropin(course, assignment)
    lines = list(dropin.write(results_for(dropin, result), Path("graded/week1")))
    assert lines == [
        "autograded: 2 notebooks",
        "gradebook: not written: expected nbgrader, got nothing: pip install "
        "'autograder[jupyter]', then: autograder gradebook sync graded/week1",
    ]
    assert (tmp_path / "autograded" / "kim" / "week1" / "unit.ipynb").is_file()
    wanted = r"^gradebook: expected nbgrader, got nothing: pip install 'autograder\[jup"
    with pytest.raises(GradebookError, match=wanted):
        open_dropin(course, assignment, url="sqlite:///gradebook.db")


@pytest.mark.usefixtures("without_nbgrader")
def test_named_paths_are_graded(course, assignment, tmp_path):
    path = tmp_path / "lee.py"
    path.write_text("x = 1")
    dropin = open_dropin(course, assignment, [path])
    assert [s.student for s in dropin.submissions] == ["lee"]


def test_a_course_without_nbgrader_needs_paths(tmp_path, assignment):
    course = Course(tmp_path, Text("Course", "강의"), ("en",))
    with pytest.raises(AutograderError, match=r"neither nbgrader_config\.py nor subm"):
        open_dropin(course, assignment)


def late(share=0.2, due=DUE):
    return Lateness(due, 60, 1, share)


def test_an_entry(result, assignment):
    checks = (CheckResult("x", "x", Outcome.COULD_NOT_GRADE),)
    parts = {
        "forward": FunctionResult(7, 10),
        "backward": FunctionResult(0, 10, checks),
    }
    own = replace(assignment, due=DUE)
    handed = replace(
        result, functions=parts, time=DUE, late=late(due=DUE + timedelta(days=2))
    )
    assert entry_of(handed, own, Charge("course")) == Entry(
        "kim",
        {"forward": 7, "backward": None, "as_handed_in": None},
        time=DUE,
        extension=timedelta(days=2),
        penalty=0.2,
    )


@pytest.mark.parametrize(
    ("who", "lateness", "penalty"),
    [("nobody", None, 0), ("course", late(0.1), 0.1), ("nbgrader", late(), None)],
)
def test_who_takes_off_for_lateness(result, assignment, who, lateness, penalty):
    handed = replace(result, late=lateness)
    assert entry_of(handed, assignment, Charge(who)).penalty == penalty


def test_what_could_not_be_graded_has_no_scores(result, assignment):
    lost = replace(result, outcome=Graded.COULD_NOT_GRADE)
    scores = entry_of(lost, assignment, Charge("nobody")).scores
    assert scores == dict.fromkeys(assignment.points)
