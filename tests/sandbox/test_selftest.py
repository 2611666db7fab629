"""The self-test: its acts are possible when free, refused when confined."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from autograder.sandbox import landlock, lockdown, seccomp, selftest
from autograder.sandbox.lockdown import UNPRIVILEGED_UID, Policy, confine
from autograder.sandbox.selftest import (
    ACTS,
    ONLY_NAMESPACES,
    PROBE,
    missing_features,
    open_acts,
)
from autograder.sandbox.syscalls import MACHINE

# what is possible to an ordinary user on any Linux, so that the probe must find it
ALWAYS_POSSIBLE = [
    "read",
    "list",
    "write",
    "chmod",
    "tcp",
    "udp",
    "unix",
    "fork",
    "thread",
    "exec",
    "kill",
    "prlimit",
    "setrlimit",
    "descriptors",
    "memfd_create",
    "shm",
    "stat",
    "process",
    "clock",
    "parent",
    "host",
]
LEVELS = ["namespaces", "landlock"]
REFUSED_BY = {
    "EACCES": ["read", "list", "memory", "environment"],
    "EAGAIN": ["fork", "thread"],
    "EBADF": ["descriptors"],
}


@pytest.fixture
def probe(tmp_path):
    """The probe with arguments that make every act possible."""
    module = {"__name__": "probe"}
    exec(compile(PROBE, "probe.py", "exec"), module)
    secret = tmp_path / "secret"
    secret.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port, grader = server.getsockname()[1], os.getpid()
        yield lambda: module["probe"](str(secret), port, grader)


def test_probe_finds_open_what_is_open(forked, probe):
    def free():
        os.dup2(0, 20)
        return probe()

    result = forked(free).value
    assert [act for act in ALWAYS_POSSIBLE if result[act] != "OPEN"] == []
    assert list(result) == list(ACTS)


def test_probe_finds_nothing_open_in_a_confined_worker(forked, probe):
    uid = UNPRIVILEGED_UID if os.geteuid() == 0 else None
    policy = Policy(("/usr",), lockdown.address_space() + (256 << 20), 5, uid)
    program = seccomp.build_filter(MACHINE)

    def confined():
        confine(policy, program)
        return probe()

    result = forked(confined).value
    expected = {act: name for name, acts in REFUSED_BY.items() for act in acts}
    expected |= dict.fromkeys(ONLY_NAMESPACES, "OPEN")
    expected["stat"] = result["stat"]  # open, or not, by the folder that it is in
    assert result == {act: expected.get(act, "EPERM") for act in ACTS}
    assert open_acts(result, "landlock") == []


def test_probe_leaves_nothing_behind(forked, probe):
    segments = Path("/proc/sysvipc/shm").read_text().count("\n")
    files = set(Path("/tmp").glob("autograder-probe-*"))
    assert forked(probe).code == 0
    assert Path("/proc/sysvipc/shm").read_text().count("\n") == segments
    assert set(Path("/tmp").glob("autograder-probe-*")) == files


def test_probe_is_a_plain_module():
    """Sent to the worker as a student's: definitions, and the names they read."""
    tree = compile(PROBE, "probe.py", "exec")
    assert {"NUMBERS", "probe"} <= set(tree.co_names)
    assert "import socket" not in PROBE


@pytest.mark.parametrize("name", ["EPERM", "EACCES", "EAGAIN", "EBADF", "ENOSYS"])
@pytest.mark.parametrize("level", LEVELS)
def test_refusals_close_an_act(name, level):
    assert open_acts(dict.fromkeys(ACTS, name), level) == []


@pytest.mark.parametrize("name", ["OPEN", "ENOENT", "ESRCH", "EINVAL", "TypeError", ""])
@pytest.mark.parametrize("level", LEVELS)
def test_anything_else_leaves_an_act_open(name, level):
    result = dict.fromkeys(ACTS, "EPERM") | {"fork": name, "tcp": name}
    assert open_acts(result, level) == ["tcp", "fork"]


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("read", "ENOENT"),
        ("list", "ENOENT"),
        ("memory", "ENOENT"),
        ("environment", "ENOENT"),
        ("stat", "ENOENT"),
        ("process", "ESRCH"),
        ("clock", "EINVAL"),
    ],
)
def test_only_in_the_jail_is_not_there_a_refusal(act, name):
    result = dict.fromkeys(ACTS, "EPERM") | {act: name}
    assert open_acts(result, "namespaces") == []
    assert open_acts(result, "landlock") == [act] * (act not in ONLY_NAMESPACES)
    wrong = "ESRCH" if name == "ENOENT" else "ENOENT"
    assert open_acts(result | {act: wrong}, "namespaces") == [act]


def test_landlock_promises_less():
    result = dict.fromkeys(ACTS, "EPERM") | dict.fromkeys(ONLY_NAMESPACES, "OPEN")
    assert open_acts(result, "landlock") == []
    assert set(open_acts(result, "namespaces")) == ONLY_NAMESPACES


def test_act_that_was_not_tried_is_open():
    assert open_acts({}, "namespaces") == list(ACTS)
    assert set(open_acts({}, "landlock")) == set(ACTS) - ONLY_NAMESPACES


def test_unknown_act_is_ignored():
    assert open_acts(dict.fromkeys(ACTS, "EPERM") | {"fly": "OPEN"}, "landlock") == []


def test_nothing_is_missing_here():
    assert missing_features() == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_are_refused(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert missing_features() == [
        f"the sandbox needs Linux, this is {platform}: "
        "use WSL 2, a virtual machine or a container"
    ]


def test_other_machines_are_refused(monkeypatch):
    monkeypatch.setattr(selftest, "MACHINE", "riscv64")
    assert missing_features() == [
        "the sandbox knows x86_64 and aarch64, this machine is riscv64"
    ]


def test_everything_that_is_missing_is_said(monkeypatch):
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    monkeypatch.setattr(seccomp, "available", lambda: False)
    assert missing_features() == [
        "Landlock is missing: it needs Linux 5.13 or later, `landlock` in the "
        "kernel's `lsm=` list, and a container that does not hide it",
        "seccomp filters are missing: they need a kernel with "
        "CONFIG_SECCOMP_FILTER, and a container that does not hide them",
    ]


def test_paths_out_of_reach_are_named(tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "library").mkdir()
    locked.chmod(0o700)
    paths = ["/usr", str(locked / "library"), "/etc/passwd"]
    assert selftest.unreachable(paths, UNPRIVILEGED_UID) == [
        f"{locked}/library cannot be read by the worker (user {UNPRIVILEGED_UID}), "
        "so it can import only what is loaded already: install Python where every "
        "user can read it, or grade as an ordinary user"
    ]
    assert selftest.unreachable(paths, None) == []
