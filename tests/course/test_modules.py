import sys

import pytest

from autograder.checks.causes import Mistake
from autograder.course.assignment import read_assignment
from autograder.course.mistakes import mistake
from autograder.course.modules import load_modules
from autograder.errors import AuthoringError
from autograder.messages import Text

YAML = """\
title: {en: a, ko: b}
module: net
functions:
  forward: {points: 1, returns: Z}
  cost: {points: 1, returns: cost}
"""
GIVEN = "def relu(Z):\n    return max(Z, 0)\n"
NET = """\
from given import relu

def forward(Z):
    return relu(Z)

def cost(AL, Y):
    return 0
"""
MISTAKES = """\
from autograder.course.mistakes import mistake
from given import relu
from net import forward

@mistake("forward", cause={"en": "c", "ko": "원인"}, hint={"en": "h", "ko": "힌트"})
def forward_negated(Z):
    return -forward(Z)
"""
FILES = {
    "assignment.yaml": YAML,
    "test_net.py": "",
    "given.py": GIVEN,
    "net.py": NET,
    "mistakes.py": MISTAKES,
}


@pytest.fixture
def load(write):
    def load_files(slug="week5", **changed):
        folder = write(FILES, slug)
        for stem, text in changed.items():
            path = folder / f"{stem}.py"
            path.unlink() if text is None else path.write_text(text)
        return load_modules(read_assignment(folder))

    return load_files


@pytest.fixture
def problems_of(load):
    def problems(**changed):
        with pytest.raises(AuthoringError) as caught:
            load(**changed)
        where = "solutions/week5/"
        return [line.removeprefix(where) for line in caught.value.problems]

    return problems


def test_the_files_import_each_other_and_leave_nothing_behind(load, monkeypatch):
    monkeypatch.setitem(sys.modules, "given", sys)
    modules = load()
    assert modules.given.relu(-1) == 0
    assert modules.reference.forward(2) == 2
    (wrong,) = modules.mistakes
    assert isinstance(wrong, Mistake)
    assert (wrong.id, wrong.function) == ("forward_negated", "forward")
    assert (wrong.cause, wrong.hint) == (Text("c", "원인"), Text("h", "힌트"))
    assert wrong.run(2) == -2
    assert sys.modules["given"] is sys
    assert "net" not in sys.modules


def test_files_of_the_same_name_in_two_folders_do_not_meet(load):
    other = GIVEN.replace("max(Z, 0)", "7")
    first, second = load("week4"), load("week5", given=other)
    assert first.reference.forward(2) == 2
    assert second.reference.forward(2) == 7
    assert first.reference.__name__ == "_autograder_course.week4.net"
    assert second.reference.__name__ == "_autograder_course.week5.net"


def test_a_file_is_read_again_after_a_quick_edit(load):
    assert load().reference.cost(0, 0) == 0
    assert load(net=NET.replace("return 0", "return 1")).reference.cost(0, 0) == 1


def test_given_and_mistakes_may_be_absent(load):
    modules = load(given=None, mistakes=None, net="forward = cost = print\n")
    assert modules.given is None
    assert modules.mistakes == ()


def test_a_dataclass_in_a_course_file(load):
    given = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: int\n"
        "relu = Point\n"
    )
    assert load(given=given).given.Point(3).x == 3


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        (
            {"given": "import numpy\n\nx = numpy.zeroes(3)\n"},
            [
                "given.py:3: expected to be executed, got AttributeError: "
                "module 'numpy' has no attribute 'zeroes'"
            ],
        ),
        (
            {"given": "def f():\n    return g()\n\nf()\n"},
            [
                "given.py:2: expected to be executed, got NameError: "
                "name 'g' is not defined"
            ],
        ),
        (
            {"net": "import nothing_of_this_name\n"},
            [
                "net.py:1: expected to be executed, got ModuleNotFoundError: "
                "No module named 'nothing_of_this_name'"
            ],
        ),
        (
            {"net": "x = 1\ndef forward(:\n"},
            ["net.py:2: expected Python, got a syntax error: invalid syntax"],
        ),
        (
            {"net": "x = 1\n\nexec('a b')\n"},
            ["net.py:3: expected to be executed, got SyntaxError: invalid syntax"],
        ),
        (
            {"mistakes": "raise SystemExit(3)\n"},
            ["mistakes.py:1: expected to be executed, got SystemExit: 3"],
        ),
        (
            {"net": "forward = 3\n", "mistakes": None},
            [
                "net.py: forward: expected a function of this name, got none",
                "net.py: cost: expected a function of this name, got none",
            ],
        ),
    ],
)
def test_a_file_that_cannot_be_used(problems_of, changed, problems):
    assert problems_of(**changed) == problems


BROKEN = """\
from autograder.course.mistakes import mistake

both = {"en": "a", "ko": "b"}

@mistake("forwrad", cause={"en": "a"}, hint=both)
def one(): ...

@mistake("forward", cause=both, hint={"en": "a", "ko": "", "kr": "b"})
def two(): ...

@mistake("forward", cause=both, hint=both)
def three(): ...

@mistake("forward", cause=both, hint=both)
def three(): ...
"""


def test_everything_wrong_in_the_declarations_of_mistakes(problems_of):
    assert problems_of(mistakes=BROKEN) == [
        "mistakes.py:5: one: expected one of forward, cost (nearest: forward), "
        "got 'forwrad'",
        "mistakes.py:5: one: cause.ko: expected text, got None",
        "mistakes.py:8: two: hint.ko: expected text, got ''",
        "mistakes.py:8: two: hint.kr: expected one of en, ko, got 'kr'",
        "mistakes.py:14: three: expected a name of its own, "
        "got the name of another mistake",
    ]


def test_a_mistake_can_be_declared_outside_a_course():
    both = {"en": "a", "ko": "b"}

    @mistake("forward", cause=both, hint=both)
    def wrong(Z):
        return -Z

    assert wrong(1) == -1
