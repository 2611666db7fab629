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
from autograder.sandbox.selftest import ACTS, PROBE, missing_features, open_acts
from autograder.values import Limits

LABEL = "probe.py"


@dataclass(frozen=True)
class Examination:
    """What a worker on this machine can do."""

    level: str
    acts: Mapping[str, str] = field(default_factory=dict)
    """The act in words, and ``denied (EPERM)`` or ``OPEN``."""
    problems: tuple[str, ...] = ()
    """What is missing, or why the examination could not be made."""


def examine() -> Examination:
    """Try every forbidden act from inside a real worker."""
    missing = missing_features()
    if missing:
        return Examination("none", problems=tuple(missing))
    sandbox = ConfinedSandbox()
    try:
        results = _probe(sandbox)
    except SandboxError as error:
        return Examination("none", problems=(str(error),))
    finally:
        sandbox.close()
    still_open = open_acts(results)
    acts = {
        words: "OPEN" if act in still_open else f"denied ({results.get(act)})"
        for act, words in ACTS.items()
    }
    return Examination(sandbox.level, acts)


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
