import subprocess
import sys
from dataclasses import fields
from datetime import UTC, datetime

import pytest

from autograder.course.assignment import read_assignment
from autograder.course.schema import LimitsPart
from autograder.errors import AuthoringError
from autograder.messages import Text
from autograder.model import Assignment, GradedFunction
from autograder.values import Limits

GOOD = """\
title: {en: Deep network, ko: 심층 신경망}
week: 5
minutes: 150
module: net
limits: {call: 1, memory: 1000}
functions:
  forward: {points: 9, returns: [Z, cache], aliases: [fwd], unchanged: [A]}
  model: {points: 2.5, returns: AL, calls: [forward]}
as_handed_in: {points: 4}
allowed_in_release:
  - {text: 'A = sigmoid( Z )', reason: given as the example}
load: everything
"""
FILES = {"net.py": "", "test_net.py": ""}


@pytest.fixture
def problems_of(write):
    def read(text, files=FILES):
        folder = write({**files, "assignment.yaml": text})
        with pytest.raises(AuthoringError) as caught:
            read_assignment(folder)
        where = "solutions/week5/assignment.yaml:"
        assert all(line.startswith(where) for line in caught.value.problems)
        return [line.removeprefix(where) for line in caught.value.problems]

    return read


def test_everything_that_a_file_says(write):
    folder = write({**FILES, "assignment.yaml": GOOD})
    assert read_assignment(folder) == Assignment(
        slug="week5",
        folder=folder,
        title=Text("Deep network", "심층 신경망"),
        module="net",
        functions={
            "forward": GradedFunction(
                "forward", 9, ("Z", "cache"), aliases=("fwd",), unchanged=("A",)
            ),
            "model": GradedFunction("model", 2.5, "AL", calls=("forward",)),
        },
        as_handed_in=4,
        week=5,
        minutes=150,
        limits=Limits(call=1, memory=1000),
        load="everything",
        allowed_in_release=("A = sigmoid(Z)",),
    )


def test_what_may_be_left_out(write):
    text = """\
title: {en: a, ko: b}
module: net
functions: {f: {points: 1, returns: [x]}}
"""
    assignment = read_assignment(write({**FILES, "assignment.yaml": text}))
    assert assignment.functions["f"].returns == "x"
    assert assignment.max_score == 1
    assert assignment.limits == Limits()


PRESENCE = """\
title: {en: A summary, ko: 요약}
graded: presence
points: 10
due: '2026-11-30T23:59:00+09:00'
week: 3
prose: {en: One page., ko: 한 쪽.}
files: [slides.txt]
"""


def test_an_assignment_that_is_graded_by_presence(write):
    folder = write({"assignment.yaml": PRESENCE, "slides.txt": ""}, "week3_summary")
    assignment = read_assignment(folder)
    assert assignment == Assignment(
        slug="week3_summary",
        folder=folder,
        title=Text("A summary", "요약"),
        module="week3_summary",
        functions={},
        files=("slides.txt",),
        week=3,
        due=datetime(2026, 11, 30, 14, 59, tzinfo=UTC),
        presence=10,
        prose=Text("One page.", "한 쪽."),
    )
    assert assignment.points == {"presence": 10}
    assert assignment.max_score == 10


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("points: 10", "points: 0", ["3: points: expected a number above 0, got 0"]),
        ("points: 10\n", "", ["1: points: expected a value, got nothing"]),
        (
            "week: 3",
            "module: net",
            [
                "5: module: expected one of title, graded, points, prose, week, "
                "minutes, due, files (nearest: due), got 'module'"
            ],
        ),
        (
            "slides.txt",
            "other.txt",
            ["7: files: expected the file other.txt beside it, got nothing"],
        ),
        (
            "+09:00",
            "",
            [
                "4: due: expected a time with its zone, such as "
                "'2026-12-01T10:00:00+09:00', got '2026-11-30T23:59:00'"
            ],
        ),
    ],
)
def test_what_is_wrong_with_presence(problems_of, old, new, problems):
    assert problems_of(PRESENCE.replace(old, new), {"slides.txt": ""}) == problems


def test_what_else_may_be_graded(problems_of):
    text = GOOD.replace("week: 5", "graded: presense")
    assert problems_of(text) == [
        "2: graded: expected 'functions' or 'presence', got 'presense'"
    ]


def test_a_due_time_of_functions(write):
    text = GOOD.replace("week: 5", "due: 2026-11-30T23:59:00+09:00")
    assignment = read_assignment(write({**FILES, "assignment.yaml": text}))
    assert assignment.due == datetime(2026, 11, 30, 14, 59, tzinfo=UTC)
    assert not assignment.presence


def test_all_problems_together_with_their_lines(problems_of):
    text = """\
title: {en: Deep}
weak: 5
minutes: 1.5
module: net
limits: {call: 0, memory: 1.5, cal: 2}
load: all
functions:
  f: {points: -3, returns: [Z, cache], calls: [c]}
  b: {pionts: 3, returns: Z}
  c: {points: 1, returns: Z}
  c: {points: .inf, returns: [], calls: [f, g]}
  d e: {points: true, returns: [1], calls: f}
as_handed_in: 4
allowed_in_release:
  - {text: 'a b', reason: ''}
"""
    assert problems_of(text) == [
        "11: functions.c: expected once, got it twice",
        "1: title.ko: expected a value, got nothing",
        "8: functions.f.points: expected a number above 0, got -3",
        "9: functions.b.points: expected a value, got nothing",
        "9: functions.b.pionts: expected one of points, returns, calls, aliases, "
        "unchanged, optional (nearest: points), got 'pionts'",
        "11: functions.c.points: expected a finite number, got inf",
        "11: functions.c.returns: expected at least 1 of them, got a list of 0",
        "12: functions.d e: expected a Python name, got 'd e'",
        "12: functions.d e.points: expected a number, got true",
        "12: functions.d e.returns.0: expected text, got 1",
        "12: functions.d e.calls: expected a list, got 'f'",
        "3: minutes: expected a whole number, got 1.5",
        "5: limits.call: expected a number above 0, got 0",
        "5: limits.memory: expected a whole number, got 1.5",
        "5: limits.cal: expected one of call, cpu, wall, memory, output "
        "(nearest: call), got 'cal'",
        "6: load: expected 'definitions' or 'everything', got 'all'",
        "13: as_handed_in: expected a mapping, got 4",
        "15: allowed_in_release.0.text: expected a Python statement, got 'a b'",
        "15: allowed_in_release.0.reason: expected text that is not empty, got ''",
        "2: weak: expected one of title, module, functions, graded, week, minutes, "
        "due, limits, load, as_handed_in, uses, files, allowed_in_release (nearest: "
        "week), got 'weak'",
        "11: functions.c.calls: expected one of f, b, c, d e, got 'g'",
        "8: functions.f.calls: expected no cycle, got f → c → f",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("week: 5", "week: -1", ["2: week: expected a number of at least 0, got -1"]),
        ("week: 5", "week:", ["2: week: expected a whole number, got nothing"]),
        ("Deep network", "yes", ["1: title.en: expected text, got true"]),
        ("Deep network", "{a: b}", ["1: title.en: expected text, got a mapping"]),
        (
            "module: net",
            "module: class",
            [
                "4: module: expected a Python name, got 'class'",
                "4: module: expected the file class.py beside it, got nothing",
                "4: module: expected the file test_class.py beside it, got nothing",
            ],
        ),
        ("module: net", "module: 5", ["4: module: expected text, got 5"]),
        (
            "calls: [forward]",
            "calls: [forwrad]",
            [
                "8: functions.model.calls: expected one of forward, model "
                "(nearest: forward), got 'forwrad'"
            ],
        ),
        (
            "calls: [forward]",
            "calls: [model]",
            ["8: functions.model.calls: expected no cycle, got model → model"],
        ),
        (
            "aliases: [fwd]",
            "aliases: [model]",
            [
                "7: functions.forward.aliases: expected a name of its own, "
                "got 'model' of model"
            ],
        ),
        (
            "A = sigmoid( Z )",
            "",
            ["11: allowed_in_release.0.text: expected a Python statement, got ''"],
        ),
    ],
)
def test_one_problem(problems_of, old, new, problems):
    assert old in GOOD
    assert problems_of(GOOD.replace(old, new)) == problems


@pytest.mark.parametrize("functions", ["functions: 3", "functions: {f: 3}"])
def test_functions_of_another_shape_do_not_hide_the_rest(problems_of, functions):
    text = f"title: {{en: a, ko: b}}\nmodule: other\n{functions}\n"
    problems = problems_of(text)
    assert "a mapping, got 3" in problems[0]
    assert "2: module: expected the file other.py beside it, got nothing" in problems


def test_an_empty_file(problems_of):
    assert problems_of("") == ["1: expected a mapping, got nothing"]


def test_a_file_whose_only_fault_is_a_key_that_stands_there_twice(problems_of):
    assert problems_of(f"{GOOD}week: 6\n") == ["13: week: expected once, got it twice"]


def test_limits_in_a_file_are_those_of_the_model():
    assert LimitsPart().model_dump() == {
        limit.name: limit.default for limit in fields(Limits)
    }


def test_students_do_not_wait_for_pydantic():
    code = (
        "import sys, autograder.course.assignment, autograder.course.course, "
        "autograder.course.examples; sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


OTHER = """\
title: {en: a, ko: b}
module: net
functions:
  forward: {points: 1, returns: [Z, cache]}
  model: {points: 1, returns: AL, calls: [forward]}
"""
USER = """\
title: {en: a, ko: b}
module: app
uses: {week5: [model]}
files: [figures/a.svg]
functions:
  train: {points: 1, returns: parameters, calls: [model], optional: [rate]}
"""


@pytest.fixture
def user(write, course_root):
    """Write an assignment that uses another, and return its folder."""

    def make(text):
        write({"assignment.yaml": OTHER, "net.py": "", "test_net.py": ""})
        folder = course_root / "solutions" / "week6"
        (folder / "figures").mkdir(parents=True)
        for name in ("app.py", "test_app.py", "figures/a.svg"):
            (folder / name).write_text("")
        (folder / "assignment.yaml").write_text(text)
        return folder

    return make


def test_functions_of_another_assignment_are_helpers_here(user):
    assignment = read_assignment(user(USER))
    assert assignment.uses == {"week5": ("model",)}
    assert list(assignment.helpers) == ["forward", "model"]
    assert assignment.calls_of("train") == ("forward", "model")
    assert list(assignment.known) == ["forward", "model", "train"]
    assert list(assignment.points) == ["train"]
    assert assignment.files == ("figures/a.svg",)
    assert assignment.functions["train"].optional == ("rate",)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "week5: [model]",
            "week4: [model]",
            "3: uses.week4: expected one of week5 (nearest",
        ),
        ("[model]}", "[modle]}", "3: uses.week5: expected one of forward, model"),
        ("a.svg", "b.svg", "4: files: expected the file figures/b.svg beside it, got"),
        ("calls: [model]", "calls: [forwrd]", "6: functions.train.calls: expected one"),
    ],
)
def test_what_is_used_must_be_there(user, old, new, problem):
    with pytest.raises(AuthoringError) as caught:
        read_assignment(user(USER.replace(old, new, 1)))
    found = [line.partition("assignment.yaml:")[2] for line in caught.value.problems]
    assert any(line.startswith(problem) for line in found), found


def test_no_assignment_uses_one_that_uses_it(user, course_root):
    folder = user(USER)
    other = course_root / "solutions" / "week5" / "assignment.yaml"
    other.write_text(OTHER + "uses: {week6: [train]}\n")
    for read, said in ((folder, "'week6'"), (other.parent, "'week5'")):
        with pytest.raises(AuthoringError) as caught:
            read_assignment(read)
        (problem,) = caught.value.problems
        assert problem.endswith(": expected one of nothing, got " + said)
