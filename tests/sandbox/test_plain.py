from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest

from autograder.errors import SandboxError
from autograder.sandbox.plain import PlainSandbox
from autograder.sandbox.proxy import Lost, Returned
from autograder.values import Frame, Limits, Raised

pytestmark = pytest.mark.slow

LIMITS = Limits(call=1.0, cpu=30.0, wall=60.0)  # the clock counts: no tight limit
SOURCE = """\
import os, sys, time
import numpy as np
def f(x):
    what, value = x
    if what == "return": return value
    if what == "raise": raise ValueError(value)
    if what == "exit": os._exit(value)
    if what == "system exit": sys.exit(value)
    if what == "sleep": time.sleep(value)
    if what == "loop":
        while True: pass
    if what == "print": print(value)
    if what == "ask": return h(value, b=2)
    if what == "input": return input()
    if what == "fork":
        if os.fork(): os._exit(0)
        time.sleep(value)
"""


@pytest.fixture(scope="module")
def plain():
    sandbox = PlainSandbox()
    yield sandbox
    sandbox.close()


def test_a_worker_that_was_started_ahead_is_the_next_one(start, monkeypatch):
    sandbox = PlainSandbox()
    sandbox.start_ahead()
    process = sandbox._ahead.process
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", None)
        proxy = start(sandbox, SOURCE, LIMITS)
    assert proxy.call("f", [("return", 1)]) == Returned(1)
    assert proxy.connection.process is process
    sandbox.start_ahead()
    unused = sandbox._ahead.process
    sandbox.close()
    assert unused.poll() is not None
    assert proxy.call("f", [("return", 2)]) == Returned(2)


def test_what_cannot_be_started_ahead_is_told_when_it_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    sandbox = PlainSandbox()
    sandbox.start_ahead()
    with pytest.raises(SandboxError, match=r"^no worker could be started: "):
        sandbox.start_worker(LIMITS, None)
    sandbox.close()


def test_calls_and_exceptions_are_as_in_the_sandbox(plain, start):
    assert plain.level == "none"
    proxy = start(plain, SOURCE, LIMITS)
    reply = proxy.call("f", [("return", np.ones(2))])
    assert isinstance(reply, Returned)
    assert reply.value.tolist() == [1.0, 1.0]
    assert proxy.call("f", [("raise", "no")]) == Raised(
        "ValueError", "no", (Frame("cell 1", 6, "f"),)
    )
    assert proxy.call("f", [("system exit", 3)]) == Raised(
        "SystemExit", "3", (Frame("cell 1", 8, "f"),)
    )
    assert proxy.call(
        "f", [("ask", 5)], standins=["h"], answer=lambda name, args: [name, args]
    ) == Returned(["h", [5, 2]])
    reply = proxy.call("f", [("input", 0)])
    assert isinstance(reply, Raised)
    assert reply.type_name == "EOFError"
    assert proxy.call("f", [("return", 1)]) == Returned(1)


@pytest.mark.parametrize(
    ("act", "lost"),
    [
        (("exit", 3), Lost("crashed", "exit 3")),
        (("exit", 0), Lost("crashed", "exit 0")),
        (("loop", 0), Lost("timed-out", "1")),
        (("sleep", 60), Lost("timed-out", "1")),
    ],
)
def test_a_worker_that_is_lost_says_why(plain, start, act, lost):
    proxy = start(plain, SOURCE, LIMITS)
    assert proxy.call("f", [act]) == lost
    assert not proxy.is_open
    assert proxy.connection.process.poll() is not None


def is_gone(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.05)
    return False


def test_what_a_worker_started_ends_with_it(plain, start):
    proxy = start(plain, SOURCE, LIMITS)
    group = proxy.connection.process.pid
    assert proxy.call("f", [("fork", 60)]) == Lost("timed-out", "1")
    assert any(is_gone(group) for _ in range(100)), "until init has reaped it"


def test_sending_to_a_worker_that_is_gone(plain, start):
    proxy = start(plain, SOURCE, LIMITS)
    proxy.connection.process.kill()
    proxy.connection.process.wait()
    assert proxy.call("f", [("return", np.zeros(1 << 17))]) == Lost(
        "crashed", "exit -9"
    )


def test_the_time_for_the_whole_submission_ends_calls(plain, start):
    proxy = start(plain, SOURCE, Limits(call=5.0, cpu=30.0, wall=20.0))
    proxy.budget.end = 0.0
    assert proxy.call("f", [("return", 1)]) == Lost("timed-out", "20")


def test_what_is_printed_is_there_before_the_reply(start):
    with tempfile.TemporaryFile() as file:
        proxy = start(PlainSandbox(file.fileno()), SOURCE, LIMITS)
        assert proxy.call("f", [("print", "hello")]) == Returned(None)
        proxy.close()
        assert os.pread(file.fileno(), 100, 0) == b"hello\n"


def test_a_worker_is_gone_when_it_is_closed(plain, start):
    proxy = start(plain, SOURCE, LIMITS)
    proxy.close()
    proxy.close()
    assert proxy.connection.process.returncode is not None
    assert not proxy.connection.has_unread_bytes()


@pytest.mark.parametrize(
    ("interpreter", "message"),
    [
        ("/nowhere/python",
         "no worker could be started: "
         "[Errno 2] No such file or directory: '/nowhere/python'"),
        ("/bin/false", "no worker could be started: exit 1"),
    ],
)  # fmt: skip
def test_a_worker_that_cannot_be_started_is_our_failure(
    monkeypatch, interpreter, message
):
    monkeypatch.setattr(sys, "executable", interpreter)
    limits = Limits()
    with pytest.raises(SandboxError) as error:
        PlainSandbox().start_worker(limits, None)
    assert str(error.value) == message


def test_the_worker_ends_with_whoever_started_it():
    code = (
        "import sys, time; from autograder.sandbox.plain import PlainSandbox\n"
        "from autograder.sandbox.proxy import Budget; from autograder.values import *\n"
        "p = PlainSandbox().start_worker(Limits(), Budget(Limits(), time.monotonic))\n"
        "print(p.connection.process.pid, flush=True)\n"
        "import os; os._exit(0)\n"
    )
    started = subprocess.run([sys.executable, "-c", code], capture_output=True)
    pid = int(started.stdout)
    deadline = time.monotonic() + 30
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
