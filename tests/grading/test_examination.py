from __future__ import annotations

import pytest

from autograder.errors import SandboxError
from autograder.grading import examination
from autograder.grading.examination import Examination, examine
from autograder.sandbox.proxy import Returned
from autograder.sandbox.selftest import ACTS
from autograder.values import Raised


class Worker:
    def __init__(self, reply):
        self.reply = reply
        self.closed = False

    def load(self, request):
        assert request.everything

    def call(self, function, args):
        assert function == "probe"
        return self.reply

    def close(self):
        self.closed = True


@pytest.fixture
def make_sandbox(monkeypatch):
    """Put a sandbox in place whose workers give one reply."""

    def make(reply):
        class Sandbox:
            level = "landlock"
            worker = Worker(reply)
            closed = False

            def start_worker(self, limits, budget):
                if isinstance(reply, Exception):
                    raise reply
                return self.worker

            def close(self):
                Sandbox.closed = True

        monkeypatch.setattr(examination, "ConfinedSandbox", Sandbox)
        return Sandbox

    return make


@pytest.mark.slow
def test_nothing_is_open_here():
    found = examine()
    assert found.level == "landlock"
    assert found.problems == ()
    assert list(found.acts) == list(ACTS.values())
    assert [words for words, how in found.acts.items() if how == "OPEN"] == []
    assert found.acts["read a hidden file"] == "denied (EACCES)"


def test_what_is_missing_is_told_and_nothing_is_tried(monkeypatch, make_sandbox):
    sandbox = make_sandbox(SandboxError("never asked"))
    missing = ["Landlock is missing", "seccomp filters are missing"]
    monkeypatch.setattr(examination, "missing_features", lambda: missing)
    assert examine() == Examination("none", problems=tuple(missing))
    assert not sandbox.closed


def test_what_is_open_is_told(make_sandbox):
    results = dict.fromkeys(ACTS, "EPERM") | {"tcp": "OPEN", "fork": "ValueError"}
    del results["exec"]
    sandbox = make_sandbox(Returned(results))
    acts = examine().acts
    assert {words for words, how in acts.items() if how == "OPEN"} == {
        "open a TCP connection",
        "start a process",
        "run another program",
    }
    assert acts["write a file"] == "denied (EPERM)"
    assert sandbox.closed
    assert sandbox.worker.closed


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (
            Raised("OSError", "no"),
            "sandbox: the probe did not return: "
            "Raised(type_name='OSError', message='no', frames=())",
        ),
        (
            Returned(5),
            "sandbox: the probe did not return: Returned(value=5, changed=())",
        ),
        (SandboxError("sandbox: no worker"), "sandbox: no worker"),
    ],
)
def test_an_examination_that_cannot_be_made(make_sandbox, reply, problem):
    sandbox = make_sandbox(reply)
    assert examine() == Examination("none", problems=(problem,))
    assert sandbox.closed
