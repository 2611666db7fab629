"""What the examination says of workers that are real, missing, or leak."""

from __future__ import annotations

import sys

import pytest

from autograder.errors import SandboxError, SandboxUnavailableError
from autograder.sandbox import confined as module
from autograder.sandbox.confined import ConfinedSandbox, ZygoteEndedError
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
            f"the probe did not return: {Raised('OSError', 'no')}",
        ),
        (Returned(5), f"the probe did not return: {Returned(5)}"),
        (SandboxError("sandbox: no worker"), "no worker"),
        (ZygoteEndedError("sandbox: no worker", "SIGSYS"), "no worker"),
    ],
)
def test_an_examination_that_cannot_be_made(reply, problem):
    assert examine(Sandbox(reply)) == Examination(problem=problem)
    assert examine(Sandbox(reply)).weakness == problem


AGAIN = (
    " while this machine was examined, which says nothing about it; try again, with "
    "more memory free if that is why, and make sure that "
    f"`{sys.executable} -I -c 'import numpy'` works"
)


def not_known(sandbox) -> str:
    with pytest.raises(SandboxError) as error:
        examine(sandbox)
    assert not isinstance(error.value, SandboxUnavailableError)
    return str(error.value)


@pytest.mark.parametrize("how", ["SIGKILL", "exit 1"])
def test_a_zygote_that_has_ended_says_nothing_of_the_machine(how):
    sandbox = Sandbox(ZygoteEndedError("sandbox: no worker", how))
    assert not_known(sandbox) == (
        f"sandbox: the process that starts workers ended ({how}){AGAIN}"
    )


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (SandboxError("sandbox: a worker was killed"), "a worker was killed"),
        (
            ZygoteEndedError("sandbox: a worker was lost", "SIGKILL"),
            "the process that starts workers ended (SIGKILL)",
        ),
    ],
)
def test_nor_does_a_worker_that_somebody_ended(monkeypatch, error, what):
    def call(*_):
        raise error

    sandbox = Sandbox(None)
    monkeypatch.setattr(sandbox.worker, "call", call)
    assert not_known(sandbox) == f"sandbox: {what}{AGAIN}"
    assert sandbox.worker.closed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("import os; os.kill(os.getpid(), 9)", "SIGKILL"),
        ("import nothing_of_this_name", "exit 1"),
    ],
)
def test_a_real_zygote_that_ends(monkeypatch, tmp_path, text, how):
    script = tmp_path / "zygote.py"
    script.write_text(text)
    monkeypatch.setattr(module, "ZYGOTE", script)
    sandbox = ConfinedSandbox()
    try:
        assert not_known(sandbox).startswith(
            f"sandbox: the process that starts workers ended ({how}) while "
        )
    finally:
        sandbox.close()
