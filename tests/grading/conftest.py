"""A tiny course in a temporary folder, of which every test may vary one thing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course.assignment import read_assignment
from autograder.grading.bench import open_bench
from autograder.grading.marking import Marking
from autograder.grading.rounds import Round
from autograder.model import Cell, Submission
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.opening import open_sandbox

COURSE = """\
title: {en: 'Neural networks and deep learning', ko: '신경망과 딥 러닝'}
languages: [en, ko]
feedback: {show_values: false}
"""

ASSIGNMENT = """\
title: {en: 'Tiny', ko: '아주 작은 과제'}
module: tiny
limits: {call: 0.3, cpu: 8}
functions:
  initialize: {points: 2, returns: [parameters]}
  linear: {points: 4, returns: [Z, cache], unchanged: [W]}
  layer: {points: 4, returns: [A, cache], calls: [linear], aliases: [dense]}
  cost: {points: 2, returns: [cost]}
as_handed_in: {points: 1}
"""

GIVEN = '''\
import numpy as np


def relu(Z):
    """Return the positive part of Z."""
    return np.maximum(0, Z)


def double(Z):
    """Return 2 Z."""
    return 2 * Z
'''

REFERENCE = """\
import numpy as np

from given import relu


def initialize(n_x, n_h):
    return {"W": np.random.randn(n_h, n_x) * 0.01, "b": np.zeros((n_h, 1))}


def linear(A, W, b):
    Z = W @ A + b
    return Z, (A, W, b)


def layer(A, W, b, activate=relu):
    Z, cache = linear(A, W, b)
    return activate(Z), cache


def cost(A, Y, scale=0.5):
    m = Y.shape[1]
    return float(scale * np.sum((A - Y) ** 2) / m)
"""

CHECKS = '''\
import pytest

from autograder.grading import example, grades

SIZES = [(3, 4, 5), (5, 2, 7)]


def inputs(rng, n_x, n_h, m):
    W, b = rng.standard_normal((n_h, n_x)), rng.standard_normal((n_h, 1))
    return rng.standard_normal((n_x, m)), W, b


@grades("initialize")
def test_initialize(student):
    """Small random W, zero b

    ko: 작은 난수 W, 0인 b
    """
    reply = student.initialize(60, 50)
    reply.is_initialization(shapes={"W": (50, 60), "b": (50, 1)}, spread={"W": 0.01})


@grades("linear")
@pytest.mark.parametrize("n_x, n_h, m", SIZES)
def test_linear(student, rng, n_x, n_h, m):
    """Z and the cache

    ko: Z와 캐시
    """
    student.linear(*inputs(rng, n_x, n_h, m)).matches_reference()


@grades("layer")
@pytest.mark.parametrize("n_x, n_h, m", SIZES)
def test_layer(student, rng, given, n_x, n_h, m):
    """A and the cache

    ko: A와 캐시
    """
    student.layer(*inputs(rng, n_x, n_h, m), given.double).matches_reference()


@grades("cost")
@pytest.mark.parametrize("m", [5, 8])
def test_cost(student, rng, m):
    """Half the mean square

    ko: 제곱 평균의 반
    """
    A, Y = rng.standard_normal((2, 3, m))
    student.cost(A, Y).matches_reference()


@grades("as_handed_in")
def test_everything(student, rng, n_x=3, n_h=4, m=6):
    """From A to the cost, with your own functions

    ko: A에서 비용까지, 자신의 함수로
    """
    A, W, b = inputs(rng, n_x, n_h, m)
    reply = student.layer(A, W, b)
    reply.matches_reference()
    student.cost(reply.value[0], 0 * reply.value[0]).matches_reference()


@example("linear")
def test_linear_example(student, rng):
    """Two inputs, three units

    ko: 입력 둘, 유닛 셋
    """
    student.linear(*inputs(rng, 2, 3, 4)).matches_reference()


@example("initialize")
def test_initialize_example(student):
    """W and b

    ko: W와 b
    """
    reply = student.initialize(40, 30)
    reply.is_initialization(shapes={"W": (30, 40), "b": (30, 1)}, spread={"W": 0.01})
'''

MISTAKES = """\
import numpy as np

from autograder.course.mistakes import mistake
from given import relu
from tiny import linear


@mistake(
    "linear",
    cause={"en": "b is not added", "ko": "b를 더하지 않았다"},
    hint={"en": "Z = W A + b", "ko": "Z = W A + b이다"},
)
def linear_without_b(A, W, b):
    return W @ A, (A, W, b)


@mistake(
    "layer",
    cause={"en": "the linear part is activated twice", "ko": "활성화를 두 번 했다"},
    hint={"en": "activate once", "ko": "한 번만 하라"},
)
def layer_twice(A, W, b, activate=relu):
    Z, cache = linear(A, W, b)
    return activate(activate(Z)), cache
"""

HEADER = "import numpy as np\nfrom given import relu\n"


@dataclass(frozen=True)
class TinyCourse:
    """The folder of a course, and how to change it."""

    root: Path

    @property
    def folder(self):
        return self.root / "solutions" / "tiny"

    @property
    def assignment(self):
        return read_assignment(self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, name, before, after):
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{name}: {before!r}"
        return self.write(name, text.replace(before, after))

    def check_file(self, body):
        """Replace all checks by `body`."""
        head = "import numpy as np\nimport pytest\n"
        head += "from autograder.grading import example, grades\n\n"
        return self.write("test_tiny.py", head + body)

    def inputs(self, name="r1"):
        return Round(b"secret", "tiny", name)

    def bench(self, sandbox=None, name="r1"):
        return open_bench(self.assignment, self.inputs(name), sandbox or NoSandbox())


class NoSandbox:
    """Starts nothing."""

    level = "none"

    def start_worker(self, limits, budget):
        raise AssertionError("no worker is wanted here")

    def close(self):
        pass


class Shared:
    """Workers of a sandbox that outlives a bench."""

    def __init__(self, sandbox):
        self.level = sandbox.level
        self.start_worker = sandbox.start_worker

    def close(self):
        pass


def new_course(root):
    root.mkdir(parents=True, exist_ok=True)
    (root / "course.yaml").write_text(COURSE, encoding="utf-8")
    course = TinyCourse(root)
    course.write("assignment.yaml", ASSIGNMENT)
    course.write("given.py", GIVEN)
    course.write("tiny.py", REFERENCE)
    course.write("test_tiny.py", CHECKS)
    course.write("mistakes.py", MISTAKES)
    return course


@pytest.fixture(scope="session")
def make_course():
    """Return a function that writes the course into a folder."""
    return new_course


@pytest.fixture
def course(tmp_path):
    """A course of which a test may change any file."""
    return new_course(tmp_path / "course")


@pytest.fixture
def make_bench(course, sandbox):
    """Return a function that opens the course as it is now, with real workers."""
    opened = []

    def make(name="r1"):
        opened.append(course.bench(sandbox, name))
        return opened[-1]

    yield make
    for bench in opened:
        bench.close()


@pytest.fixture(scope="session")
def sandbox():
    """Real workers, for the whole test run; at SANDBOX_LEVEL, or the best there is."""
    level = os.environ.get("SANDBOX_LEVEL")
    confined = open_sandbox(unsafe=False, refusal="")
    if level and level != confined.level:
        confined.close()
        confined = ConfinedSandbox(level)
    yield Shared(confined)
    confined.close()


@pytest.fixture(scope="session")
def bench(tmp_path_factory, sandbox):
    """The unchanged course, with real workers."""
    opened = new_course(tmp_path_factory.mktemp("unchanged")).bench(sandbox)
    yield opened
    opened.close()


@pytest.fixture
def solution():
    """Return a function that gives the right file, with some functions replaced."""
    return right_file


def right_file(**bodies):
    """Return the reference as a student's file; a body of "" leaves it out."""
    parts = REFERENCE.split("\n\n\n")
    for name, body in bodies.items():
        at = next(i for i, part in enumerate(parts) if part.startswith(f"def {name}("))
        parts[at] = body
    return "\n\n\n".join(parts)


@pytest.fixture
def submission():
    """Return a function that makes a submission of one file."""
    return handed_in


def handed_in(text, student="s01", **fields):
    cells = (Cell("tiny.py", text),)
    return Submission(student, f"{student}/tiny.py", "0", cells=cells, **fields)


@pytest.fixture
def mark(bench):
    """Return a function that marks one file on the unchanged course."""

    def marked(text, language="en", show_values=False, on=bench, **fields):
        marking = Marking(on, handed_in(text, **fields), language, show_values)
        return on.session.execute(marking.mark)

    return marked


@pytest.fixture
def scores():
    """Return a function that gives the score of every function of a result."""
    return lambda result: {n: f.score for n, f in result.functions.items()}
