from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

import autograder
from autograder.grading.journal import (
    Journal,
    digest_of,
    digest_of_engine,
    key_of,
    reusable,
    surroundings_of,
)
from autograder.model import (
    CheckResult,
    FunctionResult,
    Graded,
    Lateness,
    Outcome,
    RenderedFeedback,
    Submission,
    SubmissionResult,
)

FEEDBACK = RenderedFeedback("wrong-value", "`Z` …", ("a",), "왜", "id", "hint", "f()")
CHECKS = (
    CheckResult("test_f[3]", "Title", Outcome.PASSED),
    CheckResult("test_f[4]", "제목", Outcome.FAILED, FEEDBACK),
)
RESULT = SubmissionResult(
    student="s01",
    assignment="tiny",
    file="s01/tiny.py",
    sha256="00",
    outcome=Graded.GRADED,
    score=1.5,
    max_score=3.0,
    seconds=0.25,
    sandbox="landlock",
    round="0123",
    functions={"f": FunctionResult(1.5, 3.0, CHECKS, ("a note",))},
    notes=("x\ny",),
    key="k1",
    earned=1.875,
    time=datetime(2026, 12, 2, 10, tzinfo=timezone(timedelta(hours=9))),
    late=Lateness(datetime(2026, 12, 1, tzinfo=UTC), 90000.0, 2, 0.2, ("늦음",)),
)
OTHER = replace(
    RESULT,
    student="s02",
    outcome=Graded.COULD_NOT_GRADE,
    score=None,
    functions={},
    error="ours",
    key="k2",
)


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "results.jsonl")


def test_results_come_back_as_they_were_appended(journal):
    for result in (RESULT, OTHER):
        journal.append(result)
    assert journal.read() == [RESULT, OTHER]
    assert len(journal.path.read_text("utf-8").splitlines()) == 2


def test_a_line_reads_like_the_format(journal):
    journal.append(OTHER)
    assert journal.path.read_text("utf-8") == (
        '{"student":"s02","assignment":"tiny","file":"s01/tiny.py","sha256":"00",'
        '"outcome":"could-not-grade","score":null,"max_score":3.0,"seconds":0.25,'
        '"sandbox":"landlock","round":"0123","functions":{},"notes":["x\\ny"],'
        '"error":"ours","key":"k2","earned":1.875,"time":"2026-12-02T10:00:00+09:00",'
        '"late":{"due":"2026-12-01T00:00:00Z","seconds":90000.0,"days":2,'
        '"share_lost":0.2,"lines":["늦음"]},"language":null}\n'
    )


def test_there_may_be_no_journal_yet(journal):
    assert journal.read() == []


@pytest.mark.parametrize(
    "tail", [b'{"student": "s0', b"", b"{}", b"\xff\xfe\x00"], ids=repr
)
def test_a_half_line_at_the_end_is_not_believed(journal, tail):
    journal.append(RESULT)
    line = journal.path.read_bytes()
    journal.path.write_bytes(line + tail)
    assert journal.read() == [RESULT]
    journal.path.write_bytes(line + line.rstrip(b"\n"))
    assert journal.read() == [RESULT]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"garbage",
        b"\xff\xfe",
        b'{"student": "\xff"}',
        b'{"later": ' + b"[" * 100_000,
        b"null",
        b'{"student": "s01"}',
        b'{"student": 5}',
    ],
    ids=lambda line: repr(line[:12]),
)
def test_a_line_of_garbage_is_ignored(journal, line):
    journal.append(RESULT)
    with journal.path.open("ab") as file:
        file.write(line + b"\n")
    journal.append(OTHER)
    assert journal.read() == [RESULT, OTHER]


def test_fields_of_a_later_version_are_ignored(journal):
    journal.append(RESULT)
    text = journal.path.read_text("utf-8")
    journal.path.write_text(text.replace('{"student"', '{"later":[1],"student"', 1))
    assert journal.read() == [RESULT]


def test_starting_keeps_what_it_is_told_and_nothing_else(journal):
    journal.append(OTHER)
    journal.path.write_bytes(journal.path.read_bytes() + b"half")
    journal.start([RESULT])
    assert journal.read() == [RESULT]
    assert [p.name for p in journal.path.parent.iterdir()] == ["results.jsonl"]
    journal.append(OTHER)
    assert journal.read() == [RESULT, OTHER]


def test_only_graded_results_with_a_known_key_are_reused():
    results = [RESULT, OTHER, replace(RESULT, key="k3")]
    assert reusable(results, {"k1": "s01", "k2": "s02"}) == {"k1": RESULT}


SUBMISSION = Submission("s01", "s01/tiny.py", "00")


@pytest.mark.parametrize(
    "other",
    [
        replace(SUBMISSION, sha256="01"),
        replace(SUBMISSION, student="s02"),
        replace(SUBMISSION, file="s01/other.py"),
    ],
)
def test_a_key_depends_on_the_submission(other):
    assert key_of(SUBMISSION, "s") == key_of(replace(SUBMISSION, notes=()), "s")
    assert key_of(other, "s") != key_of(SUBMISSION, "s")
    assert key_of(SUBMISSION, "t") != key_of(SUBMISSION, "s")


def surroundings(course, level="landlock", language="en", show_values=False):
    return surroundings_of(course.assignment, level, language, show_values=show_values)


def test_surroundings_stay_the_same(course):
    before = surroundings(course)
    (course.folder / "__pycache__").mkdir()
    course.write("__pycache__/tiny.pyc", "compiled")
    assert surroundings(course) == before


@pytest.mark.parametrize(
    "setting", [{"level": "none"}, {"language": "ko"}, {"show_values": True}]
)
def test_surroundings_change_with_every_setting(course, setting):
    assert surroundings(course, **setting) != surroundings(course)


CHANGES = [
    ("assignment.yaml", "call: 0.3", "call: 0.4"),
    ("assignment.yaml", "points: 1}", "points: 2}"),
    ("tiny.py", "0.01", "0.02"),
    ("test_tiny.py", "Half the mean", "The mean"),
    ("given.py", "2 * Z", "3 * Z"),
    ("mistakes.py", "activate once", "once"),
]


@pytest.mark.parametrize(("name", "before", "after"), CHANGES)
def test_surroundings_change_with_every_file(course, name, before, after):
    old = surroundings(course)
    text = (course.folder / name).read_text("utf-8")
    course.write(name, text.replace(before, after, 1))
    assert surroundings(course) != old


def test_surroundings_change_with_a_new_file_and_with_the_engine(course, monkeypatch):
    old = surroundings(course)
    monkeypatch.setattr(autograder, "__version__", "9")
    assert surroundings(course) != old
    monkeypatch.undo()
    course.write("data/more.txt", "")
    assert surroundings(course) != old


def test_a_digest_is_that_of_the_files_of_a_folder(tmp_path):
    folder, other = tmp_path / "a", tmp_path / "b"
    for path in (folder, other):
        (path / "__pycache__").mkdir(parents=True)
        (path / "__pycache__" / path.name).touch()
        (path / "x.py").write_text("1")
    assert digest_of(folder) == digest_of(other)
    (other / "x.py").rename(other / "y.py")
    assert digest_of(folder) != digest_of(other)
    assert digest_of(tmp_path / "none") != digest_of(folder)


def test_the_digest_of_the_engine_is_that_of_its_code_at_first(tmp_path, monkeypatch):
    def digest():
        digest_of_engine.cache_clear()
        return digest_of_engine()

    for name, text in (("__init__.py", ""), ("a/b.py", "1"), ("a/words.po", "1")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.setattr(autograder, "__file__", str(tmp_path / "__init__.py"))
    try:
        first = digest()
        (tmp_path / "a" / "words.po").write_text("2")
        assert digest() == first
        (tmp_path / "a" / "b.py").write_text("2")
        assert digest_of_engine() == first
        assert digest() != first
    finally:
        digest_of_engine.cache_clear()
