"""Examine the sandbox of this machine: forbidden acts are tried, not looked up."""

from __future__ import annotations

import os
import socket
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.errors import SandboxError
from autograder.sandbox import protocol
from autograder.sandbox.confined import ConfinedSandbox
from autograder.sandbox.proxy import Budget, Returned
from autograder.sandbox.selftest import ACTS, PROBE, open_acts
from autograder.values import Limits

LABEL = "probe.py"
OPEN = "OPEN"
NOT_PROMISED = "open at this level"


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
    """Try every forbidden act from inside a real worker of `sandbox`."""
    try:
        results = _probe(sandbox)
    except SandboxError as error:
        return Examination(problem=str(error).removeprefix("sandbox: "))
    acts = {words: f"denied ({results.get(act)})" for act, words in ACTS.items()}
    acts |= {ACTS[a]: NOT_PROMISED for a in ACTS if results.get(a) == OPEN}
    acts |= {ACTS[act]: OPEN for act in open_acts(results, sandbox.level)}
    return Examination(acts)


def _probe(sandbox: ConfinedSandbox) -> dict[str, str]:
    limits = Limits()
    worker = sandbox.start_worker(limits, Budget(limits, time.monotonic))
    request = protocol.Load(
        cells=[(LABEL, PROBE)],
        modules={},
        given="",
        functions={"probe": []},
        aliases={},
        skip=[],
        everything=True,
    )
    try:
        with tempfile.NamedTemporaryFile() as secret, socket.socket() as server:
            secret.write(b"secret")
            secret.flush()
            server.bind(("127.0.0.1", 0))
            server.listen()
            worker.load(request)
            port = server.getsockname()[1]
            reply = worker.call("probe", [secret.name, port, os.getpid()])
    finally:
        worker.close()
    if not isinstance(reply, Returned) or not isinstance(reply.value, dict):
        raise SandboxError(f"sandbox: the probe did not return: {reply}")
    return reply.value
