"""Which level is used, where the kernel or the container lacks a feature.

A missing feature is emulated where the sandbox would meet it: the zygote runs as it
is, but one system call of its own is refused.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from autograder.errors import SandboxError, SandboxUnavailableError
from autograder.sandbox import confined, opening
from autograder.sandbox.budget import Budget
from autograder.sandbox.opening import open_sandbox
from autograder.sandbox.proxy import Returned
from autograder.values import Limits

ROOT = Path(confined.__file__).parents[2]
REFUSAL = "nothing is graded"
LANDLOCK_ALONE = "; student code is confined by landlock alone"

LACKING = f"""
import errno, os, runpy, sys
sys.path.insert(0, {str(ROOT)!r})
from autograder.sandbox import syscalls
made = syscalls.call
def call(name, *arguments):
    if name == {{name!r}}:
        raise OSError({{number}}, os.strerror({{number}}), name)
    return made(name, *arguments)
syscalls.call = call
{{more}}
runpy.run_path({str(confined.ZYGOTE)!r}, run_name="__main__")
"""


@pytest.fixture
def lack(monkeypatch, tmp_path):
    """Start zygotes for which a system call fails."""

    def lack(name="", number=1, more=""):
        script = tmp_path / "zygote.py"
        script.write_text(LACKING.format(name=name, number=number, more=more))
        monkeypatch.setattr(confined, "ZYGOTE", script)

    return lack


@pytest.fixture
def opened():
    """Open a sandbox that is closed in the end."""
    sandboxes = []

    def open_it(require=None):
        sandboxes.append(open_sandbox(unsafe=False, refusal=REFUSAL, require=require))
        return sandboxes[-1]

    yield open_it
    for sandbox in sandboxes:
        sandbox.close()


def refused(require=None) -> list[str]:
    with pytest.raises(SandboxUnavailableError) as error:
        open_sandbox(unsafe=False, refusal=REFUSAL, require=require)
    return str(error.value).splitlines()


def test_without_a_sandbox_nothing_is_asked():
    sandbox = open_sandbox(unsafe=True, refusal="")
    assert sandbox.level == "none"
    sandbox.close()


@pytest.mark.slow
@pytest.mark.parametrize("require", [None, "landlock", "namespaces"])
def test_the_strongest_level_is_used_and_nothing_said(opened, caplog, require):
    assert opened(require).level == "namespaces"
    assert caplog.messages == []


def test_what_is_missing_is_said_with_what_it_means(monkeypatch):
    missing = ["no Landlock here", "no seccomp here"]
    monkeypatch.setattr("autograder.sandbox.selftest.missing_features", lambda: missing)
    assert refused() == [*missing, REFUSAL]
    assert refused("landlock") == [*missing, REFUSAL]


@pytest.mark.parametrize("level", ["landlock", "namespaces"])
def test_a_level_and_no_sandbox_exclude_each_other(level):
    with pytest.raises(SandboxUnavailableError) as error:
        open_sandbox(unsafe=True, refusal="", require=level)
    assert str(error.value) == (
        f"sandbox: expected {level} or no sandbox at all, got both"
    )


# --------------------------------------------------------------- what may be missing

STEPS = {
    "unshare": 1,  # EPERM: Docker's default profile, AppArmor on Ubuntu 24.04
    "open_tree": 38,  # ENOSYS: gVisor
    "pivot_root": 22,  # EINVAL: a root that is no mount
    "clone": 28,  # ENOSPC: user.max_pid_namespaces
}


@pytest.mark.slow
@pytest.mark.parametrize("name", STEPS)
def test_without_namespaces_landlock_alone_confines(opened, lack, caplog, name):
    lack(name, STEPS[name])
    sandbox = opened()
    reason = f"[Errno {STEPS[name]}] {os.strerror(STEPS[name])}: {name!r}"
    assert sandbox.level == "landlock"
    assert caplog.messages == [
        "sandbox: level namespaces does not hold here: no worker could be started: "
        f"{reason}{LANDLOCK_ALONE}"
    ]
    limits = Limits()
    sandbox.start_worker(limits, Budget(limits, time.monotonic)).close()


@pytest.mark.slow
def test_without_namespaces_those_who_insist_are_refused(lack):
    lack("unshare")
    assert refused("namespaces") == [
        "sandbox: level namespaces does not hold here: no worker could be started: "
        "[Errno 1] Operation not permitted: 'unshare'",
        REFUSAL,
    ]


@pytest.mark.slow
def test_landlock_is_enough_for_those_who_ask_for_it(opened, lack):
    lack("unshare")
    assert opened("landlock").level == "landlock"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["landlock_create_ruleset", "seccomp"])
def test_without_a_layer_of_every_level_nothing_is_graded(lack, name):
    lack(name, 95)
    reason = (
        "no worker could be started: lock-down failed: OSError: "
        f"[Errno 95] Operation not supported: {name!r}"
    )
    if name == "landlock_create_ruleset":
        reason = (
            "no worker could be started: lock-down failed: SandboxError: sandbox: "
            "Landlock ABI: expected 1 or more, got 0"
        )
    assert refused() == [
        f"sandbox: level namespaces does not hold here: {reason}",
        f"sandbox: level landlock does not hold here: {reason}",
        REFUSAL,
    ]


@pytest.mark.slow
def test_a_root_that_cannot_be_left_is_refused(lack):
    lack(more="os.getresuid = lambda: (0, 0, 0)")
    reason = (
        "no worker could be started: lock-down failed: SandboxError: "
        "sandbox: user of the worker: expected any but root, got uid "
    )
    problems = refused()
    assert [line.startswith("sandbox: level ") for line in problems[:2]] == [True] * 2
    assert all(reason in line for line in problems[:2])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "act"),
    [
        (
            "from autograder.sandbox import seccomp\n"
            "seccomp.ALLOWED += ('socket', 'connect')",
            "a worker can send a UDP packet",
        ),
        (
            "from autograder.sandbox import seccomp\nseccomp.load = lambda _: None",
            "a worker can ",
        ),
    ],
)
def test_a_rule_that_does_not_hold_is_found_by_trying(lack, more, act):
    lack(more=more)
    for level, problem in zip(confined.LEVELS, refused()[:2], strict=True):
        assert problem.startswith(f"sandbox: level {level} does not hold here: {act}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "act"),
    [
        ("jail._change_root = lambda _: None", "see whether a hidden file exists"),
        ("jail.fork_alone = os.fork", "see whether another process exists"),
        ("jail.HOST_NAME = b'vm'", "see the name of this machine"),
    ],
)
def test_a_jail_that_leaks_is_not_used(opened, lack, caplog, more, act):
    lack(more=f"from autograder.sandbox import jail\n{more}")
    assert opened().level == "landlock"
    (line,) = caplog.messages
    assert f"a worker can {act}" in line


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    [
        "import signal; os.kill(os.getpid(), signal.SIGKILL)",
        # while the probe is asked
        "from autograder.sandbox import zygote\n"
        "class Dying(zygote.Zygote):\n"
        "    def _fork_worker(self):\n"
        "        super()._fork_worker()\n"
        "        os.kill(os.getpid(), 9)\n"
        "zygote.Zygote = Dying\n"
        "zygote.main()",
    ],
)
def test_a_zygote_that_is_killed_lowers_nothing_and_blames_no_machine(lack, more):
    """`autograder demo` would go on without a sandbox where none can be had."""
    lack(more=more)
    with pytest.raises(SandboxError) as error:
        open_sandbox(unsafe=False, refusal=REFUSAL)
    assert not isinstance(error.value, SandboxUnavailableError)
    assert "which says nothing about it; try again" in str(error.value)
    assert REFUSAL not in str(error.value)


@pytest.mark.slow
def test_a_process_of_a_pool_says_nothing_again(opened, lack, caplog, monkeypatch):
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: object())
    lack("unshare")
    assert opened().level == "landlock"
    assert caplog.messages == []


def test_the_line_reaches_the_terminal_unasked(capsys, monkeypatch):
    """Of a program that has set up no logging, as our command line."""
    logger = logging.getLogger(opening.__name__)
    monkeypatch.setattr(logger, "propagate", False)
    opening._warn("landlock", ["sandbox: level namespaces does not hold here: no"])
    assert capsys.readouterr().err == (
        f"sandbox: level namespaces does not hold here: no{LANDLOCK_ALONE}\n"
    )


@pytest.mark.slow
def test_a_level_is_never_lowered_later(opened, lack, start):
    sandbox = opened()
    sandbox.zygote.kill()
    sandbox.zygote.wait()
    lack("unshare")
    limits = Limits()
    for _ in range(2):
        with pytest.raises(SandboxError, match="no worker could be started"):
            sandbox.start_worker(limits, Budget(limits, time.monotonic))
    assert sandbox.level == "namespaces"
    lack()
    with contextlib.suppress(SandboxError):  # of a zygote that has read the other file
        sandbox.start_worker(limits, Budget(limits, time.monotonic)).close()
    worker = start(sandbox, "import os\ndef f(x): return os.getpid()")
    assert worker.call("f", [0]) == Returned(1)
