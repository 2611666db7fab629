"""Starting workers, what they hold, and what is left when they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

import autograder
from autograder.errors import SandboxError
from autograder.sandbox import confined as module
from autograder.sandbox.budget import Budget
from autograder.sandbox.confined import ENVIRONMENT, LEVELS, ConfinedSandbox
from autograder.sandbox.lockdown import UNPRIVILEGED_UID, readable_folders
from autograder.sandbox.proxy import Lost, Returned
from autograder.sandbox.selftest import unreachable
from autograder.values import Frame, Limits, Raised

pytestmark = pytest.mark.slow
CANARY = "canary-5f3a"
WORKER_UID = UNPRIVILEGED_UID if os.geteuid() == 0 else None
ECHO = "def f(x): return x"


@pytest.fixture(params=LEVELS)
def level(request):
    return request.param


@pytest.fixture
def sandbox(level):
    """A sandbox that a test may break."""
    made = ConfinedSandbox(level)
    yield made
    made.close()


def attempt(sandbox: ConfinedSandbox, limits: Limits | None = None) -> str:
    """Return why no worker could be started."""
    limits = limits or Limits()
    with pytest.raises(SandboxError) as error:
        sandbox.start_worker(limits, Budget(limits, time.monotonic))
    return str(error.value)


def is_there(pid: int) -> bool:
    """Whether a process exists, be it a zombie."""
    return Path(f"/proc/{pid}").exists()


def is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def workers_of(sandbox: ConfinedSandbox) -> set[int]:
    """Return the processes that are children of the zygote, as we see them."""
    children = Path(f"/proc/{sandbox.zygote.pid}/task/{sandbox.zygote.pid}/children")
    return {int(pid) for pid in children.read_text().split()}


def soon(condition: Any) -> bool:
    """Whether `condition` holds before a generous time is over."""
    deadline = time.monotonic() + 20
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)
    return bool(condition())


# ------------------------------------------------------------------ what a worker has


def test_nothing_of_ours_is_inherited(monkeypatch, start, level):
    monkeypatch.setenv("AUTOGRADER_CANARY", CANARY)
    monkeypatch.setattr(sys, "argv", [*sys.argv, CANARY])
    leak = os.open(__file__, os.O_RDONLY)
    os.set_inheritable(leak, True)
    sandbox = ConfinedSandbox(level)
    text = """
import os, sys
def open_descriptors():
    for fd in range(300):
        try:
            os.fstat(fd)
        except OSError:
            continue
        yield fd
def f(x):
    return dict(os.environ), list(open_descriptors()), sys.argv, os.getpid()
"""
    try:
        reply = start(sandbox, text).call("f", [0])
        assert isinstance(reply, Returned), reply
        environment, descriptors, argv, pid = reply.value
        assert environment == {**ENVIRONMENT, "LC_CTYPE": "C.UTF-8"} or (
            environment == ENVIRONMENT
        )
        assert descriptors == [0, 1, 2, 3]
        assert CANARY not in " ".join(argv)
        assert pid != os.getpid()
        assert CANARY not in Path(f"/proc/{sandbox.zygote.pid}/cmdline").read_text()
    finally:
        sandbox.close()
        os.close(leak)


def test_no_object_of_ours_is_in_the_memory_of_a_worker(confined, start):
    text = """
import gc, sys
def f(x):
    loaded = sorted(m for m in sys.modules if m.startswith("autograder"))
    texts = [o for o in gc.get_objects() if isinstance(o, dict) and "CANARY" in o]
    return loaded, len(texts)
"""
    reply = start(confined, text).call("f", [0])
    assert isinstance(reply, Returned), reply
    loaded, texts = reply.value
    assert texts == 0
    rooms = {name.split(".")[1] for name in loaded if "." in name}
    assert rooms <= {"errors", "values", "sandbox"}


@pytest.mark.parametrize(
    "path",
    [
        __file__,
        autograder.__file__,
        str(Path(autograder.__file__).parent),
        str(Path(autograder.__file__).parent.parent / "solutions"),
        "/etc/passwd",
        "/proc/self/environ",
        f"/proc/{os.getpid()}/environ",
        "/",
        ".",
    ],
)
def test_no_file_of_ours_can_be_read(confined, start, path):
    text = """
import os
def f(x):
    try:
        return open(x).read()
    except IsADirectoryError:
        return os.listdir(x)
"""
    reply = start(confined, text).call("f", [path])
    assert isinstance(reply, Raised), reply
    is_there = confined.level == "landlock" or path in ("/", ".")
    assert reply.type_name == ("PermissionError" if is_there else "FileNotFoundError")


def test_the_standard_library_can_be_imported_late(confined, start):
    if confined.level == "landlock" and unreachable(readable_folders(), WORKER_UID):
        pytest.skip("the worker's user cannot reach this Python")
    text = "def f(x):\n    import colorsys, wave\n    return colorsys.__name__"
    assert start(confined, text).call("f", [0]) == Returned("colorsys")


@pytest.mark.parametrize(
    "path", [__file__, autograder.__file__, "/etc", "/proc", "/dev/null", "/sys"]
)
def test_in_the_jail_nothing_hidden_has_a_name(confined, start, path):
    text = "import os\ndef f(x): return os.stat(x).st_size"
    reply = start(confined, text).call("f", [path])
    if confined.level == "namespaces":
        assert isinstance(reply, Raised), reply
        assert reply.type_name == "FileNotFoundError"
    else:
        assert isinstance(reply, Returned), reply


def test_in_the_jail_there_is_no_other_process(confined, start):
    text = """
import os, time
def f(x):
    seen = []
    for pid in range(2, 2 * x):
        try:
            os.sched_getaffinity(pid)
            seen.append(pid)
        except ProcessLookupError:
            pass
    return os.getpid(), os.getppid(), seen
"""
    proxy = start(confined, text)
    own, parent, seen = proxy.call("f", [min(proxy.connection.pid, 40000)]).value
    if confined.level == "namespaces":
        assert (own, parent, seen) == (1, 0, [])
    else:
        assert (own, parent) == (proxy.connection.pid, confined.zygote.pid)
        assert seen


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look")
@pytest.mark.parametrize("kind", ["mnt", "uts", "ipc", "net", "user", "pid"])
def test_namespaces_of_a_worker(confined, start, kind):
    one, two = (start(confined, ECHO).connection.pid for _ in range(2))
    links = [Path(f"/proc/{p}/ns/{kind}").readlink() for p in ("self", one, two)]
    if confined.level == "landlock":
        assert len(set(links)) == 1
    else:
        assert len(set(links)) == (3 if kind == "pid" else 2)


def test_no_capability_and_no_root(confined, start):
    pid = start(confined, ECHO).connection.pid
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    status = dict(line.split(":", 1) for line in lines)
    assert {status[f"Cap{name}"].strip("\t0") for name in ("Inh", "Prm", "Eff")} == {""}
    assert "0" not in status["Uid"].split() + status["Gid"].split()
    assert status["NoNewPrivs"].strip() == "1"


def test_all_of_numpy_is_there(confined, start):
    text = "from numpy import *\ndef f(x): return float(linalg.norm(ones(x)))"
    assert start(confined, text).call("f", [4]) == Returned(2.0)


@pytest.mark.parametrize("name", ["grading", "sandbox.plain", "sandbox.confined"])
def test_the_rest_of_our_package_cannot_be_imported(confined, start, name):
    reply = start(confined, f"def f(x): import autograder.{name}").call("f", [0])
    assert reply == Raised(
        "ModuleNotFoundError",
        f"No module named 'autograder.{name}'",
        (Frame("cell 1", 1, "f"),),
    )


def test_workers_share_nothing(confined, start):
    text = "import builtins\nseen = []\ndef f(x):\n    builtins.mark = x\n    return 1"
    spy = "import builtins\ndef f(x): return hasattr(builtins, 'mark')"
    one, two = start(confined, text), start(confined, spy)
    assert one.call("f", [3]) == Returned(1)
    assert two.call("f", [0]) == Returned(False)
    assert start(confined, spy).call("f", [0]) == Returned(False)


# ------------------------------------------------------------------------- their ends


def test_a_closed_worker_is_gone_and_no_zombie(confined, start):
    proxies = [start(confined, "def f(x):\n    while True: pass") for _ in range(3)]
    pids = [proxy.connection.pid for proxy in proxies]
    assert all(map(is_running, pids))
    proxies[0].call("f", [0])
    for proxy in proxies:
        proxy.close()
    assert soon(lambda: not any(map(is_there, pids)))
    assert start(confined, ECHO).call("f", [1]) == Returned(1)


def test_no_descriptor_is_left_open(level, start):
    before = sorted(Path("/proc/self/fd").iterdir())
    sandbox = ConfinedSandbox(level)
    for text in (ECHO, "import os\ndef f(x): os._exit(1)"):
        proxy = start(sandbox, text)
        proxy.call("f", [0])
        proxy.close()
    sandbox.close()
    assert sorted(Path("/proc/self/fd").iterdir()) == before


def test_the_next_worker_is_there_before_it_is_wanted(sandbox, start):
    first = start(sandbox, ECHO)
    assert soon(lambda: len(workers_of(sandbox)) == 2)
    ready = workers_of(sandbox) - {first.connection.pid}
    second = start(sandbox, ECHO)
    assert ready == {second.connection.pid}
    assert second.call("f", [1]) == Returned(1)


def test_a_worker_with_other_limits_is_not_the_next_one(sandbox, start):
    start(sandbox, ECHO)
    assert soon(lambda: len(workers_of(sandbox)) == 2)
    before = workers_of(sandbox)
    limits = Limits(memory=1 << 28)
    proxy = sandbox.start_worker(limits, Budget(limits, time.monotonic))
    assert proxy.connection.pid not in before
    proxy.close()


def test_a_closed_sandbox_leaves_no_process(start, level):
    sandbox = ConfinedSandbox(level)
    pids = [start(sandbox, ECHO).connection.pid for _ in range(2)]
    sandbox.close()
    assert sandbox.zygote.returncode == -signal.SIGKILL
    assert soon(lambda: not any(map(is_running, pids)))


def test_a_sandbox_that_was_never_used_can_be_closed():
    sandbox = ConfinedSandbox()
    sandbox.close()
    assert sandbox.zygote.returncode is not None


def test_how_a_worker_ended_is_not_mixed_up(confined, start):
    end = "import os\ndef f(x): os._exit(x)"
    ended = [start(confined, end) for _ in range(3)]
    replies = [proxy.call("f", [code]) for code, proxy in enumerate(ended, 1)]
    assert replies == [Lost("crashed", f"exit {code}") for code in (1, 2, 3)]


GRADER = f"""
import json, sys, threading, time
sys.path.insert(0, {str(Path(autograder.__file__).parents[1])!r})
from autograder.sandbox import protocol
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.proxy import Budget
from autograder.values import Limits
limits = Limits(call=60, cpu=60, wall=60)
sandbox = ConfinedSandbox(sys.argv[1])
idle, busy = (sandbox.start_worker(limits, Budget(limits, time.monotonic))
              for _ in range(2))
for worker in (idle, busy):
    worker.load(protocol.Load([("c", "def f(x):\\n    while x: pass")], {{}}, "",
                {{"f": ["x"]}}, {{}}, []))
threading.Thread(target=busy.call, args=("f", [1]), daemon=True).start()
pids = [sandbox.zygote.pid, idle.connection.pid, busy.connection.pid]
print(json.dumps(pids), flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("victim", ["grader", "zygote"])
def test_nothing_outlives_a_process_that_is_killed(level, victim):
    """Neither a process, nor a mount, nor a file in /tmp."""
    mounts = Path("/proc/self/mountinfo").read_text()
    files = set(Path(tempfile.gettempdir()).glob("*autograder*"))
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, level], stdout=subprocess.PIPE
    ) as grader:
        assert grader.stdout is not None
        pids = json.loads(grader.stdout.readline())
        assert all(map(is_running, pids))
        os.kill({"grader": grader.pid, "zygote": pids[0]}[victim], signal.SIGKILL)
        gone = soon(lambda: not any(map(is_running, pids)))
        grader.kill()
    assert gone
    assert Path("/proc/self/mountinfo").read_text() == mounts
    assert set(Path(tempfile.gettempdir()).glob("*autograder*")) == files


# ------------------------------------------------------------------- our own failures


def test_when_the_zygote_is_killed_it_is_our_failure_and_another_starts(sandbox, start):
    proxy = start(sandbox, "import time\ndef f(x): time.sleep(x)")
    sandbox.zygote.kill()
    with pytest.raises(SandboxError) as error:
        proxy.call("f", [60])
    assert str(error.value).startswith("sandbox: a worker was lost: ")
    assert attempt(sandbox).startswith("sandbox: no worker could be started: ")
    assert start(sandbox, ECHO).call("f", [1]) == Returned(1)


def test_a_worker_of_an_earlier_zygote_is_our_failure_too(sandbox, start):
    proxy = start(sandbox, ECHO)
    sandbox.zygote.kill()
    attempt(sandbox)
    with pytest.raises(SandboxError) as error:
        proxy.call("f", [1])
    assert str(error.value) == "sandbox: a worker was lost: the zygote has ended"


def test_a_zygote_that_does_not_answer_is_replaced(sandbox, start, monkeypatch):
    start(sandbox, ECHO)
    before = sorted(Path("/proc/self/fd").iterdir())
    os.kill(sandbox.zygote.pid, signal.SIGSTOP)
    monkeypatch.setattr(module, "READY_SECONDS", 0.1)
    assert attempt(sandbox) == (
        "sandbox: no worker could be started: "
        "the zygote has not said 'started' in 0.1 s"
    )
    assert len(list(Path("/proc/self/fd").iterdir())) <= len(before)
    monkeypatch.undo()
    assert start(sandbox, ECHO).call("f", [1]) == Returned(1)


def test_no_interpreter_is_our_failure(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(SandboxError) as error:
        ConfinedSandbox()
    assert str(error.value) == (
        "sandbox: no zygote: [Errno 2] No such file or directory: '/nowhere/python'"
    )


def test_an_interpreter_that_ends_is_our_failure(monkeypatch, start):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    sandbox = ConfinedSandbox()
    try:
        assert attempt(sandbox).startswith("sandbox: no worker could be started: ")
        monkeypatch.undo()
        assert attempt(sandbox).startswith("sandbox: no worker could be started: ")
        assert start(sandbox, ECHO).call("f", [1]) == Returned(1)
    finally:
        sandbox.close()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("import socket; socket.socket(fileno=0).send(b'{\"error\": \"no\"}')", "no"),
        ("import socket; socket.socket(fileno=0).send(b'nonsense')",
         "Expecting value: line 1 column 1 (char 0)"),
    ],
)  # fmt: skip
def test_a_zygote_that_says_something_else_is_our_failure(
    monkeypatch, tmp_path, text, message
):
    script = tmp_path / "zygote.py"
    script.write_text(f"{text}\nimport time; time.sleep(60)")
    monkeypatch.setattr(module, "ZYGOTE", script)
    sandbox = ConfinedSandbox()
    try:
        assert attempt(sandbox) == f"sandbox: no worker could be started: {message}"
    finally:
        sandbox.close()


def test_a_lock_down_that_fails_is_our_failure(sandbox, start):
    nonsense: Any = "much"
    reason = attempt(sandbox, Limits(memory=nonsense))
    assert reason.startswith(
        "sandbox: no worker could be started: lock-down failed: TypeError: "
    )
    assert start(sandbox, ECHO).call("f", [1]) == Returned(1)


def test_a_worker_that_ends_before_it_is_ready_is_our_failure(sandbox, monkeypatch):
    def receive(*_: object) -> bytes:
        raise module.LostError("crashed", "exit 1")

    monkeypatch.setattr(module.SocketConnection, "receive", receive)
    assert attempt(sandbox) == ("sandbox: no worker could be started: crashed: exit 1")
