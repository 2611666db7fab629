"""What the examination says of workers that are real, missing, or leak."""

from __future__ import annotations

import pytest

from autograder.errors import SandboxError
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.examination import NOT_PROMISED, OPEN, Examination, examine
from autograder.sandbox.proxy import Returned
from autograder.sandbox.selftest import ACTS, ONLY_NAMESPACES
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


class Sandbox:
    def __init__(self, reply, level="namespaces"):
        self.level = level
        self.worker = Worker(reply)

    def start_worker(self, limits, budget):
        if isinstance(self.worker.reply, Exception):
            raise self.worker.reply
        return self.worker


@pytest.mark.slow
def test_every_level_holds_here(confined: ConfinedSandbox):
    found = examine(confined)
    assert found.problem == found.weakness == ""
    assert list(found.acts) == list(ACTS.values())
    beyond = {words for words, how in found.acts.items() if how == NOT_PROMISED}
    promised = confined.level == "namespaces"
    assert beyond == (set() if promised else {ACTS[act] for act in ONLY_NAMESPACES})
    error = "ENOENT" if promised else "EACCES"
    assert found.acts["read a hidden file"] == f"denied ({error})"


def test_what_is_open_is_told():
    results = dict.fromkeys(ACTS, "EPERM") | {"tcp": "OPEN", "fork": "ValueError"}
    del results["exec"]
    sandbox = Sandbox(Returned(results))
    found = examine(sandbox)
    assert {words for words, how in found.acts.items() if how == OPEN} == {
        "open a TCP connection",
        "start a process",
        "run another program",
    }
    assert found.weakness == (
        "a worker can open a TCP connection; a worker can start a process; "
        "a worker can run another program"
    )
    assert found.acts["write a file"] == "denied (EPERM)"
    assert sandbox.worker.closed


@pytest.mark.parametrize("act", sorted(ONLY_NAMESPACES))
def test_what_a_level_does_not_promise_is_no_weakness(act):
    results = Returned(dict.fromkeys(ACTS, "EPERM") | {act: "OPEN"})
    weaker, stronger = Sandbox(results, "landlock"), Sandbox(results)
    assert examine(weaker).weakness == ""
    assert examine(weaker).acts[ACTS[act]] == NOT_PROMISED
    assert examine(stronger).weakness == f"a worker can {ACTS[act]}"


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (
            Raised("OSError", "no"),
            "the probe did not return: "
            "Raised(type_name='OSError', message='no', frames=())",
        ),
        (Returned(5), "the probe did not return: Returned(value=5, changed=())"),
        (SandboxError("sandbox: no worker"), "no worker"),
    ],
)
def test_an_examination_that_cannot_be_made(reply, problem):
    assert examine(Sandbox(reply)) == Examination(problem=problem)
    assert examine(Sandbox(reply)).weakness == problem
