from __future__ import annotations

import gc
import os
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest

from autograder.errors import AuthoringError
from autograder.grading.session import Session
from autograder.messages import Text

HEAD = "import pytest\nfrom autograder.grading import example, grades\n\n"
TITLE = '"""Title\n\n    ko: 제목\n    """'
EXPECTED = (
    "expected @grades(function) or @example(function), a title in the docstring's "
    "first line, and a line 'ko: …'"
)


class Trial:
    """All that a session needs of a trial."""

    def __init__(self):
        self.error = None
        self.reference = None

    def generator(self):
        return 4


@pytest.fixture
def open_session(tmp_path):
    """Return a function that opens a session over a check file."""
    opened = []

    def make(body, name="test_tiny.py"):
        path = tmp_path / name
        path.write_text(HEAD + body, encoding="utf-8")
        opened.append(Session(path))
        return opened[-1]

    yield make
    for session in opened:
        session.close()


def run(session, check):
    trial = Trial()
    session.execute(lambda: session.run(check, trial))
    return trial


def problems(tmp_path, text, name="test_tiny.py"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    threads = threading.active_count()
    with pytest.raises(AuthoringError) as wrong:
        Session(path)
    assert threading.active_count() <= threads + 1
    return [line.replace(str(path), "FILE") for line in wrong.value.problems]


def test_checks_are_collected_with_their_titles_and_sizes(open_session):
    session = open_session(
        f'''
@grades("linear")
@pytest.mark.parametrize("m, mode, flag", [(3, "a", True), (5, "b", False)])
def test_f(student, m, mode, flag):
    {TITLE}


@example("linear")
def test_example(student):
    """  Two inputs

    More words.
    ko:   입력 둘
    """


@grades("cost")
class TestCost:
    def test_in_a_class(self):
        {TITLE}
'''
    )
    found = [
        (c.id, c.function, c.title, dict(c.sizes), c.is_example) for c in session.checks
    ]
    title = Text("Title", "제목")
    assert found == [
        ("test_f[3-a-True]", "linear", title, {"m": 3}, False),
        ("test_f[5-b-False]", "linear", title, {"m": 5}, False),
        ("test_example", "linear", Text("Two inputs", "입력 둘"), {}, True),
        ("test_in_a_class", "cost", title, {}, False),
    ]


@pytest.mark.parametrize(
    ("mark", "doc"),
    [
        ("", TITLE),
        ("@pytest.mark.skipif(False, reason='')", TITLE),
        ("@pytest.mark.grades", TITLE),
        ('@grades("f")', '"""Title"""'),
        ('@grades("f")', '"""   """'),
        ('@grades("f")', '"""Title\n\n    ko:\n    """'),
        ('@grades("f")', "pass"),
    ],
    ids=[
        "no mark",
        "another mark",
        "no name",
        "no Korean",
        "empty",
        "empty Korean",
        "no title",
    ],
)
def test_a_check_needs_a_mark_and_a_title_in_both_languages(tmp_path, mark, doc):
    text = f"{HEAD}{mark}\ndef test_f():\n    {doc}\n"
    assert problems(tmp_path, text) == [f"FILE: test_f: {EXPECTED}"]


def test_all_problems_are_told_at_once(tmp_path):
    text = f"{HEAD}def test_f():\n    {TITLE}\n\n\ndef test_g():\n    pass\n"
    assert problems(tmp_path, text) == [
        f"FILE: test_f: {EXPECTED}",
        f"FILE: test_g: {EXPECTED}",
    ]


def test_two_checks_of_one_name_would_share_their_inputs(tmp_path):
    body = f'    @grades("f")\n    def test_f(self):\n        {TITLE}\n\n\n'
    text = f"{HEAD}class TestA:\n{body}class TestB:\n{body}"
    assert problems(tmp_path, text) == [
        "FILE: test_f: expected a name of its own, got 2 checks of this name"
    ]


@pytest.mark.parametrize("text", ["", HEAD, "def helper():\n    pass\n"])
def test_a_file_without_checks(tmp_path, text):
    assert problems(tmp_path, text) == ["FILE: expected at least one check, found none"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import nothing_like_this\n", "ModuleNotFoundError"),
        ("def test_f(:\n", "SyntaxError"),
        ("1 / 0\n", "ZeroDivisionError: division by zero"),
        (
            f'{HEAD}@pytest.mark.parametrize("m", [1])\ndef test_f():\n    {TITLE}\n',
            "test_f: function uses no argument 'm'",
        ),
    ],
)
def test_a_file_that_cannot_be_collected(tmp_path, text, reason):
    (problem,) = problems(tmp_path, text)
    assert problem.startswith("FILE: ")
    assert reason in problem


def test_a_check_runs_over_and_over(open_session):
    session = open_session(
        f"""
runs = []


@grades("f")
def test_f(rng):
    {TITLE}
    runs.append(rng)
    assert len(runs) < 3
"""
    )
    (check,) = session.checks
    assert [type(run(session, check).error) for _ in range(4)] == [
        type(None),
        type(None),
        AssertionError,
        AssertionError,
    ]


def test_checks_run_in_any_order_with_fixtures_of_their_own(open_session):
    session = open_session(
        f"""
events = []


@pytest.fixture
def opened():
    events.append("open")
    yield events
    events.append("close")


@grades("f")
def test_first(opened):
    {TITLE}
    opened.append("first")


@grades("f")
def test_second(opened):
    {TITLE}
    opened.append("second")
    raise ValueError("second")
"""
    )
    first, second = session.checks
    errors = [run(session, check).error for check in (second, first, first, second)]
    assert [str(error) for error in errors] == ["second", "None", "None", "second"]
    events = first.item.module.events
    assert events == [
        word
        for name in ("second", "first", "first", "second")
        for word in ("open", name, "close")
    ]


def test_a_fixture_that_fails_is_an_error_of_the_trial(open_session):
    session = open_session(
        f"""
@pytest.fixture
def broken():
    raise ValueError("in the fixture")


@grades("f")
def test_f(broken):
    {TITLE}


@grades("f")
def test_g(no_such_fixture):
    {TITLE}
"""
    )
    f, g = session.checks
    assert repr(run(session, f).error) == "ValueError('in the fixture')"
    assert isinstance(run(session, g).error, pytest.FixtureLookupError)


def test_what_is_raised_inside_comes_back(open_session):
    session = open_session(f'@grades("f")\ndef test_f():\n    {TITLE}\n')
    for error in (ValueError("a"), KeyboardInterrupt("b"), SystemExit(3)):

        def work(error=error):
            raise error

        with pytest.raises(type(error)) as caught:
            session.execute(work)
        assert caught.value is error
    assert session.execute(lambda: 5) == 5


def test_interrupts_and_exits_are_not_swallowed_by_a_check(open_session):
    session = open_session(
        f'@grades("f")\ndef test_f():\n    {TITLE}\n    raise KeyboardInterrupt\n'
    )
    with pytest.raises(KeyboardInterrupt):
        run(session, session.checks[0])
    assert not session.checks[0].item.stash


def test_two_files_of_one_name_do_not_meet(tmp_path):
    sessions = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "test_tiny.py"
        path.write_text(f'{HEAD}@grades("f{number}")\ndef test_f():\n    {TITLE}\n')
        sessions.append(Session(path))
    assert [s.checks[0].function for s in sessions] == ["f1", "f2"]
    for session in sessions:
        assert run(session, session.checks[0]).error is None
        session.close()


def test_a_file_that_was_changed_is_read_again(tmp_path):
    for name in ("first", "other"):
        path = tmp_path / "test_tiny.py"
        path.write_text(f'{HEAD}@grades("{name}")\ndef test_f():\n    {TITLE}\n')
        session = Session(path)
        assert session.checks[0].function == name
        session.close()


def test_nothing_of_the_users_own_pytest_reaches_a_session(tmp_path, monkeypatch):
    environment = {
        "PYTEST_ADDOPTS": "--no-such-option",
        "PYTEST_PLUGINS": "no_such_plugin",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (tmp_path / "conftest.py").write_text("1 / 0\n")
    path = tmp_path / "test_tiny.py"
    path.write_text(f'{HEAD}@grades("f")\ndef test_f():\n    {TITLE}\n')
    session = Session(path)
    assert run(session, session.checks[0]).error is None
    session.close()
    assert {name: os.environ.get(name) for name in environment} == environment


def test_the_environment_stays_as_it_was(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", raising=False)
    problems(tmp_path, "")
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" not in os.environ


def test_closing_ends_the_thread(open_session):
    session = open_session(f'@grades("f")\ndef test_f():\n    {TITLE}\n')
    assert session._thread.is_alive()
    session.close()
    assert not session._thread.is_alive()


def test_a_session_that_pytest_cannot_start(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise OSError("no room")

    monkeypatch.setattr("pytest.main", fail)
    with pytest.raises(OSError, match="no room"):
        Session(tmp_path / "test_tiny.py")


def resident():
    """Return the bytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def traced_memory():
    """Return the bytes that are in use, without what is only not yet collected."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_check_that_prints_does_not_slow_down_or_grow(open_session, cpu_of, capfd):
    session = open_session(
        f"""
import sys


@grades("f")
def test_f(rng):
    {TITLE}
    print("x" * 500)
    sys.stderr.write("y" * 500)
    raise ValueError("z" * 500)
"""
    )
    (check,) = session.checks

    def rounds(count):
        for _ in range(count):
            run(session, check)

    def measured(count):
        seconds = cpu_of(lambda: rounds(count), times=1)
        capfd.readouterr()
        return seconds

    measured(100)
    before = min(measured(50) for _ in range(5))
    memory = resident()
    tracemalloc.start()
    measured(100)
    held = traced_memory()
    measured(100)
    grown = traced_memory() - held
    tracemalloc.stop()
    measured(500)
    after = min(measured(50) for _ in range(5))
    assert grown < 100 * 500  # what is printed alone would be ten times that
    assert resident() - memory < 20 << 20
    assert after < 4 * before
