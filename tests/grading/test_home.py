from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.errors import SandboxError
from autograder.grading.callers import OwnHelpers, StoodIn
from autograder.grading.home import MAX_LOADS, Home, given_text
from autograder.grading.trial import Failure
from autograder.messages import Text
from autograder.model import Assignment, Cell, GradedFunction, Submission
from autograder.sandbox.protocol import Loaded, Problem
from autograder.sandbox.proxy import Lost, Returned
from autograder.sandbox.question import Question
from autograder.values import Limits, Raised

FUNCTION = GradedFunction("cost", 1.0, "cost", aliases=("compute_cost",))
ASSIGNMENT = Assignment(
    "tiny",
    Path("no folder"),
    Text("T", "T"),
    "tiny",
    {"cost": FUNCTION},
    limits=Limits(memory=3 << 19, output=3 << 20),
)
SUBMISSION = Submission(
    "s01",
    "tiny.py",
    "0",
    cells=(Cell("tiny.py", "def costs(A):\n    pass\n"),),
    modules={"mine": "x = 1\n"},
)
QUESTION = Question("cost", [1], seed=3)
LOADED = Loaded(["cost"], ["cost"], [])


class Worker:
    """A worker that loads and answers as a test says."""

    def __init__(self, loads, replies):
        self.loads = loads
        self.replies = replies
        self.is_open = True
        self.connection = SimpleNamespace(room=0)
        self.calls = []

    def load(self, request):
        self.request = request
        if isinstance(self.loads, Lost):
            self.is_open = False
        return self.loads

    def call(self, function, args, **details):
        self.send([Question(function, args)])
        return self.receive()

    def send(self, questions, standins=()):
        self.calls += questions

    def receive(self, expected_bytes=0):
        reply = self.replies.pop(0)
        self.is_open = not isinstance(reply, Lost)
        return reply

    def close(self):
        self.is_open = False


class Sandbox:
    """Hands out workers, or raises what stands in their place."""

    level = "landlock"

    def __init__(self, *workers):
        self.workers = list(workers)
        self.started = []

    def start_worker(self, limits, budget):
        worker = self.workers.pop(0)
        if isinstance(worker, Exception):
            raise worker
        self.started.append(worker)
        return worker


def home(*workers, submission=SUBMISSION, assignment=ASSIGNMENT):
    return Home(Sandbox(*workers), assignment, submission, {"cost": ["A"]}, "given")


def loaded(*replies, problems=()):
    return Worker(replace_problems(problems), list(replies))


def replace_problems(problems):
    return Loaded(["cost"], ["cost"], list(problems))


def said(failure):
    assert isinstance(failure, Failure)
    rendered = failure.feedback.render("en", hidden=False)
    return rendered.headline, *rendered.evidence, rendered.cause


def test_the_worker_is_told_all_that_it_needs():
    place = home(worker := loaded())
    assert place.shared_worker() is worker
    request = worker.request
    assert request.cells == [("tiny.py", "def costs(A):\n    pass\n")]
    assert request.modules == {"mine": "x = 1\n"}
    assert (request.given, request.functions) == ("given", {"cost": ["A"]})
    assert request.aliases == {"compute_cost": "cost"}
    assert (request.skip, request.everything) == ([], False)


def test_an_assignment_may_want_every_statement():
    place = home(worker := loaded(), assignment=replace(ASSIGNMENT, load="everything"))
    place.shared_worker()
    assert worker.request.everything


def test_one_worker_serves_until_it_is_lost():
    first, second = loaded(Lost("crashed", "exit 3")), loaded(Returned(5))
    place = home(first, second)
    caller = OwnHelpers(place)
    assert said(caller.call(QUESTION, None)) == (
        "Python crashed in `cost` (exit 3)",
        None,
    )
    assert caller.call(QUESTION, None) == Returned(5)
    assert second.calls == [QUESTION]
    place.close()
    assert not second.is_open


def test_stand_ins_have_a_worker_for_each_function_that_is_checked():
    own, first, second, third = (loaded() for _ in range(4))
    place = home(own, first, second, third)
    assert place.shared_worker() is own
    assert place.worker_for("cost") is place.worker_for("cost") is first
    assert place.worker_for("linear") is second
    assert (own.is_open, first.is_open, second.is_open) == (True, False, True)
    assert place.worker_for("cost") is third
    assert place.shared_worker() is own
    place.close()
    assert not any(worker.is_open for worker in (own, second, third))


def test_what_would_be_seen_when_it_is_reached():
    report = Loaded(["cost", "linear"], [], [], routed=["linear"])
    place = home(Worker(report, []))
    assert not place.routes(["linear"])  # nothing is known yet
    place.shared_worker()
    assert place.routes(["linear"])
    assert place.routes([])
    assert not place.routes(["linear", "cost"])


def test_a_home_without_a_worker_is_closed_all_the_same():
    home().close()


def test_a_statement_that_does_not_return_is_skipped_in_the_next_worker():
    first = Worker(Lost("timed-out", "5", statement=4), [])
    second = Worker(Lost("crashed", "exit 1", statement=7), [])
    place = home(first, second, third := loaded())
    assert place.shared_worker() is third
    assert third.request.skip == [4, 7]


@pytest.mark.parametrize(("statement", "workers"), [(0, 1), (3, MAX_LOADS)])
def test_loading_is_given_up(statement, workers):
    lost = [Worker(Lost("timed-out", "5", statement), []) for _ in range(9)]
    place = home(*lost)
    for caller in (OwnHelpers(place), StoodIn(place, None, "cost", ())):
        assert said(caller.call(QUESTION, None)) == (
            "`cost` was not run",
            "the file did not finish loading within 5 s;"
            " keep computations inside functions",
        )
    assert len(place.sandbox.started) == workers


def test_a_worker_that_does_not_start_is_started_once_more():
    error = SandboxError("no room")
    assert home(error, worker := loaded()).shared_worker() is worker
    with pytest.raises(SandboxError, match="no room"):
        home(error, error, loaded()).shared_worker()


LOST = [
    (Raised("MemoryError", ""), "`cost` needed more than 1.5 MiB of memory"),
    (Raised("KeyError", "'W'"), "`cost` raised KeyError"),
    (Lost("timed-out", "0.25"), "`cost` did not finish within 0.25 s"),
    (Lost("printed-too-much", "9"), "`cost` printed more than 3 MiB"),
    (Lost("reply-too-large", "9"), "`cost` returned far more data than expected"),
    (Lost("crashed", "SIGKILL"), "Python crashed in `cost` (SIGKILL)"),
    (Lost("malformed-reply", "x"), "the answer of `cost` could not be read"),
]


@pytest.mark.parametrize(("reply", "headline"), LOST)
def test_every_reply_without_a_value_has_its_words(reply, headline):
    failure = OwnHelpers(home(loaded(reply))).call(QUESTION, None)
    assert said(failure)[0] == headline
    assert failure.got is reply


def test_calls_that_time_out_are_counted_apart_from_those_with_stand_ins():
    lost = Lost("timed-out", "5")
    place = home(*(loaded(lost) for _ in range(9)))
    own, stood_in = OwnHelpers(place), StoodIn(place, None, "cost", ())
    for caller in (own, own, own, stood_in):
        failure = caller.call(QUESTION, None)
    assert said(failure)[0] == "`cost` did not finish within 5 s"
    given_up = (
        "`cost` was not run",
        "2 calls have exceeded the time limit already",
    )
    assert said(own.call(QUESTION, None)) == given_up
    stood_in.call(QUESTION, None)
    assert said(stood_in.call(QUESTION, None)) == given_up
    assert len(place.sandbox.started) == 4


def test_nothing_is_run_when_the_time_is_used_up():
    place = home(loaded())
    place.budget.cpu = 0
    words = ("`cost` was not run", "the time for the whole submission is used up")
    assert said(OwnHelpers(place).call(QUESTION, None)) == words
    assert said(place.missing("cost")) == words
    assert place.shared_worker() is None
    assert not place.sandbox.started


def test_a_function_that_is_not_defined():
    place = home(Worker(Loaded([], [], []), []))
    assert said(OwnHelpers(place).call(QUESTION, None)) == (
        "`cost` is not defined",
        "there is a function with a similar name: 'costs'",
    )


def test_a_function_that_could_not_be_read():
    problems = [
        Problem("syntax", "tiny.py", 1, "linear", "another"),
        Problem("syntax", "tiny.py", 3, "layer,cost", "invalid syntax\x1b[0m"),
    ]
    place = home(Worker(Loaded([], [], problems), []))
    assert said(OwnHelpers(place).call(QUESTION, None)) == (
        "`cost` could not be read",
        "tiny.py, line 3",
        "invalid syntax[0m",
        None,
    )


def test_functions_without_return_are_known_before_the_first_call():
    assert home(loaded()).without_return() == {"cost"}
    place = home(Worker(Lost("crashed", "exit 1"), []))
    assert place.without_return() == frozenset()


def test_what_a_worker_says_of_the_source_is_not_believed_blindly():
    hostile = [
        Problem("syntax", "\x1b[2J", 1, "", "a label that is not ours"),
        Problem("redefined", "mine.py", 2, "co\x1bst" + "x" * 99, ""),
        *(Problem("lost", "tiny.py", n, "", "") for n in range(99)),
    ]
    place = home(loaded(problems=hostile))
    place.shared_worker()
    notes = [words.render("en") for words in place.notes()]
    name = "cost" + "x" * 75 + "…"
    assert notes[:2] == [
        f"`{name}` is defined more than once; the one that counts is in mine.py, "
        "line 2",
        "tiny.py, line 0 did not return and was skipped",
    ]
    assert len(notes) == 1 + 48


def test_there_is_nothing_to_note_before_anything_is_loaded():
    assert home().notes() == []


def test_the_text_of_what_is_given(tmp_path):
    assignment = replace(ASSIGNMENT, folder=tmp_path)
    assert given_text(assignment) == ""
    (tmp_path / "given.py").write_text("# ü\n", encoding="utf-8")
    assert given_text(assignment) == "# ü\n"
