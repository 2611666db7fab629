"""What bytes of strangers reach: a function each, total but for the declared errors.

A target takes any bytes and returns; the errors that its subject declares are caught
here, and whatever else it raises is a bug.
"""

from __future__ import annotations

import functools
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC
from pathlib import Path

import numpy as np
import yaml

from autograder.checks.compare import compare
from autograder.checks.describe import call_text, value_text
from autograder.checks.raised import explain_raised, names_defined
from autograder.course.assignment import read_assignment
from autograder.errors import SubmissionError
from autograder.grading.journal import Journal
from autograder.intake.discover import discover
from autograder.intake.files import UnusableError
from autograder.intake.reading import read_source
from autograder.quizzes.asked import Asked
from autograder.quizzes.formulas import (
    FormulaError,
    evaluate_formula,
    evaluate_number,
    without_name,
)
from autograder.quizzes.paper_notebook import fill, read_paper_notebook
from autograder.quizzes.papers import make_paper
from autograder.quizzes.response_tables import read_table_of_responses
from autograder.quizzes.responses import read_responses
from autograder.quizzes.schema import Quiz
from autograder.quizzes.score import judge
from autograder.quizzes.variants import Sitting
from autograder.sandbox import protocol
from autograder.sandbox.budget import Budget
from autograder.sandbox.connection import LostError
from autograder.sandbox.proxy import Lost, Proxy, Returned
from autograder.sandbox.wire import HEADER
from autograder.values import Limits, Raised
from tests.grading.conftest import new_course

Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {}
QUIZ = Path(__file__).with_name("quiz.yaml")
"""With an item of every kind."""
MAX_FILES = 20
MAX_NAME = 60
EXPECTED = (
    (None, "Z"),
    (1.5, "cost"),
    (np.ones((2, 3)), "Z"),
    ((np.ones((2, 3)), {"W": np.ones(2), "b": 0}), ("Z", "cache")),
    ({"W": np.ones((1, 2)), "b": [1, "a"]}, "parameters"),
)


def target(function: Target) -> Target:
    TARGETS[function.__name__] = function
    return function


class Said:
    """A worker that has said these bytes, and closed its socket."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def send(self, frame, watch):
        pass

    def receive(self, size, watch):
        if size > len(self.data):
            raise LostError("crashed", "exit 0")
        part, self.data = self.data[:size], self.data[size:]
        return part

    def has_unread_bytes(self):
        return False

    def cpu_seconds(self):
        return 0.0

    def allow_output(self, size):
        pass

    def count_output(self):
        pass

    def close(self):
        pass


def told(data: bytes) -> Proxy:
    return Proxy(Said(data), Budget(Limits(), time.monotonic))


@target
def reply(data: bytes) -> None:
    """Read what a worker answers to a call, and judge it."""
    found = told(data).call("f", [1.0], answer=lambda name, args: args)
    if isinstance(found, Returned):
        value_text(found.value)
        call_text("f", {"x": found.value}).render("ko")
        for expected, returns in EXPECTED:
            if feedback := compare(found.value, expected, returns, "f"):
                feedback.render("en", hidden=False)
    elif isinstance(found, Raised):
        explain_raised("f", found, {"cell 1": "def f(x):\n    return g(x)"})
    else:
        assert isinstance(found, Lost)


@target
def frame(data: bytes) -> None:
    """The same, of a frame whose lengths are right: structure, 00 00, payload."""
    structure, _, payload = data.partition(b"\0\0\0\0")
    reply(HEADER.pack(len(structure), len(payload)) + structure + payload)


@target
def loading(data: bytes) -> None:
    """Read what a worker says while it loads a source."""
    request = protocol.Load([], {}, "", {}, {}, [])
    assert isinstance(told(data).load(request), Lost | protocol.Loaded)


@target
def notebook(data: bytes) -> None:
    with suppress(UnusableError):
        for cell in read_source(data, "x.ipynb"):
            names_defined(cell.text)


@target
def script(data: bytes) -> None:
    with suppress(UnusableError):
        for cell in read_source(data, "x.py"):
            names_defined(cell.text)


@target
def archive(data: bytes) -> None:
    """Find submissions and responses in a zip."""
    with folder() as here:
        path = here / "handed.zip"
        path.write_bytes(data)
        look_for(path)


@target
def handed(data: bytes) -> None:
    """Find them in a folder: names and contents, with FF FE between them."""
    parts = data.split(b"\xff\xfe")[: 2 * MAX_FILES]
    with folder() as here:
        for name, content in zip(parts[::2], parts[1::2], strict=False):
            path = here.joinpath("in", *names_in(name))
            with suppress(OSError):  # a file where a folder is wanted
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        look_for(here / "in")


def names_in(name: bytes) -> list[str]:
    names = name.decode("utf-8", "surrogateescape").replace("\0", "").split("/")[:6]
    return [n[:MAX_NAME] for n in names if n not in {"", ".", ".."}] or ["x.py"]


def look_for(path: Path) -> None:
    with suppress(SubmissionError):
        discover([path], assignment())
    with suppress(SubmissionError):
        read_responses([path], asked(), UTC)


@target
def response(data: bytes) -> None:
    """Judge a response to an item of every kind, as text."""
    judge_all(data.decode("utf-8", "surrogateescape"))


@target
def structured(data: bytes) -> None:
    """Judge a response to an item of every kind, as JSON."""
    with suppress(ValueError, RecursionError):
        judge_all(json.loads(data))


def judge_all(given: object) -> None:
    paper, items = made()
    for variant in paper.variants:
        judge(items[variant.item], variant, given, Nowhere())


class Nowhere:
    """Executes no numpy."""

    def author(self, text, inputs):
        return np.ones(2)

    def student(self, text, inputs):
        return np.ones(3)


@target
def formula(data: bytes) -> None:
    text = without_name(data.decode("utf-8", "replace"))
    with suppress(FormulaError):
        evaluate_number(text)
    with suppress(FormulaError):
        evaluate_formula(text, {"a": np.linspace(-1, 1, 20), "z": np.float64(2)})


@target
def paper(data: bytes) -> None:
    with suppress(UnusableError):
        for item, text in read_paper_notebook(data, "x.ipynb").responses.items():
            fill(data.decode("utf-8-sig"), item, str(text))


@target
def table(data: bytes) -> None:
    for name in ("x.csv", "x.json"):
        with suppress(UnusableError):
            read_table_of_responses(data, name, asked(), UTC)


@target
def journal(data: bytes) -> None:
    with folder() as here:
        (here / "results.jsonl").write_bytes(data)
        Journal(here / "results.jsonl").read()


@contextmanager
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp())
    try:
        yield path
    finally:
        shutil.rmtree(path)


@functools.cache
def assignment():
    with folder() as here:
        return read_assignment(new_course(here).folder)


@functools.cache
def made():
    quiz = Quiz.model_validate(yaml.safe_load(QUIZ.read_text(encoding="utf-8")))
    sitting = Sitting(bytes(32), "2026-fall", "s01")
    return make_paper(quiz, sitting, "en"), {item.id: item for item in quiz.items}


@functools.cache
def asked() -> Asked:
    return Asked("week5", [made()[0]])
