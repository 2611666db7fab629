"""Examine the sandbox of this machine: forbidden acts are tried, not looked up."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.errors import SandboxError
from autograder.sandbox import protocol
from autograder.sandbox.budget import Budget
from autograder.sandbox.confined import ConfinedSandbox, ZygoteEndedError
from autograder.sandbox.proxy import Proxy, Returned
from autograder.sandbox.selftest import ACTS, PROBE, open_acts
from autograder.values import Limits

LABEL = "probe.py"
OPEN = "OPEN"
NOT_PROMISED = "open at this level"
_FORBIDDEN = "SIGSYS"
"""How a process ends where a container forbids what the zygote does."""
_ENDED = (
    "sandbox: {what} while this machine was examined, which says nothing about it; try "
    "again, with more memory free if that is why, and make sure that "
    "`{python} -I -c 'import numpy'` works"
)


@dataclass(frozen=True)
class Examination:
    """What a worker can do on this machine at one level."""

    acts: Mapping[str, str] = field(default_factory=dict)
    """The act in words, and ``denied (EPERM)``, ``OPEN`` or `NOT_PROMISED`."""
    problem: str = ""
    """Why no worker could be examined."""

    @property
    def weakness(self) -> str:
        """Why this level does not hold, in one line; empty if it does."""
        possible = [act for act, result in self.acts.items() if result == OPEN]
        return self.problem or "; ".join(f"a worker can {act}" for act in possible)


def examine(sandbox: ConfinedSandbox) -> Examination:
    """Try every forbidden act from inside a real worker of `sandbox`.

    Raises
    ------
    SandboxError
        If our processes have ended: what holds on this machine is not known then.
    """
    limits = Limits()
    try:
        worker = sandbox.start_worker(limits, Budget(limits, time.monotonic))
    except ZygoteEndedError as error:
        if error.how != _FORBIDDEN:
            raise _unknown(error) from error
        return Examination(problem=_without_prefix(error))
    except SandboxError as error:
        return Examination(problem=_without_prefix(error))
    try:
        reply = _probe(worker)
    except SandboxError as error:
        raise _unknown(error) from error
    finally:
        worker.close()
    if isinstance(reply, Returned) and isinstance(reply.value, dict):
        return _examined(reply.value, sandbox.level)
    return Examination(problem=f"the probe did not return: {reply}")


def _examined(results: Mapping[str, str], level: str) -> Examination:
    acts = {words: f"denied ({results.get(act)})" for act, words in ACTS.items()}
    acts |= {ACTS[a]: NOT_PROMISED for a in ACTS if results.get(a) == OPEN}
    acts |= {ACTS[act]: OPEN for act in open_acts(results, level)}
    return Examination(acts)


def _unknown(error: SandboxError) -> SandboxError:
    what = _without_prefix(error)
    if isinstance(error, ZygoteEndedError):
        what = f"the process that starts workers ended ({error.how})"
    return SandboxError(_ENDED.format(what=what, python=sys.executable))


def _without_prefix(error: SandboxError) -> str:
    return str(error).removeprefix("sandbox: ")


def _probe(worker: Proxy) -> object:
    """Return what a worker replies that tries every forbidden act."""
    request = protocol.Load(
        cells=[(LABEL, PROBE)],
        modules={},
        given="",
        functions={"probe": []},
        aliases={},
        skip=[],
        everything=True,
    )
    with tempfile.NamedTemporaryFile() as secret, socket.socket() as server:
        secret.write(b"secret")
        secret.flush()
        server.bind(("127.0.0.1", 0))
        server.listen()
        worker.load(request)
        port = server.getsockname()[1]
        return worker.call("probe", [secret.name, port, os.getpid()])
