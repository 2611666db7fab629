"""Each step of the lock-down, by what would go wrong without it.

As root, every test runs twice: as a worker that root has forked, and as one of an
ordinary user. What a confined process may not tell is read in /proc from outside.
"""

from __future__ import annotations

import ctypes
import errno
import json
import mmap
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.sandbox import lockdown, seccomp
from autograder.sandbox.lockdown import UNPRIVILEGED_UID, Policy, confine
from autograder.sandbox.syscalls import MACHINE, call

ORDINARY_UID = 60916
MEMORY = 256 << 20
PROGRAM = seccomp.build_filter(MACHINE)
USERS = ["root", "ordinary"] if os.geteuid() == 0 else ["ordinary"]
PROTOCOL = 3


@pytest.fixture(params=USERS)
def user(request):
    return request.param


def _policy(user: str, **changes: object) -> Policy:
    uid = UNPRIVILEGED_UID if user == "root" else None
    memory = lockdown.address_space() + MEMORY
    fields = {"readable": ("/usr",), "memory": memory, "cpu_seconds": 5, "uid": uid}
    return Policy(**fields | changes)


def _become(user: str) -> None:
    """Make this child what a worker of `user` is before it is confined."""
    if user == "ordinary" and os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(ORDINARY_UID, ORDINARY_UID, ORDINARY_UID)
        os.setresuid(ORDINARY_UID, ORDINARY_UID, ORDINARY_UID)
    call("prctl", 4, 1)  # dumpable, as after an exec


def _confine(user: str, **changes: object) -> None:
    _become(user)
    confine(_policy(user, **changes), PROGRAM)


def _status(pid: int) -> dict[str, list[str]]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: rest.split() for name, _, rest in (x.partition(":") for x in lines)}


def _error_of(act) -> str | None:
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno]
    return None


# -- who the worker is ------------------------------------------------------------


def test_unprivileged_uid_is_not_root_and_fits_a_container():
    assert 1000 < UNPRIVILEGED_UID < 65534


def test_no_user_or_group_id_is_left(paused, user):
    own = {"root": UNPRIVILEGED_UID, "ordinary": os.getuid() or ORDINARY_UID}[user]
    group = {"root": UNPRIVILEGED_UID, "ordinary": os.getgid() or ORDINARY_UID}[user]
    with paused(lambda: _confine(user)) as pid:
        status = _status(pid)
    assert status["Uid"] == [str(own)] * 4
    assert status["Gid"] == [str(group)] * 4


def test_groups_of_root_are_left(paused, user):
    def act():
        if user == "root":
            os.setgroups([0, 4, 27])
        _confine(user)

    with paused(act) as pid:
        groups = _status(pid)["Groups"]
    assert not {"0", "4", "27"} & set(groups) or os.getuid() != 0
    assert groups == [] or os.getuid() != 0


@pytest.mark.parametrize("uid", [None, 0])
def test_worker_is_never_root(forked, monkeypatch, uid):
    monkeypatch.setattr(os, "geteuid", lambda: 0 if uid is None else 1)
    monkeypatch.setattr(os, "getresuid", lambda: (0, 0, 0))

    def act():
        with pytest.raises(lockdown.SandboxError) as raised:
            confine(_policy("root", uid=uid), PROGRAM)
        return str(raised.value)

    assert forked(act).value == (
        f"sandbox: user of the worker: expected any but root, got uid {uid}"
    )


def _keep_capabilities(user: str) -> None:
    """Become `user`, with a capability in every set that allows it."""
    if os.geteuid() != 0:
        return
    net_raw = 1 << 13
    call("prctl", 8, 1)  # PR_SET_KEEPCAPS
    if user == "ordinary":
        _become(user)
        sets = struct.pack("3I3I", net_raw, net_raw, net_raw, 0, 0, 0)
    else:
        everything = int(_status(os.getpid())["CapPrm"][0], 16)
        low, high = everything & 0xFFFFFFFF, everything >> 32
        sets = struct.pack("3I3I", low, low, net_raw, high, high, 0)
    call("capset", struct.pack("Ii", 0x20080522, 0), sets)
    call("prctl", 47, 2, 13)  # raise it in the ambient set


def test_no_capability_is_left(paused, user):
    def act():
        _keep_capabilities(user)
        confine(_policy(user), PROGRAM)

    with paused(act) as pid:
        status = _status(pid)
    sets = {name: int(status[name][0], 16) for name in status if name[:3] == "Cap"}
    assert {n: sets[n] for n in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {
        "CapInh": 0,
        "CapPrm": 0,
        "CapEff": 0,
        "CapAmb": 0,
    }


# -- who can get at it, and what ends it --------------------------------------------


def test_worker_is_not_dumpable(paused, user):
    """What /proc shows of such a process belongs to root."""
    with paused(lambda: _confine(user)) as pid:
        owner = Path(f"/proc/{pid}/environ").stat().st_uid
        own = int(_status(pid)["Uid"][0])
    assert owner != own


def test_worker_ends_with_the_process_that_forked_it(forked, user):
    """A zygote dies; its worker sleeps and must not outlive it."""
    reader, writer = os.pipe()

    def zygote():
        worker = os.fork()
        if worker == 0:
            os.dup2(writer, PROTOCOL)  # open as long as the worker lives
            _confine(user)
            os.write(PROTOCOL, b"ready")
            time.sleep(30)
            os._exit(0)
        ready = os.read(reader, 5)
        return [worker, ready.decode()]

    worker, ready = forked(zygote).value
    os.close(writer)
    ended, _, _ = select.select([reader], [], [], 5)
    rest = os.read(reader, 1) if ended else None
    os.close(reader)
    if rest is None:
        os.kill(worker, signal.SIGKILL)
    assert (ready, rest) == ("ready", b"")


def test_no_descriptor_is_inherited(forked, user):
    def act():
        for descriptor in (4, 10, 63, 64, 200):
            os.dup2(0, descriptor)
        _confine(user)
        return [n for n in range(256) if _error_of(lambda n=n: os.fstat(n)) is None]

    assert set(forked(act).value) - {0, 1, 2} == {PROTOCOL}


def test_no_new_privileges_and_a_filter(paused, user):
    with paused(lambda: _confine(user)) as pid:
        status = _status(pid)
    assert status["NoNewPrivs"] == ["1"]
    assert status["Seccomp"] == ["2"]
    assert status["Threads"] == ["1"]


# -- what it can do --------------------------------------------------------------


def test_only_readable_paths_can_be_read(forked, user):
    def act():
        _confine(user)
        return [
            _error_of(lambda path=path: os.close(os.open(path, os.O_RDONLY)))
            for path in ("/usr", "/usr/bin", "/", "/etc/passwd", "/proc/self/status")
        ]

    assert forked(act).value == [None, None, "EACCES", "EACCES", "EACCES"]


def test_system_calls_are_filtered(forked, user):
    def act():
        _confine(user)
        return [_error_of(lambda: call("socket", 1, 1, 0)), _error_of(os.getcwd)]

    assert forked(act).value == ["EPERM", None]


LIMITS = {
    "RLIMIT_CPU": [5, 6],
    "RLIMIT_FSIZE": [0, 0],
    "RLIMIT_NOFILE": [64, 64],
    "RLIMIT_NPROC": [0, 0],
    "RLIMIT_CORE": [0, 0],
    "RLIMIT_MEMLOCK": [0, 0],
    "RLIMIT_MSGQUEUE": [0, 0],
}


@pytest.mark.parametrize("name", LIMITS)
def test_limit_is_set(forked, user, name):
    def act():
        _confine(user)
        return resource.getrlimit(getattr(resource, name))

    assert forked(act).value == LIMITS[name]


def test_memory_is_limited(forked, user):
    def act():
        _confine(user, memory=1 << 40)
        return resource.getrlimit(resource.RLIMIT_AS)

    assert forked(act).value == [1 << 40] * 2


def test_address_space_is_what_this_process_has(forked):
    def act():
        before = lockdown.address_space()
        block = mmap.mmap(-1, 64 << 20)
        after = lockdown.address_space()
        block.close()
        return after - before

    assert abs(forked(act).value - (64 << 20)) < 1 << 20


def test_readable_folders_are_those_of_python_and_numpy():
    library, package, *libraries = lockdown.readable_folders()
    assert library == str(Path(os.__file__).parent)
    assert package == str(Path(np.__file__).parent)
    assert [Path(place).name for place in libraries] in ([], ["numpy.libs"])


@pytest.mark.parametrize("spec", [None, SimpleNamespace(origin=None)])
def test_numpy_must_be_installed(monkeypatch, spec):
    monkeypatch.setattr(lockdown.importlib.util, "find_spec", lambda _: spec)
    with pytest.raises(lockdown.SandboxError) as error:
        lockdown.readable_folders()
    assert str(error.value) == "sandbox: numpy: expected it to be installed"


def test_limits_never_rise(forked, user):
    def act():
        resource.setrlimit(resource.RLIMIT_NOFILE, (20, 32))
        resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
        _confine(user)
        kinds = resource.RLIMIT_NOFILE, resource.RLIMIT_CPU
        return [resource.getrlimit(kind) for kind in kinds]

    assert forked(act).value == [[32, 32], [3, 3]]


def test_too_much_memory_is_a_memory_error(forked, user):
    def act():
        _confine(user)
        try:
            bytearray(2 * MEMORY)
        except MemoryError:
            return len(bytearray(MEMORY // 4))

    assert forked(act).value == MEMORY // 4


def test_too_much_processor_time_ends_it(forked, user):
    def act():
        _confine(user, cpu_seconds=1)
        while True:
            pass

    assert forked(act).code == -signal.SIGXCPU


def test_ignoring_the_signal_gains_a_second_and_no_more(forked, user):
    def act():
        _confine(user, cpu_seconds=1)
        signal.signal(signal.SIGXCPU, signal.SIG_IGN)
        while True:
            pass

    assert forked(act).code == -signal.SIGKILL


@pytest.mark.skipif(MACHINE != "x86_64", reason="machine code of x86-64")
def test_int_0x80_kills(forked, user):
    """A system call of the 32-bit ABI, whose numbers mean other calls."""
    getpid = bytes.fromhex("b814000000 cd80 c3")

    def act():
        _confine(user)
        libc = ctypes.CDLL(None)
        libc.mmap.restype = ctypes.c_void_p
        page = libc.mmap(None, ctypes.c_size_t(4096), 7, 0x22, -1, ctypes.c_long(0))
        ctypes.memmove(page, getpid, len(getpid))
        ctypes.CFUNCTYPE(ctypes.c_int)(page)()

    # a kernel without that ABI ends it as well, with a segmentation fault
    assert forked(act).code in (-signal.SIGSYS, -signal.SIGSEGV)


# -- numpy -------------------------------------------------------------------------

NUMPY = """
import json, os, sys, threading, time, warnings
import numpy as np, numpy.random, numpy.linalg
np.linalg.svd(np.eye(4)); np.random.default_rng(0).normal()

sys.path[:0] = [sys.argv[1]]
from autograder.sandbox import lockdown, seccomp
from autograder.sandbox.syscalls import MACHINE
uid = lockdown.UNPRIVILEGED_UID if os.geteuid() == 0 else None
readable = (os.path.dirname(os.__file__), os.path.dirname(np.__file__))
memory = lockdown.address_space() + (256 << 20)
policy = lockdown.Policy(readable, memory, 10, uid)
program = seccomp.build_filter(MACHINE)

def work():
    rng = np.random.default_rng(1)
    A = rng.normal(size=(200, 200))
    U, s, Vt = np.linalg.svd(A)
    np.random.seed(3)
    done = {
        "matmul": bool(np.allclose(A @ np.linalg.inv(A), np.eye(200))),
        "svd": bool(np.allclose(U * s @ Vt, A)),
        "sort": bool((np.diff(np.sort(A, axis=None)) >= 0).all()),
        "legacy": round(float(np.random.rand()), 6),
        "einsum": bool(np.allclose(np.einsum("ij,kj->ik", A, A), A @ A.T)),
        "time": time.time() > 1e9 and time.perf_counter() > 0,
    }
    time.sleep(0.001)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            np.log(np.zeros(1))
        except RuntimeWarning as warning:
            done["warning"] = str(warning)
    try:
        np.ones((1 << 15, 1 << 15))
    except MemoryError as error:
        done["memory"] = str(error)
    try:
        threading.Thread(target=print).start()
    except RuntimeError as error:
        done["thread"] = str(error)
    done["after"] = float((A @ A).shape[0])
    return done

child = os.fork()
if child == 0:
    try:
        lockdown.confine(policy, program)
        print("printed", flush=True)
        os.write(1, json.dumps(work()).encode())
        os._exit(0)
    finally:
        os._exit(1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_numpy_works():
    """In a process of its own: this one's BLAS has threads, which a fork loses."""
    root = Path(lockdown.__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-I", "-B", "-c", NUMPY, str(root)],
        env={"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "TZ": "UTC0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    printed, done = run.stdout.splitlines()
    assert printed == "printed"
    assert json.loads(done) == {
        "matmul": True,
        "svd": True,
        "sort": True,
        "legacy": 0.550798,
        "einsum": True,
        "time": True,
        "warning": "divide by zero encountered in log",
        "memory": "Unable to allocate 8.00 GiB for an array with shape "
        "(32768, 32768) and data type float64",
        "thread": "can't start new thread",
        "after": 200.0,
    }
